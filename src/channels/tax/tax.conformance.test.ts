// The tax channel (N6): every state that is agreed is read, fields beyond it are left; what is incomplete is set aside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { tax } from './index.ts';

const read = (message: unknown) => tax.interpret({ bytes: Buffer.from(JSON.stringify(message)) });
const refund = {
  clientNumber: 'E1',
  number: 'TS1',
  state: 'accepted',
  text: '已受理',
  textEn: 'Accepted',
  at: '2026-11-20T02:00:00Z',
};
const payment = {
  clientNumber: 'I1',
  billNumber: 'B-A01',
  state: 'confirmed',
  treasuryNumber: 'GK1',
  at: '2026-11-20T02:00:00Z',
};

test('[N6] each state of a refund is an answer to its document, a rejection with field and row', () => {
  const outcomes = ['accepted', 'approved', 'refunded', 'rejected'].map((state) => {
    const [fact] = read({ refundState: { ...refund, state, more: { kept: true } } }).facts;
    return fact?.fact === 'answer' ? fact.outcome : undefined;
  });
  assert.deepEqual(outcomes, ['acknowledged', 'noted', 'noted', 'rejected']);
  const [rejected] = read({ refundState: { ...refund, state: 'rejected', field: 'lines/hsCode', row: 2 } }).facts;
  assert.deepEqual(rejected?.fact === 'answer' && [rejected.partnerField, rejected.row], ['lines/hsCode', 1]);
});

test('[N6][X3] the treasury’s confirmation names the bill; a note does not confirm', () => {
  const kinds = (state: string) => read({ paymentState: { ...payment, state } }).facts.map((f) => f.fact);
  assert.deepEqual(kinds('confirmed'), ['answer', 'tax-confirmed']);
  assert.deepEqual(kinds('noted'), ['answer']);
});

test('[N6][P3] what is incomplete or of another shape is set aside', () => {
  const bad = [
    null,
    [],
    {},
    { refundState: null },
    { refundState: { ...refund, state: 'perhaps' } },
    { refundState: { ...refund, row: 0 } },
    { refundState: { ...refund, at: 'yesterday' } },
    { paymentState: { ...payment, treasuryNumber: '' } },
    { paymentState: { ...payment, billNumber: 7 } },
  ];
  for (const message of bad) assert.throws(() => read(message), UnreadableMessage, JSON.stringify(message));
});
