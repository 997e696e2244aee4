// Circuit breaker of a channel, as a pure decision (P3): after some failures in a row nothing is sent for a while, then one
// probe decides. A partner that is down thus costs neither attempts of waiting documents nor connections.
import { plusMs } from '../../kernel/instant.ts';

export type Breaker = {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Failures in a row while closed. */
  readonly failures: number;
  /** How often in a row it has opened: each time it stays open longer. */
  readonly trips: number;
  /** When the next probe may go (open), or a probe that never reported is given up (half-open). */
  readonly probeAt?: string;
};

export const wellBreaker: Breaker = { state: 'closed', failures: 0, trips: 0 };
const OPENS_AFTER = 5;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 600_000;

/** How many deliveries may go now, and the breaker that stands while they are under way. */
export function admit(
  breaker: Breaker,
  now: string,
  limit: number,
  probeLeaseMs: number,
): { readonly limit: number; readonly breaker: Breaker } {
  if (breaker.state === 'closed') return { limit, breaker };
  if (breaker.probeAt !== undefined && isAhead(breaker.probeAt, now)) return { limit: 0, breaker };
  return { limit: 1, breaker: { ...breaker, state: 'half-open', probeAt: plusMs(now, probeLeaseMs) } };
}

/** A wait that is longer than any it is given comes from a clock that was ahead: it is over. */
const isAhead = (probeAt: string, now: string): boolean =>
  probeAt > now && Date.parse(probeAt) - Date.parse(now) <= LONGEST_WAIT_MS * 1.2;

/** What an attempt's end makes of the breaker. A partner that refuses a document has answered: it is there. */
export function decideBreaker(breaker: Breaker, reached: boolean, now: string, jitter: number): Breaker {
  if (reached) return wellBreaker;
  const failures = breaker.failures + 1;
  if (breaker.state === 'closed' && failures < OPENS_AFTER) return { ...breaker, failures };
  // The late failure of an attempt that began before it opened adds nothing.
  if (breaker.state === 'open') return breaker;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(breaker.trips, 20), LONGEST_WAIT_MS);
  return {
    state: 'open',
    failures: 0,
    trips: breaker.trips + 1,
    probeAt: plusMs(now, Math.round(wait * (0.8 + 0.4 * jitter))),
  };
}
