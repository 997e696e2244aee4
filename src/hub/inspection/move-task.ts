// A task goes into another slot (P6): its row, with where it stood before, and whoever comes. One piece for everybody who moves one: the
// enterprise, an order that joins, a draw, an edit of the yard.
import type { Context } from '../../runtime/context.ts';
import type { FoundSlot } from './choose-slots.ts';
import { slotColumns } from './place-task.ts';
import { type PartRow, setOfficers, type TaskRow, updateTask } from './store.ts';

type Part = Pick<PartRow, 'authority'>;

/** What every event of a task says of it. */
export const aboutTask = (task: Pick<TaskRow, 'id' | 'number' | 'shipment_id'>, parts: readonly Part[]) => ({
  shipmentId: task.shipment_id,
  inspectionId: task.id,
  number: task.number,
  authorities: parts.map((part) => part.authority),
});

/** The slot has been taken already. `reason` absent: it is the first choice, and nothing was moved. */
export async function moveTask(
  context: Context,
  task: TaskRow,
  slot: FoundSlot,
  { booked, reason }: { readonly booked: TaskRow['booked']; readonly reason?: string },
): Promise<void> {
  await updateTask(context, task.id, {
    ...slotColumns(slot),
    booked,
    ...(reason === undefined
      ? {}
      : { history: [...task.history, { from: task.starts_at, to: slot.startsAt, reason, at: context.now }] }),
  });
  await setOfficers(context, task.id, slot.officers);
}
