import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { signMessage } from './sign-message.ts';

const secretOf = (bytes: Uint8Array) => `whsec_${Buffer.from(bytes).toString('base64')}`;
const now = () => Math.floor(Date.now() / 1000);

test('[M2] the public verifier library accepts every signed message', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.json(), fc.uint8Array({ minLength: 24, maxLength: 64 }), (id, body, bytes) => {
      const secret = secretOf(bytes);
      const headers = signMessage({ id, timestamp: now(), body, secrets: [secret] });
      assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
    }),
  );
});

test('[M2] while a secret is renewed, the receiver may hold either one', () => {
  const [fresh, previous] = [secretOf(randomBytes(32)), secretOf(randomBytes(32))];
  const headers = signMessage({ id: 'm1', timestamp: now(), body: '{}', secrets: [fresh, previous] });
  for (const secret of [fresh, previous]) new Webhook(secret).verify('{}', headers);
  assert.throws(() => new Webhook(secretOf(randomBytes(32))).verify('{}', headers), /No matching signature/);
});

test('[M2] a changed body, id or time, and a stale message, are refused by the receiver', () => {
  const secret = secretOf(randomBytes(32));
  const receiver = new Webhook(secret);
  const headers = signMessage({ id: 'm1', timestamp: now(), body: '{"a":1}', secrets: [secret] });
  assert.throws(() => receiver.verify('{"a":2}', headers));
  assert.throws(() => receiver.verify('{"a":1}', { ...headers, 'webhook-id': 'm2' }));
  assert.throws(() => receiver.verify('{"a":1}', { ...headers, 'webhook-timestamp': String(now() + 1) }));
  const stale = signMessage({ id: 'm1', timestamp: now() - 3600, body: '{}', secrets: [secret] });
  assert.throws(() => receiver.verify('{}', stale), /too old/);
});

test('[M2] R20: from the future, without its headers, with a reused id on another body, or signed with an ended key: refused', () => {
  const [fresh, ended] = [secretOf(randomBytes(32)), secretOf(randomBytes(32))];
  const receiver = new Webhook(fresh);
  const signed = (message: { id: string; body: string; at?: number; by?: string }) =>
    signMessage({
      id: message.id,
      timestamp: now() + (message.at ?? 0),
      body: message.body,
      secrets: [message.by ?? fresh],
    });
  const good = signed({ id: 'm1', body: '{"n":1}' });
  receiver.verify('{"n":1}', good);
  // The id is signed: a receiver that remembers ids takes each once, and nobody can put an old id on a new body or a new id on an old one.
  const seen = new Set<string>();
  const takeOnce = (body: string, headers: Record<string, string>): boolean => {
    receiver.verify(body, headers);
    const id = headers['webhook-id'] ?? '';
    return !seen.has(id) && seen.add(id).size > 0;
  };
  assert.equal(takeOnce('{"n":1}', good), true);
  assert.equal(takeOnce('{"n":1}', good), false, 'the same message again');
  assert.throws(() => takeOnce('{"n":2}', good));
  assert.throws(() => takeOnce('{"n":1}', { ...good, 'webhook-id': 'm2' }));
  assert.throws(() => receiver.verify('{}', signed({ id: 'm3', body: '{}', at: 3600 })), /too new/);
  assert.throws(() => receiver.verify('{}', signed({ id: 'm3', body: '{}', at: -301 })), /too old/);
  assert.throws(() => receiver.verify('{}', signed({ id: 'm3', body: '{}', by: ended })), /No matching signature/);
  for (const missing of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    const { [missing]: _gone, ...rest } = signed({ id: 'm3', body: '{}' });
    assert.throws(() => receiver.verify('{}', rest as Record<string, string>), /Missing required headers/);
  }
});
