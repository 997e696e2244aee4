// Plans, joins and cancels inspections as dispositions change (P6): one task per connected set of units; a new order joins
// an unstarted task, a withdrawn one leaves it, a started task is never silently changed.
import { toPartnerTime } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { DispositionEvents, Instruction } from '../disposition/contract.ts';
import { isUnit, readDispositions } from '../disposition/index.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import { chooseSlots, type OfferedSlot, slotKey } from './choose-slots.ts';
import { combineInspections, type InspectionGroup } from './combine-inspections.ts';
import type { InspectionEvents } from './contract.ts';
import { siteFor } from './sites.ts';
import {
  insertTask,
  listParts,
  lockOpenTasks,
  nextSerial,
  type PartRow,
  replaceParts,
  takenSlots,
  type TaskRow,
  updateTask,
} from './store.ts';

const emit = emitter<InspectionEvents>();

export async function planJointInspection(
  context: Context,
  event: StoredEvent<DispositionEvents['disposition.changed']>,
): Promise<void> {
  const { shipmentId } = event.payload;
  const open = await lockOpenTasks(context, shipmentId);
  const units = await inspectedUnits(context, shipmentId);
  const groups = combineInspections(units);
  const started = new Set(open.filter((t) => t.state === 'started').flatMap((t) => t.object_ids));
  const wanted = groups.filter((g) => !g.objectIds.some((id) => started.has(id)));
  const planned = open.filter((t) => t.state === 'planned');
  const kept = new Set<string>();
  for (const group of wanted) {
    const task = planned.find((t) => !kept.has(t.id) && t.object_ids.some((id) => group.objectIds.includes(id)));
    if (task) {
      kept.add(task.id);
      await adjust(context, task, group);
    } else await plan(context, shipmentId, group);
  }
  for (const task of planned.filter((t) => !kept.has(t.id))) {
    await updateTask(context, task.id, { state: 'cancelled' });
    const authorities = (await listParts(context, [task.id])).map((part) => part.authority);
    const about = { shipmentId, inspectionId: task.id, number: task.number, authorities };
    await emit(context, 'inspection.cancelled', shipmentId, about);
  }
}

async function inspectedUnits(context: Context, shipmentId: string): Promise<Map<string, Instruction[]>> {
  const { objects, instructions } = await readDispositions(context, shipmentId);
  const byId = new Map(instructions.map((i) => [i.id, i]));
  return new Map(
    objects
      .filter(({ object }) => isUnit(object.type))
      .map(({ object, disposition }) => [
        object.id,
        disposition.explanation.counts.flatMap((id) => byId.get(id) ?? []).filter((i) => i.kind === 'inspect'),
      ]),
  );
}

const partsOf = (group: InspectionGroup): Omit<PartRow, 'task_id' | 'result'>[] =>
  group.parts.map(({ authority, instructions }) => ({
    authority,
    requirement:
      [...new Set(instructions.flatMap((i) => i.requirements?.inspectionKind ?? []))].sort().join(', ') || null,
    instruction_ids: instructions.map((i) => i.id),
    instruction_numbers: [...new Set(instructions.map((i) => i.number))],
  }));

async function adjust(context: Context, task: TaskRow, group: InspectionGroup): Promise<void> {
  const parts = partsOf(group);
  const before = await listParts(context, [task.id]);
  const same =
    task.object_ids.join() === group.objectIds.join() &&
    before.map((p) => `${p.authority}:${p.instruction_ids}`).join() ===
      parts.map((p) => `${p.authority}:${p.instruction_ids}`).join();
  if (same) return;
  await updateTask(context, task.id, { object_ids: [...group.objectIds] });
  await replaceParts(context, task.id, parts);
  await emit(context, 'inspection.changed', task.shipment_id, {
    shipmentId: task.shipment_id,
    inspectionId: task.id,
    number: task.number,
    authorities: parts.map((p) => p.authority),
  });
}

async function plan(context: Context, shipmentId: string, group: InspectionGroup): Promise<void> {
  const heading = await shipmentHeading(context, shipmentId);
  const offers = await offerSlots(context, shipmentId, 20);
  const number = `JC${toPartnerTime(context.now, 'yyyyMMdd').slice(2)}${String(await nextSerial(context)).padStart(6, '0')}`;
  for (const slot of offers) {
    const task: TaskRow = {
      id: context.newId(),
      number,
      shipment_id: shipmentId,
      object_ids: [...group.objectIds],
      state: 'planned',
      simulated: heading?.simulated ?? false,
      site_id: slot.siteId,
      bay: slot.bay,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      slot_reason: slot.reason,
      history: [],
      created_at: context.now,
    };
    if (!(await insertTask(context, task))) continue;
    const parts = partsOf(group);
    await replaceParts(context, task.id, parts);
    await emit(context, 'inspection.planned', shipmentId, {
      shipmentId,
      inspectionId: task.id,
      number,
      joint: parts.length > 1,
      authorities: parts.map((p) => p.authority),
      objectIds: group.objectIds,
      startsAt: slot.startsAt,
      site: slot.siteName,
    });
    return;
  }
  throw new Error(`no inspection slot within a week for ${shipmentId}`);
}

/** Free slots for a shipment's goods, the earliest first. */
export async function offerSlots(context: Context, shipmentId: string, count: number): Promise<OfferedSlot[]> {
  const form = (await readSubmittedForm(context, shipmentId)) ?? {};
  const text = (id: string) => (typeof form[id] === 'string' ? (form[id] as string) : '');
  const site = siteFor(text('stationCode'));
  const taken = new Set(
    (await takenSlots(context, site.id, context.now)).map((t) => slotKey(site.id, t.bay, t.starts_at)),
  );
  const cutOff = text('direction') === 'export' ? text('estimatedDeparture') : '';
  return chooseSlots({
    site,
    now: context.now,
    fresh: text('freshGoods') === '1',
    taken,
    count,
    ...(cutOff ? { cutOff: new Date(cutOff).toISOString() } : {}),
  });
}
