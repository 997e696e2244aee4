// All SQL of schema `documents`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { Call } from '../../kernel/call.ts';
import { askTogether, rowByKey } from '../../runtime/database/ask-together.ts';
import type { DocumentView } from './contract.ts';

export type DocumentRow = {
  id: string;
  kind: string;
  name: Bilingual;
  /** `photo`: of an inspection, shown by that module alone. */
  flow: DocumentView['flow'] | 'photo';
  channel: string | null;
  shipment_id: string | null;
  shipment_version: number | null;
  client_number: string | null;
  about_id: string | null;
  note: Bilingual | null;
  media_type: string;
  charset: string | null;
  file_name: string;
  size_bytes: number;
  digest: string;
  simulated: boolean;
  created_at: string;
  delivery: DocumentView['delivery'] | null;
  /** Whose attachment it is. */
  attached_by: string | null;
  scan: Scan | null;
  /** Method and path of its own, where it has them. */
  call: Call | null;
};
/** What the virus scanner said of an attachment; null where none was configured. */
export type Scan = {
  readonly state: 'scanning' | 'clean' | 'infected' | 'unscannable';
  readonly text?: string;
  readonly at?: string;
  /** How often the scanner broke off while it looked at it. */
  readonly failures?: number;
};
type Tables = {
  'documents.document': DocumentRow;
  'documents.body': { digest: string; bytes: Buffer | null };
};
const tables = (context: Context) => context.db.withTables<Tables>();

/**
 * Documents with their bytes, in one statement; the same bytes are stored once. Without bytes they lie in the file store already.
 * Gives back the ids that were new.
 */
export async function insertDocuments(context: Context, documents: readonly Kept[]): Promise<ReadonlySet<string>> {
  return documents.length === 0 ? new Set() : insertAll(context, documents);
}
type Kept = { readonly row: DocumentRow; readonly bytes: Uint8Array | null };
const insertAll = askTogether<readonly Kept[], ReadonlySet<string>>(async (context, asked) => {
  const documents = asked.flat();
  const bodies = new Map(documents.map(({ row, bytes }) => [row.digest, bytes && Buffer.from(bytes)]));
  const { rows } = await sql<{ id: string }>`
    with bodies as (
      insert into documents.body (digest, bytes)
      select digest, bytes from unnest(${[...bodies.keys()]}::text[], ${[...bodies.values()]}::bytea[]) as b(digest, bytes)
      on conflict (digest) do update set bytes = excluded.bytes
        where documents.body.bytes is null and excluded.bytes is not null),
    kept as (
      insert into documents.document (
        id, kind, name, flow, channel, shipment_id, shipment_version, client_number, about_id, note, media_type, charset,
        file_name, size_bytes, digest, simulated, created_at, delivery, attached_by, scan, call)
      select id, kind, name, flow, channel, shipment_id, shipment_version, client_number, about_id, note, media_type, charset,
        file_name, size_bytes, digest, simulated, created_at, delivery, attached_by, scan, call
      from jsonb_populate_recordset(null::documents.document, ${JSON.stringify(documents.map((d) => d.row))}::jsonb)
      on conflict (id) do nothing returning id)
    insert into documents.unindexed (document_id) select id from kept returning document_id as id`.execute(context.db);
  const kept = new Set(rows.map((row) => row.id));
  return asked.map((own) => new Set(own.map(({ row }) => row.id).filter((id) => kept.has(id))));
});
export const findDocument = askTogether<string, DocumentRow | undefined>(async (context, ids) =>
  rowByKey(ids, await listByIds(context, ids), (row) => row.id),
);
export const listByIds = async (context: Context, ids: readonly string[]): Promise<DocumentRow[]> =>
  ids.length === 0
    ? []
    : (await sql<DocumentRow>`select * from documents.document where id = any(${[...ids]}::uuid[])`.execute(context.db))
        .rows;
export const listDocuments = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('documents.document')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .where('flow', '<>', 'photo')
    .orderBy('id')
    .limit(1000)
    .execute();
export const findByClientNumber = askTogether<string, DocumentRow | undefined>(async (context, numbers) => {
  const { rows } = await sql<DocumentRow>`
    select * from documents.document where client_number = any(${numbers}::text[]) order by id desc`.execute(
    context.db,
  );
  return rowByKey(numbers, rows, (row) => row.client_number ?? '');
});
export async function findSibling(context: Context, documentId: string, version: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents.document known
    join documents.document d on d.shipment_id = known.shipment_id and d.kind = known.kind and d.flow = known.flow
    where known.id = ${documentId} and d.shipment_version = ${version} order by d.id desc limit 1`.execute(context.db);
  return rows[0]?.id;
}
export const countOutbound = askTogether<string, number>(async (context, shipmentIds) => {
  const { rows } = await sql<{ shipment_id: string; n: number }>`
    select shipment_id, count(*) as n from documents.document
    where shipment_id = any(${shipmentIds}::uuid[]) and flow = 'outbound' group by shipment_id`.execute(context.db);
  return rowByKey(shipmentIds, rows, (row) => row.shipment_id).map((row) => Number(row?.n ?? 0));
});
type Marked = { readonly documentId: string; readonly delivery: NonNullable<DocumentRow['delivery']> };
export const markDeliveries = askTogether<readonly Marked[], void>(async (context, asked) => {
  await sql`
    update documents.document d set delivery = r.delivery
    from jsonb_to_recordset(${JSON.stringify(asked.flat())}::jsonb) as r("documentId" uuid, delivery jsonb)
    where d.id = r."documentId"`.execute(context.db);
  return [];
});
/** Documents with their bytes, in one statement; null where these lie in the file store. */
export async function readWithBodies(
  context: Context,
  ids: readonly string[],
): Promise<{ row: DocumentRow; bytes: Uint8Array | null }[]> {
  const { rows } = await sql<DocumentRow & { bytes: Buffer | null }>`
    select d.*, b.bytes from documents.document d join documents.body b on b.digest = d.digest
    where d.id = any(${ids}::uuid[])`.execute(context.db);
  return rows.map(({ bytes, ...row }) => ({ row, bytes: bytes && new Uint8Array(bytes) }));
}
/** What of a document is needed to send it; the rest of its row is no small part of what reading it costs. */
export type SentRow = Pick<DocumentRow, 'id' | 'kind' | 'file_name' | 'media_type' | 'charset' | 'digest' | 'call'>;
/** The first of these, as many as come to no more than so many bytes. */
export async function readToSend(
  context: Context,
  ids: readonly string[],
  mostBytes: number,
): Promise<{ row: SentRow; bytes: Uint8Array | null }[]> {
  const { rows } = await sql<SentRow & { bytes: Buffer | null }>`
    select q.id, q.kind, q.file_name, q.media_type, q.charset, q.digest, q.call, b.bytes
    from (select d.id, d.kind, d.file_name, d.media_type, d.charset, d.digest, d.call, sum(d.size_bytes) over (order by w.n) as until_here
          from unnest(${ids}::uuid[]) with ordinality as w(id, n) join documents.document d on d.id = w.id) q
    join documents.body b on b.digest = q.digest
    where q.until_here <= ${mostBytes}`.execute(context.db);
  return rows.map(({ bytes, ...row }) => ({ row, bytes }));
}
/** What a text begins with of each, one byte more than is read of it, so that a cut is known as one. */
export async function readStarts(
  context: Context,
  digests: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (digests.length === 0) return new Map();
  const { rows } = await sql<{ digest: string; bytes: Buffer }>`
    select digest, substring(bytes for ${most + 1}::integer) as bytes from documents.body
    where digest = any(${[...new Set(digests)]}::text[]) and bytes is not null`.execute(context.db);
  return new Map(rows.map(({ digest, bytes }) => [digest, new Uint8Array(bytes)]));
}
type About = { readonly id: string; shipment_id: string | null; about_id: string | null; note: Bilingual | null };
export const markAbout = askTogether<About, void>(async (context, rows) => {
  await sql`
    with about as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, shipment_id uuid, about_id uuid, note jsonb)),
    noted as (insert into documents.unindexed (document_id) select distinct id from about)
    update documents.document d set shipment_id = a.shipment_id, about_id = a.about_id, note = a.note
    from about a where d.id = a.id`.execute(context.db);
  return [];
});
/** The bytes; null where they lie in the file store; undefined where the digest is unknown. */
export async function readBody(context: Context, digest: string): Promise<Uint8Array | null | undefined> {
  const { rows } = await sql<{
    bytes: Buffer | null;
  }>`select bytes from documents.body where digest = ${digest}`.execute(context.db);
  return rows[0] && rows[0].bytes && new Uint8Array(rows[0].bytes);
}
