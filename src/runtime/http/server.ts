// The HTTP server: routes as data become handlers with one transaction, one policy check, one problem mapper, one OpenAPI page (P12).
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import type { Actor } from '../context.ts';
import { mayDo } from '../identity/policy.ts';
import type { Module } from '../module.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { once } from './idempotency.ts';
import { refuse, toProblem } from './problem.ts';
import { ReplyWith, type RouteDefinition } from './route.ts';

export type Authenticate = (request: {
  readonly cookie: string | undefined;
  readonly bearer: string | undefined;
}) => Promise<Actor | undefined>;

export type ServerOptions = {
  readonly modules: readonly Module[];
  readonly unitOfWork: UnitOfWork;
  readonly authenticate: Authenticate;
  readonly stream: EventStream;
  readonly baseUrl: string;
  /** Built portal; absent in tests of the API alone. */
  readonly webRoot?: string;
  /** Throws while the service cannot work (database away). */
  readonly ready: () => Promise<void>;
  /** Proves to a checker that it talks to the process it started. */
  readonly processNonce: string;
  readonly onFault: (error: unknown, instance: string) => void;
};

export const sessionCookie = 'portico_session';
const anonymous: Actor = { kind: 'person', id: 'anonymous', name: 'anonymous', roles: [] };
const JSON_LIMIT_BYTES = 2 * 1024 * 1024;

export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: JSON_LIMIT_BYTES,
    requestTimeout: 60_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  validateStrictly(server);
  // Answers are written as they are: a schema documents them but never silently drops a field.
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  server.setErrorHandler((error, _request, reply) => sendProblem(error, reply, options));
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, options));
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: options.baseUrl.startsWith('https:'),
  });
  await server.register(rateLimit, { global: false });
  await server.register(swagger, { openapi: openApiHead(options.baseUrl) });
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 10 * 1024 * 1024 }, (_request, body, done) =>
    done(null, body),
  );

  server.get('/healthz', { schema: { hide: true } }, async () => ({ state: 'alive', process: options.processNonce }));
  server.get('/readyz', { schema: { hide: true } }, async () => {
    await options.ready();
    return { state: 'ready', process: options.processNonce };
  });
  for (const module of options.modules) for (const route of module.routes) mount(server, module, route, options);
  server.get('/api/v1/events', { schema: { hide: true } }, async (request, reply) => {
    const actor = await actorOf(request, options);
    if (!mayDo(actor.roles, 'notice.read'))
      throw actor.roles.length === 0
        ? refuse('SIGN_IN_NEEDED')
        : refuse('ACTION_NOT_ALLOWED', { action: 'notice.read' });
    await openEventStream(request, reply, actor, options.stream);
  });
  server.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  if (options.webRoot && existsSync(options.webRoot))
    await server.register(fastifyStatic, { root: options.webRoot, wildcard: false, maxAge: '1h', immutable: false });
  return server;
}

const openApiHead = (baseUrl: string) => ({
  openapi: '3.1.0' as const,
  info: {
    title: 'Portico 国际贸易单一窗口 API',
    version: '1',
    description:
      'Everything the portal does. Errors are problem+json with zh/en text and remedy. POSTs that create take an Idempotency-Key. Lists are paged by key (`next`).',
  },
  servers: [{ url: baseUrl }],
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: sessionCookie },
      apiKey: { type: 'http' as const, scheme: 'bearer' },
    },
  },
});

const withFormats = (ajv: Ajv): Ajv => addFormats.default(ajv, ['uuid', 'date-time', 'date']);

function validateStrictly(server: FastifyInstance): void {
  const exact = withFormats(
    new Ajv({ allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: true, strict: false }),
  );
  const fromText = withFormats(
    new Ajv({ allErrors: true, coerceTypes: 'array', removeAdditional: false, useDefaults: true, strict: false }),
  );
  server.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? exact : fromText).compile(schema as object),
  );
}

function mount(server: FastifyInstance, module: Module, route: RouteDefinition, options: ServerOptions): void {
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    ...(route.raw ? { bodyLimit: route.raw.limitBytes } : {}),
    ...(route.limit ? { config: { rateLimit: { max: route.limit.max, timeWindow: route.limit.windowMs } } } : {}),
    schema: schemaOf(module, route),
    ...(route.raw ? { preParsing: async (request, _reply, payload) => keepRaw(request, payload) } : {}),
    handler: async (request, reply) => {
      const actor = await actorOf(request, options);
      checkPolicy(actor, route);
      checkOrigin(request, options.baseUrl);
      const result = await handle(actor, request, route, options);
      return reply
        .status(result.status)
        .headers(result.headers)
        .send(result.body instanceof Uint8Array ? Buffer.from(result.body) : result.body);
    },
  });
}

/** Partner files are bytes whatever they call themselves: JSON must not be parsed and re-written before it is stored. */
async function keepRaw<T>(request: FastifyRequest, payload: T): Promise<T> {
  request.headers['x-original-content-type'] = request.headers['content-type'] ?? 'application/octet-stream';
  request.headers['content-type'] = 'application/octet-stream';
  return payload;
}

function schemaOf(module: Module, route: RouteDefinition) {
  const body = route.body && route.examples?.body ? { ...route.body, examples: [route.examples.body] } : route.body;
  const response =
    route.response && route.examples?.response
      ? { ...route.response, examples: [route.examples.response] }
      : route.response;
  return {
    tags: [module.id],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:.-]+(\w)/g, (_, c: string) => c.toUpperCase())}`,
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(body ? { body } : {}),
    ...(route.raw ? { consumes: ['application/octet-stream', 'application/xml', 'text/plain'] } : {}),
    ...(response ? { response: { [route.creates ? 201 : 200]: response } } : {}),
    security: route.action === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
  };
}

async function actorOf(request: FastifyRequest, options: ServerOptions): Promise<Actor> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return (await options.authenticate({ cookie: request.cookies[sessionCookie], bearer })) ?? anonymous;
}

function checkPolicy(actor: Actor, route: RouteDefinition): void {
  if (mayDo(actor.roles, route.action)) return;
  throw actor.roles.length === 0 ? refuse('SIGN_IN_NEEDED') : refuse('ACTION_NOT_ALLOWED', { action: route.action });
}

/** A cookie alone must not be enough from another site (CSRF): browsers name the origin of every unsafe request. */
function checkOrigin(request: FastifyRequest, baseUrl: string): void {
  const origin = request.headers.origin;
  if (request.method === 'GET' || origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  if (origin !== new URL(baseUrl).origin && host !== request.headers.host)
    throw refuse('ORIGIN_NOT_ALLOWED', { origin });
}

async function handle(
  actor: Actor,
  request: FastifyRequest,
  route: RouteDefinition,
  options: ServerOptions,
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
  const act = async (context: Parameters<RouteDefinition['handle']>[0]) => {
    const value = await route.handle(context, input);
    return value instanceof ReplyWith
      ? value
      : new ReplyWith<unknown>(value ?? null, { status: route.creates ? 201 : 200 });
  };
  if (route.method === 'GET' && !route.writes) return options.unitOfWork.read(actor, act);
  const key = headers['idempotency-key'];
  if (!route.creates || !key) return options.unitOfWork.run(actor, act);
  return options.unitOfWork.run(actor, (context) =>
    once(
      context,
      {
        key: key.slice(0, 200),
        request: {
          route: `${route.method} ${request.url}`,
          body: route.raw ? Buffer.from(bytes).toString('base64') : request.body,
        },
      },
      () => act(context),
    ),
  );
}

function sendProblem(error: unknown, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const { problem, isFault } = toProblem(error);
  if (isFault) options.onFault(error, problem.instance);
  if (problem.status === 503) reply.header('retry-after', '2');
  return reply.status(problem.status).type('application/problem+json').send(problem);
}

/** Unknown API paths are problems; any other path is a page of the portal, which routes by itself. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w{2,5}(\?|$)/.test(request.url);
  if (isPage && options.webRoot && existsSync(options.webRoot))
    return reply.type('text/html; charset=utf-8').sendFile('index.html');
  return sendProblem(
    refuse('ROUTE_UNKNOWN', { method: request.method, path: request.url.split('?', 1)[0] }),
    reply,
    options,
  );
}
