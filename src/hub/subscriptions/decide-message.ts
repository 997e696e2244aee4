// What follows from an attempt at a subscriber, as a pure decision (Standard Webhooks, "operational considerations"):
// 2xx is delivered; 410 means that nobody wants it any more; everything else comes again, and after days of failure the
// subscription is disabled so that a dead receiver costs nothing.
import type { Bilingual } from '../../kernel/bilingual.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const retryAfterMs = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Without one success for this long the subscription is disabled. */
export const DISABLE_AFTER_MS = 5 * 24 * HOUR;

export type MessageDecision = {
  readonly state: 'delivered' | 'queued' | 'failed';
  readonly waitMs?: number;
  readonly disable?: Bilingual;
};

/** `attempt` counts from 1; `jitter` from 0 to 1 spreads the wait by ±20 %; `failingForMs` includes this attempt. */
export function decideMessage(given: {
  readonly status: number | undefined;
  readonly attempt: number;
  readonly failingForMs: number;
  readonly jitter: number;
}): MessageDecision {
  const { status = 0, attempt } = given;
  if (status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410)
    return {
      state: 'failed',
      disable: { zh: '接收方答复 410：不再接收', en: 'The receiver answered 410: it is gone' },
    };
  const disable: Pick<MessageDecision, 'disable'> =
    given.failingForMs >= DISABLE_AFTER_MS
      ? { disable: { zh: '连续 5 天投递失败', en: 'Nothing could be delivered for 5 days' } }
      : {};
  const waitMs = retryAfterMs[attempt - 1];
  return waitMs === undefined
    ? { state: 'failed', ...disable }
    : { state: 'queued', waitMs: Math.round(waitMs * (0.8 + 0.4 * given.jitter)), ...disable };
}
