// SQL of exports: what is wanted, how far it is, and its parts.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { ExportState } from './contract.ts';

export type ExportRow = {
  readonly id: string;
  readonly reason: string;
  readonly shipment_id: string | null;
  readonly organisation_id: string | null;
  readonly from_at: string | null;
  readonly to_at: string | null;
  readonly state: ExportState;
  readonly asked_by_id: string;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly first_position: number;
  readonly last_position: number;
  readonly position: number;
  readonly receipts: number;
  readonly volume: number;
  readonly volume_receipts: number;
  readonly digest: string | null;
  readonly ended_at: string | null;
};
export type PartRow = {
  readonly export_id: string;
  readonly volume: number;
  readonly number: number;
  readonly name: string;
  readonly digest: string;
  readonly bytes: Buffer;
};
const tables = (context: Context) =>
  context.db.withTables<{ 'audit.export': ExportRow; 'audit.export_part': PartRow }>();

export const insertExport = (context: Context, row: ExportRow) =>
  tables(context).insertInto('audit.export').values(row).execute();
export const updateExport = (context: Context, id: string, change: Partial<Omit<ExportRow, 'id'>>) =>
  tables(context).updateTable('audit.export').set(change).where('id', '=', id).execute();
export const findExport = (context: Context, id: string) =>
  tables(context).selectFrom('audit.export').selectAll().where('id', '=', id).executeTakeFirst();
export const pageExports = (context: Context, page: RowPage) => {
  const rows = tables(context).selectFrom('audit.export').selectAll().orderBy('id', 'desc').limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export async function countWorking(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from audit.export where state = 'working'`.execute(context.db);
  return rows[0]?.n ?? 0;
}
/** The oldest that is being made and that nobody else has in hand. */
export const lockWorking = (context: Context) =>
  tables(context)
    .selectFrom('audit.export')
    .selectAll()
    .where('state', '=', 'working')
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
export const lockExpired = (context: Context, before: string) =>
  tables(context)
    .selectFrom('audit.export')
    .selectAll()
    .where('state', '=', 'ready')
    .where('ended_at', '<', before)
    .orderBy('ended_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** Those that may hold what stands at a position, whether ready or being made; few lie there at any time. */
export const lockHolding = (context: Context, position: number) =>
  tables(context)
    .selectFrom('audit.export')
    .selectAll()
    .where('state', '=', anyOf(['working', 'ready'] as const))
    .where('first_position', '<=', position)
    .where('last_position', '>=', position)
    .orderBy('id')
    .forUpdate()
    .execute();

export const insertPart = (context: Context, row: PartRow) =>
  tables(context).insertInto('audit.export_part').values(row).execute();
export async function listPartNames(
  context: Context,
  exportId: string,
  volume: number,
): Promise<{ number: number; name: string; digest: string }[]> {
  return tables(context)
    .selectFrom('audit.export_part')
    .select(['number', 'name', 'digest'])
    .where('export_id', '=', exportId)
    .where('volume', '=', volume)
    .orderBy('number')
    .execute();
}
export async function listSums(context: Context, exportId: string): Promise<string[]> {
  const rows = await tables(context)
    .selectFrom('audit.export_part')
    .select('digest')
    .where('export_id', '=', exportId)
    .where('name', '=', 'SHA256SUMS')
    .orderBy('volume')
    .execute();
  return rows.map((row) => row.digest);
}
export async function readVolume(context: Context, exportId: string, volume: number): Promise<Buffer> {
  const rows = await tables(context)
    .selectFrom('audit.export_part')
    .select('bytes')
    .where('export_id', '=', exportId)
    .where('volume', '=', volume)
    .orderBy('number')
    .execute();
  return Buffer.concat(rows.map((row) => row.bytes));
}
export const deleteParts = (context: Context, exportId: string) =>
  tables(context).deleteFrom('audit.export_part').where('export_id', '=', exportId).execute();
