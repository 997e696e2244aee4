// Wire shapes of organisations, staff, sessions and electronic authorisation (first slice of P11, SC 22, 17).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { OrganisationKind } from '../../kernel/party.ts';

/** Nobody has to, privileged roles have to, everybody has to. */
export type FactorDemand = 'optional' | 'privileged' | 'everybody';
/** From which day on everybody of the enterprises needs a second factor, `yyyy-MM-dd`, UTC+8, and why not before. */
export type FactorStart = { readonly startsOn: string; readonly reason: string };
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
    /** What holds whatever it asks. */
    readonly secondFactorLeast: FactorDemand;
  };
  /** Where else this person works: one session acts for one of them. */
  readonly organisations: readonly OrganisationName[];
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  /** The organisation asks for a second factor that this account has not got: nothing can be done but to enrol one. */
  readonly factorPending: boolean;
  /** Set by the port office for all enterprises; absent: everybody needs one already. */
  readonly secondFactorStart?: FactorStart;
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
  /** Of the port office: counts for nothing until a second person has confirmed it. */
  readonly waitsSince?: string;
  readonly expiresSoon: boolean;
};

/** What an organisation can be qualified for; each is a dated record that the port office checks (SC 22; 海关总署令第253号). */
export const qualificationKinds = [
  'business-licence',
  'customs-trader',
  'customs-broker',
  'carrier',
  'forwarder',
  'bonded-site',
  'supervised-site',
  'banking',
] as const;
export type QualificationKind = (typeof qualificationKinds)[number];
export const qualificationNames: Readonly<Record<QualificationKind, Bilingual>> = {
  'business-licence': { zh: '营业执照（多证合一）', en: 'Business licence (merged certificates)' },
  'customs-trader': { zh: '报关单位备案（收发货人）', en: 'Customs registration as consignee or consignor' },
  'customs-broker': { zh: '报关单位备案（报关企业）', en: 'Customs registration as broker' },
  carrier: { zh: '国际运输经营资质', en: 'Licence to carry internationally' },
  forwarder: { zh: '国际货运代理备案', en: 'Registration as freight forwarder' },
  'bonded-site': { zh: '保税监管场所', en: 'Bonded site' },
  'supervised-site': { zh: '海关监管作业场所', en: 'Customs-supervised site' },
  banking: { zh: '金融许可证', en: 'Banking licence' },
};
/** Those whose number is the ten-digit code of customs (海关编码). */
export const customsKinds: readonly QualificationKind[] = ['customs-trader', 'customs-broker'];
/** What the market authority's register says beside number and days (多证合一); empty for other kinds. */
export type Particulars = {
  readonly legalForm?: string;
  readonly legalRepresentative?: string;
  readonly address?: string;
  readonly businessScope?: string;
  /** Records that the licence stands for since they were merged into it, as the register names them. */
  readonly mergedRecords?: readonly string[];
};
/** What its organisation says of a qualification. Days are `yyyy-MM-dd`, UTC+8, both included; no last day: for good. */
export type QualificationGiven = {
  readonly kind: QualificationKind;
  readonly number: string;
  /** The authority that keeps the register. */
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly particulars?: Particulars;
};
export type QualificationView = Omit<QualificationGiven, 'number'> & {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly nameEn: string };
  /** Absent where it was carried over from a time that kept none. */
  readonly number?: string;
  /** `carried-over`: from before qualifications were kept, not checked yet. */
  readonly source: 'declared' | 'carried-over';
  readonly state: 'pending' | 'refused' | 'not-yet' | 'valid' | 'expired' | 'ended';
  /** Its last day is within sixty days. */
  readonly endsSoon: boolean;
  readonly recordedAt: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** Why it was refused or ended. */
  readonly reason?: string;
  readonly endedOn?: string;
};

export type EnterpriseEvents = {
  'qualification.declared': { qualificationId: string; organisationId: string; kind: QualificationKind };
  'qualification.confirmed': { qualificationId: string; organisationId: string; kind: QualificationKind };
  'qualification.refused': { qualificationId: string; organisationId: string; kind: QualificationKind; reason: string };
  'qualification.ended': {
    qualificationId: string;
    organisationId: string;
    kind: QualificationKind;
    reason: string;
    endedOn: string;
  };
  'qualification.expiring': {
    qualificationId: string;
    organisationId: string;
    kind: QualificationKind;
    validTo: string;
  };
  'second-factor.demanded': { organisationId: string; of: FactorDemand };
  'second-factor.scheduled': { startsOn: string; reason: string };
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
  /** By the second person, the security administrator. */
  'api-key.confirmed': { keyId: string; organisationId: string };
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
