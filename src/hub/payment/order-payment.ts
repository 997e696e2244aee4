// Paying a bill is the enterprise's act (X3; B16 三(三)3): one order stands for one bill, with an end-to-end id made of the bill's number, so
// that neither a second click nor a second node nor a repeated message pays twice; the unique index `order_standing` is the last word.
import { compareDecimals } from '../../kernel/decimal.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, mustBeAuthorisedFor } from '../shipment/index.ts';
import type { BillView, PaymentEvents } from './contract.ts';
import { stateOfBill, toBillView } from './read-payments.ts';
import { refuse } from './refusals.ts';
import { isPayable } from './states.ts';
import { insertOrder, lockBill, type OrderRow, ordersOfBill } from './store.ts';

const emit = emitter<PaymentEvents>();

export async function orderPayment(
  context: Context,
  command: { readonly billId: string; readonly account: string },
): Promise<BillView> {
  const bill = await lockBill(context, command.billId);
  if (!bill || !(await mayDoToShipment(context, bill.shipment_id, 'payment.read')))
    throw refuse('PAYMENT_BILL_UNKNOWN');
  if (!(await mayDoToShipment(context, bill.shipment_id, 'payment.order')))
    await mustBeAuthorisedFor(context, bill.shipment_id, 'pay');
  const before = await ordersOfBill(context, bill.id);
  const state = stateOfBill(context, bill, before);
  if (!isPayable(state) || compareDecimals(bill.amount, '0') <= 0)
    throw refuse('PAYMENT_BILL_NOT_PAYABLE', { path: 'number', number: bill.number, state });
  const attempt = before.length + 1;
  const order: OrderRow = {
    id: context.newId(),
    bill_id: bill.id,
    shipment_id: bill.shipment_id,
    attempt,
    end_to_end_id: endToEndIdOf(bill.number, attempt),
    currency: bill.currency,
    amount: bill.amount,
    debtor_account: command.account,
    state: 'sent',
    standing: true,
    returned: '0',
    settled_at: null,
    reason: null,
    ordered_at: context.now,
    ordered_by: context.actor.name,
    simulated: bill.simulated,
  };
  await insertOrder(context, order);
  await emit(context, 'payment.ordered', bill.shipment_id, {
    shipmentId: bill.shipment_id,
    taxBillId: bill.id,
    number: bill.number,
    orderId: order.id,
    endToEndId: order.end_to_end_id,
    kind: bill.kind,
    currency: order.currency,
    amount: order.amount,
    debtorAccount: order.debtor_account,
    payee: bill.payee,
    payeeAccount: bill.payee_account,
    executeOn: partnerDay(context.now),
    declarationNumber: bill.declaration_number,
  });
  return toBillView(context, bill, [order, ...before], true);
}

/** At most 35 characters (ISO 20022 Max35Text): bill numbers have at most 32. */
const endToEndIdOf = (billNumber: string, attempt: number): string => `${billNumber}-${attempt}`.slice(0, 35);
