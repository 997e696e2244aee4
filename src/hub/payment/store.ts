// All SQL of bills, orders and what banks say of them, in schema `payment`.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { OrderState, PaymentWord, TaxKind } from './contract.ts';

export type BillRow = {
  id: string;
  channel: string;
  number: string;
  shipment_id: string;
  kind: TaxKind;
  declaration_number: string;
  payee: string;
  payee_account: string;
  currency: string;
  /** Decimal text with two digits. */
  amount: string;
  issued_at: string;
  due_on: string | null;
  guarantee_number: string | null;
  summary: boolean;
  cancelled_at: string | null;
  differs: boolean;
  confirmed_at: string | null;
  treasury_number: string | null;
  message_id: string;
  simulated: boolean;
};
export type OrderRow = {
  id: string;
  bill_id: string;
  shipment_id: string;
  attempt: number;
  end_to_end_id: string;
  currency: string;
  amount: string;
  debtor_account: string;
  state: OrderState;
  standing: boolean;
  returned: string;
  settled_at: string | null;
  reason: Bilingual | null;
  ordered_at: string;
  ordered_by: string;
  simulated: boolean;
};
type WordRow = {
  order_id: string;
  digest: string;
  shipment_id: string;
  said: PaymentWord;
  message_id: string;
  heard_at: string;
};
type Tables = { 'payment.bill': BillRow; 'payment.payment_order': OrderRow; 'payment.word': WordRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

/** False when that number is there already. */
export async function insertBill(context: Context, row: BillRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('payment.bill')
    .values(row)
    .onConflict((c) => c.columns(['channel', 'number']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
const bills = (context: Context) => tables(context).selectFrom('payment.bill').selectAll();
export const lockBillByNumber = (context: Context, channel: string, number: string) =>
  bills(context).where('channel', '=', channel).where('number', '=', number).forUpdate().executeTakeFirst();
export const lockBill = (context: Context, id: string) =>
  bills(context).where('id', '=', id).forUpdate().executeTakeFirst();
/** A bill of this case, whoever issued it. */
export const lockBillOfCase = (context: Context, shipmentId: string, number: string) =>
  bills(context).where('shipment_id', '=', shipmentId).where('number', '=', number).forUpdate().executeTakeFirst();
export const listBills = (context: Context, shipmentId: string) =>
  bills(context).where('shipment_id', '=', shipmentId).orderBy('id').execute();
export const updateBill = (
  context: Context,
  id: string,
  change: Partial<Pick<BillRow, 'cancelled_at' | 'differs' | 'confirmed_at' | 'treasury_number'>>,
) => tables(context).updateTable('payment.bill').set(change).where('id', '=', id).execute();

const orders = (context: Context) => tables(context).selectFrom('payment.payment_order').selectAll();
export const listOrders = (context: Context, shipmentId: string) =>
  orders(context).where('shipment_id', '=', shipmentId).orderBy('id', 'desc').execute();
export const ordersOfBill = (context: Context, billId: string) =>
  orders(context).where('bill_id', '=', billId).orderBy('attempt', 'desc').execute();
export const insertOrder = (context: Context, row: OrderRow) =>
  tables(context)
    .insertInto('payment.payment_order')
    .values({ ...row, reason: null })
    .execute();
export const findOrder = (context: Context, endToEndId: string) =>
  orders(context).where('end_to_end_id', '=', endToEndId).executeTakeFirst();
/** In one order for everybody, so that two statements that name the same orders do not wait for each other in a circle. */
export const lockOrdersNamed = (context: Context, endToEndIds: readonly string[]) =>
  orders(context).where('end_to_end_id', '=', anyOf(endToEndIds)).orderBy('id').forUpdate().execute();
export const lockOrder = (context: Context, id: string) =>
  orders(context).where('id', '=', id).forUpdate().executeTakeFirst();
export const updateOrder = (
  context: Context,
  id: string,
  change: Pick<OrderRow, 'state' | 'standing' | 'returned' | 'settled_at' | 'reason'>,
) =>
  tables(context)
    .updateTable('payment.payment_order')
    .set({ ...change, reason: change.reason ? json(change.reason) : null })
    .where('id', '=', id)
    .execute();

/** What was said already stays said once. */
export const insertWord = (context: Context, row: WordRow) =>
  tables(context)
    .insertInto('payment.word')
    .values({ ...row, said: json(row.said) })
    .onConflict((c) => c.columns(['order_id', 'digest']).doNothing())
    .execute();
export async function wordsOf(context: Context, orderId: string): Promise<PaymentWord[]> {
  const rows = await tables(context)
    .selectFrom('payment.word')
    .select('said')
    .where('order_id', '=', orderId)
    .orderBy('digest')
    .execute();
  return rows.map((row) => row.said);
}
