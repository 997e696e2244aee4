// Door of notices.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { mustBeSound } from './check-filter.ts';
export { concernedPeople } from './concerned-people.ts';
export { defaultFilters } from './default-filters.ts';
export { isForParty, type Look, lookAtEvents } from './look-at-events.ts';
export { viewEvent, viewEvents } from './read-timeline.ts';
export { Entry, filterFields, Filters } from './replies.ts';
export { eventTypes, isTold, tellEvent } from './tell-event.ts';

export const noticesModule: Module = {
  id: 'notices',
  name: { zh: '通知与轨迹', en: 'Notices and timeline' },
  routes,
  refusals: catalogue,
};
