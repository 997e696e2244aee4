// Windows of maintenance, dated and weekly, in partner time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWindow, plannedWindows, windowsOf } from './maintenance.ts';

const reason = { zh: '升级', en: 'Upgrade' };
// Thursday 26 November 2026, 23:30 in Chongqing is 15:30 UTC.
const weekly = { weekday: 4, at: '23:30', minutes: 120, reason };
const dated = { from: '2026-11-26T10:00:00.000Z', until: '2026-11-28T10:00:00.000Z', reason };

test('[P3] a weekly window begins at its minute of partner time and goes over midnight', () => {
  assert.equal(openWindow([weekly], '2026-11-26T15:29:59.999Z'), undefined);
  assert.deepEqual(openWindow([weekly], '2026-11-26T15:30:00.000Z'), {
    from: '2026-11-26T15:30:00.000Z',
    until: '2026-11-26T17:30:00.000Z',
    reason,
  });
  assert.ok(openWindow([weekly], '2026-11-26T17:29:59.999Z'));
  assert.equal(openWindow([weekly], '2026-11-26T17:30:00.000Z'), undefined);
  assert.equal(openWindow([weekly], '2026-11-25T16:00:00.000Z'), undefined);
});
test('[P3] a dated window holds from its first instant to before its last', () => {
  assert.equal(openWindow([dated], '2026-11-26T09:59:59.999Z'), undefined);
  assert.equal(openWindow([dated], '2026-11-27T23:00:00.000Z')?.until, dated.until);
  assert.equal(openWindow([dated], dated.until), undefined);
});
test('[P3] of two open windows the one that ends last says until when', () => {
  assert.equal(openWindow([weekly, dated], '2026-11-26T16:00:00.000Z')?.until, dated.until);
});
test('[P3] what is set counts before the profile, also where it is set that there is none', () => {
  const profile = { maintenance: [weekly] };
  assert.deepEqual(windowsOf(profile, undefined), [weekly]);
  assert.deepEqual(windowsOf(profile, { maintenance: [dated] }), [dated]);
  assert.deepEqual(windowsOf(profile, { maintenance: [] }), []);
});
test('[P3] planned ones are in order, weekly ones once a week, nothing that has begun', () => {
  const planned = plannedWindows([weekly, dated], '2026-11-20T00:00:00.000Z', 14);
  assert.deepEqual(
    planned.map((one) => one.from),
    ['2026-11-26T10:00:00.000Z', '2026-11-26T15:30:00.000Z', '2026-12-03T15:30:00.000Z'],
  );
  assert.deepEqual(plannedWindows([dated], '2026-11-26T11:00:00.000Z', 14), []);
});
