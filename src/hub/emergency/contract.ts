// Wire shapes of emergency mode (M10; CQ18 第15条): a partner or feed is out of order, declaring, releasing and picking up go on by
// paper, and everything is reconciled when it is back.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';

export type EmergencyState = 'active' | 'ended';
export type EmergencyView = {
  readonly id: string;
  readonly number: string;
  readonly state: EmergencyState;
  readonly channels: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly reason: string;
  readonly legalBasis: string;
  readonly plannedEnd?: string;
  readonly declaredAt: string;
  readonly declaredBy: string;
  readonly endedAt?: string;
  readonly endedBy?: string;
  /** Acts on paper by state; each can be looked at. */
  readonly acts: Readonly<Record<PaperActState, number>>;
};
export type DeclareEmergency = {
  readonly channels: readonly string[];
  readonly reason: string;
  readonly legalBasis: string;
  readonly plannedEnd?: string;
};

/** Entered by one person, confirmed by another; then it counts, until the partner's own word agrees with it or differs. */
export const paperActStates = ['entered', 'rejected', 'effective', 'confirmed', 'differing', 'settled'] as const;
export type PaperActState = (typeof paperActStates)[number];
export const paperKinds = ['inspect', 'hold', 'release', 'refuse'] as const;
export type PaperKind = (typeof paperKinds)[number];

export type Electronic = { readonly kind: string; readonly number: string; readonly issuedAt: string };
export type PaperActView = {
  readonly id: string;
  readonly emergencyId: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly authority: AuthorityId;
  readonly kind: PaperKind;
  readonly paperNumber: string;
  readonly signatory: string;
  readonly paperAt: string;
  readonly reason: string;
  readonly state: PaperActState;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly electronic?: Electronic;
  readonly settlement?: string;
  readonly settledBy?: string;
  /** The partner has been back for a day and has not said a word about it. */
  readonly overdue: boolean;
};
export type EnterPaperAct = {
  readonly shipmentId: string;
  readonly authority: AuthorityId;
  readonly kind: PaperKind;
  readonly paperNumber: string;
  readonly signatory: string;
  readonly paperAt: string;
  readonly reason: string;
};

type AboutAct = {
  readonly shipmentId: string;
  readonly actId: string;
  readonly authority: AuthorityId;
  readonly kind: PaperKind;
  readonly paperNumber: string;
};
export type EmergencyEvents = {
  'emergency.declared': { emergencyId: string; number: string; channels: readonly string[]; reason: string };
  'emergency.ended': { emergencyId: string; number: string; channels: readonly string[] };
  'paper-act.entered': AboutAct & { by: string };
  'paper-act.rejected': AboutAct & { by: string; reason: string };
  /** Counts from here on, like an instruction that came over the wire. */
  'paper-act.confirmed': AboutAct & ExchangeEvents['instruction.arrived'];
  'paper-act.reconciled': AboutAct & { state: PaperActState; electronic: Electronic };
  'paper-act.settled': AboutAct & { by: string; reason: string };
};
