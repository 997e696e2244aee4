// SQL of schema `documents` for what lies in the file store: attachments that wait for the scanner, versions, bodies nobody names.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { DocumentRow, Scan } from './store.ts';

export async function listScanning(
  context: Context,
  limit: number,
): Promise<Pick<DocumentRow, 'id' | 'digest' | 'scan'>[]> {
  const { rows } = await sql<Pick<DocumentRow, 'id' | 'digest' | 'scan'>>`
    select id, digest, scan from documents.document where scan ->> 'state' = 'scanning' order by id limit ${limit}`.execute(
    context.db,
  );
  return rows;
}
/** Only the first verdict counts; another worker may have been quicker. */
export async function markScan(context: Context, id: string, scan: Scan): Promise<void> {
  await sql`update documents.document set scan = ${JSON.stringify(scan)}::jsonb
    where id = ${id} and scan ->> 'state' = 'scanning'`.execute(context.db);
}

/** Documents of the same kind for the same case and partner, or attachments of the same name: one thing's versions, oldest first. */
export async function listVersions(context: Context, row: DocumentRow): Promise<DocumentRow[]> {
  if (!row.shipment_id) return [row];
  const { rows } = await sql<DocumentRow>`
    select * from documents.document
    where shipment_id = ${row.shipment_id} and flow = ${row.flow} and kind = ${row.kind} and name = ${JSON.stringify(row.name)}::jsonb
      and channel is not distinct from ${row.channel} and (flow <> 'attachment' or file_name = ${row.file_name})
    order by id limit 200`.execute(context.db);
  return rows;
}

/**
 * Claims a digest that no row names, for this transaction: whoever would name it waits for its end. False when a row names it. Given up
 * again with `unclaimBody`, after its bytes were removed.
 */
export async function claimUnnamedBody(context: Context, digest: string): Promise<boolean> {
  const { rows } = await sql<{ digest: string }>`
    insert into documents.body (digest, bytes) values (${digest}, null) on conflict do nothing returning digest`.execute(
    context.db,
  );
  return rows.length > 0;
}
export const unclaimBody = (context: Context, digest: string) =>
  sql`delete from documents.body where digest = ${digest}`.execute(context.db);

export async function isKeptInDatabase(context: Context, digest: string): Promise<boolean> {
  const { rows } = await sql<{
    digest: string;
  }>`select digest from documents.body where digest = ${digest} and bytes is not null`.execute(context.db);
  return rows.length > 0;
}
/** The row and its entry; the body too where no other row names it, so that its bytes are swept. */
export async function deleteAttachment(
  context: Context,
  { id, digest }: Pick<DocumentRow, 'id' | 'digest'>,
): Promise<void> {
  // Whoever keeps the same bytes at this moment holds the body: he is waited for, and then seen.
  await sql`select digest from documents.body where digest = ${digest} for update`.execute(context.db);
  await sql`delete from documents.unindexed where document_id = ${id}`.execute(context.db);
  await sql`delete from documents.entry where id = ${id}`.execute(context.db);
  await sql`delete from documents.document where id = ${id}`.execute(context.db);
  await sql`
    delete from documents.body b where b.digest = ${digest}
      and not exists (select 1 from documents.document d where d.digest = ${digest})`.execute(context.db);
}
