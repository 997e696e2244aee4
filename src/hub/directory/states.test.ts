// The state of an application is the same whatever order its answers come in (N7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOutcomes } from './contract.ts';
import { type Answer, stateOf } from './states.ts';

const said = (version: number, outcome: Answer['outcome'], minute: number): Answer => ({
  version,
  outcome,
  at: `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`,
});

test('[N7] nothing said: sent; a decision ends it; what is sent back and corrected is sent again', () => {
  assert.equal(stateOf(1, []), 'sent');
  assert.equal(stateOf(1, [said(1, 'accepted', 1)]), 'accepted');
  assert.equal(
    stateOf(1, [said(1, 'returned', 2), said(1, 'accepted', 3)]),
    'returned',
    'an acceptance that came late',
  );
  assert.equal(stateOf(2, [said(1, 'returned', 2)]), 'sent');
  assert.equal(stateOf(2, [said(1, 'returned', 2), said(1, 'refused', 9)]), 'sent', 'of a version that was corrected');
  assert.equal(stateOf(1, [said(1, 'approved', 2), said(1, 'accepted', 9)]), 'approved');
  assert.equal(stateOf(1, [said(1, 'approved', 2), said(1, 'refused', 3)]), 'refused', 'the later decision');
  assert.equal(stateOf(1, [said(1, 'refused', 3), said(1, 'approved', 3)]), 'refused', 'of one instant the refusal');
});

const answers = fc.array(
  fc.record({
    version: fc.integer({ min: 1, max: 3 }),
    outcome: fc.constantFrom(...answerOutcomes),
    minute: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 12 },
);
test('[N7] any order and any repetition of the answers gives the same state', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 3 }), fc.infiniteStream(fc.nat()), (given, version, shuffle) => {
      const all = given.map((one) => said(one.version, one.outcome, one.minute));
      const mixed = [...all, ...all.slice(0, 3)]
        .map((one) => [shuffle.next().value as number, one] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
      assert.equal(stateOf(version, mixed), stateOf(version, all));
    }),
  );
});
