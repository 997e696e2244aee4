// Door of the licence module.
import type { Module } from '../../runtime/module.ts';
import { routes } from './routes.ts';

export { checkLicences } from './check-licences.ts';
export { claimLicences } from './claim-licences.ts';
export { tellKeptLicences } from './keep-notices.ts';
export { noteLicence } from './note-licence.ts';
export { recountLicence } from './recount-licence.ts';
export { giveBackLicences, reserveLicencesAgain, writeOffLicences } from './settle-claims.ts';

export const licenceModule: Module = {
  id: 'licence',
  name: { zh: '许可证与配额', en: 'Licences and quotas' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: {},
};
