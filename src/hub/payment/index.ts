// Door of the payment module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { tellKeptStandings } from './keep-standings.ts';
export { noteMoney } from './note-money.ts';
export { directoryStanding } from './read-payments.ts';

export const paymentModule: Module = {
  id: 'payment',
  name: { zh: '税费与支付', en: 'Duties and payment' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
