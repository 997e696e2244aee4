// The HTTP server: headers, parsers, one problem mapper, every module's routes, the live stream, the description, the portal (P12).
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { Refusal } from '../../kernel/refusal.ts';
import { mayRead, type Metrics } from '../metrics/metrics.ts';
import type { Module } from '../module.ts';
import type { Log } from '../telemetry/log.ts';
import { newTraceId } from '../telemetry/trace.ts';
import { answerClientError } from './client-error.ts';
import { createEventStreams, type EventStream, type StreamTiming } from './event-stream.ts';
import { admit, credentialsOf, sessionCookieName } from './guard.ts';
import { matchRoutes } from './match-route.ts';
import { type MountOptions, mountRoute } from './mount-route.ts';
import { describeApi, type Streamed } from './openapi.ts';
import { toProblem } from './problem.ts';
import { referencePage } from './reference-page.ts';
import { refuse } from './refusals.ts';
import { noteAnswer } from './seen-request.ts';

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
  /** Proves to a checker that it talks to the process it started. */
  readonly processNonce: string;
  readonly log: Pick<Log, 'request'>;
  readonly onFault: (error: unknown, instance: string, traceId: string) => void;
};

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
    genReqId: newTraceId,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply as FastifyReply, options),
  });
  validateStrictly(server);
  // Answers are written as they are: a schema documents them but never silently drops a field.
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, options));
  await server.register(cookie);
  await server.register(helmet, securityHeaders(options.baseUrl));
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, limit) => refuse('TOO_MANY_REQUESTS', { seconds: Math.ceil(limit.ttl / 1000) }),
  });
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
  if (options.webRoot && existsSync(options.webRoot))
    await server.register(fastifyStatic, {
      root: options.webRoot,
      wildcard: false,
      maxAge: '1h',
      immutable: false,
      // Opened from disk, under its own policy; ours would not let the script inside it run.
      setHeaders: (reply, file) => {
        if (file.endsWith('verify-release.html'))
          reply.header('content-disposition', 'attachment; filename="verify-release.html"');
      },
    });
  return server;
}

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
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  },
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: baseUrl.startsWith('https:'),
});

function describeItself(server: FastifyInstance, { modules, baseUrl, stream }: ServerOptions): void {
  const description = describeApi(modules, {
    baseUrl,
    cookieName: sessionCookieName(baseUrl.startsWith('https:')),
    streamed: stream,
  });
  const page = referencePage(description, modules);
  server.get('/api/v1/openapi.json', async () => description);
  server.get('/api/v1/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

const withFormats = (ajv: Ajv): Ajv => addFormats.default(ajv, ['uuid', 'date-time', 'date']);

function validateStrictly(server: FastifyInstance): void {
  const settings = { allErrors: true, verbose: true, removeAdditional: false, useDefaults: true, strict: false };
  const exact = withFormats(new Ajv({ ...settings, coerceTypes: false }));
  const fromText = withFormats(new Ajv({ ...settings, coerceTypes: 'array' }));
  server.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? exact : fromText).compile(schema as object),
  );
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
function answerUnknown(request: FastifyRequest, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const [path = ''] = request.url.split('?', 1);
  const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{2,5}$/.test(path);
  if (isPage && options.webRoot && existsSync(options.webRoot))
    return reply.type('text/html; charset=utf-8').sendFile('index.html');
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
