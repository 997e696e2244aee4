// Rules changed by the port office (P5): one person proposes with his reason, what can change an outcome is rehearsed over real instructions,
// another approves; it holds for what is filed from its first day on, which is never today. Who must speak for what may end; of the order of
// outcomes and of each period there is always one, so another version takes its place.
import { partnerDay, toPartnerTime } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { toCondition } from './combine-rules.ts';
import type {
  DispositionEvents,
  ProposeExpiry,
  ProposePrecedence,
  ProposeRule,
  RuleChangeView,
  RuleKind,
  SomeRuleView,
} from './contract.ts';
import { expiryRuleId, FEWEST_DAYS, MOST_DAYS } from './expiry.ts';
import { doubtOf, PRECEDENCE_ID } from './precedence.ts';
import { refuse } from './refusals.ts';
import { rehearseRule } from './rehearse-rule.ts';
import { canBeRehearsed, toRuleView, toView } from './show-rules.ts';
import { lawOf, type SomeRule } from './rules-in-force.ts';
import {
  insertRuleChange,
  listApproved,
  lockRuleChange,
  pageRuleChanges,
  type RuleChangeRow,
  updateRuleChange,
} from './store-rule-changes.ts';

const emit = emitter<DispositionEvents>();

type ReadRules = { readonly kind?: RuleKind | undefined; readonly day?: string | undefined };
/** The rules of a kind that hold for what is filed on a day, today when absent, and those that are still to come. */
export async function readRules(
  context: Context,
  { kind = 'jurisdiction', day = partnerDay(context.now) }: ReadRules,
): Promise<SomeRuleView[]> {
  const rules: readonly SomeRule[] = lawOf(await listApproved(context))[kind];
  return rules.filter((r) => r.validTo === undefined || (day < r.validTo && r.validFrom < r.validTo)).map(toRuleView);
}

export async function proposeRule(context: Context, command: ProposeRule): Promise<RuleChangeView> {
  requirePerson(context);
  const { facts, reason, ends, ruleId, ...rest } = command;
  requireLater(context, command.validFrom);
  if (command.validTo !== undefined && command.validTo <= command.validFrom) throw refuse('RULE_CHANGE_NEVER_HOLDS');
  if (ends && !(await readRules(context, {})).some((rule) => rule.id === ruleId))
    throw refuse('RULE_TO_END_UNKNOWN', { rule: ruleId });
  const body: SomeRule = {
    ...rest,
    kind: 'jurisdiction',
    id: ruleId,
    version: '',
    when: toCondition(facts),
    ...(ends ? { validTo: command.validFrom } : {}),
  };
  return propose(context, body, reason);
}

/** Another order of outcomes; one that lets go what another word keeps back is nobody's to choose (decision 0052). */
export async function proposePrecedence(context: Context, command: ProposePrecedence): Promise<RuleChangeView> {
  const { reason, ...rest } = command;
  const why = doubtOf(command.order);
  if (why) throw refuse('RULE_ORDER_UNSAFE', { order: command.order.join(' > '), whyZh: why.zh, whyEn: why.en });
  requirePerson(context);
  requireLater(context, command.validFrom);
  return propose(context, { ...rest, kind: 'precedence', id: PRECEDENCE_ID, version: '' }, reason);
}

/** Another number of days for a period. */
export async function proposeExpiry(context: Context, command: ProposeExpiry): Promise<RuleChangeView> {
  const { reason, ...rest } = command;
  const { days } = command;
  if (days < FEWEST_DAYS || days > MOST_DAYS)
    throw refuse('RULE_DAYS_UNFIT', { days, least: FEWEST_DAYS, most: MOST_DAYS });
  requirePerson(context);
  requireLater(context, command.validFrom);
  return propose(context, { ...rest, kind: 'expiry', id: expiryRuleId(command.period), version: '' }, reason);
}

async function propose(context: Context, body: SomeRule, reason: string): Promise<RuleChangeView> {
  const row: RuleChangeRow = {
    id: context.newId(),
    state: 'proposed',
    body,
    reason,
    proposed_at: context.now,
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    rehearsal: null,
    decided_at: null,
    decided_by: null,
  };
  await insertRuleChange(context, row);
  await emit(context, 'rule-change.proposed', row.id, { ruleChangeId: row.id, rule: body.id, reason });
  return toView(context, row);
}

export async function rehearseRuleChange(context: Context, id: string, days: number): Promise<RuleChangeView> {
  const row = await lockOpen(context, id);
  if (!canBeRehearsed(row.body)) throw refuse('RULE_CHANGE_DECIDES_NO_OUTCOME', { rule: row.body.id });
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
  if (!row.rehearsal && canBeRehearsed(row.body)) throw refuse('RULE_CHANGE_NOT_REHEARSED');
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
