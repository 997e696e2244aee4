// What the tax administration says: the state of an export refund, and that the treasury has a payment (P3). To be agreed; fields that are not
// known are left in the bytes.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { isInstant } from '../../kernel/instant.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

const refundStates = ['accepted', 'approved', 'refunded', 'rejected'] as const;
export type RefundState = {
  readonly clientNumber: string;
  readonly state: (typeof refundStates)[number];
  readonly number: string;
  readonly text: string;
  readonly textEn: string;
  readonly at: string;
  /** Which field of ours is meant, and in which row, from 1. */
  readonly field?: string;
  readonly row?: number;
};
export type PaymentState = {
  readonly clientNumber: string;
  readonly billNumber: string;
  readonly state: 'confirmed' | 'noted';
  readonly treasuryNumber: string;
  readonly at: string;
};
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 500;

export function interpret(bytes: Uint8Array): Interpretation {
  const message = parseJson(bytes) as {
    readonly refundState?: Partial<RefundState> | null;
    readonly paymentState?: Partial<PaymentState> | null;
  } | null;
  if (message?.refundState) return interpretRefund(message.refundState);
  if (message?.paymentState) return interpretPayment(message.paymentState);
  throw new UnreadableMessage('税务通道不认识此报文', 'The tax channel does not know this message');
}

function interpretRefund(said: Partial<RefundState>): Interpretation {
  const { clientNumber, state, number, text, textEn, at, field, row } = said;
  if (
    !isText(clientNumber) ||
    !isText(number) ||
    !isText(text) ||
    !isText(textEn) ||
    !isText(at) ||
    !isInstant(at) ||
    !refundStates.includes(state as never) ||
    (field !== undefined && !isText(field)) ||
    (row !== undefined && (!Number.isInteger(row) || row < 1))
  )
    throw new UnreadableMessage('出口退税状态不完整', 'The state of the export refund is incomplete');
  const answer: InboundFact = {
    fact: 'answer',
    about: { clientNumber },
    outcome: state === 'rejected' ? 'rejected' : state === 'accepted' ? 'acknowledged' : 'noted',
    text: { zh: text, en: textEn },
    at,
    partnerNumber: number,
    ...(field ? { partnerField: field } : {}),
    ...(row ? { row: row - 1 } : {}),
  };
  return { format: 'refund-state', partnerMessageId: `${number}/${state}/${at}`, facts: [answer] };
}

function interpretPayment(said: Partial<PaymentState>): Interpretation {
  const { clientNumber, billNumber, state, treasuryNumber, at } = said;
  if (
    !isText(clientNumber) ||
    !isText(billNumber) ||
    !isText(treasuryNumber) ||
    !isText(at) ||
    !isInstant(at) ||
    (state !== 'confirmed' && state !== 'noted')
  )
    throw new UnreadableMessage('税款状态不完整', 'The state of the tax payment is incomplete');
  const about = { clientNumber };
  const answer: InboundFact = {
    fact: 'answer',
    about,
    outcome: state === 'confirmed' ? 'acknowledged' : 'noted',
    text:
      state === 'confirmed'
        ? { zh: `税款已入库：${treasuryNumber}`, en: `The treasury has the money: ${treasuryNumber}` }
        : { zh: '税务已登记缴款', en: 'The tax administration noted the payment' },
    at,
  };
  const confirmed: InboundFact = { fact: 'tax-confirmed', about, billNumber, treasuryNumber, at };
  return {
    format: 'tax-payment-state',
    partnerMessageId: `${treasuryNumber}/${billNumber}/${state}`,
    facts: state === 'confirmed' ? [answer, confirmed] : [answer],
  };
}
