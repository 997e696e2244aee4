// When an authority is asked again for its list or its answer about a certificate (RFC 5280 §5.1.2.5, RFC 6960 §2.4): at the time it names,
// but neither at every turn nor so late that what it says in between is missed; after failures later each time. Pure.
import { plusMs } from '../../kernel/instant.ts';

/** It may say something new before the old has run out. */
const MOST_WAIT_MS = 6 * 3_600_000;
const LEAST_WAIT_MS = 10 * 60_000;
const FAILED_WAITS_MS = [60_000, 5 * 60_000, 30 * 60_000, 3_600_000];

/** `nextUpdate`: when the authority itself says there is something new; it need not. */
export function askAgainAt(now: string, nextUpdate: string | undefined): string {
  const soonest = plusMs(now, LEAST_WAIT_MS);
  const latest = plusMs(now, MOST_WAIT_MS);
  if (nextUpdate === undefined || nextUpdate > latest) return latest;
  return nextUpdate < soonest ? soonest : nextUpdate;
}

/** `failures` ≥ 1 in a row. */
export const askAgainAfter = (now: string, failures: number): string =>
  plusMs(now, FAILED_WAITS_MS[Math.min(failures, FAILED_WAITS_MS.length) - 1] ?? 0);
