// HTTP of the rules of the combined disposition (P5): what holds, and its changes by two persons.
import { Type } from 'typebox';
import { authorityIds } from '../../../kernel/party.ts';
import { route } from '../../../runtime/http/route.ts';
import { Day, listOf, pageOf, paging, Uuid } from '../../../runtime/http/shapes.ts';
import {
  approveRuleChange,
  proposeExpiry,
  proposePrecedence,
  proposeRule,
  readRuleChanges,
  readRules,
  rehearseRuleChange,
  withdrawRuleChange,
} from '../change-rules.ts';
import {
  expiryPeriods,
  objectTypes,
  outcomes,
  type ProposeExpiry,
  type ProposePrecedence,
  type ProposeRule,
  ruleFacts,
  ruleKinds,
} from '../contract.ts';
import { Rule, RuleChange } from '../replies.ts';

const ByUuid = Type.Object({ id: Uuid });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
/** Of a kind of rule of which there is always one. */
const version = { clause: Text(200), validFrom: Day, reason: Text(500) };

export const ruleRoutes = [
  route({
    method: 'GET',
    path: '/jurisdiction-rules',
    summary: {
      zh: '现行与将行的规则：哪个部门须对什么作出处置（默认），或宽严次序、期限',
      en: 'Rules in force and to come: who must speak for what (when no kind is asked for), precedence, or expiry',
    },
    action: 'signed-in',
    query: Type.Object({ day: Type.Optional(Day), kind: Type.Optional(Type.Enum([...ruleKinds])) }),
    response: listOf(Rule),
    handle: async (context, { query }) => ({ items: await readRules(context, query) }),
  }),
  route({
    method: 'GET',
    path: '/jurisdiction-changes',
    summary: { zh: '规则变更，新的在前', en: 'Changes of rules, newest first' },
    action: 'jurisdiction.manage',
    query: Type.Object(paging),
    response: pageOf(RuleChange),
    handle: (context, { query }) => readRuleChanges(context, query),
  }),
  route({
    method: 'POST',
    path: '/jurisdiction-changes',
    summary: {
      zh: '提出规则变更（新增、修改或终止），待预演和第二人批准',
      en: 'Propose a rule, another version of one, or its end; it is rehearsed, and a second person approves',
    },
    action: 'jurisdiction.manage',
    creates: true,
    body: Type.Object({
      ruleId: Type.String({ pattern: '^[a-z][a-z0-9-]{2,79}$' }),
      object: Type.Enum([...objectTypes]),
      authority: Type.Enum(authorityIds),
      facts: Type.Array(
        Type.Object({
          fact: Type.Enum([...ruleFacts]),
          values: Type.Array(Text(20), { minItems: 1, maxItems: 50 }),
        }),
        { maxItems: ruleFacts.length },
      ),
      limitMinutes: Type.Integer({ minimum: 1, maximum: 43_200 }),
      clause: Text(200),
      validFrom: Day,
      validTo: Type.Optional(Day),
      ends: Type.Optional(Type.Boolean()),
      reason: Text(500),
    }),
    examples: {
      body: {
        ruleId: 'maritime-speaks-for-batteries-by-water',
        object: 'goods-line',
        authority: 'maritime',
        facts: [
          { fact: 'transportMode', values: ['2'] },
          { fact: 'hsCode', values: ['8507'] },
        ],
        limitMinutes: 1440,
        clause: 'B16 三(二) 海事',
        validFrom: '2030-01-01',
        reason: '锂电池水运纳入海事查验',
      },
    },
    response: RuleChange,
    refusals: ['RULE_CHANGE_NEEDS_PERSON', 'RULE_CHANGE_TOO_SOON', 'RULE_CHANGE_NEVER_HOLDS', 'RULE_TO_END_UNKNOWN'],
    handle: (context, { body }) => proposeRule(context, body as ProposeRule),
  }),
  route({
    method: 'POST',
    path: '/precedence-changes',
    summary: {
      zh: '提出另一宽严次序，待预演和第二人批准；放行不得先于任何扣货的处置',
      en: 'Propose another order of outcomes; it is rehearsed, and a second person approves. No release comes before what keeps goods back',
    },
    action: 'jurisdiction.manage',
    creates: true,
    body: Type.Object({
      order: Type.Array(Type.Enum([...outcomes]), { minItems: 1, maxItems: 20 }),
      ...version,
    }),
    examples: {
      body: {
        order: ['held', 'refused', 'inspection-required', 'awaiting', 'conditionally-released', 'released'],
        clause: 'B16 三(一)3(1)',
        validFrom: '2030-01-01',
        reason: '移交缉私的货物先于不予放行显示',
      },
    },
    response: RuleChange,
    refusals: ['RULE_ORDER_UNSAFE', 'RULE_CHANGE_NEEDS_PERSON', 'RULE_CHANGE_TOO_SOON'],
    handle: (context, { body }) => proposePrecedence(context, body as ProposePrecedence),
  }),
  route({
    method: 'POST',
    path: '/expiry-changes',
    summary: {
      zh: '提出另一期限（先到的放行指令、先到的场站报告保留多少天），待第二人批准',
      en: 'Propose another period: for how many days a release or a report that came too early is kept; a second person approves',
    },
    action: 'jurisdiction.manage',
    creates: true,
    body: Type.Object({
      period: Type.Enum([...expiryPeriods]),
      days: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      ...version,
    }),
    examples: {
      body: {
        period: 'kept-release',
        days: 60,
        clause: 'B16 三(一)3(1)',
        validFrom: '2030-01-01',
        reason: '箱子周转加快',
      },
    },
    response: RuleChange,
    refusals: ['RULE_DAYS_UNFIT', 'RULE_CHANGE_NEEDS_PERSON', 'RULE_CHANGE_TOO_SOON'],
    handle: (context, { body }) => proposeExpiry(context, body as ProposeExpiry),
  }),
  route({
    method: 'POST',
    path: '/jurisdiction-changes/:id/rehearsal',
    summary: {
      zh: '预演：用最近若干天的真实指令，看哪些对象的处置会变',
      en: 'Rehearse it over the real instructions of the last days: whose outcome changes',
    },
    action: 'jurisdiction.manage',
    params: ByUuid,
    body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 90 }) }),
    examples: { body: { days: 7 } },
    response: RuleChange,
    refusals: ['RULE_CHANGE_UNKNOWN', 'RULE_CHANGE_DECIDED', 'RULE_CHANGE_DECIDES_NO_OUTCOME'],
    handle: (context, { params, body }) => rehearseRuleChange(context, params.id, body.days),
  }),
  route({
    method: 'POST',
    path: '/jurisdiction-changes/:id/approval',
    summary: { zh: '第二人批准规则变更', en: 'A second person approves a change' },
    action: 'jurisdiction.manage',
    params: ByUuid,
    response: RuleChange,
    refusals: [
      'RULE_CHANGE_UNKNOWN',
      'RULE_CHANGE_DECIDED',
      'RULE_CHANGE_NEEDS_PERSON',
      'RULE_CHANGE_NEEDS_SECOND_PERSON',
      'RULE_CHANGE_NOT_REHEARSED',
      'RULE_CHANGE_TOO_SOON',
    ],
    handle: (context, { params }) => approveRuleChange(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/jurisdiction-changes/:id/withdrawal',
    summary: { zh: '撤回未批准的规则变更', en: 'Withdraw a change that is not approved' },
    action: 'jurisdiction.manage',
    params: ByUuid,
    response: RuleChange,
    refusals: ['RULE_CHANGE_UNKNOWN', 'RULE_CHANGE_DECIDED'],
    handle: (context, { params }) => withdrawRuleChange(context, params.id),
  }),
];
