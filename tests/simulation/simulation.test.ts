// The exchange in seeded disasters: no fault on any seed, the same seed the same trace, and every planted bug found. More by hand:
// `npm run simulate -- --seeds 100000 --from 1`.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../src/hub/exchange/lane/decide-lane.ts';
import { createModelStore } from './model-store.ts';
import { mutants, withMutant } from './mutants.ts';
import { simulate, type SimulationParts } from './simulate.ts';

const SEEDS = 250;
/** So many seeds a planted bug may hide at most. */
const MUTANT_SEEDS = 400;
const sound: SimulationParts = { core, createStore: createModelStore };

test('[P3] whatever happens: nothing lost, nothing twice in effect, order kept, nobody stuck', () => {
  for (let seed = 1; seed <= SEEDS; seed++)
    assert.deepEqual(simulate(seed, sound).faults, [], `npm run simulate -- --from ${seed} --seeds 1`);
});

/** Lives in which a fault was found once; each is rare. */
const FOUND = [
  // sent again by hand while the recording of its end, done but unheard of, was made once more: it was taken for ended
  1_006_506, 1_018_503,
];
test('[P3] what was found once is not found again', () => {
  for (const seed of FOUND) assert.deepEqual(simulate(seed, sound).faults, [], String(seed));
});

test('[P3] the same seed gives the same trace, another one another', () => {
  const trace = (seed: number) => simulate(seed, sound).trace;
  for (const seed of [3, 5, 77]) assert.equal(trace(seed), trace(seed));
  assert.notEqual(trace(3), trace(4));
});

test('[P3] the simulated world is busy: cases, disasters and repeated sends do happen', () => {
  const lives = Array.from({ length: 40 }, (_, i) => simulate(i + 1, sound));
  assert.ok(lives.some((life) => life.calm) && lives.some((life) => !life.calm));
  assert.ok(lives.filter((life) => life.sends > life.deliveries).length > 10);
});

for (const mutant of mutants)
  test(`[P3] found: ${mutant.bug}`, async () => {
    const { parts, drop } = await withMutant(path.resolve(import.meta.dirname, '../..'), mutant);
    try {
      let found = 0;
      for (let seed = 1; seed <= MUTANT_SEEDS && found === 0; seed++) {
        try {
          if (simulate(seed, parts).faults.length > 0) found = seed;
        } catch {
          found = seed; // it does not even run
        }
      }
      assert.ok(found > 0, `not found in ${MUTANT_SEEDS} seeds`);
    } finally {
      drop();
    }
  });
