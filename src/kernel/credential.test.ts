// Verifiable certificates as a stranger reads them (N14).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, CREDENTIAL_CONTEXT, isRevokedIn, LIST_ENTRIES, readCredential } from './credential.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = { alg: 'EdDSA', kid: 'https://w.example/issuer#k', typ: 'vc+jwt' };
const payload = {
  '@context': CREDENTIAL_CONTEXT,
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'GoodsReleaseCredential'],
  issuer: { id: 'https://w.example/issuer', name: 'W' },
  validFrom: '2026-11-26T02:00:00Z',
  credentialSubject: { id: 'urn:x' },
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://w.example/status/1',
  },
};
const token = (head: object = header, body: object = payload) => `${part(head)}.${part(body)}.AAAA`;

test('[N14] a certificate is read with its issuer, times and place in the list', () => {
  const read = readCredential(token());
  assert.deepEqual(read?.credential, {
    id: 'urn:uuid:1',
    type: payload.type,
    issuer: 'https://w.example/issuer',
    validFrom: '2026-11-26T02:00:00Z',
    subject: { id: 'urn:x' },
    status: { list: 'https://w.example/status/1', index: 7 },
  });
  assert.equal(readCredential(token(header, { ...payload, issuer: 'https://a' }))?.credential.issuer, 'https://a');
});

test('[N14] what is no certificate is none: other types, a missing part, a critical header, another context', () => {
  const wrong = [
    'ZZ-9',
    'a.b.c',
    token({ ...header, typ: 'release+jwt' }),
    token({ ...header, crit: ['b64'] }),
    token({ ...header, kid: '' }),
    token(header, { ...payload, '@context': [] }),
    token(header, { ...payload, type: ['GoodsReleaseCredential'] }),
    token(header, { ...payload, validFrom: 'yesterday' }),
    token(header, { ...payload, validUntil: 'ZZ-9' }),
    token(header, { ...payload, credentialSubject: [] }),
    token(header, { ...payload, issuer: {} }),
    token(header, { ...payload, more: 'x'.repeat(70_000) }),
  ];
  for (const text of wrong) assert.equal(readCredential(text), undefined, text.slice(0, 80));
});

test('[N14] the list says of each place whether it is revoked, the first bit leftmost', () => {
  const places = [0, 7, 8, 4321, LIST_ENTRIES - 1];
  const bits = bitsOf(places);
  assert.equal(bits.length, 16 * 1024);
  assert.deepEqual([bits[0], bits[1]], [0x81, 0x80]);
  for (const place of places) assert.ok(isRevokedIn(bits, place));
  for (const place of [1, 6, 9, 4320, 4322]) assert.ok(!isRevokedIn(bits, place));
});
