// SQL of what stations report (P7).
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';
import type { Movement } from './contract.ts';

export type MovementRow = {
  id: string;
  release_id: string;
  shipment_id: string;
  movement: Movement;
  reverse: boolean;
  at: string;
  reported_at: string;
  reported_by: string;
  channel: string;
  report_number: string;
  content_digest: string;
  vehicle: string | null;
};
type Tables = { 'release.movement': MovementRow };
const tables = (context: Context) => context.db.withTables<Tables>();

/** In the order in which they were taken: under the lock of their release ids only grow. */
export const listMovements = (context: Context, releaseId: string) =>
  tables(context)
    .selectFrom('release.movement')
    .selectAll()
    .where('release_id', '=', releaseId)
    .orderBy('id')
    .execute();
/** Of all releases of a case, in one go. */
export const listCaseMovements = (context: Context, releaseIds: readonly string[]) =>
  tables(context)
    .selectFrom('release.movement')
    .selectAll()
    .where('release_id', '=', anyOf(releaseIds))
    .orderBy('id')
    .execute();
export const findReport = (context: Context, channel: string, reportNumber: string) =>
  tables(context)
    .selectFrom('release.movement')
    .selectAll()
    .where('channel', '=', channel)
    .where('report_number', '=', reportNumber)
    .executeTakeFirst();
/** False where the number was taken meanwhile. */
export async function insertMovement(context: Context, row: MovementRow): Promise<boolean> {
  const result = await tables(context)
    .insertInto('release.movement')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channel', 'report_number']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
