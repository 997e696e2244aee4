// SQL of test results filed against conditions (GF18 7, 8).
import { sql } from 'kysely';
import type { AuthorityId } from '../../../kernel/party.ts';
import type { Context } from '../../../runtime/context.ts';
import type { RowPage } from '../../../runtime/database/read-page.ts';
import type { TestResultState } from '../contract.ts';

export type TestResultRow = {
  id: string;
  shipment_id: string;
  instruction_id: string;
  authority: AuthorityId;
  document_id: string;
  laboratory: string;
  accreditation: string;
  report_number: string;
  state: TestResultState;
  filed_at: string;
  filed_by: string;
  reason: string | null;
  decided_at: string | null;
  decided_by: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'disposition.test_result': TestResultRow }>();

/** False where another one waits on the same condition. */
export async function insertTestResult(context: Context, row: TestResultRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('disposition.test_result')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
/** One waits on the condition already. */
export async function isWaiting(context: Context, { shipmentId, instructionId }: OfCondition): Promise<boolean> {
  const row = await tables(context)
    .selectFrom('disposition.test_result')
    .select('id')
    .where('shipment_id', '=', shipmentId)
    .where('instruction_id', '=', instructionId)
    .where('state', '=', 'filed')
    .executeTakeFirst();
  return row !== undefined;
}
/** Some result of the case was filed with this document. */
export async function isNamed(
  context: Context,
  { shipmentId, documentId }: { readonly shipmentId: string; readonly documentId: string },
): Promise<boolean> {
  const row = await tables(context)
    .selectFrom('disposition.test_result')
    .select('id')
    .where('shipment_id', '=', shipmentId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row !== undefined;
}
type OfCondition = { readonly shipmentId: string; readonly instructionId: string };
export const findTestResult = (context: Context, id: string) =>
  tables(context).selectFrom('disposition.test_result').selectAll().where('id', '=', id).executeTakeFirst();
export const lockTestResult = (context: Context, id: string) =>
  tables(context).selectFrom('disposition.test_result').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const decideTestResultRow = (
  context: Context,
  id: string,
  change: Pick<TestResultRow, 'state' | 'reason' | 'decided_at' | 'decided_by'>,
) => tables(context).updateTable('disposition.test_result').set(change).where('id', '=', id).execute();
/** Of a case, in the order of filing. */
export const listTestResults = (context: Context, shipmentId: string): Promise<TestResultRow[]> =>
  tables(context)
    .selectFrom('disposition.test_result')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('id')
    .execute();
/** What waits for an authority, the longest waiting first; a case that was withdrawn waits for nobody. */
export async function pageTestResults(
  context: Context,
  authority: AuthorityId,
  page: RowPage,
): Promise<readonly TestResultRow[]> {
  const later = page.after ? sql`and t.id > ${page.after}::uuid` : sql``;
  const { rows } = await sql<TestResultRow>`
    select t.* from disposition.test_result t
    join disposition.case c on c.shipment_id = t.shipment_id and not c.withdrawn
    where t.authority = ${authority} and t.state = 'filed' ${later}
    order by t.id limit ${page.limit}`.execute(context.db);
  return rows;
}
