// A route as data becomes a handler: guard before the body, one check of input, one transaction, one reply (P12).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor, Context } from '../context.ts';
import { type Spans, within } from '../telemetry/spans.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { AdmissionControl, Place } from './admission.ts';
import { closeSchema } from './close-schema.ts';
import { admit, type Authenticate, credentialsOf } from './guard.ts';
import { throughDigest } from './check-digest.ts';
import { once } from './idempotency.ts';
import { successStatus } from './openapi.ts';
import { refuse } from './refusals.ts';
import { ReplyWith, type RouteDefinition } from './route.ts';
import { spanIdOf } from './seen-request.ts';

export type MountOptions = {
  readonly unitOfWork: UnitOfWork;
  readonly authenticate: Authenticate;
  readonly baseUrl: string;
  readonly spans: Spans;
  /** Absent: everybody is let in (tests of the API alone). */
  readonly admission?: AdmissionControl;
};

const keyHeader = {
  type: 'object',
  properties: { 'idempotency-key': { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' } },
};

export function mountRoute(server: FastifyInstance, route: RouteDefinition, options: MountOptions): void {
  const actors = new WeakMap<FastifyRequest, Actor>();
  const places = new WeakMap<FastifyRequest, Place>();
  const checkField = fieldLimit(server, route);
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    ...(route.raw ? { bodyLimit: route.raw.limitBytes } : {}),
    ...(route.limit ? { config: { rateLimit: { max: route.limit.max, timeWindow: route.limit.windowMs } } } : {}),
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: closeSchema(route.body) } : {}),
      ...(route.creates ? { headers: keyHeader } : {}),
    },
    onRequest: async (request, reply) => {
      const place = options.admission?.enter({
        request,
        reply,
        route,
        credentials: credentialsOf(request, options.baseUrl),
      });
      const actor = await admit(request, route.action, options);
      place?.belongsTo(actor);
      if (place) places.set(request, place);
      actors.set(request, actor);
    },
    preParsing: async (request, _reply, payload) => {
      if (route.raw) keepRaw(request);
      else if (route.body) mustBeJson(request);
      const digest = request.headers['content-digest'];
      if (request.headers['signature-input'] === undefined || typeof digest !== 'string') return payload;
      return throughDigest(payload, digest);
    },
    ...(checkField ? { preHandler: checkField } : {}),
    handler: async (request, reply) => {
      const actor = actors.get(request);
      if (!actor) throw new Error('a request reached its handler without a guard');
      const place = places.get(request);
      place?.begins();
      const result = await handle(actor, request, route, options).finally(() => place?.ended());
      return reply
        .status(result.status)
        .headers(result.headers)
        .send(result.body instanceof Uint8Array ? Buffer.from(result.body) : result.body);
    },
  });
}

function fieldLimit(server: FastifyInstance, route: RouteDefinition) {
  const limit = route.limit?.perField;
  if (!limit) return undefined;
  const check = server.createRateLimit({
    max: limit.max,
    timeWindow: limit.windowMs,
    keyGenerator: (request) =>
      `${route.path} ${String((request.body as Record<string, unknown>)[limit.name])
        .trim()
        .toLowerCase()}`,
  });
  return async (request: FastifyRequest) => {
    const state = await check(request);
    if (!state.isAllowed && state.isExceeded) throw refuse('TOO_MANY_REQUESTS', { seconds: state.ttlInSeconds });
  };
}

/** Partner files are bytes whatever they call themselves: JSON must not be parsed and re-written before it is stored. */
function keepRaw(request: FastifyRequest): void {
  request.headers['x-original-content-type'] = request.headers['content-type'] ?? 'application/octet-stream';
  request.headers['content-type'] = 'application/octet-stream';
}

/** Anything but JSON is refused by name; a form that a foreign page could post without asking is among it. */
function mustBeJson(request: FastifyRequest): void {
  const given = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(given)) throw refuse('CONTENT_TYPE_UNSUPPORTED', { given: given || '–' });
}

type Act = (context: Context) => Promise<ReplyWith<unknown>>;

async function handle(
  actor: Actor,
  request: FastifyRequest,
  route: RouteDefinition,
  { unitOfWork, spans }: MountOptions,
): Promise<ReplyWith<unknown>> {
  const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
  const headers = request.headers as Record<string, string | undefined>;
  const input = {
    params: request.params,
    query: request.query,
    body: route.raw ? undefined : request.body,
    bytes,
    headers,
    remoteAddress: request.ip,
  } as Parameters<RouteDefinition['handle']>[1];
  const act: Act = async (context) => {
    const value = await route.handle(context, input);
    return value instanceof ReplyWith ? value : new ReplyWith<unknown>(value ?? null, { status: successStatus(route) });
  };
  const writes = typeof route.writes === 'function' ? route.writes(actor) : route.writes;
  if (route.method === 'GET' && !writes) return unitOfWork.read(actor, act, request.id);
  if (route.prepare) await unitOfWork.read(actor, async (context) => route.prepare?.(context, input), request.id);
  const run = (act: Act) =>
    within(
      spans,
      {
        name: `transaction ${route.method} ${route.path}`,
        kind: 'internal',
        traceId: request.id,
        parentSpanId: spanIdOf(request),
        attributes: {},
      },
      () =>
        together ? unitOfWork.runTogether(route.path, actor, act, request.id) : unitOfWork.run(actor, act, request.id),
    );
  const key = headers['idempotency-key'];
  const together = !key && route.together?.(actor) === true;
  if (!route.creates || !key) return run(act);
  const body = route.raw ? Buffer.from(bytes).toString('base64') : request.body;
  return run((context) =>
    once(
      context,
      { key, request: { route: `${route.method} ${request.url}`, body }, showsSecret: route.showsSecret === true },
      () => act(context),
    ),
  );
}
