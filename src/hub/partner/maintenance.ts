// When a partner's system is looked after (issue 6): pure answers from the windows that were agreed. Weekly ones are in partner time (UTC+8).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { fromPartnerTime, plusMs, toPartnerTime } from '../../kernel/instant.ts';
import type { ChannelProfile } from '../mapping/contract.ts';
import type { ChannelSettings, MaintenanceWindow } from './contract.ts';

/** What two persons have set, and what the profile says where they have set nothing. */
export const windowsOf = (
  profile: Pick<ChannelProfile, 'maintenance'>,
  settings: Pick<ChannelSettings, 'maintenance'> | undefined,
): readonly MaintenanceWindow[] => settings?.maintenance ?? profile.maintenance;

export type Occurrence = { readonly from: string; readonly until: string; readonly reason: Bilingual };
const DAY_MS = 86_400_000;

/** The one that is open now; of several the one that ends last. */
export const openWindow = (windows: readonly MaintenanceWindow[], now: string): Occurrence | undefined =>
  windows
    .flatMap((window) => occurrences(window, plusMs(now, -DAY_MS), now))
    .filter(({ from, until }) => from <= now && now < until)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];

/** Those that begin after now and within so many days, the next first. */
export const plannedWindows = (windows: readonly MaintenanceWindow[], now: string, days: number): Occurrence[] =>
  windows
    .flatMap((window) => occurrences(window, now, plusMs(now, days * DAY_MS)))
    .filter(({ from }) => from > now)
    .sort((a, b) => (a.from < b.from ? -1 : 1));

/** Those that begin from one instant to another; a dated one always. */
function occurrences(window: MaintenanceWindow, since: string, to: string): Occurrence[] {
  const { reason, weekday, at, minutes } = window;
  if (window.from && window.until) return window.from <= to ? [{ from: window.from, until: window.until, reason }] : [];
  if (weekday === undefined || !at || minutes === undefined) return [];
  const found: Occurrence[] = [];
  for (let day = since; day <= plusMs(to, DAY_MS); day = plusMs(day, DAY_MS)) {
    const date = toPartnerTime(day, 'yyyy-MM-dd');
    const from = fromPartnerTime(`${date} ${at}:00`, 'yyyy-MM-dd HH:mm:ss');
    if (from && weekdayOf(date) === weekday && from <= to)
      found.push({ from, until: plusMs(from, minutes * 60_000), reason });
  }
  return found;
}
/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
