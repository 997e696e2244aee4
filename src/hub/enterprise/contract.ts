// Wire shapes of organisations, staff, sessions and electronic authorisation (first slice of P11, SC 22, 17).
import type { OrganisationKind } from '../../kernel/party.ts';

export type SessionView = {
  readonly user: { readonly id: string; readonly name: string; readonly account: string };
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly kind: OrganisationKind;
    readonly authority?: string;
    readonly channelId?: string;
  };
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  /** `demo` pages show a banner. */
  readonly mode: 'demo' | 'production';
};
export type SignIn = { readonly account: string; readonly password: string };
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
};

export type EnterpriseEvents = {
  'session.opened': { personId: string };
  'session.closed': { personId: string };
  /** The account is named only where it exists: what was typed may be a password in the wrong field. */
  'session.refused': { personId?: string; because: 'unknown-account' | 'wrong-password' };
  'api-key.created': {
    keyId: string;
    organisationId: string;
    prefix: string;
    roles: readonly string[];
    expiresAt?: string;
  };
  'api-key.revoked': { keyId: string; organisationId: string };
  'authorisation.offered': { authorisationId: string; ownerId: string; brokerId: string };
  'authorisation.accepted': { authorisationId: string; ownerId: string; brokerId: string };
  'authorisation.revoked': { authorisationId: string; ownerId: string; brokerId: string };
};
