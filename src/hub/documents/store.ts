// All SQL of schema `documents`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { DocumentView } from './contract.ts';

export type DocumentRow = {
  id: string;
  kind: string;
  name: Bilingual;
  flow: 'outbound' | 'inbound' | 'attachment';
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
};
type Tables = { 'documents.document': DocumentRow; 'documents.body': { digest: string; bytes: Buffer } };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function insertDocument(context: Context, row: DocumentRow, bytes: Uint8Array): Promise<boolean> {
  await tables(context)
    .insertInto('documents.body')
    .values({ digest: row.digest, bytes: Buffer.from(bytes) })
    .onConflict((c) => c.doNothing())
    .execute();
  const done = await tables(context)
    .insertInto('documents.document')
    .values({
      ...row,
      name: json(row.name),
      note: row.note && json(row.note),
      delivery: row.delivery && json(row.delivery),
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const findDocument = (context: Context, id: string) =>
  tables(context).selectFrom('documents.document').selectAll().where('id', '=', id).executeTakeFirst();
export const listDocuments = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('documents.document')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('id')
    .limit(1000)
    .execute();
export const findByClientNumber = (context: Context, clientNumber: string) =>
  tables(context)
    .selectFrom('documents.document')
    .selectAll()
    .where('client_number', '=', clientNumber)
    .orderBy('id', 'desc')
    .executeTakeFirst();
export const countOutbound = async (context: Context, shipmentId: string): Promise<number> => {
  const row = await tables(context)
    .selectFrom('documents.document')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('shipment_id', '=', shipmentId)
    .where('flow', '=', 'outbound')
    .executeTakeFirstOrThrow();
  return Number(row.n);
};
export const markDelivery = (context: Context, id: string, delivery: NonNullable<DocumentRow['delivery']>) =>
  tables(context)
    .updateTable('documents.document')
    .set({ delivery: json(delivery) })
    .where('id', '=', id)
    .execute();
export const markAbout = (
  context: Context,
  id: string,
  change: { shipment_id: string | null; about_id: string | null; note: Bilingual | null },
) =>
  tables(context)
    .updateTable('documents.document')
    .set({ ...change, note: change.note && json(change.note) })
    .where('id', '=', id)
    .execute();
export async function readBody(context: Context, digest: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from documents.body where digest = ${digest}`.execute(
    context.db,
  );
  return rows[0] && new Uint8Array(rows[0].bytes);
}
