// Who must speak for what, changed by the port office (P5): one person proposes with his reason, it is rehearsed over real instructions,
// another approves; it holds for what is filed from its first day on, which is never today.
import { partnerDay, toPartnerTime } from '../../kernel/instant.ts';
import { describe } from '../../kernel/condition.ts';
import { spellClause } from '../../kernel/clause.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { builtInRules } from './channel-rules.ts';
import { combineRules, toCondition, toFacts } from './combine-rules.ts';
import type { DispositionEvents, ProposeRule, RuleChangeView, RuleView } from './contract.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { refuse } from './refusals.ts';
import { rehearseRule, sayWhatIsCut } from './rehearse-rule.ts';
import { factName, factValue } from './rule-facts.ts';
import {
  insertRuleChange,
  listApproved,
  lockRuleChange,
  pageRuleChanges,
  type RuleChangeRow,
  updateRuleChange,
} from './store-rule-changes.ts';

const emit = emitter<DispositionEvents>();

/** The rules that hold for what is filed on a day, today when absent, and those that are still to come. */
export async function readRules(context: Context, day = partnerDay(context.now)): Promise<RuleView[]> {
  const rules = combineRules(builtInRules(), await listApproved(context));
  return rules.filter((r) => r.validTo === undefined || (day < r.validTo && r.validFrom < r.validTo)).map(toRuleView);
}

export async function proposeRule(context: Context, command: ProposeRule): Promise<RuleChangeView> {
  requirePerson(context);
  const { facts, reason, ends, ruleId, ...rest } = command;
  requireLater(context, command.validFrom);
  if (command.validTo !== undefined && command.validTo <= command.validFrom) throw refuse('RULE_CHANGE_NEVER_HOLDS');
  if (ends && !(await readRules(context)).some((rule) => rule.id === ruleId))
    throw refuse('RULE_TO_END_UNKNOWN', { rule: ruleId });
  const row: RuleChangeRow = {
    id: context.newId(),
    state: 'proposed',
    body: {
      ...rest,
      id: ruleId,
      version: '',
      when: toCondition(facts),
      ...(ends ? { validTo: command.validFrom } : {}),
    },
    reason,
    proposed_at: context.now,
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    rehearsal: null,
    decided_at: null,
    decided_by: null,
  };
  await insertRuleChange(context, row);
  await emit(context, 'rule-change.proposed', row.id, { ruleChangeId: row.id, rule: row.body.id, reason });
  return toView(context, row);
}

export async function rehearseRuleChange(context: Context, id: string, days: number): Promise<RuleChangeView> {
  const row = await lockOpen(context, id);
  const rehearsal = await rehearseRule(context, { change: row.body, days });
  await updateRuleChange(context, id, { rehearsal });
  const { cases, changed } = rehearsal;
  await emit(context, 'rule-change.rehearsed', id, { ruleChangeId: id, rule: row.body.id, days, cases, changed });
  return toView(context, { ...row, rehearsal });
}

/** The second person's word, after he could see what it would change. */
export async function approveRuleChange(context: Context, id: string): Promise<RuleChangeView> {
  requirePerson(context);
  const row = await lockOpen(context, id);
  if (row.proposed_by_id === context.actor.id) throw refuse('RULE_CHANGE_NEEDS_SECOND_PERSON');
  if (!row.rehearsal) throw refuse('RULE_CHANGE_NOT_REHEARSED');
  requireLater(context, row.body.validFrom);
  const body = { ...row.body, version: toPartnerTime(context.now, 'yyyyMMddHHmmss') };
  const decided = { state: 'approved', body, decided_at: context.now, decided_by: context.actor.name } as const;
  await updateRuleChange(context, id, decided);
  const { id: rule, version, validFrom } = body;
  await emit(context, 'rule-change.approved', id, { ruleChangeId: id, rule, version, validFrom });
  return toView(context, { ...row, ...decided });
}

/** By whoever proposed it, or by the second person who does not agree. */
export async function withdrawRuleChange(context: Context, id: string): Promise<RuleChangeView> {
  const row = await lockOpen(context, id);
  const decided = { state: 'withdrawn', decided_at: context.now, decided_by: context.actor.name } as const;
  await updateRuleChange(context, id, decided);
  await emit(context, 'rule-change.withdrawn', id, { ruleChangeId: id, rule: row.body.id });
  return toView(context, { ...row, ...decided });
}

export async function readRuleChanges(context: Context, query: PageQuery): Promise<Page<RuleChangeView>> {
  const { rows, next } = await readPageOf(query, (page) => pageRuleChanges(context, page));
  return { items: rows.map((row) => toView(context, row)), ...next };
}

async function lockOpen(context: Context, id: string): Promise<RuleChangeRow> {
  const row = await lockRuleChange(context, id);
  if (!row) throw refuse('RULE_CHANGE_UNKNOWN');
  if (row.state !== 'proposed') throw refuse('RULE_CHANGE_DECIDED');
  return row;
}
/** A key is nobody: behind one of them the same person could stand twice. */
function requirePerson(context: Context): void {
  if (context.actor.kind !== 'person') throw refuse('RULE_CHANGE_NEEDS_PERSON');
}
/** What was filed this morning was filed under today's rules. */
function requireLater(context: Context, validFrom: string): void {
  const today = partnerDay(context.now);
  if (validFrom <= today) throw refuse('RULE_CHANGE_TOO_SOON', { today });
}

const toRuleView = (rule: JurisdictionRule): RuleView => ({
  id: rule.id,
  version: rule.version,
  object: rule.object,
  authority: rule.authority,
  facts: toFacts(rule.when),
  when: describe(rule.when, factName, factValue),
  limitMinutes: rule.limitMinutes,
  clause: rule.clause,
  clauseText: spellClause(rule.clause),
  validFrom: rule.validFrom,
  ...(rule.validTo ? { validTo: rule.validTo } : {}),
});
const toView = (context: Context, row: RuleChangeRow): RuleChangeView => ({
  id: row.id,
  state: row.state,
  rule: toRuleView(row.body),
  ends: row.body.validTo === row.body.validFrom,
  reason: row.reason,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.rehearsal ? { rehearsal: sayWhatIsCut(row.rehearsal) } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
});
