// JWS with detached payload: every algorithm, jose as the other side, and headers that mean something else than they seem.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { CompactSign, compactVerify } from 'jose';
import type { Algorithm } from './algorithms.ts';
import { isJwsSignedBy, readDetachedJws, signDetachedJws } from './jws.ts';
import { createSoftwareKeys } from './keys.ts';
import { readPublicKey } from './public-key.ts';

const sealKey = Buffer.alloc(32, 9).toString('base64');
const keys = createSoftwareKeys({ sealKey });
const payload = Buffer.from('{"a":"中文"}');

test('[P4] what each kind of key signs holds for that payload and that key alone', async () => {
  for (const algorithm of ['RS256', 'PS256', 'ES256', 'EdDSA', 'SM2SM3'] satisfies Algorithm[]) {
    const { reference, signer } = await keys.generate('place', algorithm);
    const reopened = await keys.open('place', reference);
    const text = await signDetachedJws(reopened, payload, { kid: 'k' });
    const jws = readDetachedJws(text);
    const key = readPublicKey(signer.spki);
    const other = readPublicKey((await keys.generate('place', algorithm)).signer.spki);
    assert.ok(jws && key && other);
    assert.deepEqual(jws.header, { alg: algorithm, kid: 'k' });
    assert.ok(isJwsSignedBy(jws, payload, key), algorithm);
    assert.ok(!isJwsSignedBy(jws, Buffer.from('{"a":"中文 "}'), key));
    assert.ok(!isJwsSignedBy(jws, payload, other));
    await assert.rejects(keys.open('elsewhere', reference), 'a sealed key cannot be moved to another place');
    await assert.rejects(createSoftwareKeys({ sealKey: Buffer.alloc(32).toString('base64') }).open('place', reference));
    assert.ok(!reference.includes('PRIVATE') && !reference.includes('"key"'));
  }
});

test('[P4] jose makes what we accept, and accepts what we make', async () => {
  for (const [algorithm, pair] of [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['PS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['EdDSA', generateKeyPairSync('ed25519')],
  ] as const) {
    const whole = await new CompactSign(payload)
      .setProtectedHeader({ alg: algorithm })
      .sign(createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })));
    const [header, , signature] = whole.split('.');
    const jws = readDetachedJws(`${header}..${signature}`);
    const key = readPublicKey(pair.publicKey.export({ type: 'spki', format: 'der' }));
    assert.ok(jws && key && isJwsSignedBy(jws, payload, key), algorithm);
    const { signer } = await keys.generate('t', algorithm);
    const ours = (await signDetachedJws(signer, payload)).split('.');
    const joined = `${ours[0]}.${payload.toString('base64url')}.${ours[2]}`;
    await compactVerify(joined, createPublicKey({ key: signer.spki, format: 'der', type: 'spki' }));
  }
});

test('[P4] a header that names its own key, no algorithm, another form or something critical is none', () => {
  const with_ = (header: object | string, rest = '..AAAA') =>
    readDetachedJws(
      `${Buffer.from(typeof header === 'string' ? header : JSON.stringify(header)).toString('base64url')}${rest}`,
    );
  assert.ok(with_({ alg: 'ES256' }));
  for (const header of [
    { alg: 'none' },
    { alg: 'HS256' },
    { alg: 'constructor' },
    {},
    { alg: 'ES256', jwk: {} },
    { alg: 'ES256', jku: 'http://x' },
    { alg: 'ES256', x5u: 'http://x' },
    { alg: 'ES256', crit: ['exp'] },
    { alg: 'ES256', b64: false },
    { alg: 'ES256', x5c: 'x' },
    { alg: 'ES256', x5c: Array(9).fill('AA==') },
    { alg: 'ES256', kid: 1 },
    'null',
    '[]',
    '{',
  ])
    assert.equal(with_(header), undefined, JSON.stringify(header));
  for (const rest of ['.AAAA.AAAA', '..', '..AAAA.', '..AA=A', '..AB', '.AAAA'])
    assert.equal(with_({ alg: 'ES256' }, rest), undefined, rest);
  assert.equal(readDetachedJws('x'.repeat(40_000)), undefined);
});
