// What the library is ordered, paged and filtered by period by: the instant a thing was made at, and its id behind that. Ids alone will
// not do: those of sent documents come from what they are about, not from the clock.
import { fromPartnerTime } from '../../kernel/instant.ts';

const DAY_MS = 24 * 3600_000;

export function pageKeyOf(madeAt: string, id: string): string {
  return `${timeOf(Date.parse(madeAt))}${id.slice(13)}`;
}

/** The lowest key of so many days after `day` (`yyyy-MM-dd`, UTC+8). */
export function firstKeyOf(day: string, daysLater: number): string {
  const instant = fromPartnerTime(day, 'yyyy-MM-dd');
  return `${timeOf((instant ? Date.parse(instant) : 0) + daysLater * DAY_MS)}-0000-0000-000000000000`;
}

function timeOf(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
}
