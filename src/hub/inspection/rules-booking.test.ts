import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BookedTask, faultOfBooking } from './rules-booking.ts';

const now = '2026-11-25T02:00:00.000Z';
const task = (more: Partial<BookedTask> = {}): BookedTask => ({
  state: 'planned',
  booked: true,
  startsAt: '2026-11-25T06:00:00.000Z',
  endsAt: '2026-11-25T07:00:00.000Z',
  ...more,
});
const soon = { startsAt: '2026-11-25T02:59:00.000Z', endsAt: '2026-11-25T03:59:00.000Z' };
const gone = { startsAt: '2026-11-25T00:00:00.000Z', endsAt: '2026-11-25T01:00:00.000Z' };

test('[P6][M4] a slot is chosen, changed and given back until the last hour; then the one that was chosen binds', () => {
  for (const act of ['book', 'change', 'cancel'] as const) {
    assert.equal(faultOfBooking(act, task(), now), undefined, act);
    assert.equal(faultOfBooking(act, task(soon), now), 'bound', act);
  }
  assert.equal(faultOfBooking('change', task({ ...soon, booked: false }), now), undefined, 'given, not chosen');
});

test('[P6] what has begun, ended or been cancelled is not moved', () => {
  for (const state of ['started', 'finished', 'cancelled'] as const)
    for (const act of ['book', 'change', 'cancel'] as const)
      assert.equal(faultOfBooking(act, task({ state }), now), 'state');
});

test('[P6] only what was chosen is given back; what was missed is chosen anew', () => {
  assert.equal(faultOfBooking('cancel', task({ booked: false }), now), 'nothing-booked');
  assert.equal(faultOfBooking('cancel', task(gone), now), 'nothing-booked');
  assert.equal(faultOfBooking('change', task(gone), now), undefined);
});
