// What the bank says of an order joins what it said before; the state follows from all of it (states.ts), and what is new about it is told.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { compareDecimals, toScale } from '../../kernel/decimal.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { MoneyFact, OrderState, PaymentEvents, PaymentWord } from './contract.ts';
import type { MoneyTold } from './money-told.ts';
import { keepOpenWord } from './note-statement.ts';
import { orderState, releasesBill, returnedOf } from './states.ts';
import {
  type BillRow,
  findOrder,
  insertWord,
  listOrders,
  lockBill,
  lockOrder,
  type OrderRow,
  updateOrder,
  wordsOf,
} from './store.ts';

const emit = emitter<PaymentEvents>();
type Said = Extract<MoneyFact, { fact: 'payment-said' }>;

export async function notePaymentWord(context: Context, told: MoneyTold, { endToEndId, word }: Said): Promise<void> {
  const named = await orderNamed(context, told, endToEndId);
  const bill = named && (await lockBill(context, named.bill_id));
  const order = named && (await lockOrder(context, named.id));
  // Money of which we know no order is not lost: it lies open at the desk until somebody says what it is.
  if (!bill || !order) return keepOpenWord(context, told, endToEndId, word);
  await insertWord(context, {
    order_id: order.id,
    digest: sha256Hex(canonicalJson(word)),
    shipment_id: order.shipment_id,
    said: word,
    message_id: told.messageId,
    heard_at: context.now,
  });
  const words = await wordsOf(context, order.id);
  const state = orderState(order, words);
  const returned = toScale(returnedOf(words), 2);
  const after: OrderRow = {
    ...order,
    state,
    standing: order.standing && !releasesBill(state),
    returned,
    settled_at: order.settled_at ?? settledAt(state, words),
    reason: reasonOf(state, words, order),
  };
  if (state === order.state && compareDecimals(returned, order.returned) === 0) return;
  await updateOrder(context, order.id, after);
  await tell(context, bill, order, after, word);
}

/** Where the bank speaks of our message as a whole, the one order of the case that it has not answered. */
async function orderNamed(
  context: Context,
  { shipmentId }: MoneyTold,
  endToEndId: string | undefined,
): Promise<OrderRow | undefined> {
  if (endToEndId !== undefined) return findOrder(context, endToEndId);
  const sent = shipmentId ? (await listOrders(context, shipmentId)).filter((o) => o.state === 'sent') : [];
  return sent.length === 1 ? sent[0] : undefined;
}

/** When the bank had paid it out; a part may have come back before we heard. */
const settledAt = (state: OrderState, words: readonly PaymentWord[]): string | null =>
  state === 'settled' || state === 'partly-returned'
    ? (words.find((w) => w.say === 'status' && w.status === 'ACSC')?.at ?? null)
    : null;

function reasonOf(state: OrderState, words: readonly PaymentWord[], order: OrderRow): OrderRow['reason'] {
  if (state === 'disputed')
    return {
      zh: '银行的答复与指令或其前后答复不符，请勿重复支付，联系银行核实',
      en: 'The bank contradicts the order or itself: do not pay again, ask the bank',
    };
  if (state === 'refused') return words.find((w) => w.say === 'status' && w.status === 'RJCT')?.text ?? order.reason;
  if (state === 'returned' || state === 'partly-returned')
    return words.find((w) => w.say === 'return')?.text ?? order.reason;
  return null;
}

async function tell(
  context: Context,
  bill: BillRow,
  before: OrderRow,
  order: OrderRow,
  word: PaymentWord,
): Promise<void> {
  const about = {
    shipmentId: order.shipment_id,
    taxBillId: bill.id,
    number: bill.number,
    orderId: order.id,
    endToEndId: order.end_to_end_id,
  };
  const subject = order.shipment_id;
  if (order.settled_at && !before.settled_at)
    await emit(context, 'payment.settled', subject, {
      ...about,
      kind: bill.kind,
      currency: order.currency,
      amount: order.amount,
      declarationNumber: bill.declaration_number,
      settledAt: order.settled_at,
    });
  switch (order.state) {
    case 'accepted':
      await emit(context, 'payment.accepted', subject, about);
      return;
    case 'refused':
      await emit(context, 'payment.refused', subject, {
        ...about,
        ...(word.reasonCode ? { reasonCode: word.reasonCode } : {}),
        reason: order.reason ?? word.text,
      });
      return;
    case 'partly-returned':
    case 'returned':
      if (compareDecimals(order.returned, before.returned) > 0)
        await emit(context, 'payment.returned', subject, {
          ...about,
          currency: order.currency,
          amount: order.returned,
          whole: order.state === 'returned',
        });
      return;
    case 'disputed':
      await emit(context, 'payment.disputed', subject, { ...about, reason: order.reason ?? word.text });
      return;
    case 'sent':
    case 'settled':
      return;
  }
}
