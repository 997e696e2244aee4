// Door of the exchange.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { proposeWhereDead } from './bulk-replay.ts';
export { createChannelWorker, givesWork } from './lane/run-lane.ts';
export { createMessageCollection } from './collect-messages.ts';
export { attempts, deliveriesNeed, messages } from './growing.ts';
export { dispatchApplication } from './dispatch-application.ts';
export { dispatchDocuments } from './dispatch-documents.ts';
export { createEndpoints, type Endpoints } from './endpoints.ts';
export { pauseChannel, readAvailability, readChannels, resumeChannel } from './operate-exchange.ts';
export { readOpenDeliveries } from './store.ts';
export { noteRestore } from './note-restore.ts';
export { interpretMessage } from './interpret-message.ts';

export const exchangeModule: Module = {
  id: 'exchange',
  name: { zh: '交换', en: 'Exchange' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
