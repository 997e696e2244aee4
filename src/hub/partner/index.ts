// Door of the care for partners.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes as certificationRoutes } from './certification/routes.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { createCertificationRunner } from './certification/run-certifications.ts';
export { createAttemptCount } from './count-attempts.ts';
export { noteDeadLetter, noteOutage, noteReturn } from './note-trouble.ts';
export { changesSettings, createSettingsWatch, type LaneManner, type SettingsWatch } from './watch-settings.ts';

export const partnerModule: Module = {
  id: 'partner',
  name: { zh: '伙伴运维', en: 'Care for partners' },
  routes: [...routes, ...certificationRoutes],
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
