// The rules of every kind that hold, made of those that come with the program and the changes that the port office has approved (P5).
import { builtInRules } from './channel-rules.ts';
import { ALWAYS, asIfInForce, combineRules } from './combine-rules.ts';
import { type ExpiryRule, expiry } from './expiry.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { type PrecedenceRule, precedence } from './precedence.ts';

export type SomeRule = JurisdictionRule | PrecedenceRule | ExpiryRule;
export type Law = {
  readonly jurisdiction: readonly JurisdictionRule[];
  readonly precedence: readonly PrecedenceRule[];
  readonly expiry: readonly ExpiryRule[];
};

export const lawOf = (approved: readonly SomeRule[]): Law => ({
  jurisdiction: combineRules(
    builtInRules(),
    approved.filter((rule): rule is JurisdictionRule => rule.kind === undefined || rule.kind === 'jurisdiction'),
  ),
  precedence: combineRules(
    precedence,
    approved.filter((rule): rule is PrecedenceRule => rule.kind === 'precedence'),
  ),
  expiry: combineRules(
    expiry,
    approved.filter((rule): rule is ExpiryRule => rule.kind === 'expiry'),
  ),
});

/** As if the change were the law already, for everything there is: what a rehearsal looks at. */
export function lawAsIf(law: Law, change: SomeRule): Law {
  if (change.kind === 'precedence') return { ...law, precedence: [{ ...change, validFrom: ALWAYS }] };
  if (change.kind === 'expiry')
    return {
      ...law,
      expiry: [...law.expiry.filter((rule) => rule.period !== change.period), { ...change, validFrom: ALWAYS }],
    };
  return { ...law, jurisdiction: asIfInForce(law.jurisdiction, change) };
}
