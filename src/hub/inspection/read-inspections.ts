// Reading inspections: an authority sees those it takes part in, everybody else those of shipments he may see.
import type { Context } from '../../runtime/context.ts';
import { mayReadShipment, shipmentHeading } from '../shipment/index.ts';
import type { InspectionView } from './contract.ts';
import { refuse } from './refusals.ts';
import { siteById } from './sites.ts';
import { findTask, listParts, listTasks, type TaskRow } from './store.ts';

export async function readInspections(
  context: Context,
  filter: { state?: string; shipmentId?: string },
): Promise<InspectionView[]> {
  const rows = await listTasks(context, {
    ...filter,
    limit: 200,
    ...(context.actor.authority ? { authority: context.actor.authority } : {}),
  });
  const allowed = new Map<string, boolean>();
  for (const id of new Set(rows.map((r) => r.shipment_id))) allowed.set(id, await mayReadShipment(context, id));
  return Promise.all(rows.filter((r) => allowed.get(r.shipment_id)).map((row) => toView(context, row)));
}

/** All inspections of a shipment that the reader may see. */
export const inspectionsOf = (context: Context, shipmentId: string): Promise<InspectionView[]> =>
  readInspections(context, { shipmentId });

export async function readInspection(context: Context, id: string): Promise<InspectionView> {
  const row = await findTask(context, id);
  if (!row || !(await mayReadShipment(context, row.shipment_id))) throw refuse('INSPECTION_UNKNOWN');
  return toView(context, row);
}

async function toView(context: Context, row: TaskRow): Promise<InspectionView> {
  const [parts, heading] = [await listParts(context, [row.id]), await shipmentHeading(context, row.shipment_id)];
  return {
    id: row.id,
    number: row.number,
    shipmentId: row.shipment_id,
    shipmentNumber: heading?.number ?? '',
    objectIds: row.object_ids,
    joint: parts.length > 1,
    state: row.state,
    slot: {
      id: `${row.site_id} ${row.bay} ${row.starts_at}`,
      siteId: row.site_id,
      siteName: siteById(row.site_id)?.name ?? { zh: row.site_id, en: row.site_id },
      bay: row.bay,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    },
    slotReason: row.slot_reason,
    rescheduled: row.history,
    simulated: row.simulated,
    parts: parts.map((p) => ({
      authority: p.authority,
      instructionIds: p.instruction_ids,
      ...(p.requirement ? { requirement: p.requirement } : {}),
      ...(p.result ? { result: p.result } : {}),
    })),
  };
}
