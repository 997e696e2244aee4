// A rule change from the first word to its effect (P5): proposed, rehearsed over real instructions, approved by another person, in force
// for what is filed from its first day on and for nothing before.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { combineRules } from '../../src/hub/disposition/combine-rules.ts';
import type { ProposeRule, RuleChangeView, RuleView } from '../../src/hub/disposition/contract.ts';
import { rehearseRule, sayWhatIsCut } from '../../src/hub/disposition/rehearse-rule.ts';
import { type JurisdictionRule, jurisdiction } from '../../src/hub/disposition/jurisdiction.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { type Cases, startCases, twoOfTheOffice } from './cases.ts';

let cases: Cases;
let first: Actor;
let second: Actor;
before(async () => {
  cases = await startCases();
  [first, second] = await twoOfTheOffice(cases);
});
after(() => cases.stop());

const change: ProposeRule = {
  ruleId: 'commerce-speaks-for-computer-parts',
  object: 'goods-line',
  authority: 'commerce',
  facts: [{ fact: 'hsCode', values: ['8473'] }],
  limitMinutes: 480,
  clause: 'B16 三(三)4',
  validFrom: '2026-11-21',
  reason: '零件纳入许可管理',
};
const propose = (more: Partial<ProposeRule> = {}, by = first) =>
  cases.hub.call<RuleChangeView>('POST', '/jurisdiction-changes', { body: { ...change, ...more } }, by);
const step = (id: string, name: string, by: Actor, body?: object) =>
  cases.hub.call<RuleChangeView>(
    'POST',
    `/jurisdiction-changes/:id/${name}`,
    { params: { id }, ...(body ? { body } : {}) },
    by,
  );
async function release(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 1, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 1, shipmentId: id });
}

test('[P5] a rule change is proposed, rehearsed over real instructions, approved by another person, and then holds', async () => {
  const earlier = await cases.file('RULES-1');
  await release(earlier);
  const proposed = await propose();
  assert.equal(proposed.state, 'proposed');
  await assert.rejects(step(proposed.id, 'approval', second), { code: 'RULE_CHANGE_NOT_REHEARSED' });

  const rehearsed = await step(proposed.id, 'rehearsal', first, { days: 7 });
  assert.equal(rehearsed.rehearsal?.cases, 1);
  const listed = rehearsed.rehearsal?.listed ?? [];
  assert.equal(listed.length, rehearsed.rehearsal?.changed);
  assert.deepEqual(
    listed.map((c) => [c.objectId, c.before, c.after, c.waitsFor]).find(([id]) => id === 'container:CQPU1000014'),
    ['container:CQPU1000014', 'released', 'awaiting', ['commerce']],
  );
  assert.ok(!listed.some((c) => c.objectId.startsWith('conveyance:')), 'what it does not change is not listed');
  assert.equal((await cases.outcomes(earlier))['container:CQPU1000014'], 'released', 'a rehearsal decides nothing');

  await assert.rejects(step(proposed.id, 'approval', first), { code: 'RULE_CHANGE_NEEDS_SECOND_PERSON' });
  await assert.rejects(step(proposed.id, 'approval', { ...second, kind: 'program' }), {
    code: 'RULE_CHANGE_NEEDS_PERSON',
  });
  const approved = await step(proposed.id, 'approval', second);
  assert.equal(approved.state, 'approved');
  assert.equal(approved.decidedBy, '值班壬');
  await assert.rejects(step(proposed.id, 'withdrawal', first), { code: 'RULE_CHANGE_DECIDED' });

  const sameDay = await cases.file('RULES-2');
  await release(sameDay);
  assert.equal((await cases.outcomes(sameDay))['container:CQPU1000014'], 'released', 'filed before its first day');
  cases.hub.clock.advance(24 * 3_600_000);
  const later = await cases.file('RULES-3');
  await release(later);
  const box = (await cases.view(later)).objects.find((o) => o.id === 'container:CQPU1000014')?.disposition;
  assert.equal(box?.outcome, 'awaiting');
  assert.deepEqual(box?.explanation.waitsFor, ['commerce']);
  assert.equal(box?.explanation.ruleVersion, approved.rule.version, 'the explanation names the version that decided');
  await cases.say('border-inspection', {
    kind: 'inspect',
    on: ['container:CQPU1000020'],
    sequence: 9,
    shipmentId: earlier,
  });
  assert.equal((await cases.outcomes(earlier))['container:CQPU1000014'], 'released', 'it does not reach back');
  for (const type of ['rule-change.proposed', 'rule-change.rehearsed', 'rule-change.approved'])
    assert.equal((await cases.hub.events(type)).length, 1, type);

  const ending = await propose({ ends: true, validFrom: '2026-11-22', reason: '不再需要' });
  cases.hub.clock.advance(3_600_000);
  const week = await step(ending.id, 'rehearsal', second, { days: 7 });
  assert.equal(week.rehearsal?.cases, 3);
  const freed = await step(ending.id, 'rehearsal', second, { days: 1 });
  assert.equal(freed.rehearsal?.cases, 2, 'nothing was said of the second case in the last day');
  assert.ok(freed.rehearsal?.listed.some((c) => c.shipmentId === later && c.after === 'released'));
  await step(ending.id, 'approval', second);
  const { items } = await cases.hub.call<{ items: RuleView[] }>('GET', '/jurisdiction-rules', {}, cases.trader);
  assert.equal(items.find((r) => r.id === change.ruleId)?.validTo, '2026-11-22', 'everybody may know the rules');
});

test('[P5] a rehearsal says whether it looked at all cases of the time and lists all that would change', async () => {
  await cases.file('RULES-CUT');
  const { rule } = await propose({ ruleId: 'commerce-speaks-for-all-parts', facts: [], validFrom: '2026-12-01' });
  const found = (change: JurisdictionRule, most?: { cases: number; listed: number }) =>
    cases.hub.run((context) => rehearseRule(context, { change, days: 90, ...(most ? { most } : {}) }));
  const changed: JurisdictionRule = { ...(rule as RuleView), when: { always: true } };
  const whole = await found(changed);
  assert.ok(whole.cases > 2 && whole.changed > 2);
  assert.deepEqual(whole.cut, { cases: false, listed: false });
  assert.equal(whole.listed.length, whole.changed);
  const exactly = await found(changed, { cases: whole.cases, listed: whole.changed });
  assert.deepEqual(exactly.cut, { cases: false, listed: false }, 'as many as there are is all of them');
  const short = await found(changed, { cases: whole.cases - 1, listed: 1 });
  assert.deepEqual([short.cases, short.listed.length, short.cut], [whole.cases - 1, 1, { cases: true, listed: true }]);
  assert.ok(short.changed > 1, 'all that change in what was looked at are counted');
  // What the version before has kept is shown with what can be known of it.
  const { cut: _, ...kept } = whole;
  assert.deepEqual(sayWhatIsCut({ ...kept, cases: 1000, listed: kept.listed.slice(1) }).cut, {
    cases: true,
    listed: true,
  });
});

test('[P5] a rule of today, one that never holds, and the end of none are refused', async () => {
  await assert.rejects(propose({ validFrom: '2026-11-20' }), { code: 'RULE_CHANGE_TOO_SOON' });
  await assert.rejects(propose({ validFrom: '2027-01-02', validTo: '2027-01-01' }), {
    code: 'RULE_CHANGE_NEVER_HOLDS',
  });
  await assert.rejects(propose({ validFrom: '2027-01-02', ruleId: 'nobody-knows', ends: true }), {
    code: 'RULE_TO_END_UNKNOWN',
  });
  await assert.rejects(propose({ validFrom: '2027-01-02' }, { ...first, kind: 'program' }), {
    code: 'RULE_CHANGE_NEEDS_PERSON',
  });
});

test('[P5] the rules that hold are the same whatever order the changes are told in', () => {
  const at = (validFrom: string, version: string, more = {}) =>
    ({ ...jurisdiction[0], id: 'r', validFrom, version, ...more }) as (typeof jurisdiction)[number];
  const told = [
    at('2027-01-01', '2'),
    at('2027-03-01', '3', { validTo: '2027-03-01' }),
    at('2027-02-01', '4'),
    at('2027-02-01', '5'),
  ];
  const holds = (rules: readonly (typeof told)[number][]) =>
    combineRules([], rules).map((r) => [r.version, r.validFrom, r.validTo]);
  assert.deepEqual(holds(told), [
    ['2', '2027-01-01', '2027-02-01'],
    ['4', '2027-02-01', '2027-02-01'],
    ['5', '2027-02-01', '2027-03-01'],
    ['3', '2027-03-01', '2027-03-01'],
  ]);
  assert.deepEqual(holds([...told].reverse()), holds(told));
});
