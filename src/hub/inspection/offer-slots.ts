// Slots for an inspection: what its orders and its form ask for, looked for in the yard as it is now (P6).
import type { Context } from '../../runtime/context.ts';
import { casesOf, readSubmittedForm } from '../shipment/index.ts';
import { chooseSlots, type FoundSlot, MOST_OFFERS, type SlotWish, slotByKey } from './choose-slots.ts';
import { attainable, type CaseFacts, equipmentWished, factsOf, type Ordered, partsWished } from './rules-wish.ts';
import type { Obstacle } from './slot-reason.ts';
import { listNamed } from './store.ts';
import { findSailing } from './store-sailings.ts';
import { isMarked } from './store-marked.ts';
import { readYard, sitesOf } from './store-yard.ts';
import type { Yard } from './yard.ts';

export type Sought = {
  readonly yard: Yard;
  readonly wish: SlotWish;
  readonly facts: CaseFacts;
  /** For whom it is looked for: a mark of dishonesty on any of them bars appointments. */
  readonly concerned: readonly string[];
};
export type Search = {
  readonly shipmentId: string;
  readonly parts: readonly Ordered[];
  /** The task that is to move: what it has is as good as free. */
  readonly taskId?: string;
  readonly notBefore?: string;
  readonly onlyAppointments?: boolean;
};

export async function seek(context: Context, search: Search): Promise<Sought> {
  const { shipmentId, parts } = search;
  const facts = await withSailing(context, factsOf((await readSubmittedForm(context, shipmentId)) ?? {}));
  const owner = (await casesOf(context, [shipmentId])).get(shipmentId)?.ownerId;
  // Whoever books for a marked enterprise, and whoever is marked himself, has no appointments.
  const concerned = [owner, context.actor.organisationId].filter((id) => id !== undefined);
  const wish: SlotWish = {
    now: context.now,
    parts: partsWished(parts, await listNamed(context, shipmentId)),
    equipment: equipmentWished(parts, facts.fresh),
    fresh: facts.fresh,
    mayUseAppointments: concerned.length === 0 || !(await isMarked(context, concerned)),
    ...(facts.cutOff ? { cutOff: facts.cutOff } : {}),
    ...(search.notBefore ? { notBefore: search.notBefore } : {}),
    ...(search.onlyAppointments ? { onlyAppointments: true } : {}),
  };
  const sites = await sitesOf(context, facts.station);
  const yard = await readYard(
    context,
    sites,
    parts.map((part) => part.authority),
    search.taskId,
  );
  return { yard, wish: attainable(yard, wish), facts, concerned };
}

/** What the carrier says of the departure is newer than what was typed. */
async function withSailing(context: Context, facts: CaseFacts): Promise<CaseFacts> {
  const told = facts.sailing && (await findSailing(context, facts.sailing));
  return told ? { ...facts, cutOff: new Date(told.departs_at).toISOString() } : facts;
}

export const offerSlots = async (context: Context, search: Search, count = MOST_OFFERS): Promise<FoundSlot[]> => {
  const { yard, wish } = await seek(context, search);
  return chooseSlots(yard, wish, count);
};

/** The slot somebody names, or what stands in its way. */
export async function findSlot(
  context: Context,
  search: Search,
  key: string,
): Promise<{ readonly slot: FoundSlot | Obstacle; readonly sought: Sought }> {
  const sought = await seek(context, search);
  return { slot: slotByKey(sought.yard, sought.wish, key), sought };
}
