// The laws of the combined disposition (P5): order and repetition do not matter, containment holds, siblings stay free.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { combineInstructions } from './combine-instructions.ts';
import { type ControlledObject, type Instruction, type InstructionKind, instructionKinds } from './contract.ts';
import { findCollisions } from './find-collisions.ts';
import { jurisdiction } from './jurisdiction.ts';
import { splitObjects } from './split-objects.ts';

const form = {
  transportMode: '2',
  direction: 'import',
  conveyanceId: '9469560',
  conveyanceName: 'MIN SHENG',
  voyageNumber: '1E',
  billNumber: 'B1',
  goods: [
    { lineNumber: '1', goodsName: 'a' },
    { lineNumber: '2', goodsName: 'b' },
  ],
  containers: [
    { containerNumber: 'CQPU1000014', containerGoods: '1' },
    { containerNumber: 'CQPU1000020', containerGoods: '2' },
  ],
};
const objects: ControlledObject[] = splitObjects(form, {
  number: 'PT1',
  version: 1,
  since: '2026-11-20T00:00:00.000Z',
});
const ids = objects.map((o) => o.id);
const at = '2026-11-20T01:00:00.000Z';
const asOf = '2026-11-20T02:00:00.000Z';

const say = (
  authority: Instruction['authority'],
  kind: InstructionKind,
  on: string[],
  sequence: number,
  number = `N${sequence}`,
): Instruction => ({
  id: `${authority}/${kind}/${sequence}/${on.join()}/${number}`,
  authority,
  kind,
  objects: on,
  number,
  sequence,
  reason: { zh: '因', en: 'because' },
  issuedAt: at,
  receivedAt: at,
  source: { simulated: false },
});
const decide = (instructions: readonly Instruction[]) =>
  combineInstructions({ objects, instructions, rules: jurisdiction, asOf });
const outcomes = (instructions: readonly Instruction[]) =>
  Object.fromEntries([...decide(instructions)].map(([id, d]) => [id, d.outcome]));

const anyInstruction = fc
  .record({
    authority: fc.constantFrom('customs' as const, 'border-inspection' as const, 'maritime' as const),
    kind: fc.constantFrom(...instructionKinds),
    on: fc.subarray(ids, { minLength: 1, maxLength: 3 }),
    sequence: fc.integer({ min: 1, max: 6 }),
    number: fc.constantFrom('A', 'B'),
  })
  .map(({ authority, kind, on, sequence, number }) => say(authority, kind, on, sequence, number));

test('[P5] any order and any repeats give the same disposition and the same explanation', () => {
  fc.assert(
    fc.property(fc.array(anyInstruction, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (instructions, noise) => {
      const keyed = [...instructions, ...instructions.slice(0, 5)].map(
        (i) => [noise.next().value as number, i] as const,
      );
      const shuffled = keyed.sort(([a], [b]) => a - b).map(([, i]) => i);
      assert.deepEqual([...decide(shuffled)], [...decide(instructions)]);
    }),
    { numRuns: 300 },
  );
});

test('[P5] silence means awaiting, with whom and until when', () => {
  const container = decide([]).get('container:CQPU1000014');
  assert.equal(container?.outcome, 'awaiting');
  assert.deepEqual(container?.explanation.waitsFor, ['border-inspection', 'customs', 'maritime']);
  assert.ok(container?.holders.every((h) => h.clock.dueAt !== undefined));
});

const released = [
  say('customs', 'release', ['declaration:PT1'], 10),
  say('border-inspection', 'release', ['conveyance:9469560/1E'], 1),
  say('maritime', 'release', ['conveyance:9469560/1E'], 1),
];
test('[P5] all who must speak release: everything is released', () => {
  assert.deepEqual(new Set(Object.values(outcomes(released))), new Set(['released']));
});

test('[P5] a hold on one container leaves its sibling free; a hold on the bill holds both', () => {
  const one = outcomes([...released, say('customs', 'hold', ['container:CQPU1000014'], 11)]);
  assert.equal(one['container:CQPU1000014'], 'held');
  assert.equal(one['container:CQPU1000020'], 'released');
  const both = outcomes([...released, say('customs', 'hold', ['bill:B1'], 11)]);
  assert.equal(both['container:CQPU1000014'], 'held');
  assert.equal(both['container:CQPU1000020'], 'held');
});

test('[P5] a later release of the declaration lifts the inspection of its boxes; an earlier one does not', () => {
  assert.equal(
    outcomes([...released, say('customs', 'inspect', ['container:CQPU1000014'], 9)])['container:CQPU1000014'],
    'released',
  );
  assert.equal(
    outcomes([...released, say('customs', 'inspect', ['container:CQPU1000014'], 11)])['container:CQPU1000014'],
    'inspection-required',
  );
});

test('[P6] two authorities that inspect one box make it joint', () => {
  const d = decide([
    ...released,
    say('customs', 'inspect', ['container:CQPU1000014'], 11),
    say('maritime', 'inspect', ['container:CQPU1000014'], 5),
  ]).get('container:CQPU1000014');
  assert.equal(d?.joint, true);
  assert.deepEqual(d?.inspectedBy, ['customs', 'maritime']);
});

test('[P5] a withdrawal takes the named instruction back; another authority’s refusal is not lifted by a release', () => {
  const hold = say('customs', 'hold', ['container:CQPU1000014'], 11, 'H1');
  assert.equal(
    outcomes([...released, hold, say('customs', 'withdraw', ['container:CQPU1000014'], 12, 'H1')])[
      'container:CQPU1000014'
    ],
    'released',
  );
  assert.equal(
    outcomes([...released, say('maritime', 'refuse', ['container:CQPU1000014'], 9)])['container:CQPU1000014'],
    'refused',
  );
});

test('[P5] a release speaks only for the version it was given for', () => {
  const amended = splitObjects(form, { number: 'PT1', version: 2, since: at });
  const old = { ...say('customs', 'release', ['declaration:PT1'], 10), forVersion: 1 };
  const d = combineInstructions({
    objects: amended,
    instructions: [old, ...released.slice(1)],
    rules: jurisdiction,
    asOf,
  });
  assert.equal(d.get('container:CQPU1000014')?.outcome, 'awaiting');
});

test('[P5] but for the next one too where its authority has agreed to it or gets nothing of it', () => {
  const carried = { 'version.customs': '1' };
  const amended = splitObjects(form, { number: 'PT1', version: 2, since: at, carried });
  const [customs, ...others] = released;
  const outcome = (more: Partial<Instruction>) =>
    combineInstructions({
      objects: amended,
      instructions: [{ ...(customs ?? assert.fail()), ...more }, ...others],
      rules: jurisdiction,
      asOf,
    }).get('container:CQPU1000014')?.outcome;
  assert.deepEqual([outcome({ forVersion: 1 }), outcome({}), outcome({ forVersion: 2 })], Array(3).fill('released'));
});

test('[P6] nobody in jurisdiction: released by itself, and it says so', () => {
  const lone = combineInstructions({
    objects: [{ id: 'package:X', type: 'package', key: 'X', label: { zh: '货', en: 'goods' }, within: [], facts: {} }],
    instructions: [],
    rules: jurisdiction,
    asOf,
  });
  assert.equal(lone.get('package:X')?.outcome, 'released');
  assert.match(lone.get('package:X')?.explanation.text.en ?? '', /automatically/);
});

test('[P5] mail and express parcels are objects of their own: customs must speak for them, and a word on one holds it', () => {
  for (const [more, type, rule] of [
    [{ transportMode: '6' }, 'mail', 'customs-speaks-for-mail'],
    [{ transportMode: '5', stationCode: 'CKG-EXPRESS' }, 'express-parcel', 'customs-speaks-for-express-parcels'],
  ] as const) {
    const about = { number: 'PT2', version: 1, since: '2026-11-20T00:00:00.000Z' };
    const parcels = splitObjects({ ...form, containers: [], ...more }, about);
    const one = parcels.find((o) => o.type === type);
    assert.ok(one, type);
    const under = (instructions: readonly Instruction[]) =>
      combineInstructions({ objects: parcels, instructions, rules: jurisdiction, asOf }).get(one.id);
    assert.ok(
      under([])?.explanation.duties.some((d) => d.rule === rule && !d.spoken),
      rule,
    );
    const said = [
      say('customs', 'release', ['declaration:PT2'], 1),
      say('border-inspection', 'release', ['conveyance:9469560/1E'], 1),
    ];
    assert.equal(under(said)?.outcome, 'released');
    assert.equal(under([...said, say('quarantine', 'hold', [one.id], 1)])?.outcome, 'held');
  }
});

test('[P5] the explanation names the rule that decided: the strictest word, who is awaited, or that nobody controls it', () => {
  const ruleOf = (instructions: readonly Instruction[], id = 'container:CQPU1000014') => {
    const e = decide(instructions).get(id)?.explanation;
    return `${e?.rule} ${e?.ruleVersion} ${e?.clause}`;
  };
  const strictest = 'the-strictest-word-decides 2026-11 B16 三(一)3(1)';
  assert.equal(ruleOf(released.slice(0, 2)), 'maritime-speaks-for-vessels 2026-11 B16 三(一)3(1); 三(二) 海事');
  for (const kind of ['inspect', 'hold', 'refuse', 'conditional-release'] as const)
    assert.equal(ruleOf([...released, say('customs', kind, ['container:CQPU1000014'], 11)]), strictest, kind);
  assert.equal(ruleOf([say('customs', 'hold', ['container:CQPU1000014'], 11)]), strictest, 'though others are awaited');
  assert.match(ruleOf(released), /^border-inspection-speaks-for-conveyances 2026-11 B16 /);
});

test('[P5] five words in all 120 orders, each repeated or not, at once or at the end: one disposition, one list of collisions', () => {
  const five = [
    ...released,
    say('customs', 'inspect', ['container:CQPU1000014'], 11),
    say('commerce', 'refuse', ['declaration:PT1'], 1),
  ];
  const said = (wire: readonly Instruction[]) =>
    JSON.stringify([[...decide(wire)], findCollisions(wire, decide(wire))]);
  const expected = said(five);
  let tried = 0;
  for (const order of permutations(five))
    for (let repeats = 0; repeats < 32; repeats++) {
      const again = order.filter((_, i) => repeats & (1 << i));
      for (const wire of [[...order, ...again], order.flatMap((i) => (again.includes(i) ? [i, i] : [i]))]) {
        assert.equal(said(wire), expected);
        tried += 1;
      }
    }
  assert.equal(tried, 7680);
});
function permutations<T>(of: readonly T[]): T[][] {
  return of.length === 0
    ? [[]]
    : of.flatMap((one) => permutations(of.filter((o) => o !== one)).map((rest) => [one, ...rest]));
}
