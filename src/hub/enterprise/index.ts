// Door of the enterprise module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { actorOfAccount, actorsOfPeople, authenticate, authenticateAll, staffConcerned } from './authenticate.ts';
export { demoAccounts, demoParty, demoPassword, seedDemoOrganisations } from './demo-organisations.ts';
export { acceptAuthorisation, authorisedOwners, mayFileFor, offerAuthorisation } from './manage-authorisations.ts';
export { organisationById, organisationByUscc } from './read-organisations.ts';
export { actorOfOrganisation } from './actor-of-organisation.ts';
export { issueChannelKey } from './issue-channel-key.ts';

export const enterpriseModule: Module = {
  id: 'enterprise',
  name: { zh: '企业与授权', en: 'Enterprises and authorisation' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
