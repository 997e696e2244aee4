// A small count of hostile requests at every route with every change, the same ones each time; more by hand (`npm run fuzz -- N`).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzRoutes } from './routes/fuzz-routes.ts';
import { seed } from './seed.ts';

test('[P12] every route answers hostile requests of every caller in words, soon, and stays small', async (t) => {
  t.diagnostic(`FUZZ_SEED=${seed}`);
  const { faults, answers, operations, mostCpuMs, slowest } = await fuzzRoutes(seed, 900);
  t.diagnostic(`${operations} operations; most CPU ${mostCpuMs} ms: ${slowest}`);
  assert.deepEqual(faults, []);
  assert.ok((answers['4xx'] ?? 0) > 300 && (answers['2xx'] ?? 0) > 100, JSON.stringify(answers));
});
