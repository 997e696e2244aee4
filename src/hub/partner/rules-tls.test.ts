// Without TLS only where two persons allowed it: for that address, until that moment (ASVS 12.3.1; decision 0054).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { mayGoOpen, tlsOf } from './rules-tls.ts';
import { createSettingsWatch } from './watch-settings.ts';

const address = 'http://gateway.port.local/in';
const withoutTls = { address, until: '2027-01-01T00:00:00.000Z', reason: '专线' };
const settings = { maintenance: [], tell: [], withoutTls };
const now = '2026-11-27T00:00:00.000Z';

test('[P3] an exception from TLS is for its address and its time', () => {
  assert.equal(mayGoOpen(settings, address, now), true);
  assert.equal(mayGoOpen(settings, `${address}2`, now), false);
  assert.equal(mayGoOpen(settings, address, withoutTls.until), false, 'over at its end');
  assert.equal(mayGoOpen(undefined, address, now), false);
  const production = { url: address, now, mode: 'production' } as const;
  assert.deepEqual(tlsOf(settings, production), { state: 'excepted', ...withoutTls });
  assert.deepEqual(tlsOf(settings, { ...production, url: '' }), { state: 'excepted', ...withoutTls }, 'another node’s');
  assert.deepEqual(tlsOf(undefined, production), { state: 'refused', address });
  assert.equal(tlsOf(undefined, { ...production, url: 'https://gateway.example/in' }), undefined);
  assert.equal(tlsOf(undefined, { ...production, mode: 'demo' }), undefined, 'simulators are on the same machine');
});

test('[P3] before anything is read, what is configured is taken as in production: TLS needed, the host key kept', () => {
  const watch = createSettingsWatch({
    unitOfWork: {} as UnitOfWork,
    clock: { now: () => new Date(now) },
    onChange: () => undefined,
    onFault: assert.ifError,
  });
  const configured = { url: 'sftp://portico@partner.example/', hostKey: 'SHA256:x', key: 'k' };
  assert.deepEqual(watch.endpointOf('customs', configured), { ...configured, tls: 'needed' });
  assert.equal(watch.endpointOf('customs', undefined), undefined);
});
