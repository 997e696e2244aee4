import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPlayedTime } from './timers.ts';

const start = new Date('2026-11-14T00:00:00Z');
const played = (from: Date, stretch: number) => {
  const time = createPlayedTime();
  time.play(from, stretch);
  return time;
};

test('[M2] played acts run in order of time, each at its instant, however they were asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 }), (waits) => {
      const time = played(start, 2);
      const ran: number[] = [];
      for (const ms of waits) time.after(ms, () => ran.push(time.now().getTime() - start.getTime()));
      for (let due = time.nextDue(); due !== undefined; due = time.nextDue()) time.moveTo(due);
      assert.deepEqual(
        ran,
        waits.map((ms) => ms * 2).sort((a, b) => a - b),
      );
    }),
  );
});

test('[M2] the played clock never goes back, and a cancelled act does not run', () => {
  const time = played(start, 1);
  const cancel = time.after(10, () => assert.fail('was cancelled'));
  cancel();
  time.moveTo(start.getTime() + 1000);
  time.moveTo(start.getTime());
  assert.equal(time.now().getTime(), start.getTime() + 1000);
});

test('[M2] going live hands over what still waits', async () => {
  const time = played(new Date(Date.now() - 1000), 1);
  const ran = new Promise<void>((resolve) => time.after(900, resolve));
  time.goLive();
  await ran;
  assert.ok(Math.abs(time.now().getTime() - Date.now()) < 1000);
});
