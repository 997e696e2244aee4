// The HTTP server: headers, parsers, one problem mapper, every module's routes, the live stream, the description, the portal (P12).
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchemaCompiler,
} from 'fastify';
import { existsSync } from 'node:fs';
import { Refusal } from '../../kernel/refusal.ts';
import { hasSlashKey } from '../../kernel/strangers-json.ts';
import { mayRead, type Metrics } from '../metrics/metrics.ts';
import type { Module } from '../module.ts';
import type { Log } from '../telemetry/log.ts';
import { newTraceId } from '../telemetry/trace.ts';
import { answerClientError } from './client-error.ts';
import { contentPolicy, digestOfStyle, policyWithStyle } from './content-policy.ts';
import { createEventStreams, type EventStream, type StreamTiming } from './event-stream.ts';
import { admit, credentialsOf, sessionCookieName } from './guard.ts';
import { matchRoutes } from './match-route.ts';
import { type MountOptions, mountRoute } from './mount-route.ts';
import { describeApi, type Streamed } from './openapi.ts';
import { toProblem } from './problem.ts';
import { referencePage, referenceStyle } from './reference-page.ts';
import { refuse } from './refusals.ts';
import { noteAnswer } from './seen-request.ts';
import { servePortal } from './serve-portal.ts';

export type ServerOptions = MountOptions & {
  readonly modules: readonly Module[];
  readonly stream: EventStream & Streamed;
  readonly streamTiming?: StreamTiming;
  /** Built portal; absent in tests of the API alone. */
  readonly webRoot?: string;
  /** Throws while the service cannot work (database away). */
  readonly ready: () => Promise<void>;
  /** True until it may be used: partners' messages are taken, everything else is asked to wait. */
  readonly starting?: () => boolean;
  readonly metrics?: { readonly metrics: Metrics; readonly token?: string };
  /** Their `X-Forwarded-For` says where a caller comes from; nobody else's does. */
  readonly trustedProxies?: readonly string[];
  /** Proves to a checker that it talks to the process it started. */
  readonly processNonce: string;
  readonly log: Pick<Log, 'request'>;
  readonly onFault: (error: unknown, instance: string, traceId: string) => void;
};

type SendPage = (reply: FastifyReply) => FastifyReply;
const JSON_LIMIT_BYTES = 2 * 1024 * 1024;
const RAW_LIMIT_BYTES = 10 * 1024 * 1024;
/** Whoever sends a byte now and then holds a connection so long and no longer (slowloris). */
const TIMEOUTS = { headersMs: 20_000, requestMs: 60_000, idleMs: 72_000, lookMs: 2000 } as const;

export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: JSON_LIMIT_BYTES,
    requestTimeout: TIMEOUTS.requestMs,
    keepAliveTimeout: TIMEOUTS.idleMs,
    http: { headersTimeout: TIMEOUTS.headersMs, connectionsCheckingInterval: TIMEOUTS.lookMs },
    forceCloseConnections: true,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    genReqId: newTraceId,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply as FastifyReply, options),
  });
  validateStrictly(server);
  // Answers are written as they are: a schema documents them but never silently drops a field.
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
  let sendPage: SendPage | undefined;
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, { ...options, sendPage }));
  await server.register(cookie);
  await server.register(helmet, securityHeaders(options.baseUrl));
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, limit) => refuse('TOO_MANY_REQUESTS', { seconds: Math.ceil(limit.ttl / 1000) }),
  });
  const readJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    hasSlashKey(String(body))
      ? done(refuse('JSON_MALFORMED', { reason: SLASH_KEY }))
      : readJson(request, String(body), done),
  );
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: RAW_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  server.addHook('onRequest', async (request, reply) => {
    reply.header('trace-id', request.id);
    // What one person was told is kept by no cache on the way, and by no browser after him.
    if (/^\/(api\/|metrics|readyz)/.test(request.url)) reply.header('cache-control', 'no-store');
    mustBePlain(request);
    const open = request.url === '/api/v1/messages' || !/^\/(api\/v1\/|readyz)/.test(request.url);
    if (!open && options.starting?.()) throw refuse('NOT_READY');
  });
  // A caller who may name his trace is known only later.
  server.addHook('onSend', async (request, reply) => void reply.header('trace-id', request.id));
  const { log, spans } = options;
  const watch = { log, spans, ...(options.metrics ? { metrics: options.metrics.metrics } : {}) };
  server.addHook('onResponse', async (request, reply) => noteAnswer(request, reply, watch));
  if (options.metrics) serveMetrics(server, options.metrics);
  server.get('/healthz', async () => ({ state: 'alive', process: options.processNonce }));
  server.get('/readyz', async () => {
    await options.ready();
    return { state: 'ready', process: options.processNonce };
  });
  for (const module of options.modules) for (const route of module.routes) mountRoute(server, route, options);
  const streams = createEventStreams(options.stream, options.streamTiming);
  server.get('/api/v1/events', { schema: { querystring: options.stream.query } }, async (request, reply) => {
    const actor = await admit(request, 'notice.read', options);
    reply.header('trace-id', request.id);
    await streams.open(request, reply, actor, credentialsOf(request, options.baseUrl));
  });
  describeItself(server, options);
  if (options.webRoot && existsSync(options.webRoot)) sendPage = await servePortal(server, options.webRoot);
  return server;
}

const SLASH_KEY = '键以反斜杠开头 / a key begins with a backslash';
/** Bodies come as they are: nothing is unpacked, so nothing can unpack to more than was sent (compression bombs). */
function mustBePlain({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity') throw refuse('CONTENT_TYPE_UNSUPPORTED', { given: `content-encoding: ${coding}` });
}

function serveMetrics(server: FastifyInstance, { metrics, token }: NonNullable<ServerOptions['metrics']>): void {
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request.headers.authorization, token, request.socket.remoteAddress ?? ''))
      throw refuse('ROUTE_UNKNOWN', { method: 'GET', path: '/metrics' });
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
}

/** Nothing is loaded from elsewhere, nobody frames us, nothing from outside runs on our origin. */
const securityHeaders = (baseUrl: string) => ({
  contentSecurityPolicy: contentPolicy,
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: baseUrl.startsWith('https:'),
});

function describeItself(server: FastifyInstance, { modules, baseUrl, stream }: ServerOptions): void {
  const cookieName = sessionCookieName(baseUrl.startsWith('https:'));
  const description = whenAsked(() => describeApi(modules, { baseUrl, cookieName, streamed: stream }));
  const page = whenAsked(() => referencePage(description(), modules));
  server.get('/api/v1/openapi.json', async () => description());
  const policy = policyWithStyle(digestOfStyle(referenceStyle));
  server.get('/api/v1/docs', async (_request, reply) =>
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page()),
  );
}

/** Made when it is first asked for. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const withFormats = (ajv: Ajv): Ajv => addFormats.default(ajv, ['uuid', 'date-time', 'date']);

function validateStrictly(server: FastifyInstance): void {
  const settings = { allErrors: true, verbose: true, removeAdditional: false, useDefaults: true, strict: false };
  const exact = withFormats(new Ajv({ ...settings, coerceTypes: false }));
  const fromText = withFormats(new Ajv({ ...settings, coerceTypes: 'array' }));
  server.setValidatorCompiler(({ schema, httpPart }) =>
    compiledWhenAsked(httpPart === 'body' ? exact : fromText, schema as object),
  );
}

type Validate = ReturnType<FastifySchemaCompiler<unknown>>;
/** Compiling all four hundred schemas is half of what a start costs; a node needs few of them soon. */
function compiledWhenAsked(ajv: Ajv, schema: object): Validate {
  let compiled: ValidateFunction | undefined;
  const validate: Validate = (data) => {
    compiled ??= ajv.compile(schema);
    const holds = compiled(data);
    validate.errors = compiled.errors ?? null;
    return holds;
  };
  return validate;
}

function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { onFault }: ServerOptions,
): FastifyReply {
  const limitBytes = request.routeOptions?.bodyLimit;
  const { problem, isFault } = toProblem(error, { traceId: request.id, limitBytes });
  if (isFault) onFault(error, problem.instance, problem.traceId);
  reply.header('trace-id', problem.traceId);
  if (problem.status === 503 || problem.status === 429)
    reply.header('retry-after', String((error instanceof Refusal && error.details.seconds) || 2));
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Unknown API paths are problems; any other path is a page of the portal, which routes by itself. */
function answerUnknown(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions & { readonly sendPage: SendPage | undefined },
): FastifyReply {
  const [path = ''] = request.url.split('?', 1);
  const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{2,5}$/.test(path);
  if (isPage && options.sendPage) return options.sendPage(reply.status(200));
  const allowed = methodsOf(path, options.modules);
  if (allowed.length === 0)
    return sendProblem(refuse('ROUTE_UNKNOWN', { method: request.method, path }), request, reply, options);
  reply.header('allow', allowed.join(', '));
  const refusal = refuse('METHOD_NOT_ALLOWED', { method: request.method, path, allowed: allowed.join(', ') });
  return sendProblem(refusal, request, reply, options);
}

function methodsOf(path: string, modules: readonly Module[]): string[] {
  if (/^\/(healthz|readyz|metrics|api\/v1\/(events|docs|openapi\.json))$/.test(path)) return ['GET', 'HEAD'];
  const routes = modules.flatMap((m) => m.routes.map((route) => ({ module: m.id, route })));
  if (!path.startsWith('/api/v1/')) return [];
  const methods = matchRoutes(routes, path.slice('/api/v1'.length)).map(({ route }) => route.method);
  return [...new Set(methods.flatMap((m) => (m === 'GET' ? [m, 'HEAD'] : [m])))];
}
