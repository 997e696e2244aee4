// The terminal's contract (P7) as a model: every way through random reports, held to a table written by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Movement, Position } from './contract.ts';
import { judgeReport, movements, nextReport, positionOf, possibleReports, standingOf } from './states.ts';

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
        const may = possibleReports({ state, standing });
        assert.deepEqual(
          may.filter((one) => !one.reverse).map((one) => one.movement),
          state === 'granted' ? forwards[here] : [],
        );
        assert.deepEqual(
          may.filter((one) => one.reverse).map((one) => leadsTo[one.movement]),
          here === 'waiting' ? [] : [here],
        );
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

test('[P7][N10] a station’s reports in any order come to the same end: of each movement the last by the station’s own time decides', (t) => {
  type Said = { readonly id: string; readonly movement: Movement; readonly reverse: boolean; readonly at: string };
  let early = 0;
  let back = 0;
  /** What has been taken and what is kept, after each report was taken as soon as it fits. */
  function endOf(order: readonly Said[]): Position {
    const taken: Said[] = [];
    const kept: Said[] = [];
    const standing = () => standingOf(taken, 'granted');
    const state = () => (standing().at(-1) === 'gate-out' ? 'used' : 'granted');
    for (const one of order) {
      kept.push(one);
      for (;;) {
        const next = nextReport({ state: state(), standing: standing() }, taken, kept);
        if (!next) break;
        assert.equal(judgeReport({ state: state(), standing: standing() }, next), 'taken', 'nothing else is taken');
        kept.splice(kept.indexOf(next), 1);
        taken.push(next);
        if (next !== one) early += 1;
        if (next.reverse) back += 1;
      }
    }
    return positionOf(standing());
  }
  fc.assert(
    fc.property(
      fc
        .array(fc.record({ movement: fc.constantFrom(...movements), reverse: fc.boolean() }), {
          minLength: 5,
          maxLength: 12,
        })
        .map((said) => said.map((one, i): Said => ({ ...one, id: String(i), at: new Date(i * 60_000).toISOString() })))
        .chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))),
      ([said, shuffled]) => {
        const stands = movements.filter((m) => said.findLast((one) => one.movement === m)?.reverse === false);
        const last = stands.at(-1);
        assert.equal(endOf(shuffled), last === undefined ? 'waiting' : leadsTo[last]);
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(early > 100 && back > 500, `${early} joined later, ${back} taken back`);
  t.diagnostic(`${early} reports joined later, ${back} taken back`);
});

test('[P7][N10] what takes back at the very time of what it takes back, and comes first, takes it back; said anew it stands', () => {
  const at = '2026-11-20T04:00:00.000Z';
  const report = (id: string, movement: Movement, reverse: boolean) => ({ id, movement, reverse, at });
  const [inAtGate, back, again] = [
    report('1', 'gate-in', false),
    report('2', 'gate-in', true),
    report('3', 'gate-in', false),
  ];
  assert.equal(nextReport({ state: 'granted', standing: [] }, [], [back]), undefined);
  assert.equal(nextReport({ state: 'granted', standing: [] }, [], [back, inAtGate]), undefined);
  assert.equal(nextReport({ state: 'granted', standing: [] }, [inAtGate, back], [again]), again);
  const twice = report('1a', 'gate-in', false);
  assert.equal(
    nextReport({ state: 'granted', standing: [] }, [inAtGate, back], [twice]),
    undefined,
    'said before it was taken back',
  );
  assert.equal(nextReport({ state: 'revoked', standing: [] }, [inAtGate, back], [again]), undefined);
  assert.equal(nextReport({ state: 'revoked', standing: ['gate-in'] }, [inAtGate], [back]), back);
});
