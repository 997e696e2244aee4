// Documents made to do harm are refused, each with its code, by a process that stays small and alive (R14).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { corpus } from './corpus.ts';
import type { Outcome } from './read-hostile.ts';

test('[P12] every hostile document is refused with its code, in a process of 160 MB of heap', (t) => {
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      '--max-old-space-size=160',
      'tests/hostile/read-hostile.ts',
    ],
    { encoding: 'utf-8', timeout: 120_000 },
  );
  assert.equal(run.status, 0, run.stderr);
  const outcomes = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  assert.deepEqual(
    outcomes.map(({ format, name, outcome }) => `${format} ${name}: ${outcome}`),
    corpus.map((one) => `${one.format} ${one.name}: ${'code' in one ? one.code : 'read'}`),
  );
  // Of live and dead objects together, as no collection is waited for.
  const worst = Math.max(...outcomes.map((o) => o.mb));
  t.diagnostic(`most memory for one document: ${worst.toFixed(0)} MB (goal 32)`);
  assert.ok(worst < 64, `${worst} MB`);
  assert.ok(!existsSync('/tmp/portico-slipped'), 'nothing was written outside');
});
