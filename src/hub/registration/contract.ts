// Wire shapes of registration: what an organisation says of itself, and what the port office decides (P11; SC 22).
import type { OrganisationKind } from '../../kernel/party.ts';
import type { QualificationGiven } from '../enterprise/contract.ts';

/** Every kind but the port office, which admits the others. */
export const registrableKinds = ['trader', 'broker', 'forwarder', 'carrier', 'operator', 'bank', 'authority'] as const;
export type RegistrableKind = (typeof registrableKinds)[number];

export type Application = {
  /** GB 32100 */
  readonly uscc: string;
  readonly kind: RegistrableKind;
  readonly name: string;
  readonly nameEn: string;
  /** Customs office in charge, four digits. */
  readonly district: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** Who will manage the organisation's staff; gets the first invitation. */
  readonly administrator: { readonly name: string; readonly email: string };
  readonly qualifications: readonly QualificationGiven[];
};
export type ApplicationState = 'open' | 'approved' | 'refused';
export type ApplicationView = Application & {
  readonly id: string;
  readonly state: ApplicationState;
  readonly createdAt: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** Why it was refused. */
  readonly reason?: string;
  readonly organisationId?: string;
};
/** What the holder of an application's link sees: what he said, and what became of it. */
export type ApplicationLook = Omit<ApplicationView, 'decidedBy' | 'organisationId'> & {
  /** Approved, and nobody works for the organisation yet: the first administrator can set up his account. */
  readonly claimable: boolean;
};

export type RegistrationEvents = {
  'organisation.applied': { applicationId: string; uscc: string; kind: OrganisationKind };
  'organisation.approved': { applicationId: string; organisationId: string; uscc: string; kind: OrganisationKind };
  'organisation.refused': { applicationId: string; uscc: string; reason: string };
};
