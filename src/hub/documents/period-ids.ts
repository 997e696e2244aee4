// Ids begin with the instant they were given at (UUIDv7), so a period is a range of ids: filtered and paged by the same key.
import { fromPartnerTime } from '../../kernel/instant.ts';

const DAY_MS = 24 * 3600_000;

/** The lowest id of so many days after `day` (`yyyy-MM-dd`, UTC+8). */
export function firstIdOf(day: string, daysLater: number): string {
  const instant = fromPartnerTime(day, 'yyyy-MM-dd');
  const ms = (instant ? Date.parse(instant) : 0) + daysLater * DAY_MS;
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
