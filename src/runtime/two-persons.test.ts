// The piece that every change by two persons stands on (R25): who may say what to a row in which state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Context } from './context.ts';
import { confirmedBy, proposedBy, type TwoPersons, viewOfTwo, withdrawnBy } from './two-persons.ts';

const no = {
  needsPerson: () => new Error('person'),
  needsSecondPerson: () => new Error('second'),
  decided: () => new Error('decided'),
};
const by = (id: string, kind: Actor['kind'] = 'person') =>
  ({ actor: { kind, id, name: id, roles: [] }, now: '2026-11-26T00:00:00.000Z' }) as unknown as Context;
const row = (state: string): TwoPersons<string> => ({ ...proposedBy(by('li'), no), state });

test('[P11] one proposes, another confirms; the same person never stands twice', () => {
  assert.throws(() => confirmedBy(by('li'), row('proposed'), 'active', no), /second/);
  assert.deepEqual(confirmedBy(by('wang'), row('proposed'), 'active', no), {
    state: 'active',
    decided_by: 'wang',
    decided_at: '2026-11-26T00:00:00.000Z',
  });
});
test('[P11] a program neither proposes nor decides', () => {
  for (const kind of ['program', 'channel', 'system'] as const) {
    assert.throws(() => proposedBy(by('key', kind), no), /person/);
    assert.throws(() => confirmedBy(by('key', kind), row('proposed'), 'active', no), /person/);
    assert.throws(() => withdrawnBy(by('key', kind), row('proposed'), no), /person/);
  }
});
test('[P11] said twice it changes nothing, and what is decided stays so', () => {
  assert.equal(confirmedBy(by('wang'), row('active'), 'active', no), undefined);
  assert.equal(withdrawnBy(by('wang'), row('withdrawn'), no), undefined);
  assert.throws(() => confirmedBy(by('wang'), row('withdrawn'), 'active', no), /decided/);
  assert.throws(() => withdrawnBy(by('li'), row('active'), no), /decided/);
  assert.throws(() => confirmedBy(by('wang'), row('replaced'), 'active', no), /decided/);
});
test('[P11] who proposed sees that it is his own', () => {
  assert.equal(viewOfTwo(by('li'), row('proposed')).mine, true);
  assert.equal(viewOfTwo(by('wang'), row('proposed')).mine, false);
});
