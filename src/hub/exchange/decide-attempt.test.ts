import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideAttempt } from './decide-attempt.ts';

const profile = { retryAfterMs: [1000, 5000, 30_000] };

test('[P3] delivered is done, refused is dead at once, unreachable waits as the channel says', () => {
  assert.deepEqual(decideAttempt('delivered', 3, profile, 0.5), { state: 'delivered' });
  assert.deepEqual(decideAttempt('refused', 1, profile, 0.5), { state: 'dead' });
  assert.deepEqual(decideAttempt('unreachable', 1, profile, 0.5), { state: 'queued', waitMs: 1000 });
  assert.deepEqual(decideAttempt('unreachable', 3, profile, 0.5), { state: 'queued', waitMs: 30_000 });
  assert.deepEqual(decideAttempt('unreachable', 4, profile, 0.5), { state: 'dead' });
});

test('[P3] every unreachable delivery ends: as many retries as the channel allows, each within 20 % of its wait', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 7_200_000 }), { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (waits, jitter) => {
        const decisions = Array.from({ length: waits.length + 1 }, (_, i) =>
          decideAttempt('unreachable', i + 1, { retryAfterMs: waits }, jitter),
        );
        assert.equal(decisions.at(-1)?.state, 'dead');
        for (const [i, wait] of waits.entries())
          assert.ok(Math.abs((decisions[i]?.waitMs ?? 0) - wait) <= wait * 0.2 + 1);
      },
    ),
  );
});
