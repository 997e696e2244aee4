// Plans, joins and cancels inspections as dispositions change (P6): which tasks there are to be says `combine-tasks.ts`; here each gets its
// slot, keeps it while it still suits everybody, or is moved with a reason.
import { toPartnerTime } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { DispositionEvents, Instruction } from '../disposition/contract.ts';
import { isUnit, leavesAlone, readDispositions } from '../disposition/index.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { type Coming, officersFor, slotKey } from './choose-slots.ts';
import type { InspectionGroup } from './combine-inspections.ts';
import { combineTasks } from './combine-tasks.ts';
import type { InspectionEvents } from './contract.ts';
import { endTask } from './end-task.ts';
import { findSlot, type Sought } from './offer-slots.ts';
import { aboutTask, moveTask } from './move-task.ts';
import { slotColumns, takeEarliest } from './place-task.ts';
import {
  insertTask,
  listParts,
  lockTasksOf,
  type NewPart,
  nextSerial,
  type PartRow,
  replaceParts,
  type TaskRow,
  updateTask,
} from './store.ts';
import { takeSlot } from './store-yard.ts';

const emit = emitter<InspectionEvents>();

export async function planJointInspection(
  context: Context,
  event: StoredEvent<DispositionEvents['disposition.changed']>,
): Promise<void> {
  const { shipmentId } = event.payload;
  const tasks = await lockTasksOf(context, shipmentId);
  const units = await inspectedUnits(context, shipmentId);
  const parts = Map.groupBy(
    await listParts(
      context,
      tasks.map((task) => task.id),
    ),
    (part) => part.task_id,
  );
  const ordersOf = (all: readonly PartRow[]) => all.flatMap((part) => part.instruction_ids);
  const plan = combineTasks(
    tasks.map((task) => ({
      id: task.id,
      state: task.state as 'planned' | 'started' | 'finished',
      objectIds: task.object_ids,
      instructionIds: ordersOf(parts.get(task.id) ?? []),
      outstandingIds: ordersOf((parts.get(task.id) ?? []).filter((part) => !part.result)),
    })),
    units,
  );
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const taskOf = (id: string) => byId.get(id) as TaskRow;
  for (const id of plan.cancelled) await cancel(context, taskOf(id), parts.get(id) ?? []);
  for (const id of plan.ended) await endTask(context, taskOf(id), parts.get(id) ?? []);
  for (const { taskId, group } of plan.kept) await adjust(context, taskOf(taskId), parts.get(taskId) ?? [], group);
  for (const group of plan.opened) await open(context, shipmentId, group);
}

async function inspectedUnits(context: Context, shipmentId: string): Promise<Map<string, Instruction[]>> {
  const { objects, instructions } = await readDispositions(context, shipmentId);
  const byId = new Map(instructions.map((i) => [i.id, i]));
  return new Map(
    objects
      .filter(({ object }) => isUnit(object.type))
      .map(({ object, disposition }) => [
        object.id,
        disposition.explanation.counts
          .flatMap((id) => byId.get(id) ?? [])
          // An order on a box brings the box; what is in it comes to the officers' eyes where they ask for it by its number.
          .filter((i) => i.kind === 'inspect' && (leavesAlone(object) || i.objects.includes(object.id))),
      ]),
  );
}

const partsOf = (group: InspectionGroup): NewPart[] =>
  group.parts.map(({ authority, instructions }) => ({
    authority,
    requirement: [...new Set(instructions.flatMap(kindsOf))].sort().join(', ') || null,
    instruction_ids: instructions.map((i) => i.id),
    instruction_numbers: [...new Set(instructions.map((i) => i.number))],
    officer_id: null,
    officer_name: null,
  }));
const kindsOf = ({ requirements }: Instruction): string[] => [
  ...(requirements?.inspectionKind ? [requirements.inspectionKind] : []),
  ...(requirements?.samples ? ['sampling'] : []),
];
const withOfficers = (
  parts: readonly NewPart[],
  officers: readonly { readonly id: string; readonly authority: string; readonly name: string }[],
): NewPart[] =>
  parts.map((part) => {
    const officer = officers.find((o) => o.authority === part.authority);
    return { ...part, officer_id: officer?.id ?? null, officer_name: officer?.name ?? null };
  });

async function cancel(context: Context, task: TaskRow, parts: readonly PartRow[]): Promise<void> {
  await updateTask(context, task.id, { state: 'cancelled' });
  await emit(context, 'inspection.cancelled', task.shipment_id, aboutTask(task, parts));
}
/** An order joined or left: the slot stays where it suits those who come now, otherwise the earliest that does is taken. */
async function adjust(
  context: Context,
  task: TaskRow,
  before: readonly PartRow[],
  group: InspectionGroup,
): Promise<void> {
  const parts = partsOf(group);
  const nameOf = (all: readonly Pick<PartRow, 'authority' | 'instruction_ids'>[]) =>
    all.map((p) => `${p.authority}:${p.instruction_ids}`).join();
  if (task.object_ids.join() === group.objectIds.join() && nameOf(before) === nameOf(parts)) return;
  const search = { shipmentId: task.shipment_id, parts, taskId: task.id };
  const { slot, sought } = await findSlot(context, search, slotKey(task.site_id, task.bay, task.starts_at));
  if ('id' in slot && (await takeSlot(context, task.id, slot, sought.concerned))) {
    await updateTask(context, task.id, { object_ids: [...group.objectIds] });
    await replaceParts(context, task.id, withOfficers(parts, slot.officers));
    await emit(context, 'inspection.changed', task.shipment_id, aboutTask(task, parts));
    return;
  }
  // What begins within the hour or has passed cannot be named as a slot any more; it is not moved away under those who come.
  if (new Date(task.starts_at).getTime() <= new Date(context.now).getTime() + 3_600_000) {
    await updateTask(context, task.id, { object_ids: [...group.objectIds] });
    await replaceParts(context, task.id, withOfficers(parts, await officersNow(context, task, before, sought)));
    await emit(context, 'inspection.changed', task.shipment_id, aboutTask(task, parts));
    return;
  }
  const moved = await takeEarliest(context, search);
  const reason = '合并后的查验在原时段无法进行 / what joined cannot be inspected in the slot there was';
  await updateTask(context, task.id, { object_ids: [...group.objectIds] });
  await replaceParts(context, task.id, parts);
  await moveTask(context, task, moved.slot, { booked: null, reason });
  await emit(context, 'inspection.changed', task.shipment_id, aboutTask(task, parts));
  const move = { ...aboutTask(task, parts), from: task.starts_at, to: moved.slot.startsAt, reason };
  await emit(context, 'inspection.rescheduled', task.shipment_id, move);
}

/** Who comes to a slot that stays: an authority that joins gets somebody who can still come; taken by another meanwhile, nobody. */
async function officersNow(
  context: Context,
  task: TaskRow,
  before: readonly PartRow[],
  { yard, wish }: Sought,
): Promise<Coming[]> {
  const coming = before.flatMap((p) =>
    p.officer_id ? [{ id: p.officer_id, authority: p.authority, name: p.officer_name ?? '' }] : [],
  );
  const slot = { siteId: task.site_id, bay: task.bay, startsAt: task.starts_at, endsAt: task.ends_at };
  const officers = officersFor(yard, wish, slot, coming);
  return (await takeSlot(context, task.id, { ...slot, officers })) ? officers : coming;
}

async function open(context: Context, shipmentId: string, group: InspectionGroup): Promise<void> {
  const heading = await shipmentHeading(context, shipmentId);
  const parts = partsOf(group);
  const id = context.newId();
  const number = `JC${toPartnerTime(context.now, 'yyyyMMdd').slice(2)}${String(await nextSerial(context)).padStart(6, '0')}`;
  const { slot, sought } = await takeEarliest(context, { shipmentId, parts, taskId: id });
  const inserted = await insertTask(context, {
    ...slotColumns(slot),
    id,
    number,
    shipment_id: shipmentId,
    object_ids: [...group.objectIds],
    state: 'planned',
    simulated: heading?.simulated ?? false,
    history: [],
    created_at: context.now,
    cut_off: sought.facts.cutOff ?? null,
    conveyance: sought.facts.conveyance ?? null,
    direction: sought.facts.export ? 'export' : 'import',
    booked: null,
    finished_at: null,
    passed: null,
    virtually_returned_at: null,
  });
  // `take_slot` has looked at every open task under its lock: only a program of the version before can come in between. Tried again.
  if (!inserted) throw new Error(`slot ${slot.id} was taken by a node of the version before`);
  await replaceParts(context, id, withOfficers(parts, slot.officers));
  await emit(context, 'inspection.planned', shipmentId, {
    shipmentId,
    inspectionId: id,
    number,
    joint: parts.length > 1,
    authorities: parts.map((p) => p.authority),
    objectIds: group.objectIds,
    startsAt: slot.startsAt,
    site: slot.siteName,
    byAppointment: slot.byAppointment,
    late: slot.late,
  });
}
