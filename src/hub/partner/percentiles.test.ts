// Percentiles from buckets against those of the sorted list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bucketOf, msOfBucket, percentile } from './percentiles.ts';

const counted = (all: readonly number[]) => all.map((ms) => ({ bucket: bucketOf(ms), attempts: 1 }));

test('[P3] p50, p95 and p99 of buckets are the list’s own to within a fourth of a doubling', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 300 }), (all) => {
      const sorted = [...all].sort((a, b) => a - b);
      for (const share of [0.5, 0.95, 0.99]) {
        const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
        const read = percentile(counted(all), share) ?? Number.NaN;
        assert.ok(read >= exact - 1 && read <= Math.max(1, exact) * 2 ** 0.25 + 1, `${share}: ${read} for ${exact}`);
      }
    }),
  );
});
test('[P3] nothing counted has no percentile, and the slowest has a place too', () => {
  assert.equal(percentile([], 0.5), undefined);
  assert.equal(bucketOf(0), 0);
  assert.equal(msOfBucket(bucketOf(1024)), 1024);
  assert.equal(bucketOf(1e12), 80);
});
