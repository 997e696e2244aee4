// SQL of statements with their lines, and of what is said of an enterprise, in schema `payment`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { LineView, Standing, StandingKind } from './contract.ts';

type StatementRow = {
  id: string;
  channel: string;
  number: string;
  account_end: string;
  made_at: string;
  lines: number;
  open_lines: number;
  message_id: string;
  heard_at: string;
  simulated: boolean;
};
export type LineRow = {
  id: string;
  statement_number: string;
  reference: string;
  end_to_end_id: string | null;
  credit: boolean;
  currency: string;
  amount: string;
  booked_on: string;
  state: LineView['state'];
  why: Bilingual | null;
  order_id: string | null;
  settled_at: string | null;
  settled_by: string | null;
  settled_reason: string | null;
  simulated: boolean;
};
export type StandingRow = {
  id: string;
  channel: string;
  kind: StandingKind;
  number: string;
  organisation_id: string;
  state: Standing['state'];
  grade: string | null;
  currency: string | null;
  amount: string | null;
  used: string | null;
  valid_to: string | null;
  issuer: string;
  text: Bilingual;
  said_at: string;
  message_id: string;
  simulated: boolean;
};
type Tables = {
  'payment.statement': StatementRow;
  'payment.line': LineRow;
  'payment.standing': StandingRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();

/** False when that statement was read before. */
export async function insertStatement(context: Context, row: StatementRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('payment.statement')
    .values(row)
    .onConflict((c) => c.columns(['channel', 'number']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
/** All of a statement at once; a line that was read before stays as it is. */
export const insertLines = (context: Context, rows: readonly LineRow[]) =>
  sql`
    insert into payment.line (id, statement_number, reference, end_to_end_id, credit, currency, amount, booked_on, state, why, order_id,
      settled_at, settled_by, settled_reason, simulated)
    select id, statement_number, reference, end_to_end_id, credit, currency, amount, booked_on, state, why, order_id,
      settled_at, settled_by, settled_reason, simulated
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, statement_number text, reference text, end_to_end_id text,
      credit boolean, currency text, amount numeric, booked_on text, state text, why jsonb, order_id uuid, settled_at timestamptz,
      settled_by text, settled_reason text, simulated boolean)
    on conflict (statement_number, reference) do nothing`.execute(context.db);
type Booked = { readonly orderId: string; readonly debits: number; readonly returned: string };
/** What of these orders was matched before. */
export async function listBooked(context: Context, orderIds: readonly string[]): Promise<Booked[]> {
  const { rows } = await sql<Booked>`
    select order_id as "orderId", count(*) filter (where not credit)::integer as debits,
      coalesce(sum(amount) filter (where credit), 0) as returned
    from payment.line where order_id = any(${[...orderIds]}::uuid[]) and state = 'matched' group by order_id`.execute(
    context.db,
  );
  return rows;
}
export const lockLine = (context: Context, id: string) =>
  tables(context).selectFrom('payment.line').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const settleRow = (
  context: Context,
  id: string,
  change: Pick<LineRow, 'state' | 'settled_at' | 'settled_by' | 'settled_reason'>,
) => tables(context).updateTable('payment.line').set(change).where('id', '=', id).execute();
export async function pageLines(
  context: Context,
  filter: { readonly state?: LineView['state']; readonly after?: string; readonly limit: number },
): Promise<LineRow[]> {
  let rows = tables(context).selectFrom('payment.line').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state);
  if (filter.after) rows = rows.where('id', '<', filter.after);
  return rows.execute();
}

/** Whether it is news: what was said later stands, in whichever order it comes. */
export async function keepStanding(context: Context, row: StandingRow): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into payment.standing (id, channel, kind, number, organisation_id, state, grade, currency, amount, used, valid_to, issuer, text,
      said_at, message_id, simulated)
    values (${row.id}, ${row.channel}, ${row.kind}, ${row.number}, ${row.organisation_id}, ${row.state}, ${row.grade}, ${row.currency},
      ${row.amount}, ${row.used}, ${row.valid_to}, ${row.issuer}, ${JSON.stringify(row.text)}, ${row.said_at}, ${row.message_id},
      ${row.simulated})
    on conflict (channel, kind, number) do update set state = excluded.state, grade = excluded.grade, currency = excluded.currency,
      amount = excluded.amount, used = excluded.used, valid_to = excluded.valid_to, issuer = excluded.issuer, text = excluded.text,
      said_at = excluded.said_at, message_id = excluded.message_id, simulated = excluded.simulated
      where payment.standing.said_at < excluded.said_at and payment.standing.organisation_id = excluded.organisation_id
    returning id`.execute(context.db);
  return rows[0]?.id;
}
export const listStandings = (context: Context, organisationId: string) =>
  tables(context)
    .selectFrom('payment.standing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('kind')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
