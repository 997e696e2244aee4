// Holds every reply of a running server to what the API says about itself: status, schema, refusal code, no undocumented
// field (P12). On in every journey; `checkReply` is the part that is seen to fail in `tests/api/description.test.ts`.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';
import { matchRoutes, type PlacedRoute } from '../../src/runtime/http/match-route.ts';
import { commonRefusals, successStatus } from '../../src/runtime/http/openapi.ts';
import type { RouteDefinition } from '../../src/runtime/http/route.ts';
import { isBytes, isNothing, ProblemShape } from '../../src/runtime/http/shapes.ts';

type Reply = { readonly status: number; readonly contentType: string; readonly body: string };

const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }), [
  'uuid',
  'date-time',
  'date',
  'binary',
]);
const compiled = new Map<TSchema, ValidateFunction>();

/** In tests an object may have no field that its schema does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inside && inside.additionalProperties === undefined
    ? { ...inside, additionalProperties: false }
    : inside;
}

export function breachesOf(schema: TSchema, value: unknown): string[] {
  const known = compiled.get(schema) ?? ajv.compile(closed(schema) as object);
  compiled.set(schema, known);
  if (known(value)) return [];
  return (known.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
}

/** What of a reply differs from the route's own description. */
export function checkReply(route: RouteDefinition, reply: Reply): string[] {
  if (reply.status === 304) return [];
  if (reply.status < 300) {
    if (reply.status !== successStatus(route)) return [`status ${reply.status} instead of ${successStatus(route)}`];
    if (isNothing(route.response)) return reply.body === '' ? [] : ['a body although none is described'];
    if (isBytes(route.response)) return [];
    return breachesOf(route.response, JSON.parse(reply.body));
  }
  if (!reply.contentType.startsWith('application/problem+json')) return [`no problem but ${reply.contentType}`];
  const problem = JSON.parse(reply.body) as { code: string };
  const documented = [...commonRefusals(route), ...(route.refusals ?? []), 'FAULT'];
  return [
    ...breachesOf(ProblemShape, problem),
    ...(documented.includes(problem.code) ? [] : [`refusal ${problem.code} is not in the route's list`]),
  ];
}

/** Listens beside the application, so that it sees what clients, simulators and browsers are really sent. */
export function watchReplies(server: Server, routes: readonly PlacedRoute[]): string[] {
  const breaches: string[] = [];
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!path.startsWith('/api/v1/') || request.method === 'HEAD') return;
    const own = routes.filter(({ route }) => route.method === request.method);
    const [placed] = matchRoutes(own, path.slice('/api/v1'.length));
    if (!placed) return;
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const { write, end, writeHead } = response;
    let contentType = '';
    // Headers that are given to `writeHead` alone are not to be asked for afterwards.
    response.writeHead = ((...given: Parameters<typeof writeHead>) => {
      const [headers] = given.slice(1) as [Record<string, unknown> | undefined];
      contentType = String(headers?.['content-type'] ?? '');
      return writeHead.apply(response, given);
    }) as typeof writeHead;
    response.write = ((...given: Parameters<typeof write>) => {
      keep(given[0]);
      return write.apply(response, given);
    }) as typeof write;
    response.end = ((...given: Parameters<typeof end>) => {
      keep(given[0]);
      return end.apply(response, given);
    }) as typeof end;
    response.on('finish', () => {
      const found = checkReply(placed.route, {
        status: response.statusCode,
        contentType: String(response.getHeader('content-type') ?? contentType),
        body: Buffer.concat(chunks).toString('utf-8'),
      });
      for (const breach of found) breaches.push(`${request.method} ${request.url}: ${breach}`);
    });
  });
  return breaches;
}
