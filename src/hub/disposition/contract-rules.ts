// Part of the contract: the rules of the combined disposition as dated data, and their changes (P5).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ObjectType, Outcome } from './contract-objects.ts';

export const ruleFacts = ['transportMode', 'direction', 'dangerous', 'licensed', 'hsCode'] as const;
/** One of the values; a tariff number by its beginning. */
export type RuleFact = { readonly fact: (typeof ruleFacts)[number]; readonly values: readonly string[] };

const yesOrNo: Readonly<Record<string, Bilingual>> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };
/** Values that stand for something; tariff numbers stand for themselves. */
export const factValues: Readonly<Partial<Record<RuleFact['fact'], Readonly<Record<string, Bilingual>>>>> = {
  transportMode: {
    '2': { zh: '水路', en: 'water' },
    '3': { zh: '铁路', en: 'rail' },
    '4': { zh: '公路', en: 'road' },
    '5': { zh: '航空', en: 'air' },
  },
  direction: { import: { zh: '进口', en: 'import' }, export: { zh: '出口', en: 'export' } },
  dangerous: yesOrNo,
  licensed: yesOrNo,
};
/** What a rule of any kind has: it holds for what is filed from one partner's day on, and before another. */
type DatedView = {
  readonly id: string;
  /** Empty until it is approved. */
  readonly version: string;
  readonly clause: string;
  readonly clauseText: string;
  readonly validFrom: string;
  readonly validTo?: string;
};
export const ruleKinds = ['jurisdiction', 'precedence', 'expiry'] as const;
export type RuleKind = (typeof ruleKinds)[number];
/** Who must speak for what. */
export type RuleView = DatedView & {
  readonly kind: 'jurisdiction';
  readonly object: ObjectType;
  readonly authority: AuthorityId;
  /** All of them must hold; none: always. */
  readonly facts: readonly RuleFact[];
  readonly when: Bilingual;
  readonly limitMinutes: number;
};
/** Which outcome decides where several apply, the first of them. */
export type PrecedenceView = DatedView & { readonly kind: 'precedence'; readonly order: readonly Outcome[] };
/** For how many days something that was said too early is still joined to what comes. */
export const expiryPeriods = ['kept-release', 'early-report'] as const;
export type ExpiryPeriod = (typeof expiryPeriods)[number];
export type ExpiryView = DatedView & {
  readonly kind: 'expiry';
  readonly period: ExpiryPeriod;
  readonly name: Bilingual;
  readonly days: number;
};
export type SomeRuleView = RuleView | PrecedenceView | ExpiryView;
export type ProposeRule = {
  readonly ruleId: string;
  readonly object: ObjectType;
  readonly authority: AuthorityId;
  readonly facts: readonly RuleFact[];
  readonly limitMinutes: number;
  readonly clause: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** The rule ends on `validFrom`. */
  readonly ends?: boolean;
  readonly reason: string;
};
type ProposeVersion = { readonly clause: string; readonly validFrom: string; readonly reason: string };
export type ProposePrecedence = ProposeVersion & { readonly order: readonly Outcome[] };
export type ProposeExpiry = ProposeVersion & { readonly period: ExpiryPeriod; readonly days: number };
export type RehearsedChange = {
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly objectId: string;
  readonly objectLabel: Bilingual;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Whom it would wait for. */
  readonly waitsFor: readonly AuthorityId[];
};
/** The real instructions of the last days under the changed rule, as if it held for all of them. */
export type Rehearsal = {
  readonly at: string;
  readonly by: string;
  readonly days: number;
  readonly cases: number;
  readonly objects: number;
  readonly changed: number;
  readonly listed: readonly RehearsedChange[];
  /** Not all cases of that time were looked at, only the latest; not all that would change are listed, only the first. */
  readonly cut: { readonly cases: boolean; readonly listed: boolean };
};
export type RuleChangeState = 'proposed' | 'approved' | 'withdrawn';
export type RuleChangeView = {
  readonly id: string;
  readonly state: RuleChangeState;
  readonly rule: SomeRuleView;
  /** Whether it can change an outcome, so that it is rehearsed before it is approved. */
  readonly rehearsable: boolean;
  readonly ends: boolean;
  readonly reason: string;
  readonly proposedAt: string;
  readonly proposedBy: string;
  /** Proposed by whoever looks: he cannot approve it. */
  readonly mine: boolean;
  readonly rehearsal?: Rehearsal;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
};
