// Acts about money: paying a bill, settling a line of a statement.
import { account, openLine } from '../support/money.ts';
import type { Acts } from './act.ts';

export const paymentActs: Acts = {
  'POST /tax-bills/:id/payment': (world) => ({ path: `/tax-bills/${world.ids.bill}/payment`, body: { account } }),
  'POST /payment-lines/:id/settlement': async (world) => ({
    path: `/payment-lines/${await openLine(world.application, world.clients.operator)}/settlement`,
    by: 'operator',
    body: { reason: '银行手续费，已核对' },
  }),
};
