// Door of notices.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { viewEvent, viewEvents } from './read-timeline.ts';
export { Entry } from './replies.ts';
export { eventTypes, tellEvent } from './tell-event.ts';

export const noticesModule: Module = {
  id: 'notices',
  name: { zh: '通知与轨迹', en: 'Notices and timeline' },
  routes,
  refusals: catalogue,
};
