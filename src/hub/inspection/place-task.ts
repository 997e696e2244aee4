// The earliest slot, taken (P6): searched again as long as somebody else was quicker.
import type { Context } from '../../runtime/context.ts';
import { chooseSlots, type FoundSlot, type SlotWish } from './choose-slots.ts';
import { type Search, type Sought, seek } from './offer-slots.ts';
import type { SlotColumns } from './store.ts';
import { takeSlot } from './store-yard.ts';

/** Nothing is free for two weeks, or no yard is open at all. */
export class NoSlot extends Error {}

const MOST_TRIES = 50;

export async function takeEarliest(
  context: Context,
  search: Search & { readonly taskId: string; readonly withoutAppointments?: boolean },
): Promise<{ readonly slot: FoundSlot; readonly sought: Sought }> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const found = await seek(context, search);
    const sought = search.withoutAppointments
      ? { ...found, wish: { ...found.wish, mayUseAppointments: false } }
      : found;
    const offers = chooseSlots(sought.yard, sought.wish);
    // Whom a draw gave it to and who is not to be had within two weeks does not keep the goods: his authority replaces him (M6).
    if (offers.length === 0) offers.push(...chooseSlots(sought.yard, withoutNames(sought.wish)));
    if (offers.length === 0) break;
    for (const slot of offers)
      if (await takeSlot(context, search.taskId, slot, sought.concerned)) return { slot, sought };
  }
  throw new NoSlot(`no inspection slot within two weeks for ${search.shipmentId}`);
}

const withoutNames = (wish: SlotWish): SlotWish => ({
  ...wish,
  parts: wish.parts.map(({ officerId: _, ...part }) => part),
});

/** What a task keeps of its slot. */
export const slotColumns = (slot: FoundSlot): SlotColumns => ({
  site_id: slot.siteId,
  bay: slot.bay,
  starts_at: slot.startsAt,
  ends_at: slot.endsAt,
  slot_reason: slot.reason,
  by_appointment: slot.byAppointment,
  late: slot.late,
});
