// An enterprise is marked dishonest (失信企业; SC 4): the slots outside opening hours that it holds and that have not begun are given back, as if
// nobody had chosen, and whoever files the case is told why. The inspection stays ordered, in the earliest slot of opening hours.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { serveDue } from '../../runtime/serve-due.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { casesOf } from '../shipment/index.ts';
import type { InspectionEvents } from './contract.ts';
import { aboutTask, moveTask } from './move-task.ts';
import { NoSlot, takeEarliest } from './place-task.ts';
import { listParts, lockTask, type TaskRow } from './store.ts';
import { isMarked } from './store-marked.ts';
import { listNights, marksToServe, type Night, noteServed } from './store-marks.ts';

const emit = emitter<InspectionEvents>();
const REASON =
  '企业被标记失信，非工作时间的查验时段退回（SC 4） / marked dishonest: the slot outside opening hours is given back (SC 4)';

export const giveNightsBack = (
  context: Context,
  { payload }: StoredEvent<InspectionEvents['dishonest-mark.set']>,
): Promise<void> => giveBackOf(context, { id: payload.markId, organisationId: payload.organisationId });

const MARKS_AT_ONCE = 20;

/** Marks of a version before nights were given back: theirs are, once, as soon as a version that does it runs. */
export const createNightsReturn = ({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop & { step(): Promise<boolean> } => {
  const step = () =>
    serveDue(
      unitOfWork,
      (context) => marksToServe(context, MARKS_AT_ONCE),
      (context, { id, organisation_id: organisationId }) => giveBackOf(context, { id, organisationId }),
    );
  return { ...createLoop({ name: 'nights', pollMs: 60_000, onFault, step }), step };
};

async function giveBackOf(
  context: Context,
  { id: markId, organisationId }: { readonly id: string; readonly organisationId: string },
): Promise<void> {
  await noteServed(context, markId);
  // Lifted again before this came to be done.
  if (!(await isMarked(context, [organisationId]))) return;
  const nights = await listNights(context);
  const cases = await casesOf(
    context,
    nights.map((task) => task.shipment_id),
  );
  const isHeld = (task: Night): boolean =>
    cases.get(task.shipment_id)?.ownerId === organisationId || task.booked?.organisationId === organisationId;
  for (const { id } of nights.filter(isHeld)) {
    const task = await lockTask(context, id);
    // It may have begun, or have been moved, since it was listed.
    if (task && isHeld(task) && isNight(task, context.now)) await giveBack(context, task);
  }
}

const isNight = (task: TaskRow, now: string): boolean =>
  task.state === 'planned' && task.by_appointment && new Date(task.starts_at).toISOString() > now;

async function giveBack(context: Context, task: TaskRow): Promise<void> {
  const parts = await listParts(context, [task.id]);
  const search = { shipmentId: task.shipment_id, parts, taskId: task.id, withoutAppointments: true };
  const found = await takeEarliest(context, search).catch((error: unknown) => {
    // Two weeks without a free slot by day: ordered as it is, it has to be inspected some time, and stays.
    if (error instanceof NoSlot) return undefined;
    throw error;
  });
  if (!found) return;
  await moveTask(context, task, found.slot, { booked: null, reason: REASON });
  await emit(context, 'inspection.rescheduled', task.shipment_id, {
    ...aboutTask(task, parts),
    from: task.starts_at,
    to: found.slot.startsAt,
    reason: REASON,
  });
}
