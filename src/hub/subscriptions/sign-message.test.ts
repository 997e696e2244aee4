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
