// The earliest feasible slots, pure: opening hours, lead time, fresh goods first, departure cut-off, nothing sold twice (P6, M3).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { InspectionSlot } from './contract.ts';
import type { InspectionSite } from './sites.ts';

export type SlotWish = {
  readonly site: InspectionSite;
  readonly now: string;
  readonly fresh: boolean;
  readonly cutOff?: string;
  readonly taken: ReadonlySet<string>;
  readonly count: number;
};
export type OfferedSlot = InspectionSlot & {
  readonly reason: Bilingual /** Later than the conveyance's cut-off. */;
  readonly late: boolean;
};

const HOUR_MS = 3_600_000;
const LEAD_MS = HOUR_MS;
/** SC 3 / M3: fresh goods out within two hours, so their inspection starts within half an hour. */
const FRESH_LEAD_MS = HOUR_MS / 2;
const HORIZON_MS = 7 * 24 * HOUR_MS;

export const slotKey = (siteId: string, bay: string, startsAt: string): string =>
  `${siteId} ${bay} ${new Date(startsAt).toISOString()}`;

export function chooseSlots(wish: SlotWish): OfferedSlot[] {
  const { site, taken } = wish;
  const stepMs = site.slotMinutes * 60_000;
  const now = Date.parse(wish.now);
  const earliest = now + (wish.fresh ? FRESH_LEAD_MS : LEAD_MS);
  const found: OfferedSlot[] = [];
  for (
    let at = Math.ceil(earliest / stepMs) * stepMs;
    at < now + HORIZON_MS && found.length < wish.count;
    at += stepMs
  ) {
    if (!isOpen(site, at, at + stepMs)) continue;
    const startsAt = new Date(at).toISOString();
    const bay = site.bays.find((b) => !taken.has(slotKey(site.id, b, startsAt)));
    if (!bay) continue;
    const endsAt = new Date(at + stepMs).toISOString();
    const late = wish.cutOff !== undefined && endsAt > wish.cutOff;
    found.push({
      id: slotKey(site.id, bay, startsAt),
      siteId: site.id,
      siteName: site.name,
      bay,
      startsAt,
      endsAt,
      late,
      reason: reasonFor(wish.fresh, late),
    });
  }
  return found;
}

function isOpen(site: InspectionSite, from: number, to: number): boolean {
  const hourOf = (ms: number) => ((ms + 8 * HOUR_MS) % (24 * HOUR_MS)) / HOUR_MS;
  const end = hourOf(to) === 0 ? 24 : hourOf(to);
  return hourOf(from) >= site.opensHour && end <= site.closesHour;
}

function reasonFor(fresh: boolean, late: boolean): Bilingual {
  if (late)
    return {
      zh: '已无法赶上本航次，取最早可用时段',
      en: 'The conveyance cannot be made any more; the earliest free slot',
    };
  if (fresh) return { zh: '鲜活易腐：半小时内优先安排', en: 'Fresh goods: placed first, within half an hour' };
  return { zh: '最早可用的查验台位与时段', en: 'The earliest free bay and time' };
}
