import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DISABLE_AFTER_MS, decideMessage } from './decide-message.ts';

const jitter = fc.double({ min: 0, max: 1, noNaN: true });

test('[M2] 2xx is delivered whatever went before, and never disables', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 299 }), fc.integer({ min: 1, max: 20 }), jitter, (status, attempt, j) => {
      const decision = decideMessage({ status, attempt, failingForMs: DISABLE_AFTER_MS * 2, jitter: j });
      assert.deepEqual(decision, { state: 'delivered' });
    }),
  );
});

test('[M2] a receiver that always fails is tried ten times over more than three days, each wait within 20 % of its place', () => {
  fc.assert(
    fc.property(fc.constantFrom(undefined, 301, 400, 404, 429, 500, 503), jitter, (status, j) => {
      let waited = 0;
      for (let attempt = 1; attempt <= 9; attempt++) {
        const decision = decideMessage({ status, attempt, failingForMs: 0, jitter: j });
        assert.equal(decision.state, 'queued');
        const wait = decision.waitMs ?? 0;
        assert.ok(wait > 0);
        waited += wait / (0.8 + 0.4 * j);
      }
      assert.ok(waited > 3 * 86_400_000);
      assert.deepEqual(decideMessage({ status, attempt: 10, failingForMs: 0, jitter: j }), { state: 'failed' });
    }),
  );
});

test('[M2] five days without a success disable; one second less does not; 410 disables at once', () => {
  const failing = (failingForMs: number) => decideMessage({ status: 500, attempt: 2, failingForMs, jitter: 0.5 });
  assert.equal(failing(DISABLE_AFTER_MS - 1000).disable, undefined);
  assert.ok(failing(DISABLE_AFTER_MS).disable);
  const gone = decideMessage({ status: 410, attempt: 1, failingForMs: 0, jitter: 0.5 });
  assert.equal(gone.state, 'failed');
  assert.ok(gone.disable);
});
