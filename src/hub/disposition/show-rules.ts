// Rules and their changes as pages and partners read them (P5).
import { spellClause } from '../../kernel/clause.ts';
import { describe } from '../../kernel/condition.ts';
import type { Context } from '../../runtime/context.ts';
import { toFacts } from './combine-rules.ts';
import type { RuleChangeView, SomeRuleView } from './contract.ts';
import { expiryNames } from './expiry.ts';
import { sayWhatIsCut } from './rehearse-rule.ts';
import { factName, factValue } from './rule-facts.ts';
import type { SomeRule } from './rules-in-force.ts';
import type { RuleChangeRow } from './store-rule-changes.ts';

/** A station's early report decides no outcome, whatever becomes of it. */
export const canBeRehearsed = (rule: SomeRule): boolean => !(rule.kind === 'expiry' && rule.period === 'early-report');

export function toRuleView(rule: SomeRule): SomeRuleView {
  const { id, version, clause, validFrom, validTo } = rule;
  const dated = {
    id,
    version,
    clause,
    clauseText: spellClause(clause),
    validFrom,
    ...(validTo ? { validTo } : {}),
  };
  if (rule.kind === 'precedence') return { ...dated, kind: 'precedence', order: rule.order };
  if (rule.kind === 'expiry')
    return { ...dated, kind: 'expiry', period: rule.period, name: expiryNames[rule.period], days: rule.days };
  return {
    ...dated,
    kind: 'jurisdiction',
    object: rule.object,
    authority: rule.authority,
    facts: toFacts(rule.when),
    when: describe(rule.when, factName, factValue),
    limitMinutes: rule.limitMinutes,
  };
}

export const toView = (context: Context, row: RuleChangeRow): RuleChangeView => ({
  id: row.id,
  state: row.state,
  rule: toRuleView(row.body),
  rehearsable: canBeRehearsed(row.body),
  ends: row.body.validTo === row.body.validFrom,
  reason: row.reason,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.rehearsal ? { rehearsal: sayWhatIsCut(row.rehearsal) } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
});
