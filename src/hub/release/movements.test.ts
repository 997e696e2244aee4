// The terminal's contract (P7) as a model: every way through random reports, held to a table written by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Movement, Position } from './contract.ts';
import { judgeReport, movements, positionOf, standingOf } from './states.ts';

/** Where the goods are → what may be reported while the release lives. */
const forwards: Readonly<Record<Position, readonly Movement[]>> = {
  waiting: ['gate-in', 'loaded', 'gate-out'],
  'at-gate': ['loaded', 'gate-out'],
  loaded: ['gate-out'],
  left: [],
};
const leadsTo: Readonly<Record<Movement, Position>> = { 'gate-in': 'at-gate', loaded: 'loaded', 'gate-out': 'left' };
const report = fc.record({
  movement: fc.constantFrom(...movements),
  reverse: fc.boolean(),
  revoked: fc.boolean(),
});

test('[P7] random reports: only the table lets goods move, each reverse undoes exactly the last, nothing leaves twice', (t) => {
  let moved = 0;
  let back = 0;
  fc.assert(
    fc.property(fc.array(report, { minLength: 8, maxLength: 40 }), (reports) => {
      const taken: { movement: Movement; reverse: boolean }[] = [];
      // The model: the places the goods have come from.
      const trail: Position[] = ['waiting'];
      for (const { movement, reverse, revoked } of reports) {
        const here = trail.at(-1) as Position;
        const state = here === 'left' ? 'used' : revoked ? 'revoked' : 'granted';
        const expected = reverse
          ? here === leadsTo[movement]
            ? 'taken'
            : 'out-of-order'
          : state !== 'granted'
            ? 'not-usable'
            : forwards[here].includes(movement)
              ? 'taken'
              : 'out-of-order';
        const standing = standingOf(taken, state);
        assert.equal(judgeReport({ state, standing }, { movement, reverse }), expected);
        if (expected !== 'taken') continue;
        taken.push({ movement, reverse });
        if (reverse) trail.pop();
        else trail.push(leadsTo[movement]);
        if (reverse) back += 1;
        else moved += 1;
        assert.equal(positionOf(standingOf(taken, trail.at(-1) === 'left' ? 'used' : 'granted')), trail.at(-1));
      }
      const outs = taken.filter((r) => r.movement === 'gate-out').map((r) => (r.reverse ? -1 : 1));
      assert.ok([0, 1].includes(outs.reduce((sum, n) => sum + n, 0)), 'out once at the most');
    }),
    { numRuns: 2000 },
  );
  assert.ok(moved > 1000 && back > 200, `${moved} moved, ${back} back`);
  t.diagnostic(`${moved} reports taken, ${back} taken back`);
});

test('[P7] what left before reports were kept can be taken back as well', () => {
  const standing = standingOf([], 'used');
  assert.equal(positionOf(standing), 'left');
  assert.equal(judgeReport({ state: 'used', standing }, { movement: 'gate-out', reverse: true }), 'taken');
  assert.deepEqual(standingOf([{ movement: 'gate-out', reverse: true }], 'granted'), []);
});
