// Door of the carriage module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { noteBarge } from './note-barge.ts';
export { noteBooking } from './note-booking.ts';

export const carriageModule: Module = {
  id: 'carriage',
  name: { zh: '运输委托', en: 'Carriage' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
