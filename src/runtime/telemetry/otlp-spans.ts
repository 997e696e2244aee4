// Sends spans to an OTLP/HTTP collector with the OpenTelemetry SDK; only `start-spans.ts` loads this. Headers, time limit and compression
// are the SDK's own environment (OTEL_EXPORTER_OTLP_HEADERS and so on). A collector that is away costs spans, nothing else.
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Span, Spans } from './spans.ts';
import { newSpanId } from './trace.ts';

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;
const STOP_MS = 3000;

export function createOtlpSpans({ endpoint, node }: { readonly endpoint: string; readonly node: string }): Spans {
  // The ids are ours: the SDK asks for them while the span that is being recorded is the only one.
  let next: { readonly traceId: string; readonly spanId: string } = { traceId: '', spanId: newSpanId() };
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': process.env.OTEL_SERVICE_NAME ?? 'portico',
      'service.instance.id': node,
    }),
    sampler: new AlwaysOnSampler(),
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
      }),
    ],
  });
  const tracer = provider.getTracer('portico');
  const parentOf = ({ traceId, parentSpanId }: Span) =>
    parentSpanId === undefined
      ? ROOT_CONTEXT
      : trace.setSpanContext(ROOT_CONTEXT, {
          traceId,
          spanId: parentSpanId,
          traceFlags: TraceFlags.SAMPLED,
          isRemote: true,
        });
  return {
    recording: true,
    record: (span) => {
      next = span;
      const { attributes, startMs: startTime, endMs } = span;
      const recorded = tracer.startSpan(span.name, { kind: KINDS[span.kind], startTime, attributes }, parentOf(span));
      if (span.failed !== undefined) recorded.setStatus({ code: SpanStatusCode.ERROR, message: span.failed });
      recorded.end(endMs);
    },
    stop: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}
