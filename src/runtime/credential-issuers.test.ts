// Whose certificates are believed, as it is set (N14).
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { parseCredentialIssuers } from './credential-issuers.ts';

const spki = (type: 'ed25519' | 'x25519') =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')).publicKey
    .export({ type: 'spki', format: 'der' })
    .toString('base64');
const NAME = 'PORTICO_CHANNEL_CHINA_SINGAPORE_ISSUERS';

test('[N14] issuers are set by channel, several while a key changes', () => {
  const [one, other] = [spki('ed25519'), spki('ed25519')];
  const found = parseCredentialIssuers({ [NAME]: `https://a.example/i ${one}, https://a.example/i ${other}` }, () =>
    assert.fail('it is well'),
  );
  assert.deepEqual(found, {
    'china-singapore': [
      { issuer: 'https://a.example/i', publicKey: one },
      { issuer: 'https://a.example/i', publicKey: other },
    ],
  });
});

test('[N14] a key that cannot sign, an address that is none and a half line are said', () => {
  for (const value of [
    `https://a.example ${spki('x25519')}`,
    `ftp://a.example ${spki('ed25519')}`,
    'https://a.example',
    '',
  ]) {
    const said: string[] = [];
    parseCredentialIssuers({ [NAME]: value }, (name) => said.push(name));
    assert.deepEqual(said, [NAME], value);
  }
});
