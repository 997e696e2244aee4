// Which outcome decides where several apply, as dated rule data (P5, decision 0052). The order among what keeps goods back may be chosen; that
// all of it comes before a release may not (R6), so no rule lets anything go that another order would keep.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Outcome, outcomes } from './contract.ts';
import { type DatedRule, holdsOn } from './dated-rule.ts';

export type PrecedenceRule = DatedRule & { readonly kind: 'precedence'; readonly order: readonly Outcome[] };

export const PRECEDENCE_ID = 'the-strictest-word-decides';
/** The notices have all words put together in one disposition; that the strictest decides is our reading. */
const shipped: PrecedenceRule = {
  kind: 'precedence',
  id: PRECEDENCE_ID,
  version: '2026-11',
  clause: 'B16 三(一)3(1)',
  validFrom: '2026-01-01',
  order: ['refused', 'held', 'inspection-required', 'awaiting', 'conditionally-released', 'released'],
};
export const precedence: readonly PrecedenceRule[] = [shipped];

/** Always one: before the first version, the one that comes with the program. */
export const precedenceOn = (rules: readonly PrecedenceRule[], day: string): PrecedenceRule =>
  rules.find((rule) => holdsOn(rule, day)) ?? shipped;

const LETS_GO: readonly Outcome[] = ['conditionally-released', 'released'];
export const keepsBack = (outcome: Outcome): boolean => !LETS_GO.includes(outcome);

/** What is wrong with an order; undefined where it may be chosen. */
export function doubtOf(order: readonly Outcome[]): Bilingual | undefined {
  const missing = outcomes.filter((outcome) => !order.includes(outcome));
  if (missing.length > 0)
    return { zh: `缺少 ${missing.map(zh).join('、')}`, en: `it leaves out ${missing.map(en).join(', ')}` };
  const twice = order.find((outcome, i) => order.indexOf(outcome) !== i);
  if (twice) return { zh: `${zh(twice)}出现两次`, en: `${en(twice)} stands in it twice` };
  for (const [i, above] of order.entries()) {
    const below = order.slice(i + 1).find((outcome) => outranks(outcome, above));
    if (below) return { zh: `${zh(above)}先于${zh(below)}`, en: `${en(above)} comes before ${en(below)}` };
  }
  return undefined;
}
/** Whether safety asks that the first come before the second. */
const outranks = (outcome: Outcome, above: Outcome): boolean =>
  above === 'released' || (above === 'conditionally-released' && keepsBack(outcome));

const names: Readonly<Record<Outcome, Bilingual>> = {
  refused: { zh: '不予放行', en: 'refuse' },
  held: { zh: '扣留', en: 'hold' },
  'inspection-required': { zh: '查验', en: 'inspect' },
  awaiting: { zh: '待处置', en: 'awaiting' },
  'conditionally-released': { zh: '附条件放行', en: 'on conditions' },
  released: { zh: '放行', en: 'released' },
};
const zh = (outcome: Outcome): string => names[outcome].zh;
const en = (outcome: Outcome): string => names[outcome].en;

/** As the collision desk shows it. */
export const spellOrder = ({ id, version, order }: PrecedenceRule): Bilingual => ({
  zh: `矛盾未澄清前，以较严的指令为准：${order.map(zh).join(' > ')}（规则 ${id} ${version}）`,
  en: `Until cleared up the stricter one counts: ${order.map(en).join(' > ')} (rule ${id} ${version})`,
});
