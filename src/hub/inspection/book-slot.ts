// An enterprise takes an offered slot, changes it with a reason, or gives it back (P6, M4). Who may, and when, is asked first; then the
// slot is judged by itself and taken together with its officers, or not at all.
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, mustBeAuthorisedFor } from '../shipment/index.ts';
import type { FoundSlot } from './choose-slots.ts';
import { slotByKey } from './choose-slots.ts';
import type { InspectionEvents, InspectionView, OfferedSlot } from './contract.ts';
import { findSlot, offerSlots, type Search } from './offer-slots.ts';
import { aboutTask, moveTask } from './move-task.ts';
import { takeEarliest } from './place-task.ts';
import { readInspection } from './read-inspections.ts';
import { refuse } from './refusals.ts';
import { type BookingAct, faultOfBooking } from './rules-booking.ts';
import { obstacleText } from './slot-reason.ts';
import { listParts, lockTask, type PartRow, type TaskRow } from './store.ts';
import { isMarked } from './store-marked.ts';
import { takeSlot } from './store-yard.ts';

const emit = emitter<InspectionEvents>();
type Asked = { readonly from?: string; readonly outOfHours?: boolean };
type Locked = { readonly task: TaskRow; readonly parts: readonly PartRow[]; readonly search: Search };

export async function readSlots(context: Context, inspectionId: string, asked: Asked = {}): Promise<OfferedSlot[]> {
  const { shipmentId, slot } = await readInspection(context, inspectionId);
  const search = {
    shipmentId,
    parts: await listParts(context, [inspectionId]),
    taskId: inspectionId,
    ...(asked.from ? { notBefore: asked.from } : {}),
    ...(asked.outOfHours ? { onlyAppointments: true } : {}),
  };
  // What others have booked is taken, whoever they are; officers are named to nobody before they come.
  const offers = await context.beyondLock((open) => offerSlots(open, search, 7));
  return offers
    .filter((offer) => offer.bay !== slot.bay || offer.startsAt !== slot.startsAt)
    .slice(0, 6)
    .map(({ officers: _, ...offer }) => offer);
}

export async function bookSlot(
  context: Context,
  command: { inspectionId: string; slotId: string },
): Promise<InspectionView> {
  const locked = await lockFor(context, command.inspectionId, 'book');
  const slot = await takeNamed(context, locked, command.slotId, {});
  await emit(context, 'inspection.booked', locked.task.shipment_id, {
    ...about(locked),
    startsAt: slot.startsAt,
    byAppointment: slot.byAppointment,
  });
  return readInspection(context, locked.task.id);
}

export async function rescheduleInspection(
  context: Context,
  command: { inspectionId: string; slotId: string; reason: string },
): Promise<InspectionView> {
  const locked = await lockFor(context, command.inspectionId, 'change');
  const { task } = locked;
  const slot = await takeNamed(context, locked, command.slotId, { reason: command.reason });
  const move = { ...about(locked), from: task.starts_at, to: slot.startsAt, reason: command.reason };
  await emit(context, 'inspection.rescheduled', task.shipment_id, move);
  return readInspection(context, task.id);
}

/** The order stays: the inspection goes to the earliest slot in opening hours, as if nobody had chosen. */
export async function cancelBooking(
  context: Context,
  command: { inspectionId: string; reason: string },
): Promise<InspectionView> {
  const locked = await lockFor(context, command.inspectionId, 'cancel');
  const { task } = locked;
  const { reason } = command;
  const { slot } = await context.beyondLock(async (open) => {
    const found = await takeEarliest(open, { ...locked.search, taskId: task.id, withoutAppointments: true });
    await moveTask(open, task, found.slot, { booked: null, reason });
    return found;
  });
  const change = { ...about(locked), from: task.starts_at, to: slot.startsAt, reason };
  await emit(context, 'inspection.booking-cancelled', task.shipment_id, change);
  return readInspection(context, task.id);
}

async function lockFor(context: Context, id: string, act: BookingAct): Promise<Locked> {
  const task = await lockTask(context, id);
  if (!task || !(await mayDoToShipment(context, task.shipment_id, 'inspection.read')))
    throw refuse('INSPECTION_UNKNOWN');
  // The port office keeps the yard going; it needs nobody's authorisation, and no last hour binds it.
  const office = context.actor.organisationKind === 'port-office';
  if (!office) await mustBeAuthorisedFor(context, task.shipment_id, 'inspect');
  const instant = (at: string) => new Date(at).toISOString();
  const booked = { ...task, booked: task.booked !== null };
  const times = { startsAt: instant(task.starts_at), endsAt: instant(task.ends_at) };
  const fault = faultOfBooking(act, { ...booked, ...times }, context.now);
  if (fault === 'state') throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
  if (fault === 'bound' && !office) throw refuse('INSPECTION_BOOKING_BINDS', { startsAt: times.startsAt });
  if (fault === 'nothing-booked') throw refuse('INSPECTION_NOTHING_BOOKED');
  const parts = await listParts(context, [task.id]);
  return { task, parts, search: { shipmentId: task.shipment_id, parts, taskId: task.id } };
}
const about = ({ task, parts }: Locked) => aboutTask(task, parts);

async function takeNamed(
  context: Context,
  locked: Locked,
  key: string,
  { reason }: { readonly reason?: string },
): Promise<FoundSlot> {
  const { task, search } = locked;
  const own = `${task.site_id} ${task.bay} ${new Date(task.starts_at).toISOString()}`;
  if (reason !== undefined && key === own) throw taken(key, { zh: '本查验已在该时段', en: 'this inspection has it' });
  return context.beyondLock(async (open) => {
    const { slot, sought } = await findSlot(open, search, key);
    if ('kind' in slot) {
      const { yard, wish } = sought;
      const allowed = slotByKey(yard, { ...wish, mayUseAppointments: true }, key);
      if (!wish.mayUseAppointments && !('kind' in allowed)) throw refuse('INSPECTION_APPOINTMENT_BARRED');
      const why = obstacleText(slot);
      if (slot.kind === 'unknown' || slot.kind === 'closed' || slot.kind === 'holiday')
        throw refuse('INSPECTION_SLOT_UNFIT', { slot: key, whyZh: why.zh, whyEn: why.en });
      throw taken(key, why);
    }
    if (!(await takeSlot(open, task.id, slot, sought.concerned))) {
      if (slot.byAppointment && (await isMarked(open, sought.concerned))) throw refuse('INSPECTION_APPOINTMENT_BARRED');
      throw taken(key, { zh: '刚被占用', en: 'it has just been taken' });
    }
    await moveTask(open, task, slot, {
      booked: {
        at: context.now,
        by: context.actor.name,
        ...(context.actor.organisationId ? { organisationId: context.actor.organisationId } : {}),
      },
      ...(reason === undefined ? {} : { reason }),
    });
    return slot;
  });
}
const taken = (slot: string, why: { zh: string; en: string }) =>
  refuse('INSPECTION_SLOT_TAKEN', { slot, whyZh: why.zh, whyEn: why.en });
