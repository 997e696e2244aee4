// All SQL of schema `inspection`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowsByKey } from '../../runtime/database/ask-together.ts';
import type { InspectionResult, InspectionState, InspectionView } from './contract.ts';

export type TaskRow = {
  id: string;
  number: string;
  shipment_id: string;
  object_ids: string[];
  state: InspectionState;
  simulated: boolean;
  site_id: string;
  bay: string;
  starts_at: string;
  ends_at: string;
  slot_reason: Bilingual;
  history: InspectionView['rescheduled'];
  created_at: string;
};
export type PartRow = {
  task_id: string;
  authority: AuthorityId;
  requirement: string | null;
  instruction_ids: string[];
  instruction_numbers: string[];
  result: InspectionResult | null;
};
type Tables = { 'inspection.task': TaskRow; 'inspection.part': PartRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextSerial(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('inspection.number_sequence') as n`.execute(context.db);
  return Number(rows[0]?.n);
}
/** False when somebody else has just booked that bay and time. */
export async function insertTask(context: Context, row: TaskRow): Promise<boolean> {
  await lockSlot(context, row);
  const done = await tables(context)
    .insertInto('inspection.task')
    .values({ ...row, slot_reason: json(row.slot_reason), history: json(row.history) })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const findTask = (context: Context, id: string) =>
  tables(context).selectFrom('inspection.task').selectAll().where('id', '=', id).executeTakeFirst();
export const lockTask = (context: Context, id: string) =>
  tables(context).selectFrom('inspection.task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const lockOpenTasks = askTogether<string, TaskRow[]>(async (context, shipmentIds) => {
  const { rows } = await sql<TaskRow>`
    select * from inspection.task where shipment_id = any(${shipmentIds}::uuid[]) and state in ('planned', 'started')
    order by id for update`.execute(context.db);
  return rowsByKey(shipmentIds, rows, (row) => row.shipment_id);
});
export async function listTasks(
  context: Context,
  filter: { state?: string; shipmentId?: string; authority?: string; after?: string; limit: number },
): Promise<TaskRow[]> {
  let rows = tables(context)
    .selectFrom('inspection.task as t')
    .selectAll('t')
    .orderBy('t.id', 'desc')
    .limit(filter.limit);
  if (filter.after) rows = rows.where('t.id', '<', filter.after);
  if (filter.state) rows = rows.where('t.state', '=', filter.state as InspectionState);
  if (filter.shipmentId) rows = rows.where('t.shipment_id', '=', filter.shipmentId);
  if (filter.authority)
    rows = rows.where('t.id', 'in', (e) =>
      e
        .selectFrom('inspection.part')
        .select('task_id')
        .where('authority', '=', filter.authority as AuthorityId),
    );
  return rows.execute();
}
export const updateTask = (context: Context, id: string, change: { state?: InspectionState; object_ids?: string[] }) =>
  tables(context).updateTable('inspection.task').set(change).where('id', '=', id).execute();
/**
 * Whoever wants a slot takes its lock first, so that of several at once one sees it free and the others see it taken, instead
 * of running into the constraint, which would end their transactions.
 */
const lockSlot = (context: Context, slot: Pick<TaskRow, 'site_id' | 'bay' | 'starts_at'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`inspection ${slot.site_id} ${slot.bay} ${slot.starts_at}`}, 0))`.execute(
    context.db,
  );

export async function moveTask(
  context: Context,
  id: string,
  slot: Pick<TaskRow, 'site_id' | 'bay' | 'starts_at' | 'ends_at' | 'history'>,
): Promise<boolean> {
  await lockSlot(context, slot);
  const { rows } = await sql<{ id: string }>`
    update inspection.task set site_id = ${slot.site_id}, bay = ${slot.bay}, starts_at = ${slot.starts_at}, ends_at = ${slot.ends_at}, history = ${JSON.stringify(slot.history)}::jsonb
    where id = ${id} and not exists (select 1 from inspection.task t where t.site_id = ${slot.site_id} and t.bay = ${slot.bay} and t.starts_at = ${slot.starts_at} and t.state in ('planned', 'started') and t.id <> ${id})
    returning id`.execute(context.db);
  return rows.length > 0;
}
export const listParts = async (context: Context, taskIds: readonly string[]) =>
  taskIds.length === 0
    ? []
    : tables(context)
        .selectFrom('inspection.part')
        .selectAll()
        .where('task_id', 'in', taskIds)
        .orderBy('authority')
        .execute();
export async function replaceParts(
  context: Context,
  taskId: string,
  parts: readonly Omit<PartRow, 'task_id' | 'result'>[],
): Promise<void> {
  await tables(context).deleteFrom('inspection.part').where('task_id', '=', taskId).execute();
  if (parts.length > 0)
    await tables(context)
      .insertInto('inspection.part')
      .values(parts.map((p) => ({ ...p, task_id: taskId, result: null })))
      .execute();
}
export const saveResult = (context: Context, taskId: string, authority: AuthorityId, result: InspectionResult) =>
  tables(context)
    .updateTable('inspection.part')
    .set({ result: json(result) })
    .where('task_id', '=', taskId)
    .where('authority', '=', authority)
    .execute();
export async function takenSlots(
  context: Context,
  siteId: string,
  from: string,
): Promise<{ bay: string; starts_at: string }[]> {
  return tables(context)
    .selectFrom('inspection.task')
    .select(['bay', 'starts_at'])
    .where('site_id', '=', siteId)
    .where('starts_at', '>=', from)
    .where('state', 'in', ['planned', 'started'])
    .execute();
}
