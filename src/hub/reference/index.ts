// Door of reference data.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { type ImportReport, importTables } from './import-tables.ts';
export { loadBuiltIn } from './load-built-in.ts';
export { loadLookup } from './load-lookup.ts';
export { requireLists } from './require-lists.ts';
export { piecesAt, stationName, stationOf, stationsOfChannel } from './stations.ts';

export const referenceModule: Module = {
  id: 'reference',
  name: { zh: '基础数据', en: 'Reference data' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
