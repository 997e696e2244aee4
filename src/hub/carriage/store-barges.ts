// All SQL of barge orders, in schema `carriage`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { BargeContent, BargeState, BargeStep } from './contract.ts';

export type BargeRow = {
  id: string;
  shipment_id: string;
  serial: number;
  reference: string;
  content: BargeContent;
  state: BargeState;
  cancelling: boolean;
  steps: readonly BargeStep[];
  ordered_at: string;
  ordered_by: string;
  simulated: boolean;
};
type Tables = { 'carriage.barge_order': BargeRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;
const orders = (context: Context) => tables(context).selectFrom('carriage.barge_order').selectAll();

export const listBargeOrders = (context: Context, shipmentId: string) =>
  orders(context).where('shipment_id', '=', shipmentId).orderBy('serial', 'desc').execute();
/** One order after the other for a case, so that no box goes with two. */
export async function lockedOrders(context: Context, shipmentId: string): Promise<BargeRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`barges/${shipmentId}`}, 0))`.execute(context.db);
  return listBargeOrders(context, shipmentId);
}
export const insertBargeOrder = (context: Context, row: BargeRow) =>
  tables(context)
    .insertInto('carriage.barge_order')
    .values({ ...row, content: json(row.content), steps: json(row.steps) })
    .execute();
export const lockBargeOrder = (context: Context, id: string) =>
  orders(context).where('id', '=', id).forUpdate().executeTakeFirst();
export const lockBargeOrderNamed = (context: Context, reference: string) =>
  orders(context).where('reference', '=', reference).forUpdate().executeTakeFirst();
export const updateBargeOrder = (
  context: Context,
  id: string,
  { steps, ...plain }: Partial<Pick<BargeRow, 'state' | 'cancelling' | 'steps' | 'simulated'>>,
) =>
  tables(context)
    .updateTable('carriage.barge_order')
    .set({ ...plain, ...(steps ? { steps: json(steps) } : {}) })
    .where('id', '=', id)
    .execute();
