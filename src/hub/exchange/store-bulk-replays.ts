// SQL of bulk replays: what is proposed, by whom, and the dead letters it is about (P3).
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { BulkReplayState } from './contract.ts';
import type { DeliveryRow } from './store.ts';

export type BulkReplayRow = {
  id: string;
  channel: string;
  document_kind: string | null;
  since: string | null;
  until: string | null;
  reason: string;
  count: number;
  state: BulkReplayState;
  proposed_at: string;
  proposed_by_id: string;
  proposed_by: string;
  decided_at: string | null;
  decided_by: string | null;
  replayed: number | null;
};
const tables = (context: Context) => context.db.withTables<{ 'exchange.bulk_replay': BulkReplayRow }>();

export const insertBulkReplay = (context: Context, row: BulkReplayRow) =>
  tables(context).insertInto('exchange.bulk_replay').values(row).execute();
export const updateBulkReplay = (
  context: Context,
  id: string,
  change: Partial<Pick<BulkReplayRow, 'count' | 'state' | 'decided_at' | 'decided_by' | 'replayed'>>,
) => tables(context).updateTable('exchange.bulk_replay').set(change).where('id', '=', id).execute();
export const deleteBulkReplay = (context: Context, id: string) =>
  tables(context).deleteFrom('exchange.bulk_replay').where('id', '=', id).execute();
export const findBulkReplay = (context: Context, id: string) =>
  tables(context).selectFrom('exchange.bulk_replay').selectAll().where('id', '=', id).executeTakeFirst();
export const lockBulkReplay = (context: Context, id: string) =>
  tables(context).selectFrom('exchange.bulk_replay').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const pageBulkReplays = (
  context: Context,
  page: { readonly after?: string; readonly limit: number; readonly state?: BulkReplayState },
) => {
  let rows = tables(context).selectFrom('exchange.bulk_replay').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.state) rows = rows.where('state', '=', page.state);
  if (page.after) rows = rows.where('id', '<', page.after);
  return rows.execute();
};

/** Fixes the oldest dead letters that fit; tells how many they are. */
export async function chooseDead(context: Context, row: BulkReplayRow, limit: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with chosen as (
      insert into exchange.bulk_replay_item (bulk_replay_id, delivery_id)
      select ${row.id}, id from exchange.delivery
      where channel = ${row.channel} and state = 'dead'
        and (${row.document_kind}::text is null or document_kind = ${row.document_kind})
        and (${row.since}::timestamptz is null or created_at >= ${row.since})
        and (${row.until}::timestamptz is null or created_at < ${row.until})
      order by seq limit ${limit} returning 1)
    select count(*)::int as n from chosen`.execute(context.db);
  return rows[0]?.n ?? 0;
}

/** Those of them that are still dead, oldest first, kept from everybody else until this commits. */
export async function lockChosenDead(context: Context, id: string): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select d.* from exchange.bulk_replay_item i join exchange.delivery d on d.id = i.delivery_id
    where i.bulk_replay_id = ${id} and d.state = 'dead' order by d.seq for update of d`.execute(context.db);
  return rows;
}

/** Which of these are delivered or on their way. */
export async function livingDeliveries(context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from exchange.delivery where id = any(${[...ids]}::uuid[]) and state <> 'dead'`.execute(context.db);
  return new Set(rows.map((row) => row.id));
}
