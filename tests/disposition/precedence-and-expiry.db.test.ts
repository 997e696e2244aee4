// The order of outcomes and the periods of what comes too early, changed by the port office (P5, decision 0052): bounded, rehearsed over real
// instructions, approved by another person, in force for what is filed from the first day on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  Collision,
  ExpiryView,
  Outcome,
  PrecedenceView,
  ProposeExpiry,
  ProposePrecedence,
  RuleChangeView,
} from '../../src/hub/disposition/contract.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases, twoOfTheOffice } from './cases.ts';

const DAY = 86_400_000;
let cases: Cases;
let first: Actor;
let second: Actor;
before(async () => {
  cases = await startCases();
  [first, second] = await twoOfTheOffice(cases);
});
after(() => cases.stop());

const today = (plusDays = 0): string =>
  new Date(cases.hub.clock.now().getTime() + 8 * 3_600_000 + plusDays * DAY).toISOString().slice(0, 10);
const propose = (path: string, body: Partial<ProposePrecedence & ProposeExpiry>, by = first) =>
  cases.hub.call<RuleChangeView>(
    'POST',
    path,
    { body: { clause: 'B16 三(一)3(1)', reason: '按口岸实际', validFrom: today(1), ...body } },
    by,
  );
const step = (id: string, name: string, by: Actor, body?: object) =>
  cases.hub.call<RuleChangeView>(
    'POST',
    `/jurisdiction-changes/:id/${name}`,
    { params: { id }, ...(body ? { body } : {}) },
    by,
  );
const rules = async <View>(kind: string) =>
  (await cases.hub.call<{ items: View[] }>('GET', '/jurisdiction-rules', { query: { kind } }, cases.trader)).items;
async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 2, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 2, shipmentId: id });
}
const box = 'container:CQPU1000014';
const usual: readonly Outcome[] = [
  'refused',
  'held',
  'inspection-required',
  'awaiting',
  'conditionally-released',
  'released',
];

test('[P5] another order of outcomes is rehearsed, approved by another person, and decides what is filed from its first day on', async () => {
  const disputed = async (reference: string): Promise<string> => {
    const id = await cases.file(reference);
    await cases.say('customs', { kind: 'hold', on: [box], sequence: 3, shipmentId: id });
    await cases.say('border-inspection', { kind: 'refuse', on: [box], sequence: 3, shipmentId: id });
    return id;
  };
  const earlier = await disputed('ORDER-1');
  assert.equal((await cases.outcomes(earlier))[box], 'refused');
  const heldFirst: readonly Outcome[] = ['held', ...usual.filter((one) => one !== 'held')];
  const proposed = await propose('/precedence-changes', { order: heldFirst });
  assert.equal(proposed.rehearsable, true);
  await assert.rejects(step(proposed.id, 'approval', second), { code: 'RULE_CHANGE_NOT_REHEARSED' });
  const { rehearsal } = await step(proposed.id, 'rehearsal', first, { days: 7 });
  assert.deepEqual(
    rehearsal?.listed.map((c) => [c.shipmentId, c.objectId, c.before, c.after]).filter(([, id]) => id === box),
    [[earlier, box, 'refused', 'held']],
  );
  await assert.rejects(step(proposed.id, 'approval', first), { code: 'RULE_CHANGE_NEEDS_SECOND_PERSON' });
  const { rule } = await step(proposed.id, 'approval', second);

  const sameDay = await disputed('ORDER-2');
  cases.hub.clock.advance(DAY);
  const later = await disputed('ORDER-3');
  assert.equal((await cases.outcomes(sameDay))[box], 'refused', 'filed before its first day');
  const decided = (await cases.view(later)).objects.find((o) => o.id === box)?.disposition;
  assert.equal(decided?.outcome, 'held');
  assert.deepEqual(
    [decided?.explanation.rule, decided?.explanation.ruleVersion],
    ['the-strictest-word-decides', rule.version],
  );
  assert.deepEqual(await cases.releases(later), await cases.releases(earlier), 'no order lets anything go');
  // Decided again, what was filed before stays as it was.
  await cases.say('maritime', { kind: 'inspect', on: [box], sequence: 4, shipmentId: earlier });
  assert.equal((await cases.outcomes(earlier))[box], 'refused');

  // The desk shows the rule by which the words are put in order.
  await cases.say('customs', { kind: 'release', on: [box], sequence: 5, shipmentId: later });
  const desk = await cases.hub.call<{ items: Collision[] }>('GET', '/collisions', {}, await cases.officer('customs'));
  const shown = desk.items.find((one) => one.shipmentId === later);
  assert.equal(shown?.kind, 'release-of-refused');
  assert.deepEqual([shown?.rule, shown?.ruleVersion], ['the-strictest-word-decides', rule.version]);
  assert.match(shown?.precedence.zh ?? '', /扣留 > 不予放行 > 查验/);

  const versions = await rules<PrecedenceView>('precedence');
  assert.deepEqual(
    versions.map((one) => [one.version, one.order[0]]),
    [[rule.version, 'held']],
  );
});

test('[P5] no order in which a release comes before what keeps goods back can be proposed, by name of field, value, rule and remedy', async () => {
  const moved = (outcome: Outcome, to: number) => usual.filter((one) => one !== outcome).toSpliced(to, 0, outcome);
  for (const order of [
    moved('released', 0),
    moved('conditionally-released', 3),
    moved('awaiting', 5),
    moved('released', 4),
    usual.slice(1),
    [...usual, 'held' as const],
  ])
    await assert.rejects(propose('/precedence-changes', { order }), (error: { code: string; text: { en: string } }) => {
      assert.equal(error.code, 'RULE_ORDER_UNSAFE');
      assert.match(error.text.en, /^Field order: .*cannot be: .+\. All that keeps goods back comes before a release/);
      assert.ok(error.text.en.includes(order.join(' > ')));
      return true;
    });
  await assert.rejects(propose('/precedence-changes', { order: usual }, { ...first, kind: 'program' }), {
    code: 'RULE_CHANGE_NEEDS_PERSON',
  });
  await assert.rejects(propose('/precedence-changes', { order: usual, validFrom: today() }), {
    code: 'RULE_CHANGE_TOO_SOON',
  });
});

test('[P5] how long a release of a box waits for it is a rule: rehearsed both ways, and in force for what is filed from its first day on', async () => {
  const waiting = async (serial: number): Promise<string> => {
    const number = boxNumber(serial);
    await cases.say('customs', { kind: 'conditional-release', on: [`container:${number}`], sequence: 1 });
    return number;
  };
  const file = async (reference: string, containerNumber: string): Promise<string> => {
    const id = await cases.file(reference, {
      containers: [{ containerNumber, containerSpec: '11', containerGoods: '1,2', containerGoodsMassKg: '2000' }],
    });
    await letGo(id);
    return id;
  };
  const outcomeOf = async (id: string, number: string) => (await cases.outcomes(id))[`container:${number}`];
  const [early, late, next, last] = [
    await waiting(610_001),
    await waiting(610_002),
    await waiting(610_003),
    await waiting(610_004),
  ];
  cases.hub.clock.advance(40 * DAY);
  const joined = await file('TERM-1', early);
  assert.equal(await outcomeOf(joined, early), 'conditionally-released', 'ninety days as it comes with the program');
  for (const days of [0, 3651])
    await assert.rejects(propose('/expiry-changes', { period: 'kept-release', days }), {
      code: 'RULE_DAYS_UNFIT',
      message: new RegExp(`Field days: ${days} cannot be: a period is 1 to 3650 days`),
    });
  const shorter = await propose('/expiry-changes', { period: 'kept-release', days: 30 });
  await assert.rejects(step(shorter.id, 'approval', second), { code: 'RULE_CHANGE_NOT_REHEARSED' });
  const listed = async (id: string) =>
    (await step(id, 'rehearsal', first, { days: 90 })).rehearsal?.listed
      .filter((c) => c.objectId.startsWith('container:'))
      .map((c) => [c.shipmentId, c.objectId, c.before, c.after]);
  assert.deepEqual(await listed(shorter.id), [[joined, `container:${early}`, 'conditionally-released', 'released']]);
  await step(shorter.id, 'approval', second);
  const sameDay = await file('TERM-2', next);
  assert.equal(await outcomeOf(sameDay, next), 'conditionally-released', 'filed before its first day');
  cases.hub.clock.advance(DAY);
  const after = await file('TERM-3', last);
  assert.equal(await outcomeOf(after, last), 'released', 'it had waited for more than thirty days');
  assert.equal(await outcomeOf(joined, early), 'conditionally-released', 'it does not reach back');

  const unjoined = await file('TERM-4', late);
  assert.equal(await outcomeOf(unjoined, late), 'released');
  const longer = await propose('/expiry-changes', { period: 'kept-release', days: 60 });
  assert.deepEqual(
    (await listed(longer.id))?.sort(),
    [
      [after, `container:${last}`, 'released', 'conditionally-released'],
      [unjoined, `container:${late}`, 'released', 'conditionally-released'],
    ].sort(),
  );
  await step(longer.id, 'withdrawal', second);
  const kept = (await rules<ExpiryView>('expiry')).filter((one) => one.period === 'kept-release');
  assert.deepEqual(
    kept.map((one) => one.days),
    [30],
  );
});
