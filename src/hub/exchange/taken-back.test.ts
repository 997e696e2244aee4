// Which later event takes back what a document tells (P3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTakenBack } from './taken-back.ts';
import type { DispatchEvent } from './write-document.ts';

const event = (type: string, payload: object = {}) =>
  ({ type, occurredAt: '2026-11-20T02:00:00.000Z', payload: { shipmentId: 's', ...payload } }) as DispatchEvent;
const taken = (told: DispatchEvent, ...later: DispatchEvent[]) => findTakenBack(told, later) !== undefined;

test('[P3] a filing and what is put for its sake end with the withdrawal, an application also when it is asked back', () => {
  const withdrawn = event('shipment.withdrawn');
  const applied = event('shipment.change-applied', { changeId: 'a' });
  for (const told of [event('shipment.submitted'), event('shipment.corrected'), applied])
    assert.ok(taken(told, event('release.granted'), withdrawn));
  assert.ok(taken(applied, event('shipment.change-retracted', { changeId: 'a' })));
  assert.ok(!taken(applied, event('shipment.change-retracted', { changeId: 'b' })));
  assert.ok(!taken(withdrawn, event('shipment.submitted')));
  assert.ok(!taken(event('shipment.submitted'), event('shipment.submitted', { version: 2 })));
});

test('[P3][P7] a release, a movement, a certificate end with their own reverse and no other', () => {
  for (const [type, reverse, name] of [
    ['release.granted', 'release.revoked', 'releaseId'],
    ['release.granted', 'release.expired', 'releaseId'],
    ['release.moved', 'release.move-reversed', 'releaseId'],
    ['credential.issued', 'credential.revoked', 'credentialId'],
  ] as const) {
    assert.ok(taken(event(type, { [name]: 'one' }), event(reverse, { [name]: 'one' })), reverse);
    assert.ok(!taken(event(type, { [name]: 'one' }), event(reverse, { [name]: 'other' })), reverse);
  }
});

test('[P3] an arrival ends when all of its boxes are taken back; closing and opening again end each other', () => {
  const arrived = event('shipment.cargo-arrived', { arrivedAt: '2026-11-20T01:00:00.000Z', containers: ['A', 'B'] });
  const arrivedAt = '2026-11-20T02:00:00.000Z';
  const back = (...containers: string[]) => event('shipment.cargo-arrived', { arrivedAt, containers, reversed: true });
  assert.ok(taken(arrived, back('A', 'B')));
  assert.ok(!taken(arrived, back('A')));
  assert.ok(taken(event('shipment.closed'), event('shipment.reopened')));
  assert.ok(taken(event('shipment.reopened'), event('shipment.closed')));
});
