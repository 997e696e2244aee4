// Door of the release module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { decideReleases } from './decide-releases.ts';
export { stationName, stationsOfChannel } from './stations.ts';
export { recordGateOut } from './report-movement.ts';

export const releaseModule: Module = {
  id: 'release',
  name: { zh: '一次放行', en: 'One release' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
