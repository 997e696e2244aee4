// A draw gives an order to one officer (M6): the slot is sought for him; where another takes his place the task keeps its slot if that one
// can be there, or goes to the earliest in which he can. And who is on a roster at all, for the draw.
import { partnerDay } from '../../kernel/instant.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { DrawEvents } from '../draw/contract.ts';
import { slotKey } from './choose-slots.ts';
import type { InspectionEvents } from './contract.ts';
import { findSlot } from './offer-slots.ts';
import { aboutTask, moveTask } from './move-task.ts';
import { takeEarliest } from './place-task.ts';
import { skillsOf } from './rules-wish.ts';
import { listParts, lockTasksOf, nameOfficerFor, type PartRow, setOfficers, type TaskRow } from './store.ts';
import { listRoster, sitesOf, takeSlot } from './store-yard.ts';

const emit = emitter<InspectionEvents>();

/** Officers of an authority with the skills for that kind of inspection, each with the sites where he is on a roster that day. */
export async function officersOnRoster(
  context: Context,
  { authority, kind }: { readonly authority: AuthorityId; readonly kind: string },
): Promise<{ readonly id: string; readonly name: string; readonly sites: readonly string[] }[]> {
  const wanted = skillsOf({ requirement: kind });
  const roster = await listRoster(context, authority, partnerDay(context.now));
  return roster.filter((officer) => wanted.every((skill) => officer.skills.includes(skill)));
}
/** Where goods of these stations are inspected. */
export async function inspectionSites(
  context: Context,
  stations: Iterable<string>,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const station of new Set(stations))
    found.set(station, (await sitesOf(context, station)).map((site) => site.id).sort());
  return found;
}

export async function nameOfficer(
  context: Context,
  event: StoredEvent<DrawEvents['draw.officer-named']>,
): Promise<void> {
  const { shipmentId, authority, instructionNumber, officerId } = event.payload;
  const row = { shipment_id: shipmentId, authority, number: instructionNumber };
  await nameOfficerFor(context, { ...row, officer_id: officerId, named_at: context.now });
  const tasks = (await lockTasksOf(context, shipmentId)).filter((task) => task.state === 'planned');
  const all = await listParts(
    context,
    tasks.map((task) => task.id),
  );
  for (const task of tasks) {
    const parts = all.filter((part) => part.task_id === task.id);
    const own = parts.find((p) => p.authority === authority && p.instruction_numbers.includes(instructionNumber));
    if (own && own.officer_id !== officerId) await moveTo(context, task, parts);
  }
}

async function moveTo(context: Context, task: TaskRow, parts: readonly PartRow[]): Promise<void> {
  const search = { shipmentId: task.shipment_id, parts, taskId: task.id };
  const key = slotKey(task.site_id, task.bay, task.starts_at);
  const { slot: named, sought } = await findSlot(context, search, key);
  const stays = 'id' in named && (await takeSlot(context, task.id, named, sought.concerned));
  const slot = stays ? named : (await takeEarliest(context, search)).slot;
  const about = aboutTask(task, parts);
  const reason =
    '随机抽取的查验人员更换，原时段无法到场 / another officer was drawn, who cannot be there in the slot there was';
  if (stays) await setOfficers(context, task.id, slot.officers);
  else await moveTask(context, task, slot, { booked: null, reason });
  await emit(context, 'inspection.changed', task.shipment_id, about);
  const move = { ...about, from: task.starts_at, to: slot.startsAt, reason };
  if (!stays) await emit(context, 'inspection.rescheduled', task.shipment_id, move);
}
