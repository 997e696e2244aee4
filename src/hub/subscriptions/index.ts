// Door of subscriptions.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { createMessageDelivery } from './deliver-messages.ts';
export { queuedMessagesNeed } from './growing.ts';
export { addressPolicy } from './address-policy.ts';
export { claimFolders, endLook, type Folder, queueMessage } from './folders.ts';
export { createFanOut } from './fan-out.ts';
export { createMessageSweep } from './sweep-messages.ts';

export const subscriptionsModule: Module = {
  id: 'subscriptions',
  name: { zh: '订阅', en: 'Subscriptions' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
