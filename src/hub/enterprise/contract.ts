// Wire shapes of organisations, staff, sessions and electronic authorisation (first slice of P11, SC 22, 17).
import type { Bilingual } from '../../kernel/bilingual.ts';
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
/** What a broker may do for an owner: file, amend and withdraw; attend and move inspections; licences; duties and fees. */
export const authorisationActs = ['declare', 'inspect', 'licence', 'pay'] as const;
export type AuthorisationAct = (typeof authorisationActs)[number];
export const actNames: Readonly<Record<AuthorisationAct, Bilingual>> = {
  declare: { zh: '申报', en: 'declare' },
  inspect: { zh: '陪同查验', en: 'attend inspections' },
  licence: { zh: '办理许可证', en: 'handle licences' },
  pay: { zh: '缴纳税费', en: 'pay duties and fees' },
};
/** How far an authorisation goes. Days are `yyyy-MM-dd`, UTC+8, both included; values are decimal text. */
export type AuthorisationBounds = {
  readonly scope: readonly AuthorisationAct[];
  readonly validFrom: string;
  readonly validTo: string;
  /** Customs offices, four digits; one that ends in 00 stands for its whole district. Empty: everywhere. */
  readonly districts: readonly string[];
  /** Absent: not bounded. */
  readonly declarations?: { readonly most: number; readonly used: number };
  readonly value?: { readonly currency: string; readonly most: string; readonly used: string };
};
export type AuthorisationView = AuthorisationBounds & {
  readonly id: string;
  readonly owner: OrganisationView;
  readonly broker: OrganisationView;
  readonly state: 'offered' | 'accepted' | 'revoked' | 'expired' | 'used-up';
  readonly offeredAt: string;
  readonly acceptedAt?: string;
  readonly revokedAt?: string;
  readonly revokedBy?: 'owner' | 'broker';
  /** What runs out soon: its period within two weeks, or a tenth of its quantity is left. */
  readonly warning?: 'period' | 'declarations' | 'value';
  /** What the reader may do with it now. */
  readonly actions: readonly ('accept' | 'revoke')[];
};
/** One use of an authorisation: which case, when, by whom, what it counted and what was left after it. */
export type AuthorisationUse = {
  readonly id: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly version: number;
  readonly act: AuthorisationAct;
  readonly step: 'submit' | 'amend' | 'withdraw' | 'reschedule';
  readonly declarations: number;
  readonly value?: string;
  readonly leftDeclarations?: number;
  readonly leftValue?: string;
  readonly usedAt: string;
  readonly usedBy: string;
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
  'authorisation.used': {
    authorisationId: string;
    ownerId: string;
    brokerId: string;
    useId: string;
    number: string;
    version: number;
    act: AuthorisationAct;
    step: AuthorisationUse['step'];
    leftDeclarations?: number;
    leftValue?: string;
  };
  /** `left`: declarations, money, or the last day. */
  'authorisation.running-out': {
    authorisationId: string;
    ownerId: string;
    brokerId: string;
    ownerName: string;
    brokerName: string;
    because: 'period' | 'declarations' | 'value';
    left: string;
  };
};
