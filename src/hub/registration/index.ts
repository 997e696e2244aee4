// Door of the registration module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export const registrationModule: Module = {
  id: 'registration',
  name: { zh: '单位注册', en: 'Registration' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
