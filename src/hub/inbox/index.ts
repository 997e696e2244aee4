// Door of the inbox.
import type { Module } from '../../runtime/module.ts';
import { routes } from './routes.ts';

export { createInboxLanding } from './land-events.ts';
export { createStreamLook } from './narrow-stream.ts';
export { streamQuery } from './replies.ts';

export const inboxModule: Module = {
  id: 'inbox',
  name: { zh: '收件箱', en: 'Inbox' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: {},
};
