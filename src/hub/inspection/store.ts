// All SQL of schema `inspection`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowsByKey } from '../../runtime/database/ask-together.ts';
import type { Booked, InspectionResult, InspectionState, InspectionView } from './contract.ts';
import type { CutOffRow } from './rules-share.ts';
import { freeSlot } from './store-yard.ts';

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
  cut_off: string | null;
  conveyance: string | null;
  direction: string | null;
  by_appointment: boolean;
  late: boolean;
  booked: Booked | null;
  finished_at: string | null;
  passed: boolean | null;
  virtually_returned_at: string | null;
};
export type SlotColumns = Pick<
  TaskRow,
  'site_id' | 'bay' | 'starts_at' | 'ends_at' | 'slot_reason' | 'by_appointment' | 'late'
>;
export type PartRow = {
  task_id: string;
  authority: AuthorityId;
  requirement: string | null;
  instruction_ids: string[];
  instruction_numbers: string[];
  result: InspectionResult | null;
  officer_id: string | null;
  officer_name: string | null;
};
type Tables = { 'inspection.task': TaskRow; 'inspection.part': PartRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextSerial(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('inspection.number_sequence') as n`.execute(context.db);
  return Number(rows[0]?.n);
}
/** The slot is taken already; false when a program of the version before has put a task there. */
export async function insertTask(context: Context, row: TaskRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('inspection.task')
    .values({ ...row, slot_reason: json(row.slot_reason), history: json(row.history), booked: null })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const findTask = (context: Context, id: string) =>
  tables(context).selectFrom('inspection.task').selectAll().where('id', '=', id).executeTakeFirst();
export const lockTask = (context: Context, id: string) =>
  tables(context).selectFrom('inspection.task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
/** All but those that were cancelled, in the order in which they were made. */
export const lockTasksOf = askTogether<string, TaskRow[]>(async (context, shipmentIds) => {
  const { rows } = await sql<TaskRow>`
    select * from inspection.task where shipment_id = any(${shipmentIds}::uuid[]) and state <> 'cancelled'
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
export async function updateTask(
  context: Context,
  id: string,
  { slot_reason, history, booked, ...change }: Partial<Omit<TaskRow, 'id'>>,
): Promise<void> {
  await tables(context)
    .updateTable('inspection.task')
    .set({
      ...change,
      ...(slot_reason ? { slot_reason: json(slot_reason) } : {}),
      ...(history ? { history: json(history) } : {}),
      ...(booked === undefined ? {} : { booked: booked && json(booked) }),
    })
    .where('id', '=', id)
    .execute();
  if (change.state === 'cancelled' || change.state === 'finished') await freeSlot(context, id);
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
export type NewPart = Omit<PartRow, 'task_id' | 'result'>;
export async function replaceParts(context: Context, taskId: string, parts: readonly NewPart[]): Promise<void> {
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
export const setOfficer = (
  context: Context,
  taskId: string,
  authority: AuthorityId,
  officer: { readonly id: string; readonly name: string } | undefined,
) =>
  tables(context)
    .updateTable('inspection.part')
    .set({ officer_id: officer?.id ?? null, officer_name: officer?.name ?? null })
    .where('task_id', '=', taskId)
    .where('authority', '=', authority)
    .execute();

/** Inspections of export containers whose conveyance closes in that time. */
export async function listCutOffs(context: Context, from: string, to: string): Promise<CutOffRow[]> {
  const { rows } = await sql<CutOffRow>`
    select number, conveyance, site_id, cut_off, ends_at, finished_at, passed, virtually_returned_at,
      (select count(*)::int from unnest(object_ids) as o where o like 'container:%') as containers
    from inspection.task
    where cut_off >= ${from} and cut_off < ${to} and cut_off is not null and state <> 'cancelled'
      and exists (select 1 from unnest(object_ids) as o where o like 'container:%')
    order by cut_off, number`.execute(context.db);
  return rows;
}

export type BoardTask = Pick<
  TaskRow,
  'id' | 'number' | 'state' | 'bay' | 'starts_at' | 'ends_at' | 'late' | 'by_appointment'
> & { authorities: AuthorityId[] };
export async function listBoardTasks(context: Context, siteId: string, from: string, to: string): Promise<BoardTask[]> {
  const { rows } = await sql<BoardTask>`
    select id, number, state, bay, starts_at, ends_at, late, by_appointment,
      array(select authority from inspection.part p where p.task_id = t.id order by authority) as authorities
    from inspection.task t
    where site_id = ${siteId} and starts_at >= ${from} and starts_at < ${to} and state <> 'cancelled'
    order by starts_at, bay`.execute(context.db);
  return rows;
}
