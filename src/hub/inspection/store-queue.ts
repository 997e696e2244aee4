// SQL of the officers' queue (issue 5): open tasks by the clock that runs out first, as the index `task_queue` has them.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { takesPart, type TaskFilter, type TaskRow } from './store.ts';

/** `after`: the clock in milliseconds and the id of the last row before. The states stand in the text, or no plan could use the index. */
export async function listQueue(context: Context, filter: TaskFilter): Promise<TaskRow[]> {
  const [at, id] = filter.after?.split(' ') ?? [];
  const later =
    at && id
      ? sql`and (least(t.ends_at, t.cut_off), t.id) > (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::uuid)`
      : sql``;
  const ofAuthority = filter.authority ? sql`and ${takesPart(filter.authority)}` : sql``;
  const inState = filter.state ? sql`and t.state = ${filter.state}` : sql``;
  const { rows } = await sql<TaskRow>`
    select t.* from inspection.task t
    where t.state in ('planned', 'started') ${later} ${inState} ${ofAuthority}
    order by least(t.ends_at, t.cut_off), t.id limit ${filter.limit}`.execute(context.db);
  return rows;
}
