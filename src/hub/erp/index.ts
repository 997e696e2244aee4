// Door of the intake of enterprises' files.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { createFileTaking } from './take-files.ts';

export const erpModule: Module = {
  id: 'erp',
  name: { zh: '企业系统对接', en: 'Enterprise systems' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
