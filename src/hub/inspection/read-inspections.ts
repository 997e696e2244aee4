// Reading inspections: an authority sees those it takes part in, everybody else those of shipments he may see.
import type { Context } from '../../runtime/context.ts';
import { type Page, USUAL_PAGE } from '../../runtime/database/read-page.ts';
import { isOutsider, mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import { slotKey } from './choose-slots.ts';
import type { InspectionView } from './contract.ts';
import { refuse } from './refusals.ts';
import { findTask, listParts, listTasks, type TaskRow } from './store.ts';
import { siteById } from './store-yard.ts';

const READ_AHEAD = 200;
/** One request looks at this many tasks at the most; its `next` goes on from there. */
const MOST_LOOKED_AT = 5000;

export async function readInspections(
  context: Context,
  filter: { state?: string; shipmentId?: string; after?: string; limit?: number },
): Promise<Page<InspectionView>> {
  const limit = filter.limit ?? USUAL_PAGE;
  const allowed = new Map<string, boolean>();
  const mine: TaskRow[] = [];
  let after = filter.after;
  for (let looked = 0; looked < MOST_LOOKED_AT && mine.length <= limit; looked += READ_AHEAD) {
    // Walked newest first, each judged by its case below; under the lock the walk would have no end for who sees few.
    const page = {
      ...filter,
      ...(after ? { after } : {}),
      ...(context.actor.authority ? { authority: context.actor.authority } : {}),
      limit: READ_AHEAD,
    };
    const rows = await context.beyondLock((open) => listTasks(open, page));
    for (const row of rows) {
      if (!allowed.has(row.shipment_id))
        allowed.set(row.shipment_id, await mayDoToShipment(context, row.shipment_id, 'inspection.read'));
      if (allowed.get(row.shipment_id)) mine.push(row);
    }
    after = rows.at(-1)?.id;
    if (rows.length < READ_AHEAD) {
      after = undefined;
      break;
    }
  }
  const shown = mine.slice(0, limit);
  const next = mine.length > limit ? shown.at(-1)?.id : after;
  const items = await Promise.all(shown.map((row) => toView(context, row)));
  return { items, ...(next ? { next } : {}) };
}

/** All inspections of a shipment that the reader may see. */
export const inspectionsOf = async (context: Context, shipmentId: string): Promise<readonly InspectionView[]> =>
  (await readInspections(context, { shipmentId, limit: READ_AHEAD })).items;

export async function readInspection(context: Context, id: string): Promise<InspectionView> {
  const row = await findTask(context, id);
  if (!row || !(await mayDoToShipment(context, row.shipment_id, 'inspection.read'))) throw refuse('INSPECTION_UNKNOWN');
  return toView(context, row);
}

const isOpen = (row: TaskRow): boolean => row.state === 'planned' || row.state === 'started';

async function toView(context: Context, row: TaskRow): Promise<InspectionView> {
  const [parts, heading, site] = [
    await listParts(context, [row.id]),
    await shipmentHeading(context, row.shipment_id),
    await siteById(context, row.site_id),
  ];
  return {
    id: row.id,
    number: row.number,
    shipmentId: row.shipment_id,
    shipmentNumber: heading?.number ?? '',
    objectIds: row.object_ids,
    joint: parts.length > 1,
    state: row.state,
    overdue: isOpen(row) && new Date(row.ends_at) < new Date(context.now),
    slot: {
      id: slotKey(row.site_id, row.bay, row.starts_at),
      siteId: row.site_id,
      siteName: site?.name ?? { zh: row.site_id, en: row.site_id },
      bay: row.bay,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    },
    slotReason: row.slot_reason,
    byAppointment: row.by_appointment,
    ...(row.cut_off ? { cutOff: row.cut_off } : {}),
    late: row.late,
    ...(row.booked ? { booked: row.booked } : {}),
    ...(row.virtually_returned_at ? { virtuallyReturnedAt: row.virtually_returned_at } : {}),
    rescheduled: row.history,
    simulated: row.simulated,
    parts: parts.map((p) => ({
      authority: p.authority,
      instructionIds: p.instruction_ids,
      // Enterprises do not learn beforehand who comes (M6).
      ...(p.officer_name && isOutsider(context.actor) ? { officer: p.officer_name } : {}),
      ...(p.requirement ? { requirement: p.requirement } : {}),
      ...(p.result ? { result: p.result } : {}),
    })),
  };
}
