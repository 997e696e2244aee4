// Moves an unstarted inspection to another free slot; a reason is kept (P6: rescheduling needs a reason).
import { type Context, emitter } from '../../runtime/context.ts';
import { mayReadShipment } from '../shipment/index.ts';
import type { InspectionEvents, InspectionView } from './contract.ts';
import { offerSlots } from './plan-joint-inspection.ts';
import { readInspection } from './read-inspections.ts';
import { refuse } from './refusals.ts';
import { listParts, lockTask, moveTask } from './store.ts';

const emit = emitter<InspectionEvents>();
const OFFERS = 5;

export async function readSlots(context: Context, inspectionId: string) {
  const task = await readInspection(context, inspectionId);
  const offers = await offerSlots(context, task.shipmentId, OFFERS);
  return offers.map(({ id, siteId, siteName, bay, startsAt, endsAt }) => ({
    id,
    siteId,
    siteName,
    bay,
    startsAt,
    endsAt,
  }));
}

export async function rescheduleInspection(
  context: Context,
  command: { inspectionId: string; slotId: string; reason: string },
): Promise<InspectionView> {
  const task = await lockTask(context, command.inspectionId);
  if (!task || !(await mayReadShipment(context, task.shipment_id))) throw refuse('INSPECTION_UNKNOWN');
  if (task.state !== 'planned') throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
  const slot = (await offerSlots(context, task.shipment_id, 200)).find((s) => s.id === command.slotId);
  const history = [
    ...task.history,
    { from: task.starts_at, to: slot?.startsAt ?? '', reason: command.reason, at: context.now },
  ];
  if (
    !slot ||
    !(await moveTask(context, task.id, {
      site_id: slot.siteId,
      bay: slot.bay,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      history,
    }))
  )
    throw refuse('INSPECTION_SLOT_TAKEN');
  await emit(context, 'inspection.rescheduled', task.shipment_id, {
    shipmentId: task.shipment_id,
    inspectionId: task.id,
    number: task.number,
    from: task.starts_at,
    to: slot.startsAt,
    reason: command.reason,
    authorities: (await listParts(context, [task.id])).map((part) => part.authority),
  });
  return readInspection(context, task.id);
}
