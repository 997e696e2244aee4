// The state of an order against a model written another way: a bank's words in any order, any number of times, some of another amount.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type OrderState, type PaymentWord, paymentStatuses } from './contract.ts';
import { matchLine, matchLines } from './match-line.ts';
import { billState, isPayable, orderState, type Placed, releasesBill } from './states.ts';

const order = { amount: '100.00', currency: 'CNY' };
const text = { zh: '', en: '' };
const at = '2026-11-20T02:00:00.000Z';
const words: fc.Arbitrary<PaymentWord> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      say: fc.constant('status' as const),
      status: fc.constantFrom(...paymentStatuses),
      text: fc.constant(text),
      at: fc.constant(at),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      say: fc.constant('status' as const),
      status: fc.constantFrom(...paymentStatuses),
      amount: fc.constantFrom('100', '100.00', '99.99'),
      currency: fc.constantFrom('CNY', 'USD'),
      text: fc.constant(text),
      at: fc.constant(at),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<[string, string]>(['R1', '40'], ['R2', '60.00'], ['R3', '100'], ['R4', '0.01'])
      .map(([returnId, amount]): PaymentWord => ({ say: 'return', returnId, amount, currency: 'CNY', text, at })),
  },
);

/** The same rules said naively: one question after the other, in whole fen. */
function model(said: readonly PaymentWord[]): OrderState {
  const fen = (value: string) => Math.round(Number(value) * 100);
  const has = (status: string) => said.some((w) => w.say === 'status' && w.status === status);
  for (const w of said) {
    if (w.currency && w.currency !== 'CNY') return 'disputed';
    if (w.say === 'status' && w.amount && fen(w.amount) !== 10_000) return 'disputed';
  }
  if (has('RJCT') && has('ACSC')) return 'disputed';
  const ids: string[] = [];
  let back = 0;
  for (const w of said)
    if (w.say === 'return' && !ids.includes(w.returnId)) {
      ids.push(w.returnId);
      back += fen(w.amount);
    }
  if (back > 10_000 || (back > 0 && has('RJCT'))) return 'disputed';
  if (back === 10_000) return 'returned';
  if (back > 0) return 'partly-returned';
  if (has('ACSC')) return 'settled';
  if (has('RJCT')) return 'refused';
  return said.length > 0 ? 'accepted' : 'sent';
}

test('[N9][X3] the state of an order is that of the model, whatever the bank says, in any order and however often', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), fc.func(fc.integer()), (said, weight) => {
      const state = orderState(order, said);
      assert.equal(state, model(said));
      const shuffled = [...said].sort((a, b) => weight(a) - weight(b));
      assert.equal(orderState(order, [...shuffled, ...said]), state, 'order and repetition change nothing');
    }),
    { numRuns: 2000 },
  );
});

const orderStates: readonly OrderState[] = [
  'sent',
  'accepted',
  'settled',
  'refused',
  'partly-returned',
  'returned',
  'disputed',
];
test('[N9][X3] a bill can be paid only while no order holds it, none is disputed and customs stands by it', () => {
  const placed: fc.Arbitrary<Placed> = fc
    .tuple(fc.constantFrom(...orderStates), fc.boolean())
    .map(([state, standing]) => ({ state, standing: standing && !releasesBill(state) }));
  const bills = fc.record({
    cancelled: fc.boolean(),
    differs: fc.boolean(),
    confirmed: fc.boolean(),
    dueOn: fc.constantFrom(undefined, '2026-11-19', '2026-11-20'),
  });
  fc.assert(
    fc.property(bills, fc.array(placed, { maxLength: 3 }), (bill, orders) => {
      const state = billState(bill, orders, '2026-11-20');
      const free = orders.every((o) => !o.standing && o.state !== 'disputed');
      assert.equal(isPayable(state), free && !bill.cancelled && !bill.differs, JSON.stringify([bill, orders, state]));
      if (state === 'overdue') assert.equal(bill.dueOn, '2026-11-19');
    }),
    { numRuns: 2000 },
  );
});

test('[N9][X3] a cancelled bill that was paid waits for its money, and is refunded when all of it is back', () => {
  const cancelled = { cancelled: true, differs: false, confirmed: true, dueOn: undefined };
  assert.equal(billState(cancelled, [{ state: 'settled', standing: true }], '2026-11-20'), 'refund-due');
  assert.equal(billState(cancelled, [{ state: 'partly-returned', standing: true }], '2026-11-20'), 'refund-due');
  assert.equal(billState(cancelled, [{ state: 'returned', standing: false }], '2026-11-20'), 'refunded');
  assert.equal(billState(cancelled, [], '2026-11-20'), 'cancelled');
});

test('[N9] a statement line is matched to its order by end-to-end id and amount, or says why it stays open', () => {
  const known = { id: 'o', currency: 'CNY', amount: '100.00', state: 'settled' as const };
  const line = {
    reference: '1',
    endToEndId: 'E',
    credit: false,
    currency: 'CNY',
    amount: '100',
    bookedOn: '2026-11-20',
  };
  assert.deepEqual(matchLine(line, known), { orderId: 'o' });
  assert.deepEqual(matchLine({ ...line, credit: true, amount: '40' }, known), { orderId: 'o' });
  const why = (match: ReturnType<typeof matchLine>) => ('why' in match ? match.why.en : '');
  assert.match(why(matchLine(line, undefined)), /No order has the end-to-end id E/);
  assert.match(why(matchLine({ ...line, amount: '99.99' }, known)), /ordered 100.00, booked 99.99/);
  assert.match(why(matchLine({ ...line, credit: true, amount: '100.01' }, known)), /differs/);
  assert.match(why(matchLine({ ...line, currency: 'USD' }, known)), /USD/);
  assert.match(why(matchLine(line, { ...known, state: 'refused' })), /refused the order/);
  assert.match(why(matchLine({ ...line, credit: true }, { ...known, state: 'sent' })), /not paid/);
});

test('[N9] an order is booked once: a second debit stays open, in this statement or a later one; so does more back than went', () => {
  const named = { id: 'o', currency: 'CNY', amount: '100.00', state: 'settled' as const };
  const orders = new Map([['E', named]]);
  const line = {
    reference: 'r',
    endToEndId: 'E',
    credit: false,
    currency: 'CNY',
    amount: '100',
    bookedOn: '2026-11-20',
  };
  const back = { ...line, credit: true };
  const states = (lines: readonly (typeof line)[], before = new Map<string, { debits: number; returned: string }>()) =>
    matchLines(lines, orders, before).map((match) => ('why' in match ? 'open' : 'matched'));
  assert.deepEqual(states([line, line]), ['matched', 'open']);
  assert.deepEqual(states([line], new Map([['o', { debits: 1, returned: '0' }]])), ['open']);
  assert.deepEqual(
    states([
      { ...back, amount: '60' },
      { ...back, amount: '40.01' },
      { ...back, amount: '40' },
    ]),
    ['matched', 'open', 'matched'],
  );
  assert.deepEqual(states([{ ...back, amount: '0.01' }], new Map([['o', { debits: 1, returned: '100.00' }]])), [
    'open',
  ]);
  assert.deepEqual(states([{ ...line, endToEndId: 'unknown' }, line]), ['open', 'matched']);
});
