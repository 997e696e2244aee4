// What follows from an attempt, as a pure decision: done, again later, or dead (P3: retry with back-off and jitter).
import type { ChannelProfile, TransportOutcome } from '../mapping/contract.ts';
import type { DeliveryState } from './contract.ts';

export type AttemptDecision = {
  readonly state: DeliveryState /** Wait before the next attempt. */;
  readonly waitMs?: number;
};

/** `jitter` is from 0 to 1; the wait varies by ±20 % so that partners are not hit in step. */
export function decideAttempt(
  outcome: TransportOutcome['outcome'],
  attempt: number,
  profile: Pick<ChannelProfile, 'retryAfterMs'>,
  jitter: number,
): AttemptDecision {
  if (outcome === 'delivered') return { state: 'delivered' };
  if (outcome === 'refused') return { state: 'dead' };
  const waitMs = profile.retryAfterMs[attempt - 1];
  return waitMs === undefined
    ? { state: 'dead' }
    : { state: 'queued', waitMs: Math.round(waitMs * (0.8 + 0.4 * jitter)) };
}
