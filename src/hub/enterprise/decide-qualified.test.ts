// A qualification counts on the days it says, once checked and until it is ended (P11; 海关总署令第253号).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideQualified, type Held, standingOf } from './decide-qualified.ts';

const held = (change: Partial<Held> = {}): Held => ({
  kind: 'customs-trader',
  state: 'confirmed',
  validFrom: '2026-03-01',
  validTo: '2026-09-30',
  ...change,
});

test('[P11] a qualification counts from its first day to its last, both included', () => {
  const on = (day: string) => standingOf(held(), day);
  assert.deepEqual(['2026-02-28', '2026-03-01', '2026-09-30', '2026-10-01'].map(on), [
    'not-yet',
    'valid',
    'valid',
    'expired',
  ]);
  const { validTo: _, ...forGood } = held();
  assert.equal(standingOf(forGood, '2099-01-01'), 'valid');
});

test('[P11] what is not checked, refused or ended does not count; what ended counts until the day before', () => {
  assert.equal(standingOf(held({ state: 'pending' }), '2026-05-01'), 'pending');
  assert.equal(standingOf(held({ state: 'refused' }), '2026-05-01'), 'refused');
  const ended = held({ endedOn: '2026-05-01' });
  assert.deepEqual([standingOf(ended, '2026-04-30'), standingOf(ended, '2026-05-01')], ['valid', 'ended']);
});

test('[P11] one of the right kind is enough, and where there is none the nearest is told', () => {
  const decide = (...all: Held[]) => decideQualified(all, ['customs-trader'], '2026-10-10');
  const renewed = held({ validFrom: '2026-10-01', validTo: '2027-09-30' });
  assert.deepEqual(decide(held(), renewed), { by: renewed });
  assert.deepEqual(decide(), { lack: 'none' });
  assert.deepEqual(decide(held({ kind: 'customs-broker', validTo: '2030-01-01' })), { lack: 'none' });
  assert.deepEqual(decide(held()), { lack: 'expired', nearest: held() });
  const waiting = held({ state: 'pending', validTo: '2027-01-01' });
  assert.deepEqual(decide(held(), waiting), { lack: 'pending', nearest: waiting });
});
