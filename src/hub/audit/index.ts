// Door of the audit trail.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { forgetSealKey, isSealKeyInUse, resealSome, retireSealKeys } from './change-seal-key.ts';
export { createExportBuilder } from './build-export.ts';
export { eraseEverywhere, eraseReturned } from './erase-everywhere.ts';
export { keepDaysOf, noteArchived, noteRemoved } from './keep-records.ts';
export { classOfTable } from './retention-classes.ts';

export const auditModule: Module = {
  id: 'audit',
  name: { zh: '审计', en: 'Audit' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
