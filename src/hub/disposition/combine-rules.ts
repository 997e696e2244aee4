// The rules that hold, made of the built-in ones and the changes the port office has approved (P5): pure, the same whatever order the
// changes are told in. A later version of a rule ends the one before on its first day; a version that ends on its first day ends the rule.
import type { Condition } from '../../kernel/condition.ts';
import { type RuleFact, ruleFacts } from './contract.ts';
import type { DatedRule } from './dated-rule.ts';
import type { JurisdictionRule } from './jurisdiction.ts';

const order = (a: DatedRule, b: DatedRule): number =>
  a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.version < b.version ? -1 : 1;

export function combineRules<Rule extends DatedRule>(
  builtIn: readonly Rule[],
  approved: readonly Rule[],
): readonly Rule[] {
  if (approved.length === 0) return builtIn;
  const versions = Map.groupBy([...builtIn, ...approved], (rule) => rule.id);
  return [...versions.keys()].sort().flatMap((id) => {
    const sorted = [...(versions.get(id) ?? [])].sort(order);
    return sorted.map((rule, i): Rule => {
      const next = sorted[i + 1]?.validFrom;
      const ends = next !== undefined && (rule.validTo === undefined || next < rule.validTo) ? next : rule.validTo;
      return ends === undefined ? rule : { ...rule, validTo: ends };
    });
  });
}

export const ALWAYS = '0001-01-01';
/** As if the change held for everything there is. */
export const asIfInForce = (
  rules: readonly JurisdictionRule[],
  { validTo, ...change }: JurisdictionRule,
): readonly JurisdictionRule[] => {
  const others = rules.filter((rule) => rule.id !== change.id);
  return validTo === change.validFrom ? others : [...others, { ...change, validFrom: ALWAYS }];
};

/** Facts of an object a rule may ask for; a tariff number fits by its beginning. */
export function toCondition(facts: readonly RuleFact[]): Condition {
  const all = facts.map(({ fact, values }): Condition => {
    if (fact === 'hsCode') return { any: values.map((startsWith) => ({ element: fact, startsWith })) };
    return { element: fact, in: values };
  });
  return all.length === 0 ? { always: true } : all.length === 1 && all[0] ? all[0] : { all };
}
/** The same way back; a condition of another form asks for what it cannot say, and nothing is told. */
export function toFacts(condition: Condition): RuleFact[] {
  if ('all' in condition) return condition.all.flatMap(toFacts);
  if ('any' in condition) {
    const values = condition.any.flatMap((c) => ('startsWith' in c ? [c.startsWith] : []));
    return [{ fact: 'hsCode', values }];
  }
  if ('in' in condition && isRuleFact(condition.element)) return [{ fact: condition.element, values: condition.in }];
  if ('equals' in condition && isRuleFact(condition.element))
    return [{ fact: condition.element, values: [condition.equals] }];
  return [];
}
/** What a channel's own rule asks is nothing a person chooses. */
const isRuleFact = (text: string): text is RuleFact['fact'] => (ruleFacts as readonly string[]).includes(text);
