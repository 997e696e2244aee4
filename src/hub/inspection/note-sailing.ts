// A carrier moves a departure (N11, M12 当班船): the cut-off of inspections for that conveyance goes with it. A planned one that is too late then is
// moved to a slot that makes it, unless the enterprise chose its slot itself: then it is told, and decides. What is begun stays where it is and is
// told; what is done is only counted by the cut-off now in force (当班船出运率).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { chooseSlots, lateFor } from './choose-slots.ts';
import type { InspectionEvents } from './contract.ts';
import { aboutTask, moveTask } from './move-task.ts';
import { seek } from './offer-slots.ts';
import { listParts, lockTask, type TaskRow, updateTask } from './store.ts';
import { keepSailing, moveCutOffOfFinished, tasksFor } from './store-sailings.ts';
import { listSites, takeSlot } from './store-yard.ts';

const emit = emitter<InspectionEvents>();
const MOST = 500;
/** What begins within the hour is not moved away under those who come. */
const SOON_MS = 3_600_000;
const REASON = '承运人改了离开时间 / the carrier moved the departure';

export async function noteSailing(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.sailing-told']>,
): Promise<void> {
  const { conveyance, voyage, name, place, departsAt, certainty, saidAt, channel, messageId } = event.payload;
  const kept = await keepSailing(context, {
    conveyance: conveyance.toUpperCase(),
    voyage: voyage.toUpperCase(),
    name,
    place,
    departs_at: departsAt,
    certainty,
    said_at: saidAt,
    channel,
    message_id: messageId,
  });
  if (!kept) return;
  const words = `${name} ${voyage}`;
  for (const state of ['planned', 'started'] as const)
    for (const { id } of await tasksFor(context, words, state, MOST)) {
      const task = await lockTask(context, id);
      if (task?.state === 'planned' || task?.state === 'started') await follow(context, task, departsAt);
    }
  await moveCutOffOfFinished(context, words, departsAt);
}

async function follow(context: Context, task: TaskRow, departsAt: string): Promise<void> {
  const before = task.cut_off && new Date(task.cut_off).toISOString();
  if (!before || before === departsAt) return;
  const site = (await listSites(context)).find(({ id }) => id === task.site_id);
  const late = site !== undefined && lateFor(site, new Date(task.ends_at).toISOString(), departsAt);
  await updateTask(context, task.id, { cut_off: departsAt, late });
  const parts = await listParts(context, [task.id]);
  const about = aboutTask(task, parts);
  const { shipmentId, inspectionId, number } = about;
  const mayMove =
    task.state === 'planned' &&
    late &&
    task.booked === null &&
    Date.parse(task.starts_at) > Date.parse(plusMs(context.now, SOON_MS));
  const sought = mayMove ? await seek(context, { shipmentId, parts, taskId: task.id }) : undefined;
  const [earlier] = sought ? chooseSlots(sought.yard, sought.wish, 1) : [];
  const moved =
    earlier !== undefined && !earlier.late && (await takeSlot(context, task.id, earlier, sought?.concerned));
  await emit(context, 'inspection.cut-off-changed', shipmentId, {
    shipmentId,
    inspectionId,
    number,
    from: before,
    to: departsAt,
    late: late && !moved,
  });
  if (!moved || !earlier) return;
  await moveTask(context, task, earlier, { booked: null, reason: REASON });
  const move = { ...about, from: task.starts_at, to: earlier.startsAt, reason: REASON };
  await emit(context, 'inspection.rescheduled', shipmentId, move);
}
