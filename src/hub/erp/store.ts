// All SQL of schema `erp`.
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { PlacedFinding, Problem, ShipmentAnswer } from './contract.ts';

export type FileRow = {
  id: string;
  /** Null where somebody uploaded it. */
  subscription_id: string | null;
  organisation_id: string;
  name: string;
  digest: string;
  received_at: string;
  shipments: ShipmentAnswer[];
  problem: Problem | null;
  answered_at: string | null;
  uploaded_by: string | null;
  findings: PlacedFinding[];
};
const tables = (context: Context) => context.db.withTables<{ 'erp.file': FileRow }>();

type NewFile = Omit<FileRow, 'shipments' | 'problem' | 'answered_at' | 'findings'>;
/** False where the same bytes came from there before. */
export async function insertFile(context: Context, row: NewFile) {
  const done = await tables(context)
    .insertInto('erp.file')
    .values({
      ...row,
      shipments: JSON.stringify([]) as unknown as ShipmentAnswer[],
      problem: null,
      answered_at: null,
      findings: JSON.stringify([]) as unknown as PlacedFinding[],
    })
    .onConflict((c) => c.columns(['subscription_id', 'digest']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const findByDigest = (context: Context, subscriptionId: string, digest: string) =>
  tables(context)
    .selectFrom('erp.file')
    .selectAll()
    .where('subscription_id', '=', subscriptionId)
    .where('digest', '=', digest)
    .executeTakeFirst();
export const listUnanswered = (context: Context, subscriptionId: string) =>
  tables(context)
    .selectFrom('erp.file')
    .selectAll()
    .where('subscription_id', '=', subscriptionId)
    .where('answered_at', 'is', null)
    .orderBy('id')
    .limit(50)
    .execute();
/** Newest first; ids grow with time. */
export function pageFiles(context: Context, page: RowPage & { readonly organisationId?: string }): Promise<FileRow[]> {
  let rows = tables(context).selectFrom('erp.file').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.organisationId !== undefined) rows = rows.where('organisation_id', '=', page.organisationId);
  if (page.after) rows = rows.where('id', '<', page.after);
  return rows.execute();
}
export const findFile = (context: Context, id: string): Promise<FileRow | undefined> =>
  tables(context).selectFrom('erp.file').selectAll().where('id', '=', id).executeTakeFirst();
/** Held by one worker for this transaction; undefined where it has been answered. */
export const lockFile = (context: Context, id: string) =>
  tables(context)
    .selectFrom('erp.file')
    .selectAll()
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
export const keepAnswers = (
  context: Context,
  id: string,
  change: {
    shipments?: readonly ShipmentAnswer[];
    findings?: readonly PlacedFinding[];
    problem?: Problem;
    answered?: true;
  },
) =>
  tables(context)
    .updateTable('erp.file')
    .set({
      ...(change.shipments ? { shipments: JSON.stringify(change.shipments) as unknown as ShipmentAnswer[] } : {}),
      ...(change.findings ? { findings: JSON.stringify(change.findings) as unknown as PlacedFinding[] } : {}),
      ...(change.problem ? { problem: JSON.stringify(change.problem) as unknown as Problem } : {}),
      ...(change.answered ? { answered_at: context.now } : {}),
    })
    .where('id', '=', id)
    .execute();
