import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { delayMs } from './decide-delay.ts';

test('[P11] the first failures cost nothing; then the wait doubles, and never grows beyond a quarter of an hour', () => {
  assert.deepEqual(
    [0, 4, 5, 6, 7, 9, 10, 11, 1000].map((n) => delayMs('account', n) / 1000),
    [0, 0, 30, 60, 120, 480, 900, 900, 900],
  );
  assert.equal(delayMs('address', 49), 0);
  assert.equal(delayMs('address', 50), 30_000);
  fc.assert(
    fc.property(fc.nat(5000), (n) => {
      assert.ok(delayMs('account', n) <= delayMs('account', n + 1));
      assert.ok(delayMs('account', n) <= 15 * 60_000);
    }),
  );
});
