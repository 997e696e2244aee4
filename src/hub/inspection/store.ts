// All SQL of schema `inspection`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowsByKey } from '../../runtime/database/ask-together.ts';
import type { Booked, InspectionResult, InspectionState, InspectionView } from './contract.ts';
import type { CutOffRow } from './rules-share.ts';
import type { Named } from './rules-wish.ts';
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
  /** `organisationId`: whose person booked, not known of bookings of versions before; nobody is shown it. */
  booked: (Booked & { readonly organisationId?: string }) | null;
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
export type NamedRow = Named & { readonly shipment_id: string; readonly named_at: string };
type Tables = {
  'inspection.task': TaskRow;
  'inspection.part': PartRow;
  'inspection.named_officer': NamedRow;
};
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
export type TaskFilter = {
  readonly state?: string;
  readonly shipmentId?: string;
  readonly authority?: string;
  readonly after?: string;
  readonly limit: number;
};
/** Looked up task by task in the order of the walk (`offset 0`): joined, all parts of the authority would be read for one page. */
export const takesPart = (authority: string) =>
  sql<boolean>`exists (select 1 from inspection.part p where p.task_id = t.id and p.authority = ${authority} offset 0)`;
export async function listTasks(context: Context, filter: TaskFilter): Promise<TaskRow[]> {
  let rows = tables(context)
    .selectFrom('inspection.task as t')
    .selectAll('t')
    .orderBy('t.id', 'desc')
    .limit(filter.limit);
  if (filter.after) rows = rows.where('t.id', '<', filter.after);
  if (filter.state === 'ended') rows = rows.where('t.state', '=', anyOf(['finished', 'cancelled'] as const));
  else if (filter.state) rows = rows.where('t.state', '=', filter.state as InspectionState);
  if (filter.shipmentId) rows = rows.where('t.shipment_id', '=', filter.shipmentId);
  if (filter.authority) rows = rows.where(takesPart(filter.authority));
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
        .where('task_id', '=', anyOf(taskIds))
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
/** Who comes for each part; for a part that nobody is named for, nobody. */
export const setOfficers = (
  context: Context,
  taskId: string,
  officers: readonly { readonly id: string; readonly authority: AuthorityId; readonly name: string }[],
) =>
  sql`
    update inspection.part p set officer_id = o.id, officer_name = o.name
    from inspection.part own left join jsonb_to_recordset(${JSON.stringify(officers)}::jsonb)
      as o(id uuid, authority text, name text) on o.authority = own.authority
    where own.task_id = ${taskId} and p.task_id = own.task_id and p.authority = own.authority`.execute(context.db);

/** In the order of naming. */
export const listNamed = (context: Context, shipmentId: string): Promise<Named[]> =>
  tables(context)
    .selectFrom('inspection.named_officer')
    .select(['authority', 'number', 'officer_id'])
    .where('shipment_id', '=', shipmentId)
    .orderBy('named_at')
    .orderBy('number')
    .execute();
export const nameOfficerFor = (context: Context, row: NamedRow) =>
  tables(context)
    .insertInto('inspection.named_officer')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['shipment_id', 'authority', 'number'])
        .doUpdateSet({ officer_id: row.officer_id, named_at: row.named_at }),
    )
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
