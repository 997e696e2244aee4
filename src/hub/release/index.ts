// Door of the release module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { chineseFont } from './open-font.ts';
export { decideReleases } from './decide-releases.ts';
export { createReleaseRenewal } from './renew-releases.ts';
export { readLastGrants } from './read-grants.ts';
export { joinKeptReports, joinReportsAgain, recordGateOut, recordMoved } from './keep-reports.ts';

export const releaseModule: Module = {
  id: 'release',
  name: { zh: '一次放行', en: 'One release' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
