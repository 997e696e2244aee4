// Which order a booked line of a statement is, or why it stays open. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { addDecimals, compareDecimals } from '../../kernel/decimal.ts';
import type { OrderState, StatementLine } from './contract.ts';

export type Known = {
  readonly id: string;
  readonly currency: string;
  readonly amount: string;
  readonly state: OrderState;
};
export type Match = { readonly orderId: string } | { readonly why: Bilingual };
/** What lines before this one have booked of the order. */
export type Booked = { readonly debits: number; readonly returned: string };
const NOTHING: Booked = { debits: 0, returned: '0' };

/** Line after line, each knowing what those before it, in this statement and in earlier ones, have booked. */
export function matchLines(
  lines: readonly StatementLine[],
  orders: ReadonlyMap<string, Known>,
  before: ReadonlyMap<string, Booked>,
): Match[] {
  const booked = new Map(before);
  return lines.map((line) => {
    const order = line.endToEndId === undefined ? undefined : orders.get(line.endToEndId);
    const sofar = (order && booked.get(order.id)) ?? NOTHING;
    const match = matchLine(line, order, sofar);
    if (order && 'orderId' in match)
      booked.set(order.id, {
        debits: sofar.debits + (line.credit ? 0 : 1),
        returned: line.credit ? addDecimals([sofar.returned, line.amount]) : sofar.returned,
      });
    return match;
  });
}

/** A debit pays an order, once; credits give its money back: the amount of the debit is the order's, all credits are at most that. */
export function matchLine(line: StatementLine, order: Known | undefined, booked: Booked = NOTHING): Match {
  if (!order)
    return {
      why: line.endToEndId
        ? {
            zh: `没有端到端编号为 ${line.endToEndId} 的支付指令`,
            en: `No order has the end-to-end id ${line.endToEndId}`,
          }
        : { zh: '明细没有端到端编号', en: 'The line has no end-to-end id' },
    };
  if (line.currency !== order.currency)
    return { why: differs(`${order.amount} ${order.currency}`, `${line.amount} ${line.currency}`) };
  const difference = compareDecimals(line.amount, order.amount);
  if (line.credit ? difference > 0 : difference !== 0) return { why: differs(order.amount, line.amount) };
  if (!line.credit && booked.debits > 0)
    return {
      why: {
        zh: `支付指令 ${line.endToEndId ?? ''} 已有一笔支出入账，疑为重复扣款`,
        en: `A debit of order ${line.endToEndId ?? ''} is booked already: it may have been paid twice`,
      },
    };
  const back = addDecimals([booked.returned, line.amount]);
  if (line.credit && compareDecimals(back, order.amount) > 0) return { why: differs(order.amount, back) };
  if (!line.credit && order.state === 'refused')
    return { why: { zh: '银行已拒付，账上却有支出', en: 'The bank refused the order, yet money left the account' } };
  if (line.credit && (order.state === 'refused' || order.state === 'sent'))
    return { why: { zh: '指令尚未付出，账上却有退回', en: 'Money came back of an order that was not paid' } };
  return { orderId: order.id };
}
const differs = (ordered: string, booked: string): Bilingual => ({
  zh: `金额不符：指令 ${ordered}，入账 ${booked}`,
  en: `The amount differs: ordered ${ordered}, booked ${booked}`,
});
