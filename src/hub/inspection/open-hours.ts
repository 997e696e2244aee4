// Whether a time lies within hours: of a site (open, or open by appointment; M4, CQ18 6) and of an officer's roster. Pure.
import { partnerDay, toPartnerTime } from '../../kernel/instant.ts';
import type { Duty, Hours, Site, Yard } from './yard.ts';

type Holidays = Yard['holidays'];

/** A time of one of the partner's days, read once: hours are asked for it many times. A slot that runs past midnight lies in no hours. */
export type Moment = {
  readonly day: string;
  /** 1 Monday … 7 Sunday; a weekend day that is worked (调休) goes by Monday's hours. */
  readonly weekday: number;
  readonly off: boolean;
  readonly fromMinute: number;
  readonly toMinute: number;
};
export function momentOf(from: string, minutes: number, holidays: Holidays): Moment {
  const day = partnerDay(from);
  const text = toPartnerTime(from, 'yyyyMMddHHmm');
  const fromMinute = Number(text.slice(8, 10)) * 60 + Number(text.slice(10, 12));
  return {
    day,
    weekday: holidays.get(day) === 'worked' ? 1 : ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
    off: holidays.get(day) === 'off',
    fromMinute,
    toMinute: fromMinute + minutes,
  };
}

/** How a site is open for all of that time. */
export function openness(site: Site, moment: Moment): 'open' | 'by-appointment' | 'holiday' | 'closed' {
  const covering = site.openings.filter((hours) => covers(hours, moment));
  const now = covering.filter((hours) => !moment.off || hours.onHolidays);
  if (now.some((hours) => !hours.byAppointment)) return 'open';
  if (now.length > 0) return 'by-appointment';
  return covering.length > 0 ? 'holiday' : 'closed';
}

export const isOnDuty = (duty: Duty, siteId: string, moment: Moment): boolean =>
  duty.siteId === siteId &&
  moment.day >= duty.validFrom &&
  (duty.validTo === undefined || moment.day < duty.validTo) &&
  covers(duty, moment);

const covers = (hours: Hours, { weekday, fromMinute, toMinute }: Moment): boolean =>
  hours.weekdays.includes(weekday) && fromMinute >= hours.fromMinute && toMinute <= hours.toMinute;
