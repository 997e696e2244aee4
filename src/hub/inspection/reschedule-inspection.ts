// Moves an unstarted inspection to another free slot; a reason is kept (P6: rescheduling needs a reason).
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, mustBeAuthorisedFor } from '../shipment/index.ts';
import type { InspectionEvents, InspectionView } from './contract.ts';
import { offerSlots } from './plan-joint-inspection.ts';
import { readInspection } from './read-inspections.ts';
import { refuse } from './refusals.ts';
import { listParts, lockTask, moveTask } from './store.ts';

const emit = emitter<InspectionEvents>();
const OFFERS = 5;

export async function readSlots(context: Context, inspectionId: string) {
  const task = await readInspection(context, inspectionId);
  // What others have booked is taken, whoever they are.
  const offers = await context.beyondLock((open) => offerSlots(open, task.shipmentId, OFFERS));
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
  if (!task || !(await mayDoToShipment(context, task.shipment_id, 'inspection.read')))
    throw refuse('INSPECTION_UNKNOWN');
  await mustBeAuthorisedFor(context, task.shipment_id, 'inspect');
  if (task.state !== 'planned') throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
  const offers = await context.beyondLock((open) => offerSlots(open, task.shipment_id, 200));
  const slot = offers.find((s) => s.id === command.slotId);
  const history = [
    ...task.history,
    { from: task.starts_at, to: slot?.startsAt ?? '', reason: command.reason, at: context.now },
  ];
  if (
    !slot ||
    !(await context.beyondLock((open) =>
      moveTask(open, task.id, {
        site_id: slot.siteId,
        bay: slot.bay,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
        history,
      }),
    ))
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
