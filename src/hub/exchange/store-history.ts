// SQL of the database's own history: its timeline, and the restores Portico has noticed (P3).
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type HistoryRow = {
  id: number;
  system_id: string;
  timeline: number;
  noted_at: string;
  last_position: number;
  last_event_at: string | null;
  checked_at: string | null;
  checked_by: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'exchange.history': HistoryRow }>();

/** A row for the history the server is on, unless it has one; whichever of several nodes starts first writes it. */
export async function insertHistory(context: Context): Promise<HistoryRow | undefined> {
  const { rows } = await sql<HistoryRow>`
    insert into exchange.history (system_id, timeline, noted_at, last_position, last_event_at)
    select (select system_identifier::text from pg_control_system()),
           ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int,
           ${context.now}, coalesce(max(position), 0), max(occurred_at)
    from (select position, occurred_at from runtime.event order by position desc limit 1) as last
    on conflict (system_id, timeline) do nothing
    returning *`.execute(context.db);
  return rows[0];
}
export const listHistory = (context: Context) =>
  tables(context).selectFrom('exchange.history').selectAll().orderBy('id').execute();

/** Every number given out after the restored instant may be known outside: none of them is given a second time. */
export async function skipNumbers(context: Context, by: number): Promise<void> {
  await sql`
    select setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(last_value, 0) + ${by})
    from pg_sequences where schemaname <> 'exchange' or sequencename <> 'history_id_seq'`.execute(context.db);
}

/** Messages that answer what is not known here, since then. */
export async function countUnknown(context: Context, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from exchange.inbound
    where state in ('quarantined', 'waiting') and received_at >= ${since}`.execute(context.db);
  return rows[0]?.n ?? 0;
}

export const checkHistory = (context: Context, id: number) =>
  tables(context)
    .updateTable('exchange.history')
    .set({ checked_at: context.now, checked_by: context.actor.name })
    .where('id', '=', id)
    .where('id', '>', (e) => e.selectFrom('exchange.history').select((s) => s.fn.min('id').as('first')))
    .where('checked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
