// What an order and a bill are, as pure functions of everything that was said (domain "recomputed, never patched"): banks answer late, twice,
// in another order and sometimes with another amount, so the set of their words decides, not their order. Held to a model by states.test.ts.
import { addDecimals, compareDecimals } from '../../kernel/decimal.ts';
import type { BillState, OrderState, PaymentWord } from './contract.ts';

export type Ordered = { readonly amount: string; readonly currency: string };
type Return = Extract<PaymentWord, { say: 'return' }>;

/** A return that is told twice is one return. */
export function returnedOf(words: readonly PaymentWord[]): string {
  const returns = new Map(words.filter((w): w is Return => w.say === 'return').map((w) => [w.returnId, w]));
  return addDecimals([...returns.values()].map((w) => w.amount));
}

export function orderState(order: Ordered, words: readonly PaymentWord[]): OrderState {
  const said = new Set(words.flatMap((w) => (w.say === 'status' ? [w.status] : [])));
  if (words.some((w) => isOfAnother(order, w)) || (said.has('ACSC') && said.has('RJCT'))) return 'disputed';
  const returned = returnedOf(words);
  if (compareDecimals(returned, '0') > 0) {
    // Money that was refused cannot come back, and no more can than went.
    const excess = compareDecimals(returned, order.amount);
    if (excess > 0 || said.has('RJCT')) return 'disputed';
    return excess === 0 ? 'returned' : 'partly-returned';
  }
  if (said.has('ACSC')) return 'settled';
  if (said.has('RJCT')) return 'refused';
  return said.size > 0 ? 'accepted' : 'sent';
}

/** A status that names another amount or currency; a return of another currency. */
function isOfAnother(order: Ordered, word: PaymentWord): boolean {
  if (word.currency !== undefined && word.currency !== order.currency) return true;
  return word.say === 'status' && word.amount !== undefined && compareDecimals(word.amount, order.amount) !== 0;
}

/** Once refused or returned an order holds the bill no more, whatever is said of it later. */
export const releasesBill = (state: OrderState): boolean => state === 'refused' || state === 'returned';

export type Billed = {
  readonly cancelled: boolean;
  readonly differs: boolean;
  readonly confirmed: boolean;
  /** `yyyy-MM-dd`. */
  readonly dueOn: string | undefined;
};
export type Placed = { readonly state: OrderState; readonly standing: boolean };

export function billState(bill: Billed, orders: readonly Placed[], today: string): BillState {
  if (orders.some((o) => o.state === 'disputed')) return 'disputed';
  const standing = orders.find((o) => o.standing);
  if (standing?.state === 'settled' || standing?.state === 'partly-returned') {
    if (bill.cancelled) return 'refund-due';
    return bill.confirmed ? 'confirmed' : 'paid';
  }
  if (standing) return 'paying';
  if (bill.cancelled) return orders.some((o) => o.state === 'returned') ? 'refunded' : 'cancelled';
  if (bill.differs) return 'disputed';
  return bill.dueOn !== undefined && bill.dueOn < today ? 'overdue' : 'open';
}
export const isPayable = (state: BillState): boolean => state === 'open' || state === 'overdue';
