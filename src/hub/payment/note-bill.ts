// A bill of customs for a declaration, or its cancellation, in whichever order they come; and the treasury's word that the money is there.
import { toScale } from '../../kernel/decimal.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { MoneyFact, PaymentEvents } from './contract.ts';
import type { MoneyTold } from './money-told.ts';
import { type BillRow, insertBill, lockBillByNumber, lockBillOfCase, updateBill } from './store.ts';

const emit = emitter<PaymentEvents>();
type Billed = Extract<MoneyFact, { fact: 'tax-billed' }>;

export async function noteBill(context: Context, told: MoneyTold, { bill, cancelled }: Billed): Promise<void> {
  const { shipmentId } = told;
  if (!shipmentId) return;
  const row: BillRow = {
    id: context.newId(),
    channel: told.channel,
    number: bill.number,
    shipment_id: shipmentId,
    kind: bill.kind,
    declaration_number: bill.declarationNumber,
    payee: bill.payee,
    payee_account: bill.payeeAccount,
    currency: bill.currency,
    amount: toScale(bill.amount, 2),
    issued_at: bill.issuedAt,
    due_on: bill.dueOn ?? null,
    guarantee_number: bill.guaranteeNumber ?? null,
    summary: bill.summary ?? false,
    cancelled_at: cancelled ? context.now : null,
    differs: false,
    confirmed_at: null,
    treasury_number: null,
    message_id: told.messageId,
    simulated: told.simulated,
  };
  if (await insertBill(context, row)) {
    await tellBill(context, row);
    return;
  }
  const known = await lockBillByNumber(context, told.channel, bill.number);
  if (!known) return;
  const about = { shipmentId: known.shipment_id, taxBillId: known.id, number: known.number };
  if (cancelled) {
    if (known.cancelled_at) return;
    await updateBill(context, known.id, { cancelled_at: context.now });
    await emit(context, 'payment.bill-cancelled', known.shipment_id, about);
    return;
  }
  if (isSame(known, row) || known.differs) return;
  await updateBill(context, known.id, { differs: true });
  await emit(context, 'payment.disputed', known.shipment_id, {
    ...about,
    reason: {
      zh: `同一税单号两次金额或收款人不同（${known.amount} / ${row.amount}），请海关更正`,
      en: `The same bill came with another amount or payee (${known.amount} / ${row.amount}); customs has to correct it`,
    },
  });
}

async function tellBill(context: Context, row: BillRow): Promise<void> {
  const about = { shipmentId: row.shipment_id, taxBillId: row.id, number: row.number };
  if (row.cancelled_at) {
    await emit(context, 'payment.bill-cancelled', row.shipment_id, about);
    return;
  }
  await emit(context, 'payment.billed', row.shipment_id, {
    ...about,
    kind: row.kind,
    currency: row.currency,
    amount: row.amount,
    ...(row.due_on ? { dueOn: row.due_on } : {}),
  });
}

const content = (row: BillRow) =>
  JSON.stringify([row.shipment_id, row.kind, row.payee, row.payee_account, row.currency, row.amount]);
const isSame = (one: BillRow, other: BillRow): boolean => content(one) === content(other);

type Confirmed = Extract<MoneyFact, { fact: 'tax-confirmed' }>;
export async function noteConfirmation(context: Context, told: MoneyTold, fact: Confirmed): Promise<void> {
  const bill = told.shipmentId ? await lockBillOfCase(context, told.shipmentId, fact.billNumber) : undefined;
  if (!bill || bill.confirmed_at) return;
  await updateBill(context, bill.id, { confirmed_at: fact.at, treasury_number: fact.treasuryNumber });
  await emit(context, 'payment.confirmed', bill.shipment_id, {
    shipmentId: bill.shipment_id,
    taxBillId: bill.id,
    number: bill.number,
    treasuryNumber: fact.treasuryNumber,
    at: fact.at,
  });
}
