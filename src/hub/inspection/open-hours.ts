// Whether a time lies within hours: of a site (open, or open by appointment; M4, CQ18 6) and of an officer's roster. Pure.
import { partnerDay, plusMs, toPartnerTime } from '../../kernel/instant.ts';
import type { Duty, Hours, Site, Yard } from './yard.ts';

type Holidays = Yard['holidays'];

/** How a site is open for all of that time. */
export function openness(
  site: Site,
  from: string,
  to: string,
  holidays: Holidays,
): 'open' | 'by-appointment' | 'holiday' | 'closed' {
  const covering = site.openings.filter((hours) => covers(hours, from, to, holidays));
  const off = holidays.get(partnerDay(from)) === 'off';
  const now = covering.filter((hours) => !off || hours.onHolidays);
  if (now.some((hours) => !hours.byAppointment)) return 'open';
  if (now.length > 0) return 'by-appointment';
  return covering.length > 0 ? 'holiday' : 'closed';
}

export const isOnDuty = (duty: Duty, siteId: string, from: string, to: string, holidays: Holidays): boolean => {
  const day = partnerDay(from);
  return (
    duty.siteId === siteId &&
    day >= duty.validFrom &&
    (duty.validTo === undefined || day < duty.validTo) &&
    covers(duty, from, to, holidays)
  );
};

/** All of it on one day, within the hours. */
function covers(hours: Hours, from: string, to: string, holidays: Holidays): boolean {
  const day = partnerDay(from);
  const sameDay = partnerDay(plusMs(to, -1)) === day;
  const start = minuteOf(from);
  const end = start + (Date.parse(to) - Date.parse(from)) / 60_000;
  return (
    sameDay && hours.weekdays.includes(weekdayOf(day, holidays)) && start >= hours.fromMinute && end <= hours.toMinute
  );
}

function minuteOf(instant: string): number {
  const text = toPartnerTime(instant, 'yyyyMMddHHmm');
  return Number(text.slice(8, 10)) * 60 + Number(text.slice(10, 12));
}
/** 1 Monday … 7 Sunday; a weekend day that is worked (调休) goes by Monday's hours. */
const weekdayOf = (day: string, holidays: Holidays): number =>
  holidays.get(day) === 'worked' ? 1 : ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
