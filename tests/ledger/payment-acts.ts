// Acts about money: paying a bill, settling a line of a statement, applying for the directory of foreign exchange.
import { account, openLine } from '../support/money.ts';
import { returnedApplication, rightApplication } from '../support/directory.ts';
import type { Acts } from './act.ts';

export const paymentActs: Acts = {
  'POST /tax-bills/:id/payment': (world) => ({ path: `/tax-bills/${world.ids.bill}/payment`, body: { account } }),
  'POST /directory-applications': async ({ clients }) => ({
    path: '/directory-applications',
    body: await rightApplication(clients.trader),
  }),
  'POST /directory-applications/:id/corrections': async ({ clients }) => {
    const { id, form } = await returnedApplication(clients.trader);
    return {
      path: `/directory-applications/${id}/corrections`,
      body: { form: { ...form, contactPhone: '023-61111111' } },
    };
  },
  'POST /payment-lines/:id/settlement': async (world) => ({
    path: `/payment-lines/${await openLine(world.application, world.clients.operator)}/settlement`,
    by: 'operator',
    body: { reason: '银行手续费，已核对' },
  }),
};
