// The slot search as an outsider would do it (P6): every site, start, bay and choice of officers is tried, minute by minute, and the best is
// kept. Written from the rules in src/hub/inspection/README.md, without looking at `choose-slots.ts`; slow, and for tests alone.
import type { SlotWish } from '../../src/hub/inspection/choose-slots.ts';
import type { Hours, Officer, Site, Yard } from '../../src/hub/inspection/yard.ts';

export type Found = {
  readonly site: string;
  readonly bay: string;
  readonly start: number;
  readonly officers: readonly string[];
  readonly appointment: boolean;
  readonly late: boolean;
};
const MINUTE = 60_000;

/** A minute of the local calendar: day text, ISO weekday by Zeller-free counting from a known Thursday, minute of day. */
function local(ms: number) {
  const minutes = Math.floor(ms / MINUTE) + 8 * 60;
  const days = Math.floor(minutes / 1440);
  // 1970-01-01 was a Thursday.
  return {
    day: new Date(days * 86_400_000).toISOString().slice(0, 10),
    weekday: ((days + 3) % 7) + 1,
    minute: minutes - days * 1440,
  };
}

export function searchAll(yard: Yard, wish: SlotWish): Found[] {
  const now = Date.parse(wish.now);
  const found: Found[] = [];
  for (const site of yard.sites) {
    const step = site.slotMinutes * MINUTE;
    const first = Math.max(now + (wish.fresh ? 30 : 60) * MINUTE, wish.notBefore ? Date.parse(wish.notBefore) : 0);
    for (let k = Math.floor(now / step); k * step < now + 14 * 1440 * MINUTE; k++) {
      const start = k * step;
      if (start < first) continue;
      const open = opening(yard, site, start, start + step);
      if (open === undefined) continue;
      const appointment = open === 'appointment';
      if (appointment ? !wish.mayUseAppointments : wish.onlyAppointments === true) continue;
      const ready = start + step + (site.virtualReturn ? 0 : site.returnMinutes * MINUTE);
      const late = wish.cutOff !== undefined && ready > Date.parse(wish.cutOff);
      for (const bay of site.bays) {
        if (wish.equipment.some((e) => !bay.equipment.includes(e))) continue;
        if (isTaken(yard, `bay ${site.id} ${bay.id}`, start, start + step)) continue;
        for (const officers of choices(yard, wish, site.id, start, start + step))
          found.push({ site: site.id, bay: bay.id, start, officers, appointment, late });
      }
    }
  }
  return found;
}

/** 0 best: in time and in opening hours; then in time by appointment; then the rest, where only fresh goods take appointments alike. */
export function rankFound(slot: Found, wish: SlotWish, yard: Yard): number {
  const length = (yard.sites.find((s) => s.id === slot.site)?.slotMinutes ?? 0) * MINUTE;
  const inTime = !slot.late && !(wish.fresh && slot.start + length > Date.parse(wish.now) + 120 * MINUTE);
  if (inTime) return slot.appointment ? 1 : 0;
  return slot.appointment && !wish.fresh ? 3 : 2;
}

function opening(yard: Yard, site: Site, from: number, to: number): 'open' | 'appointment' | undefined {
  const fits = (appointment: boolean) =>
    site.openings.some(
      (o) =>
        o.byAppointment === appointment &&
        (o.onHolidays || yard.holidays.get(local(from).day) !== 'off') &&
        within(yard, o, from, to),
    );
  return fits(false) ? 'open' : fits(true) ? 'appointment' : undefined;
}
function within(yard: Yard, hours: Hours, from: number, to: number): boolean {
  const { day } = local(from);
  for (let at = from; at < to; at += MINUTE) {
    const here = local(at);
    const weekday = yard.holidays.get(here.day) === 'worked' ? 1 : here.weekday;
    if (here.day !== day || !hours.weekdays.includes(weekday)) return false;
    if (here.minute < hours.fromMinute || here.minute >= hours.toMinute) return false;
  }
  return true;
}
function isTaken(yard: Yard, resource: string, from: number, to: number): boolean {
  for (const b of yard.bookings)
    if (b.resource === resource)
      for (let at = from; at < to; at += MINUTE) if (at >= Date.parse(b.from) && at < Date.parse(b.to)) return true;
  return false;
}
function choices(yard: Yard, wish: SlotWish, site: string, from: number, to: number): string[][] {
  let all: string[][] = [[]];
  for (const part of wish.parts) {
    const own = yard.officers.filter((o) => o.authority === part.authority);
    if (own.length === 0) continue;
    const able = own.filter((o) => part.skills.every((s) => o.skills.includes(s)) && canCome(yard, o, site, from, to));
    all = all.flatMap((chosen) => able.map((o) => [...chosen, o.id]));
  }
  return all;
}
function canCome(yard: Yard, officer: Officer, site: string, from: number, to: number): boolean {
  const { day } = local(from);
  const onDuty = officer.duties.some(
    (d) =>
      d.siteId === site &&
      d.validFrom <= day &&
      (d.validTo === undefined || day < d.validTo) &&
      within(yard, d, from, to),
  );
  if (!onDuty || isTaken(yard, `officer ${officer.id}`, from, to)) return false;
  for (const b of yard.bookings) {
    if (b.resource !== `officer ${officer.id}` || b.siteId === site) continue;
    const minutes = (a: string, z: string) => (yard.travel.get(`${a} ${z}`) ?? 0) * MINUTE;
    if (Date.parse(b.to) <= from && Date.parse(b.to) + minutes(b.siteId, site) > from) return false;
    if (Date.parse(b.from) >= to && to + minutes(site, b.siteId) > Date.parse(b.from)) return false;
  }
  return true;
}
