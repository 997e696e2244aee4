// SQL of time stamps.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type TimeStampRow = {
  signature_id: string;
  shipment_id: string;
  imprint: string;
  state: 'due' | 'stamped' | 'given-up';
  signed_at: string;
  attempts: number;
  next_attempt_at: string | null;
  detail: string | null;
  token: Buffer | null;
  stamped_at: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'signatures.time_stamp': TimeStampRow }>();

export const insertTimeStamp = (context: Context, row: TimeStampRow) =>
  tables(context).insertInto('signatures.time_stamp').values(row).execute();
export const listTimeStamps = (context: Context, shipmentId: string) =>
  tables(context)
    .selectFrom('signatures.time_stamp')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .limit(500)
    .execute();
/** Those that are due, put off by the length of a lease so that no other node asks meanwhile. */
export async function claimTimeStamps(
  context: Context,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<TimeStampRow[]> {
  const { rows } = await sql<TimeStampRow>`
    update signatures.time_stamp
    set next_attempt_at = ${context.now}::timestamptz + ${leaseMs} * interval '1 millisecond'
    where signature_id in (
      select signature_id from signatures.time_stamp where state = 'due' and next_attempt_at <= ${context.now}
      order by next_attempt_at limit ${limit} for update skip locked)
    returning *`.execute(context.db);
  return rows;
}
/** False where it has been stamped meanwhile: a stamp that is kept is not exchanged. */
export async function updateTimeStamp(
  context: Context,
  signatureId: string,
  change: Partial<TimeStampRow>,
): Promise<boolean> {
  const [result] = await tables(context)
    .updateTable('signatures.time_stamp')
    .set(change)
    .where('signature_id', '=', signatureId)
    .where('state', '=', 'due')
    .execute();
  return (result?.numUpdatedRows ?? 0n) > 0n;
}
