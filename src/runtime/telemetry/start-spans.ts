// Loads the OpenTelemetry SDK where an endpoint is configured, and only there (P3).
import { noSpans, type Spans } from './spans.ts';

export async function startSpans(endpoint: string | undefined, node: string): Promise<Spans> {
  if (endpoint === undefined) return noSpans;
  const { createOtlpSpans } = await import('./otlp-spans.ts');
  return createOtlpSpans({ endpoint, node });
}
