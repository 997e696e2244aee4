// Door of the draws.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { commitDraw, freezePopulation } from './commit-draw.ts';
export { publishReplaced } from './replace-officer.ts';
export { revealDraw } from './reveal-draw.ts';

export const drawModule: Module = {
  id: 'draw',
  name: { zh: '双随机抽取', en: 'Random draws' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
