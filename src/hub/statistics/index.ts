// Door of the statistics.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { createCaseCount } from './follow-cases.ts';

export const statisticsModule: Module = {
  id: 'statistics',
  name: { zh: '统计查询', en: 'Statistics' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
