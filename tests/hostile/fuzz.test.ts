// A small count of damaged documents with every change; a million by hand (`npm run fuzz`, docs/reliability.md).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';
import { seed } from './seed.ts';

test('[P3][P12] damaged documents are read or refused in words by every reader and every channel', async (t) => {
  t.diagnostic(`FUZZ_SEED=${seed}`);
  const { faults, read, refused } = await fuzz(seed, 1500);
  assert.deepEqual(faults, []);
  assert.ok(read > 100 && refused > 1000, `${read} read, ${refused} refused`);
});
