// Door of e-mail notices.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { createMailDelivery } from './deliver-letters.ts';
export { plainAddress } from './rules-address.ts';
export { sendAccountLetter } from './send-account-letter.ts';
export { createMailQueue } from './queue-letters.ts';

export const mailModule: Module = {
  id: 'mail',
  name: { zh: '邮件通知', en: 'E-mail notices' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
