// Door of emergency mode.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { reconcilePaperActs } from './reconcile-paper-acts.ts';

export const emergencyModule: Module = {
  id: 'emergency',
  name: { zh: '应急处置', en: 'Emergency mode' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
