// SQL of photos and of signatures under parts (P6).
import type { AuthorityId } from '../../../kernel/party.ts';
import type { Context } from '../../../runtime/context.ts';
import { anyOf } from '../../../runtime/database/any-of.ts';
import type { SignatureReport } from '../../signatures/contract.ts';

export type PhotoRow = {
  id: string;
  task_id: string;
  authority: AuthorityId;
  digest: string;
  media_type: string;
  size_bytes: number;
  kept_at: string;
  kept_by: string;
  told: boolean;
};
export type PartSignatureRow = {
  task_id: string;
  authority: AuthorityId;
  jws: string;
  signed_by: 'person' | 'seal';
  serial: string;
  digest: string;
  chain: Buffer[];
  signed_at: string;
  report: SignatureReport;
};
const tables = (context: Context) =>
  context.db.withTables<{ 'inspection.photo': PhotoRow; 'inspection.part_signature': PartSignatureRow }>();

/** Of one authority, in the order in which they came. */
export const listPhotos = (context: Context, taskId: string, authority: AuthorityId) =>
  tables(context)
    .selectFrom('inspection.photo')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('authority', '=', authority)
    .orderBy('id')
    .execute();
/** Those the reader may see, by the second lock; two authorities may have kept the same bytes. */
export const findPhoto = (context: Context, taskId: string, digest: string) =>
  tables(context)
    .selectFrom('inspection.photo')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('digest', '=', digest)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
/** False where the authority has kept the same bytes for this task already. */
export async function insertPhoto(context: Context, row: PhotoRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('inspection.photo')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const markTold = (context: Context, taskId: string, authority: AuthorityId, digests: readonly string[]) =>
  digests.length === 0
    ? undefined
    : tables(context)
        .updateTable('inspection.photo')
        .set({ told: true })
        .where('task_id', '=', taskId)
        .where('authority', '=', authority)
        .where('digest', '=', anyOf(digests))
        .execute();
/** Of all authorities. */
export const listPhotosOf = (context: Context, taskId: string) =>
  tables(context)
    .selectFrom('inspection.photo')
    .select(['authority', 'digest', 'told'])
    .where('task_id', '=', taskId)
    .execute();

export const insertPartSignature = (context: Context, row: PartSignatureRow) =>
  tables(context)
    .insertInto('inspection.part_signature')
    .values({ ...row, report: JSON.stringify(row.report) as unknown as SignatureReport })
    .execute();
export const listPartSignatures = (context: Context, taskId: string) =>
  tables(context)
    .selectFrom('inspection.part_signature')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('authority')
    .execute();
