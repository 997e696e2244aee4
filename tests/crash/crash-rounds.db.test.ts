// Twenty rounds of load and sudden death on real processes (200 by hand: `npm run crash -- --rounds 200`).
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { crashRounds } from './harness/crash-rounds.ts';

const ROUNDS = 20;

test('[P3][M2] whatever process dies and when: nothing acknowledged is lost, each document has its effect once, every reader sees all', async (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-rounds-'));
  const seed = Number(process.env.CRASH_SEED ?? randomInt(1_000_000));
  try {
    const { faults, rounds } = await crashRounds({
      dir,
      rounds: ROUNDS,
      seed,
      report: (round) => t.diagnostic(JSON.stringify(round)),
    });
    assert.deepEqual(faults, [], `npm run crash -- --rounds ${ROUNDS} --seed ${seed}`);
    assert.equal(rounds.length, ROUNDS);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
