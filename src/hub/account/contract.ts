// Wire shapes of a person's own account: sessions, password, address (P11).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type OwnSession = {
  readonly id: string;
  /** "Chrome · Windows"; empty where the browser did not say. */
  readonly device: string;
  readonly address: string;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** The one that asks. */
  readonly current: boolean;
};
export type AccountView = {
  readonly account: string;
  readonly name: string;
  /** Where letters about the account go; confirmed. */
  readonly email?: string;
  readonly passwordChangedAt?: string;
  /** Codes of an authenticator app, and how many recovery codes are left. */
  /** Else an identity provider alone says who it is. */
  readonly hasPassword: boolean;
  readonly secondFactor: { readonly enrolled: boolean; readonly recoveryCodesLeft: number };
  /** False where there is no mail server: links are then handed over by the organisation's manager. */
  readonly mailAvailable: boolean;
};

/** A way in beside the password: an identity at a provider. */
export type IdentityView = {
  readonly id: string;
  readonly provider: string;
  readonly name: Bilingual;
  readonly linkedAt: string;
  readonly lastUsedAt?: string;
};

export type RefusedBecause = 'unknown-account' | 'wrong-password' | 'wrong-code' | 'delayed' | 'unknown-identity';
export type AccountEvents = {
  'session.opened': { personId: string; address: string; device: string; factors: 1 | 2; provider?: string };
  'identity.linked': { personId: string; provider: string };
  'identity.unlinked': { personId: string; provider: string };
  'session.closed': { personId: string };
  'session.revoked': { personId: string; count: number };
  /** The account is named only where it exists: what was typed may be a password in the wrong field. */
  'session.refused': { personId?: string; because: RefusedBecause; address: string };
  /** Further attempts wait; `personId` where the account exists. */
  'account.delayed': { personId?: string; failures: number; until: string };
  'account.unlocked': { personId: string };
  'password.reset-requested': { personId: string };
  'password.changed': { personId: string; by: 'old-password' | 'link' };
  'second-factor.enrolled': { personId: string };
  /** By himself with a code, or by his manager when the phone is lost. */
  'second-factor.removed': { personId: string };
  'recovery-code.used': { personId: string; left: number };
  'recovery-codes.renewed': { personId: string };
  'session.switched': { personId: string; from: string; to: string };
  'staff.invited': { invitationId: string; organisationId: string; roles: readonly string[] };
  'invitation.withdrawn': { invitationId: string; organisationId: string };
  'staff.joined': { personId: string; organisationId: string; roles: readonly string[] };
  'staff.roles-changed': { personId: string; organisationId: string; roles: readonly string[] };
  /** With how many keys that he had made for it. */
  'staff.left': { personId: string; organisationId: string; keys: number };
  'account.addressed': { personId: string };
  /** With the published password, where production was started: told to the port office. */
  'demo-accounts.shut': { organisationId?: string; personIds: readonly string[]; accounts: readonly string[] };
};

export type StaffMember = {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email?: string;
  readonly lastSeenAt?: string;
  /** Sign-in waits after failures until then. */
  readonly delayedUntil?: string;
  /** False until the first sign-in. */
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
};

export type InvitationView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly expiresAt: string;
};
