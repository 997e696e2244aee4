// OpenAPI 3.1 from the same route objects that serve the requests, so that the description cannot drift (P12).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { fill } from '../../kernel/bilingual.ts';
import type { RefusalDefinition } from '../../kernel/refusal.ts';
import type { Module } from '../module.ts';
import { closeSchema } from './close-schema.ts';
import { asSchema, exampleOf, type Schema } from './example-of.ts';
import { statusOf } from './problem.ts';
import { fault, httpRefusals } from './refusals.ts';
import { refer } from './refer-schema.ts';
import { isBytes, isNothing, ProblemShape } from './shapes.ts';
import type { RouteDefinition } from './route.ts';

type Json = { [key: string]: unknown };
export type ApiDescription = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Json } & Json;
} & Json;
export type Streamed = {
  readonly events: readonly string[];
  readonly data: Schema;
  /** What the address may ask for. */
  readonly query: Schema;
};

const say = (text: Bilingual): string => `${text.zh} / ${text.en}`;

/** The codes of the HTTP layer that this route may give, by what the route is. */
export function commonRefusals(route: RouteDefinition): string[] {
  const unsafe = route.method !== 'GET';
  return [
    ...(route.params || route.query || route.body || route.creates ? ['REQUEST_INVALID'] : []),
    // A body where none is asked for is read all the same, and may be as wrong as any.
    ...(unsafe && !route.raw ? ['JSON_MALFORMED'] : []),
    ...(unsafe ? ['CONTENT_TYPE_UNSUPPORTED'] : []),
    ...(unsafe ? ['BODY_TOO_LARGE'] : []),
    ...(route.action === 'public' ? [] : ['SIGN_IN_NEEDED']),
    'SIGNATURE_NOT_ACCEPTED',
    ...(route.action === 'public' || route.action === 'signed-in' ? [] : ['ACTION_NOT_ALLOWED']),
    ...(unsafe ? ['ORIGIN_NOT_ALLOWED'] : []),
    ...(route.creates ? ['IDEMPOTENCY_KEY_REUSED'] : []),
    ...(route.addsWork ? ['FLOW_BEHIND', 'LEDGER_BEHIND'] : []),
    'TOO_MANY_REQUESTS',
    'SHARE_USED_UP',
    'PLATFORM_OVERLOADED',
    'NOT_READY',
  ];
}

export const successStatus = (route: RouteDefinition): number =>
  isNothing(route.response) ? 204 : route.creates ? 201 : 200;

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: say({
    zh: '同一单位以同一键重发同一请求，只生效一次并得到同样的答复（保留 100 天）；内容不同则被拒绝',
    en: 'The same request sent again under the same key by the same organisation has one effect and the same reply (kept for 100 days); a different request is refused',
  }),
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  example: '3f1b6a0e-7a0c-4a55-8f0e-2f7f8d3f9b1c',
};

function parameters(schema: Schema | undefined, where: 'path' | 'query', named: Map<string, unknown>): Json[] {
  const required = new Set((schema as { required?: string[] } | undefined)?.required ?? []);
  return Object.entries(schema?.properties ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: refer(field, named),
    ...(where === 'query' && name === 'after'
      ? { description: say({ zh: '上一页的 next', en: '`next` of the page before' }) }
      : {}),
  }));
}

function problems(codes: readonly string[], catalogue: Readonly<Record<string, RefusalDefinition>>): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = statusOf[catalogue[code]?.kind ?? 'invalid'];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const example = (code: string, status: number, text: Bilingual, remedy: Bilingual) => ({
    type: `/api/v1/docs#${code}`,
    title: fill(text, {}).en,
    status,
    code,
    text: fill(text, {}),
    remedy: fill(remedy, {}),
    instance: 'urn:uuid:019a9f2e-7a10-4000-8000-000000000001',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  });
  const answer = (description: string, examples: Json) => ({
    description,
    headers: traceHeader,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  });
  const answers: Json = {
    500: answer(fault.code, {
      [fault.code]: { value: example(fault.code, 500, fault.message, fault.remedy) },
    }),
  };
  for (const [status, some] of [...byStatus].sort(([a], [b]) => a - b))
    answers[status] = answer(
      some.join(', '),
      Object.fromEntries(
        some.flatMap((code) => {
          const known = catalogue[code];
          return known ? [[code, { value: example(code, status, known.message, known.remedy) }]] : [];
        }),
      ),
    );
  return answers;
}

const traceHeader = { 'Trace-Id': { $ref: '#/components/headers/TraceId' } };

function success(route: RouteDefinition, named: Map<string, unknown>): Json {
  const description = say(route.summary);
  if (isNothing(route.response)) return { description, headers: traceHeader };
  if (isBytes(route.response))
    return {
      description,
      headers: traceHeader,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  const schema = asSchema(route.response);
  const replay = {
    'Idempotent-Replay': {
      description: say({ zh: '此答复是重放', en: 'This reply is a replay' }),
      schema: { type: 'string', enum: ['true'] },
    },
  };
  return {
    description,
    headers: { ...traceHeader, ...(route.creates ? replay : {}) },
    content: {
      'application/json': {
        schema: refer(schema, named),
        example: route.examples?.response ?? exampleOf(schema),
      },
    },
  };
}

function requestBody(route: RouteDefinition, named: Map<string, unknown>): Json {
  if (route.raw)
    return {
      requestBody: {
        required: true,
        description: `${say({ zh: '原文字节，不超过', en: 'The bytes as they are, at most' })} ${route.raw.limitBytes} bytes`,
        content: { '*/*': { schema: { type: 'string', format: 'binary' }, example: route.raw.example } },
      },
    };
  if (!route.body) return {};
  const schema = asSchema(closeSchema(route.body));
  const content = {
    'application/json': { schema: refer(schema, named), example: route.examples?.body ?? exampleOf(schema) },
  };
  return { requestBody: { required: true, content } };
}

/** `POST /shipments/:id/submit` → `postShipmentsIdSubmit`. */
const operationId = (route: RouteDefinition): string =>
  `${route.method.toLowerCase()}${route.path.replace(/[/:.-]+(\w)/g, (_, c: string) => c.toUpperCase())}`;

export function describeApi(
  modules: readonly Module[],
  { baseUrl, cookieName, streamed }: { baseUrl: string; cookieName: string; streamed: Streamed },
): ApiDescription {
  const named = new Map<string, unknown>();
  refer(asSchema(ProblemShape), named);
  const catalogue: Readonly<Record<string, RefusalDefinition>> = Object.assign(
    {},
    httpRefusals,
    ...modules.map((m) => m.refusals),
  );
  const paths: Record<string, Record<string, Json>> = {};
  for (const module of modules)
    for (const route of module.routes) {
      const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
      const codes = [...commonRefusals(route), ...(route.refusals ?? [])];
      (paths[path] ??= {})[route.method.toLowerCase()] = {
        tags: [module.id],
        operationId: operationId(route),
        summary: say(route.summary),
        ...(route.description ? { description: say(route.description) } : {}),
        security: route.action === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
        'x-action': route.action,
        parameters: [
          ...parameters(route.params && asSchema(route.params), 'path', named),
          ...parameters(route.query && asSchema(route.query), 'query', named),
          ...(route.creates ? [keyHeader] : []),
        ],
        ...requestBody(route, named),
        responses: { [successStatus(route)]: success(route, named), ...problems(codes, catalogue) },
      };
    }
  paths['/api/v1/events'] = { get: eventsOperation(streamed, named, catalogue) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portico 国际贸易“单一窗口” API',
      version: '1',
      description: say({
        zh: '门户所做的一切都在此接口中。错误为 problem+json，含中英文说明与处理办法；创建类 POST 接受 Idempotency-Key；会增长的清单按键分页（next → after）。',
        en: 'Everything the portal does. Errors are problem+json with text and remedy in Chinese and English; POSTs that create take an Idempotency-Key; lists that can grow are paged by key (`next` → `after`).',
      }),
    },
    servers: [{ url: baseUrl }],
    tags: modules.map((m) => ({ name: m.id, description: say(m.name) })),
    paths,
    components: {
      schemas: Object.fromEntries(named),
      headers: {
        TraceId: {
          description: say({
            zh: '追踪号：此请求及其引起的一切（含发往伙伴的报文）共用；程序可用 traceparent 请求头自带',
            en: 'One for this request and everything it leads to, also at partners; a program may bring its own in a `traceparent` header',
          }),
          schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName,
          description: say({ zh: '人员登录会话', en: 'A person’s session' }),
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: say({ zh: '程序的 API 密钥', en: 'A program’s API key' }),
        },
      },
    },
  };
}

function eventsOperation(
  streamed: Streamed,
  named: Map<string, unknown>,
  catalogue: Readonly<Record<string, RefusalDefinition>>,
): Json {
  const data = exampleOf(streamed.data) as Json;
  const example = { ...data, type: streamed.events[0] ?? '' };
  return {
    tags: ['notices'],
    operationId: 'getEvents',
    summary: say({ zh: '实时事件（SSE）', en: 'Live events (SSE)' }),
    description: say({
      zh: `按提交顺序推送读者有权查看的事件；每条的 id 为位置，event 为类型，data 为 TimelineEntry。断线后带 Last-Event-ID 续传，不重不漏；每 15 秒一次心跳；会话或密钥失效后一秒内关闭。事件类型：${streamed.events.join('、')}`,
      en: `Events the reader may see, in commit order: \`id\` is the position, \`event\` the type, \`data\` a TimelineEntry. After a break send Last-Event-ID to resume without loss or repeat; a heartbeat every 15 s; closed within a second after the session or key ends. Types: ${streamed.events.join(', ')}`,
    }),
    security: [{ session: [] }, { apiKey: [] }],
    'x-action': 'notice.read',
    parameters: [
      ...parameters(streamed.query, 'query', named),
      { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string', pattern: '^\\d{1,15}$' } },
    ],
    responses: {
      200: {
        description: 'text/event-stream',
        content: {
          'text/event-stream': {
            schema: {
              type: 'string',
              contentSchema: refer(streamed.data, named),
              contentMediaType: 'application/json',
            },
            example: `id: 42\nevent: ${example.type}\ndata: ${JSON.stringify(example)}\n\n`,
          },
        },
      },
      ...problems(
        ['SIGN_IN_NEEDED', 'SIGNATURE_NOT_ACCEPTED', 'ACTION_NOT_ALLOWED', 'REQUEST_INVALID', 'NOT_READY'],
        catalogue,
      ),
    },
  };
}
