// Door of the directory module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { noteDirectory } from './note-directory.ts';
export { applicationFiledAs, filedApplication } from './read-applications.ts';

export const directoryModule: Module = {
  id: 'directory',
  name: { zh: '外汇名录', en: 'Foreign exchange directory' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
