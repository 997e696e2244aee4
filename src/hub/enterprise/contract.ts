// Wire shapes of organisations, staff, sessions and electronic authorisation (first slice of P11, SC 22, 17).
import type { OrganisationKind } from '../../kernel/party.ts';

/** Nobody has to, privileged roles have to, everybody has to. */
export type FactorDemand = 'optional' | 'privileged' | 'everybody';
export type OrganisationName = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: OrganisationKind;
};
export type SessionView = {
  readonly user: { readonly id: string; readonly name: string; readonly account: string };
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly kind: OrganisationKind;
    readonly authority?: string;
    readonly channelId?: string;
    /** Of whom it asks a second factor. */
    readonly secondFactor: FactorDemand;
  };
  /** Where else this person works: one session acts for one of them. */
  readonly organisations: readonly OrganisationName[];
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  /** The organisation asks for a second factor that this account has not got: nothing can be done but to enrol one. */
  readonly factorPending: boolean;
  /** `demo` pages show a banner. */
  readonly mode: 'demo' | 'production';
};
export type OrganisationView = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: OrganisationKind;
  readonly uscc?: string;
  readonly customsRegistration?: string;
};
export type AuthorisationView = {
  readonly id: string;
  readonly owner: OrganisationView;
  readonly broker: OrganisationView;
  readonly scope: 'declare' | 'declare-and-inspect';
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: 'offered' | 'accepted' | 'revoked' | 'expired';
};
export type ApiKeyView = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  readonly expiresAt?: string;
  readonly roles: readonly string[];
  /** What it may do at the most; absent: everything its roles allow. */
  readonly actions?: readonly string[];
  /** On which channels it may speak; absent: on every one of its organisation. */
  readonly channels?: readonly string[];
  /** The secret before the last renewal works until then. */
  readonly previousUntil?: string;
  /** It signs its requests and has no secret. */
  readonly signs: boolean;
  readonly expiresSoon: boolean;
};

export type EnterpriseEvents = {
  'second-factor.demanded': { organisationId: string; of: FactorDemand };
  'api-key.created': {
    keyId: string;
    organisationId: string;
    prefix: string;
    roles: readonly string[];
    expiresAt?: string;
    actions?: readonly string[];
    channels?: readonly string[];
    signs: boolean;
  };
  'api-key.rotated': { keyId: string; organisationId: string; previousUntil: string };
  'api-key.expiring': { keyId: string; organisationId: string; name: string; expiresAt: string };
  'api-key.revoked': { keyId: string; organisationId: string };
  'authorisation.offered': { authorisationId: string; ownerId: string; brokerId: string };
  'authorisation.accepted': { authorisationId: string; ownerId: string; brokerId: string };
  'authorisation.revoked': { authorisationId: string; ownerId: string; brokerId: string };
};
