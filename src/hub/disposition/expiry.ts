// For how many days what was said too early is still joined to what comes, as dated rule data (P5, P7, decision 0052): a box number comes
// again with other goods, so a word on it does not wait for ever. The notices set no period; these are our reading.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import type { ExpiryPeriod } from './contract.ts';
import { type DatedRule, holdsOn } from './dated-rule.ts';

export type ExpiryRule = DatedRule & {
  readonly kind: 'expiry';
  readonly period: ExpiryPeriod;
  readonly days: number;
};

const base = { kind: 'expiry', version: '2026-11', validFrom: '2026-01-01' } as const;
const shipped: Readonly<Record<ExpiryPeriod, ExpiryRule>> = {
  'kept-release': {
    ...base,
    id: 'a-kept-release-of-a-box-joins',
    clause: 'B16 三(一)3(1)',
    period: 'kept-release',
    days: 90,
  },
  'early-report': {
    ...base,
    id: 'an-early-report-waits',
    clause: 'B16 三(一)3(3)',
    period: 'early-report',
    days: 7,
  },
};
export const expiry: readonly ExpiryRule[] = Object.values(shipped);
export const expiryRuleId = (period: ExpiryPeriod): string => shipped[period].id;

export const expiryNames: Readonly<Record<ExpiryPeriod, Bilingual>> = {
  'kept-release': {
    zh: '先到的单箱放行指令，等待该箱申报',
    en: 'A release of a box that comes before the box is filed',
  },
  'early-report': {
    zh: '场站先到的报告，等待放行或所撤销的报告',
    en: 'A station’s report that comes before its release, or before what it takes back',
  },
};
export const FEWEST_DAYS = 1;
export const MOST_DAYS = 3650;
/** Before the first version of its rule, the period that comes with the program. */
const daysOn = (rules: readonly ExpiryRule[], period: ExpiryPeriod, day: string): number =>
  (rules.find((rule) => rule.period === period && holdsOn(rule, day)) ?? shipped[period]).days;

const DAY_MS = 86_400_000;
/** Until when what came at that instant waits, by the rule of a day. */
export const waitsUntil = (
  rules: readonly ExpiryRule[],
  {
    period,
    since,
    day = partnerDay(since),
  }: { readonly period: ExpiryPeriod; readonly since: string; readonly day?: string },
): string => plusMs(since, daysOn(rules, period, day) * DAY_MS);
