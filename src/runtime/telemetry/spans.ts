// Spans for OpenTelemetry (P3): what took how long, under the trace id that everything has anyway. They are recorded when they are over.
// Where nobody wants them a span costs a comparison.
import { steadyNow } from '../clock.ts';
import { newSpanId } from './trace.ts';

export type Span = {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'consumer' | 'internal';
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Why it failed, in a word; absent when it did not. */
  readonly failed?: string;
};
export type Spans = {
  /** False: nobody wants them, nothing need be prepared. */
  readonly recording: boolean;
  record(span: Span): void;
  /** Sends what is left. */
  stop(): Promise<void>;
};
export const noSpans: Spans = { recording: false, record: () => undefined, stop: async () => undefined };

/** The wall clock of spans: of this process's start, then steady, so that no span ends before it began. */
export const spanNow = (): number => performance.timeOrigin + steadyNow();

export async function within<T>(
  spans: Spans,
  span: Pick<Span, 'name' | 'kind' | 'traceId' | 'parentSpanId' | 'attributes'>,
  act: () => Promise<T>,
): Promise<T> {
  if (!spans.recording) return act();
  const startMs = spanNow();
  const end = (failed?: string) =>
    spans.record({
      ...span,
      spanId: newSpanId(),
      startMs,
      endMs: spanNow(),
      ...(failed === undefined ? {} : { failed }),
    });
  try {
    const value = await act();
    end();
    return value;
  } catch (error) {
    end(error instanceof Error ? error.name : 'error');
    throw error;
  }
}
