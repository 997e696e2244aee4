// Door of the disposition module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { createWordsWatch } from './end-words.ts';
export { isUnit, leavesAlone } from './object-graph.ts';
export { growObjects, joinManifest } from './note-manifest.ts';
export { MOST_DAYS as longestPeriodDays } from './expiry.ts';
export { readEarlyReportPeriod } from './read-period.ts';
export { mayLeave, readDispositions } from './read-disposition.ts';
export { receiveInstruction } from './receive-instruction.ts';
export { casesWithObjects, readFirstWords } from './store.ts';
export { registerObjects, withdrawObjects } from './register-objects.ts';

export const dispositionModule: Module = {
  id: 'disposition',
  name: { zh: '汇总处置', en: 'Combined disposition' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
