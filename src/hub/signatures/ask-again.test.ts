import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAgainAfter, askAgainAt } from './ask-again.ts';

const now = '2026-11-26T00:00:00.000Z';
test('[P4] an authority is asked when it says, at the soonest in ten minutes, at the latest in six hours', () => {
  assert.equal(askAgainAt(now, '2026-11-26T03:00:00.000Z'), '2026-11-26T03:00:00.000Z');
  assert.equal(askAgainAt(now, '2026-11-25T00:00:00.000Z'), '2026-11-26T00:10:00.000Z');
  assert.equal(askAgainAt(now, '2026-12-26T00:00:00.000Z'), '2026-11-26T06:00:00.000Z');
  assert.equal(askAgainAt(now, undefined), '2026-11-26T06:00:00.000Z');
});
test('[P4] after failures it is asked later each time, and at least every hour', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 9].map((failures) => askAgainAfter(now, failures).slice(11, 16)),
    ['00:01', '00:05', '00:30', '01:00', '01:00'],
  );
});
