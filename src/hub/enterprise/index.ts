// Door of the enterprise module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { actorOfAccount, actorsOfPeople, authenticate, authenticateAll, staffConcerned } from './authenticate.ts';
export { demoAccounts, demoParty, demoPassword, seedDemoOrganisations } from './demo-organisations.ts';
export { acceptAuthorisation, offerAuthorisation } from './manage-authorisations.ts';
export { type Grant, showsCase } from './match-authorisation.ts';
export { grantsToday, mustBeAuthorised, exerciseAuthorisation } from './exercise-authorisation.ts';
export { authorisationRefusals } from './refusals.ts';
export { mustBeQualified } from './require-qualification.ts';
export { licenceParticulars } from './read-particulars.ts';
export { recordConfirmed } from './manage-qualifications.ts';
export { faultsOfQualification } from './rules-qualification.ts';
export { createAuthorisationWarning } from './warn-authorisations.ts';
export type { AuthorisationAct } from './contract.ts';
export { customsCodeIsTaken } from './store-qualifications.ts';
export { customsKinds, type QualificationKind, qualificationNames } from './contract.ts';
export { organisationById, organisationByUscc, readSession } from './read-organisations.ts';
export { QualificationBody, Session } from './replies.ts';
export { findPortOffice, IDLE_MS, insertOrganisation, insertPerson } from './store.ts';
export { revokeApiKeysOf } from './store-keys.ts';
export * from './store-people.ts';
export * from './store-sessions.ts';
export { actorOfOrganisation } from './actor-of-organisation.ts';
export { type ConfirmPassword, confirmPassword, setConfirmPassword } from './confirm-password.ts';
export { fits, hashPassword } from './hash-password.ts';
export { createExpiryWatch } from './watch-expiry.ts';
export { issueChannelKey } from './issue-channel-key.ts';

export const enterpriseModule: Module = {
  id: 'enterprise',
  name: { zh: '企业与授权', en: 'Enterprises and authorisation' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
