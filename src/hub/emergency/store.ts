// All SQL of schema `emergency`.
import { sql } from 'kysely';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether } from '../../runtime/database/ask-together.ts';
import type { Electronic, EmergencyState, PaperActState, PaperKind } from './contract.ts';

export type EmergencyRow = {
  id: string;
  number: string;
  state: EmergencyState;
  channels: string[];
  reason: string;
  legal_basis: string;
  planned_end: string | null;
  declared_at: string;
  declared_by: string;
  ended_at: string | null;
  ended_by: string | null;
};
export type PaperActRow = {
  id: string;
  emergency_id: string;
  shipment_id: string;
  authority: AuthorityId;
  kind: PaperKind;
  paper_number: string;
  signatory: string;
  paper_at: string;
  reason: string;
  state: PaperActState;
  entered_at: string;
  entered_by: string;
  entered_by_id: string;
  decided_at: string | null;
  decided_by: string | null;
  electronic: Electronic | null;
  settlement: string | null;
  settled_at: string | null;
  settled_by: string | null;
};
const tables = (context: Context) =>
  context.db.withTables<{ 'emergency.emergency': EmergencyRow; 'emergency.paper_act': PaperActRow }>();

/** One declaration at a time, so that no channel gets into two emergencies. */
export const lockDeclarations = (context: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('emergency', 0))`.execute(context.db);
export async function nextNumber(context: Context): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('emergency.number_sequence') as n`.execute(context.db);
  return `EM${context.now.slice(0, 10).replaceAll('-', '')}${String(rows[0]?.n ?? 0).padStart(4, '0')}`;
}
export const insertEmergency = (context: Context, row: EmergencyRow) =>
  tables(context).insertInto('emergency.emergency').values(row).execute();
export const findEmergency = (context: Context, id: string) =>
  tables(context).selectFrom('emergency.emergency').selectAll().where('id', '=', id).executeTakeFirst();
export const lockEmergency = (context: Context, id: string) =>
  tables(context).selectFrom('emergency.emergency').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const findActive = (context: Context) =>
  tables(context).selectFrom('emergency.emergency').selectAll().where('state', '=', 'active').orderBy('id').execute();
export const endEmergencyRow = (context: Context, id: string) =>
  tables(context)
    .updateTable('emergency.emergency')
    .set({ state: 'ended', ended_at: context.now, ended_by: context.actor.name })
    .where('id', '=', id)
    .execute();
export async function pageEmergencies(
  context: Context,
  filter: { state?: string; after?: string; limit: number },
): Promise<EmergencyRow[]> {
  let rows = tables(context).selectFrom('emergency.emergency').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state as EmergencyState);
  if (filter.after) rows = rows.where('id', '<', filter.after);
  return rows.execute();
}
export async function countActs(
  context: Context,
  emergencyIds: readonly string[],
): Promise<{ emergency_id: string; state: PaperActState; n: number }[]> {
  if (emergencyIds.length === 0) return [];
  const { rows } = await sql<{ emergency_id: string; state: PaperActState; n: number }>`
    select emergency_id, state, count(*) as n from emergency.paper_act
    where emergency_id = any(${emergencyIds}::uuid[]) group by emergency_id, state`.execute(context.db);
  return rows;
}

/** False when the same paper is entered for the case already. */
export async function insertAct(context: Context, row: PaperActRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('emergency.paper_act')
    .values(row)
    .onConflict((c) => c.columns(['authority', 'paper_number', 'shipment_id']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const lockAct = (context: Context, id: string) =>
  tables(context).selectFrom('emergency.paper_act').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const lockActsOf = askTogether<{ readonly shipmentId: string; readonly authority: AuthorityId }, PaperActRow[]>(
  async (context, asked) => {
    const { rows } = await sql<PaperActRow>`
      select * from emergency.paper_act
      where (shipment_id, authority) in (
        select * from unnest(${asked.map((a) => a.shipmentId)}::uuid[], ${asked.map((a) => a.authority)}::text[]))
      order by id for update`.execute(context.db);
    return asked.map((a) => rows.filter((row) => row.shipment_id === a.shipmentId && row.authority === a.authority));
  },
);
export const updateAct = (
  context: Context,
  id: string,
  change: Partial<
    Pick<PaperActRow, 'state' | 'decided_at' | 'decided_by' | 'electronic' | 'settlement' | 'settled_at' | 'settled_by'>
  >,
) =>
  tables(context)
    .updateTable('emergency.paper_act')
    .set({
      ...change,
      ...(change.electronic ? { electronic: JSON.stringify(change.electronic) as unknown as Electronic } : {}),
    })
    .where('id', '=', id)
    .execute();
export async function pageActs(
  context: Context,
  filter: { emergencyId: string; state?: string; authority?: AuthorityId; after?: string; limit: number },
): Promise<PaperActRow[]> {
  let rows = tables(context)
    .selectFrom('emergency.paper_act')
    .selectAll()
    .where('emergency_id', '=', filter.emergencyId)
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state as PaperActState);
  if (filter.authority) rows = rows.where('authority', '=', filter.authority);
  if (filter.after) rows = rows.where('id', '<', filter.after);
  return rows.execute();
}
