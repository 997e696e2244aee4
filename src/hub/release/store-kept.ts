// SQL of reports that came too early (P7, N10).
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { KeptReason, Movement } from './contract.ts';

export type KeptRow = {
  id: string;
  release_id: string | null;
  shipment_id: string | null;
  object_id: string;
  movement: Movement;
  reverse: boolean;
  at: string;
  received_at: string;
  channel: string;
  place: string;
  report_number: string;
  reason: KeptReason;
};
type Tables = { 'release.kept_report': KeptRow };
const tables = (context: Context) => context.db.withTables<Tables>();

/** Taken by who keeps a report for want of a release, and by who grants one: neither misses the other. */
export const lockKept = (context: Context, objectId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`release kept ${objectId}`}, 0))`.execute(context.db);
/** False where the report is kept already. */
export async function keepReport(context: Context, row: KeptRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('release.kept_report')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channel', 'report_number']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
}
/** In the order in which they came. */
export const listKeptOf = (context: Context, releaseId: string, since: string) =>
  tables(context)
    .selectFrom('release.kept_report')
    .selectAll()
    .where('release_id', '=', releaseId)
    .where('received_at', '>', since)
    .orderBy('id')
    .execute();
export const listKeptFor = (context: Context, objectId: string, since: string) =>
  tables(context)
    .selectFrom('release.kept_report')
    .selectAll()
    .where('object_id', '=', objectId)
    .where('release_id', 'is', null)
    .where('received_at', '>', since)
    .orderBy('id')
    .execute();
export const dropKept = (context: Context, id: string) =>
  tables(context).deleteFrom('release.kept_report').where('id', '=', id).execute();
/** What waits, newest first: of one channel, or of all. */
export const pageKept = (context: Context, { channel, after, limit }: RowPage & { readonly channel?: string }) => {
  let rows = tables(context)
    .selectFrom('release.kept_report')
    .selectAll()
    .where(sql<boolean>`reason <> 'overtaken'`)
    .orderBy('id', 'desc')
    .limit(limit);
  if (channel) rows = rows.where('channel', '=', channel);
  if (after) rows = rows.where('id', '<', after);
  return rows.execute();
};
