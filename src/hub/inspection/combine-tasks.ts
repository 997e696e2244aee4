// How tasks merge and split as orders come and go, pure (P6): a new order joins an unstarted task of overlapping objects; one that is taken
// back leaves it, and a task without orders is cancelled; what has been begun is never changed: what is new gets a task beside it.
import type { Instruction } from '../disposition/contract.ts';
import { combineInspections, type InspectionGroup } from './combine-inspections.ts';

export type KnownTask = {
  readonly id: string;
  readonly state: 'planned' | 'started' | 'finished';
  readonly objectIds: readonly string[];
  readonly instructionIds: readonly string[];
  /** Of a started one: what the parts without a result were ordered by. */
  readonly outstandingIds?: readonly string[];
};
export type TaskPlan = {
  /** Unstarted tasks as they are to be. */
  readonly kept: readonly { readonly taskId: string; readonly group: InspectionGroup }[];
  readonly opened: readonly InspectionGroup[];
  readonly cancelled: readonly string[];
  /** Begun ones whose outstanding parts nobody orders any more: they end as they are. */
  readonly ended: readonly string[];
};

/** `tasks` in the order in which they were made; `units` the live orders of each unit. */
export function combineTasks(
  tasks: readonly KnownTask[],
  units: ReadonlyMap<string, readonly Instruction[]>,
): TaskPlan {
  const begun = tasks.filter((task) => task.state !== 'planned');
  // An order is carried out once: what was inspected under it is not inspected again under it.
  const carriedOut = new Set(
    begun.flatMap((task) => task.objectIds.flatMap((unit) => task.instructionIds.map((id) => `${unit} ${id}`))),
  );
  const open = new Map(
    [...units].map(([unit, orders]) => [unit, orders.filter((order) => !carriedOut.has(`${unit} ${order.id}`))]),
  );
  const groups = combineInspections(open);
  const free = tasks.filter((task) => task.state === 'planned');
  const taken = new Set<string>();
  const kept: { taskId: string; group: InspectionGroup }[] = [];
  const opened: InspectionGroup[] = [];
  for (const group of groups) {
    const ids = new Set(group.parts.flatMap((part) => part.instructions.map((i) => i.id)));
    const overlapping = free.filter((t) => !taken.has(t.id) && t.objectIds.some((id) => group.objectIds.includes(id)));
    // The one that has some of its orders already, before one that only stands on the same objects.
    const task = overlapping.find((t) => t.instructionIds.some((id) => ids.has(id))) ?? overlapping[0];
    if (!task) opened.push(group);
    else {
      taken.add(task.id);
      kept.push({ taskId: task.id, group });
    }
  }
  const live = new Set([...units.values()].flatMap((orders) => orders.map((order) => order.id)));
  return {
    kept,
    opened,
    cancelled: free.filter((task) => !taken.has(task.id)).map((task) => task.id),
    ended: begun
      .filter((t) => t.state === 'started' && t.outstandingIds && !t.outstandingIds.some((id) => live.has(id)))
      .map((t) => t.id),
  };
}
