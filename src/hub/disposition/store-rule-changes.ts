// SQL of rule changes: what is proposed, by whom, how its rehearsal went, what is in force (P5).
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { Rehearsal, RuleChangeState } from './contract.ts';
import type { SomeRule } from './rules-in-force.ts';

export type RuleChangeRow = {
  id: string;
  state: RuleChangeState;
  body: SomeRule;
  reason: string;
  proposed_at: string;
  proposed_by_id: string;
  proposed_by: string;
  rehearsal: Rehearsal | null;
  decided_at: string | null;
  decided_by: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'disposition.rule_change': RuleChangeRow }>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export const insertRuleChange = (context: Context, row: RuleChangeRow) =>
  tables(context)
    .insertInto('disposition.rule_change')
    .values({ ...row, body: json(row.body), rehearsal: null })
    .execute();
export const updateRuleChange = (
  context: Context,
  id: string,
  {
    body,
    rehearsal,
    ...change
  }: Partial<Pick<RuleChangeRow, 'state' | 'body' | 'rehearsal' | 'decided_at' | 'decided_by'>>,
) =>
  tables(context)
    .updateTable('disposition.rule_change')
    .set({ ...change, ...(body ? { body: json(body) } : {}), ...(rehearsal ? { rehearsal: json(rehearsal) } : {}) })
    .where('id', '=', id)
    .execute();
export const lockRuleChange = (context: Context, id: string) =>
  tables(context).selectFrom('disposition.rule_change').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const pageRuleChanges = (context: Context, page: { readonly after?: string; readonly limit: number }) => {
  let rows = tables(context).selectFrom('disposition.rule_change').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.after) rows = rows.where('id', '<', page.after);
  return rows.execute();
};
export const listApproved = async (context: Context): Promise<SomeRule[]> =>
  (
    await tables(context).selectFrom('disposition.rule_change').select('body').where('state', '=', 'approved').execute()
  ).map((row) => row.body);

/** Cases that had an instruction since then, the latest first. */
export async function casesSince(context: Context, since: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select shipment_id as id from disposition.instruction where received_at >= ${since} and shipment_id <> ''
    group by shipment_id order by max(received_at) desc limit ${limit}`.execute(context.db);
  return rows.map((row) => row.id);
}

/** Words of a case that had waited for it, and since when. */
export const listJoined = async (context: Context, shipmentId: string) => {
  const { rows } = await sql<{ id: string; received_at: string; joined_at: string }>`
    select id, received_at, joined_at from disposition.instruction
    where shipment_id = ${shipmentId} and joined_at is not null`.execute(context.db);
  return rows;
};
