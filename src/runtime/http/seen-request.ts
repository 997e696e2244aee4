// What is known of a request beside its bytes: its trace and who calls, for the log, the span and whoever is told the number (P3).
// The trace id is the request's own id.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../context.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Log } from '../telemetry/log.ts';
import { type Spans, spanNow } from '../telemetry/spans.ts';
import { newSpanId, readTraceparent } from '../telemetry/trace.ts';

export type Watch = {
  readonly log: Pick<Log, 'request'>;
  readonly spans: Spans;
  readonly metrics?: Metrics;
};
type Seen = { readonly spanId: string; parentSpanId?: string; caller?: Actor };
const seen = new WeakMap<FastifyRequest, Seen>();
const seenOf = (request: FastifyRequest): Seen => {
  const known = seen.get(request) ?? { spanId: newSpanId() };
  seen.set(request, known);
  return known;
};

export const spanIdOf = (request: FastifyRequest): string => seenOf(request).spanId;

/**
 * A program or a partner's system that has shown its key may name the trace that its request belongs to. Anybody else's word is not
 * taken: he could lead his request into the trace of a stranger's.
 */
export function noteCaller(request: FastifyRequest, caller: Actor): void {
  const known = seenOf(request);
  known.caller = caller;
  if (caller.kind !== 'program' && caller.kind !== 'channel') return;
  const header = request.headers.traceparent;
  const given = readTraceparent(typeof header === 'string' ? header : undefined);
  if (!given) return;
  request.id = given.traceId;
  known.parentSpanId = given.spanId;
}

/** One line, one span, one figure per request: the route's pattern, so that what people type never becomes a label. */
export function noteAnswer(request: FastifyRequest, reply: FastifyReply, { log, spans, metrics }: Watch): void {
  const { method, id: traceId } = request;
  const route = request.routeOptions.url ?? 'unknown';
  const { statusCode: status, elapsedTime } = reply;
  metrics?.observeRequest({ method, route, status, seconds: elapsedTime / 1000 });
  const { spanId, parentSpanId, caller } = seenOf(request);
  log.request({
    traceId,
    method,
    route,
    status,
    ms: Math.round(elapsedTime),
    ...(caller?.organisationId ? { organisationId: caller.organisationId } : {}),
    ...(caller && caller.id !== 'anonymous' ? { caller: caller.kind } : {}),
  });
  if (!spans.recording) return;
  const endMs = spanNow();
  spans.record({
    name: `${method} ${route}`,
    kind: 'server',
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    startMs: endMs - elapsedTime,
    endMs,
    attributes: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
    ...(status >= 500 ? { failed: String(status) } : {}),
  });
}
