// The end of an inspection (P6): every part is recorded, or nobody asks for what is left. A box that passed and is to leave by water may
// load from where it stands (虚拟归位, NB18 17), so that it still makes its vessel (M12).
import { type Context, emitter } from '../../runtime/context.ts';
import type { InspectionEvents } from './contract.ts';
import { type PartRow, type TaskRow, updateTask } from './store.ts';
import { siteById } from './store-yard.ts';

const emit = emitter<InspectionEvents>();

export async function endTask(
  context: Context,
  task: TaskRow,
  parts: readonly Pick<PartRow, 'result'>[],
): Promise<void> {
  const results = parts.flatMap((part) => part.result ?? []);
  const passed = results.length > 0 && results.every((result) => result.outcome === 'normal');
  const boxes = task.object_ids.filter((id) => id.startsWith('container:'));
  const returned =
    passed &&
    boxes.length > 0 &&
    task.direction === 'export' &&
    task.cut_off !== null &&
    (await siteById(context, task.site_id))?.virtualReturn === true;
  await updateTask(context, task.id, {
    state: 'finished',
    finished_at: context.now,
    passed,
    ...(returned ? { virtually_returned_at: context.now } : {}),
  });
  const about = { shipmentId: task.shipment_id, inspectionId: task.id, number: task.number };
  await emit(context, 'inspection.finished', task.shipment_id, about);
  if (returned)
    await emit(context, 'inspection.virtually-returned', task.shipment_id, {
      ...about,
      objectIds: boxes,
      cutOff: new Date(task.cut_off ?? '').toISOString(),
      at: context.now,
    });
}
