// What background work leaves behind beside its record: a line, a figure and a span for each attempt of a delivery, a line and a figure
// for each reaction that failed (P3).
import type { StoredEvent } from '../context.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { AttemptLine, Log } from './log.ts';
import { type Spans, spanNow } from './spans.ts';

export type WorkWatch = { readonly log: Log; readonly metrics: Metrics; readonly spans: Spans };

export function noteAttempt(
  { log, metrics, spans }: WorkWatch,
  { spanId, ...line }: AttemptLine & { readonly spanId: string },
): void {
  const { traceId, channel, outcome, ms } = line;
  log.attempt(line);
  metrics.observeAttempt({ channel, outcome, seconds: ms / 1000 });
  if (!spans.recording || traceId === undefined) return;
  const endMs = spanNow();
  spans.record({
    name: `deliver ${channel}`,
    kind: 'client',
    traceId,
    spanId,
    startMs: endMs - ms,
    endMs,
    attributes: {
      'portico.channel': channel,
      'portico.document': line.document,
      'portico.delivery': line.deliveryId,
      'portico.attempt': line.attempt,
      'portico.outcome': outcome,
    },
    ...(outcome === 'delivered' ? {} : { failed: line.detail }),
  });
}

export function noteFailedReaction(
  { log, metrics }: WorkWatch,
  {
    error,
    reaction,
    event: { type, position, traceId },
  }: { readonly error: unknown; readonly reaction: string; readonly event: StoredEvent },
): void {
  metrics.countFailedReaction(reaction);
  log.reactionFailed({ reaction, event: type, position, ...(traceId ? { traceId } : {}) }, error);
}
