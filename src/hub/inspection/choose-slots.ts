// The earliest slot that suits everybody, and alternatives, pure (P6, M3, M4, M12): a free bay with what is needed, an officer of each
// authority who can do it, is on duty and can be there in time, hours of the site, the conveyance's cut-off, fresh goods within two hours.
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Equipment, OfferedSlot, Skill } from './contract.ts';
import { isOnDuty, type Moment, momentOf, openness } from './open-hours.ts';
import { type Obstacle, reasonFor } from './slot-reason.ts';
import { type Bay, bayResource, type Booking, type Officer, officerResource, type Site, type Yard } from './yard.ts';

export type SlotWish = {
  readonly now: string;
  /** Not before; the lead time counts all the same. */
  readonly notBefore?: string;
  readonly parts: readonly {
    readonly authority: AuthorityId;
    readonly skills: readonly Skill[];
    /** Drawn for it (M6): he and nobody else. */
    readonly officerId?: string;
  }[];
  readonly equipment: readonly Equipment[];
  readonly fresh: boolean;
  /** When the conveyance closes for cargo (截关). */
  readonly cutOff?: string;
  /** Not for an enterprise marked dishonest (SC 4). */
  readonly mayUseAppointments: boolean;
  /** Somebody asks for slots outside the opening hours and no others. */
  readonly onlyAppointments?: boolean;
};
export type Coming = { readonly id: string; readonly authority: AuthorityId; readonly name: string };
export type FoundSlot = OfferedSlot & { readonly officers: readonly Coming[] };

/** What is taken, by resource, each with its day. */
type TakenTime = Booking & { readonly day: string };
type Taken = ReadonlyMap<string, readonly TakenTime[]>;
const takenIn = (yard: Yard): Taken =>
  Map.groupBy(
    yard.bookings.map((b) => ({ ...b, day: partnerDay(b.from) })),
    (b) => b.resource,
  );

const MINUTE_MS = 60_000;
const LEAD_MS = 60 * MINUTE_MS;
/** SC 3 / M3: fresh goods out within two hours, so their inspection starts within half an hour and ends within two. */
const FRESH_LEAD_MS = 30 * MINUTE_MS;
const FRESH_LIMIT_MS = 120 * MINUTE_MS;
const HORIZON_MS = 14 * 24 * 60 * MINUTE_MS;
export const MOST_OFFERS = 6;

export const slotKey = (siteId: string, bay: string, startsAt: string): string =>
  `${siteId} ${bay} ${new Date(startsAt).toISOString()}`;

/** The best first, then up to five others, one for each site and time. */
export function chooseSlots(yard: Yard, wish: SlotWish, count = MOST_OFFERS): FoundSlot[] {
  const taken = takenIn(yard);
  const found = yard.sites.flatMap((site) => slotsOf(yard, taken, wish, site, count));
  return found
    .sort((a, b) => compareSlots(a, b, wish))
    .slice(0, count)
    .map((slot, rank) => ({
      ...slot,
      reason: reasonFor(slot, wish, rank === 0 ? { before: obstacleBefore(yard, taken, wish, slot) } : undefined),
    }));
}

/** All of a site, or as many of the best rank as are asked for: nothing after those can be better. */
function slotsOf(yard: Yard, taken: Taken, wish: SlotWish, site: Site, count: number): FoundSlot[] {
  const found: FoundSlot[] = [];
  let best = 0;
  for (const start of startsAt(site, wish)) {
    const slot = judgeBays(yard, taken, wish, site, start, site.bays);
    if ('kind' in slot || !isEligible(slot, wish)) continue;
    found.push(slot);
    if (rankOf(slot, wish) === 0 && ++best === count) break;
  }
  return found;
}

/** The slot somebody names, if it is one, is open to him and still free; otherwise what stands in its way. */
export function slotByKey(yard: Yard, wish: SlotWish, key: string): FoundSlot | Obstacle {
  const [siteId, bayId, start = ''] = key.split(' ');
  const site = yard.sites.find((s) => s.id === siteId);
  const bay = site?.bays.find((b) => b.id === bayId);
  if (!site || !bay || !isStart(site, wish, start)) return { kind: 'unknown' };
  const judged = judgeBays(yard, takenIn(yard), wish, site, start, [bay]);
  if ('kind' in judged) return judged;
  if (!isEligible(judged, wish)) return { kind: 'closed' };
  return { ...judged, reason: reasonFor(judged, wish) };
}

/** Whether what ends then is too late for the cut-off. */
export const lateFor = (
  site: Pick<Site, 'returnMinutes' | 'virtualReturn'>,
  endsAt: string,
  cutOff?: string,
): boolean => cutOff !== undefined && readyAt(site, endsAt) > new Date(cutOff).toISOString();
/** When an inspected box can be loaded: where virtual return is used, at once. */
export const readyAt = (site: Pick<Site, 'returnMinutes' | 'virtualReturn'>, passedAt: string): string =>
  plusMs(passedAt, site.virtualReturn ? 0 : site.returnMinutes * MINUTE_MS);

const isInTime = (slot: FoundSlot, wish: SlotWish): boolean =>
  !slot.late && (!wish.fresh || slot.endsAt <= plusMs(wish.now, FRESH_LIMIT_MS));
const isEligible = (slot: FoundSlot, wish: SlotWish): boolean =>
  slot.byAppointment ? wish.mayUseAppointments : wish.onlyAppointments !== true;
/** In time before late; in opening hours before an appointment, unless both are late for fresh goods; then the earliest. */
const rankOf = (slot: FoundSlot, wish: SlotWish): number =>
  isInTime(slot, wish) ? (slot.byAppointment ? 1 : 0) : slot.byAppointment && !wish.fresh ? 3 : 2;
const compareSlots = (a: FoundSlot, b: FoundSlot, wish: SlotWish): number =>
  rankOf(a, wish) - rankOf(b, wish) || compareText(a.startsAt, b.startsAt) || compareText(a.siteId, b.siteId);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Times of the site's own raster, from the lead time to the horizon. */
function startsAt(site: Site, wish: SlotWish): string[] {
  const { step, first, last } = rasterOf(site, wish);
  const starts: string[] = [];
  for (let at = first; at < last; at += step) starts.push(new Date(at).toISOString());
  return starts;
}
function isStart(site: Site, wish: SlotWish, start: string): boolean {
  const { step, first, last } = rasterOf(site, wish);
  const at = Date.parse(start);
  return at >= first && at < last && at % step === 0 && new Date(at).toISOString() === start;
}
function rasterOf(site: Site, wish: SlotWish) {
  const step = site.slotMinutes * MINUTE_MS;
  const now = Date.parse(wish.now);
  const earliest = Math.max(now + (wish.fresh ? FRESH_LEAD_MS : LEAD_MS), Date.parse(wish.notBefore ?? wish.now));
  return { step, first: Math.ceil(earliest / step) * step, last: now + HORIZON_MS };
}

function judgeBays(
  yard: Yard,
  taken: Taken,
  wish: SlotWish,
  site: Site,
  start: string,
  bays: readonly Bay[],
): FoundSlot | Obstacle {
  const end = plusMs(start, site.slotMinutes * MINUTE_MS);
  const moment = momentOf(start, site.slotMinutes, yard.holidays);
  const open = openness(site, moment);
  if (open === 'closed' || open === 'holiday') return { kind: open };
  const fit = bays.filter((bay) => wish.equipment.every((e) => bay.equipment.includes(e)));
  // One that can do no more than is needed first: the scanner stays free for who needs it.
  const free = fit
    .filter((bay) => !(taken.get(bayResource(site.id, bay.id)) ?? []).some((b) => overlaps(b, start, end)))
    .sort((a, b) => a.equipment.length - b.equipment.length || compareText(a.id, b.id));
  const [bay] = free;
  if (!bay) return wish.equipment.length > 0 ? { kind: 'equipment', equipment: wish.equipment } : { kind: 'bay' };
  const officers: Coming[] = [];
  for (const part of wish.parts) {
    const officer = officerFor(yard, taken, part, { siteId: site.id, start, end, moment });
    if (officer && 'kind' in officer) return officer;
    if (officer) officers.push(officer);
  }
  return {
    id: slotKey(site.id, bay.id, start),
    siteId: site.id,
    siteName: site.name,
    bay: bay.id,
    startsAt: start,
    endsAt: end,
    byAppointment: open === 'by-appointment',
    late: lateFor(site, end, wish.cutOff),
    reason: { zh: '', en: '' },
    officers,
  };
}

type Place = { readonly siteId: string; readonly start: string; readonly end: string; readonly moment: Moment };
/** Who comes for a part, or what stands in the way. An authority that has entered no roster is not held to one: nobody. */
function officerFor(
  yard: Yard,
  taken: Taken,
  part: SlotWish['parts'][number],
  { siteId, start, end, moment }: Place,
): Coming | Obstacle | undefined {
  if (!yard.officers.some((o) => o.authority === part.authority)) return undefined;
  const able = yard.officers.filter(
    (o) =>
      o.authority === part.authority &&
      (part.officerId === undefined || o.id === part.officerId) &&
      part.skills.every((skill) => o.skills.includes(skill)) &&
      o.duties.some((duty) => isOnDuty(duty, siteId, moment)),
  );
  const idle = able.filter((o) => !bookingsOf(taken, o).some((b) => overlaps(b, start, end)));
  const there = idle.filter((o) => bookingsOf(taken, o).every((b) => leavesTime(yard, b, siteId, start, end)));
  const [officer] = [...there].sort(
    (a, b) => busyOn(taken, a, moment.day) - busyOn(taken, b, moment.day) || compareText(a.id, b.id),
  );
  if (!officer) return { kind: idle.length > 0 ? 'travel' : 'officer', authority: part.authority };
  return { id: officer.id, authority: part.authority, name: officer.name };
}

/** Whoever comes already, and for each authority that joins whoever can still come to the slot as it stands; where nobody can, nobody. */
export function officersFor(
  yard: Yard,
  wish: SlotWish,
  slot: { readonly siteId: string; readonly startsAt: string; readonly endsAt: string },
  coming: readonly Coming[],
): Coming[] {
  const taken = takenIn(yard);
  const [start, end] = [new Date(slot.startsAt).toISOString(), new Date(slot.endsAt).toISOString()];
  const minutes = (Date.parse(end) - Date.parse(start)) / MINUTE_MS;
  const place = { siteId: slot.siteId, start, end, moment: momentOf(start, minutes, yard.holidays) };
  return wish.parts.flatMap((part) => {
    const known = coming.find((one) => one.authority === part.authority);
    const found = known ?? officerFor(yard, taken, part, place);
    return found && !('kind' in found) ? [found] : [];
  });
}

const overlaps = (b: Booking, from: string, to: string): boolean => b.from < to && b.to > from;
const bookingsOf = (taken: Taken, officer: Officer): readonly TakenTime[] =>
  taken.get(officerResource(officer.id)) ?? [];
/** What an officer has that day: work is spread. */
const busyOn = (taken: Taken, officer: Officer, day: string): number =>
  bookingsOf(taken, officer).filter((b) => b.day === day).length;
function leavesTime(yard: Yard, b: Booking, siteId: string, from: string, to: string): boolean {
  if (b.siteId === siteId) return true;
  const way = (a: string, z: string) => (yard.travel.get(`${a} ${z}`) ?? 0) * MINUTE_MS;
  return plusMs(b.to, way(b.siteId, siteId)) <= from || plusMs(to, way(siteId, b.siteId)) <= b.from;
}

/** What kept the slot from being one step earlier; nothing where that is the lead time. */
function obstacleBefore(yard: Yard, taken: Taken, wish: SlotWish, slot: FoundSlot): Obstacle | undefined {
  const site = yard.sites.find((s) => s.id === slot.siteId);
  const before = plusMs(slot.startsAt, -(site?.slotMinutes ?? 0) * MINUTE_MS);
  if (!site || !isStart(site, wish, before)) return undefined;
  const judged = judgeBays(yard, taken, wish, site, before, site.bays);
  return 'kind' in judged ? judged : judged.byAppointment ? { kind: 'closed' } : undefined;
}
