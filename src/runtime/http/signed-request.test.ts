import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitsKey, readPublicKey, readSignedRequest, startDigest } from './signed-request.ts';

/** RFC 9421 B.1.4. */
const ed25519 = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----`;

test('[P12] the signature of RFC 9421 B.2.6 fits its base and its key, and no other', () => {
  const base = [
    '"date": Tue, 20 Apr 2021 02:07:55 GMT',
    '"@method": POST',
    '"@path": /foo',
    '"@authority": example.com',
    '"content-type": application/json',
    '"content-length": 18',
    '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
  ].join('\n');
  const signature = Buffer.from(
    'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    'base64',
  );
  const request = { keyId: 'test-key-ed25519', base, signature, created: 1618884473, nonce: '' };
  assert.equal(fitsKey(request, ed25519), true);
  assert.equal(fitsKey({ ...request, base: base.replace('POST', 'PUT') }, ed25519), false);
  assert.equal(fitsKey({ ...request, signature: signature.subarray(1) }, ed25519), false);
});

test('[P12] the base is written as RFC 9421 has it: components in the order of the signer, parameters as they came', () => {
  const params =
    '("@method" "@authority" "@path" "@query" "content-digest" "content-type");created=1618884473;nonce="b3k2pp5k7z-50gnwp";keyid="k1"';
  const request = {
    method: 'POST',
    url: '/foo?param=Value&Pet=dog',
    headers: {
      host: 'Example.COM',
      'content-length': '18',
      'content-digest':
        'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      'content-type': ' application/json ',
      'signature-input': `sig1=${params}`,
      signature: 'sig1=:AAAA:',
    },
  };
  const read = readSignedRequest(request);
  assert.ok(read && typeof read === 'object');
  assert.equal(
    read.base,
    [
      '"@method": POST',
      '"@authority": example.com',
      '"@path": /foo',
      '"@query": ?param=Value&Pet=dog',
      '"content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      '"content-type": application/json',
      `"@signature-params": ${params}`,
    ].join('\n'),
  );
  assert.deepEqual([read.keyId, read.nonce, read.created], ['k1', 'b3k2pp5k7z-50gnwp', 1618884473]);

  const change = (over: Record<string, string | undefined>) =>
    readSignedRequest({ ...request, headers: { ...request.headers, ...over } });
  assert.equal(readSignedRequest({ ...request, headers: {} }), undefined);
  for (const name of ['@method', '@authority', '@path', '@query', 'content-digest'])
    assert.equal(typeof change({ 'signature-input': `sig1=${params.replace(`"${name}" `, '')}` }), 'string', name);
  for (const wrong of [
    params.replace('"@method"', '"@method";req'),
    params.replace('"@method"', '"@method" "@method"'),
    params.replace('nonce="b3k2pp5k7z-50gnwp";', ''),
    params.replace('created=1618884473;', ''),
    params.replace(';keyid="k1"', ''),
    params.replace('"content-type"', '"x-not-there"'),
    params.replace('"content-type"', '"@status"'),
    `${params}, sig2=("@method")`,
    '',
  ])
    assert.equal(typeof change({ 'signature-input': `sig1=${wrong}` }), 'string', wrong);
  assert.equal(typeof change({ signature: 'other=:AAAA:' }), 'string');
  assert.equal(typeof change({ signature: undefined }), 'string');
});

test('[P12] whatever stands in the headers, reading them neither throws nor takes long', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,9}=\(("[a-z@;-]{0,9}" ?){0,20}\)[;a-z="0-9]{0,40}$/));
  fc.assert(
    fc.property(text, text, (input, signature) => {
      readSignedRequest({ method: 'GET', url: '/', headers: { 'signature-input': input, signature } });
    }),
    { numRuns: 2000 },
  );
  const long = `sig1=(${'"a" '.repeat(20_000)}`;
  readSignedRequest({ method: 'GET', url: '/', headers: { 'signature-input': long, signature: '' } });
});

test('[P12] a Content-Digest fits its bytes however they are cut (RFC 9530), and a public key is Ed25519 or P-256', () => {
  const bytes = Buffer.from('{"hello": "world"}');
  for (const header of [
    'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
  ]) {
    const digest = startDigest(header);
    for (const byte of bytes) digest?.update(Buffer.from([byte]));
    assert.equal(digest?.fits(), true, header);
    const other = startDigest(header);
    other?.update(bytes.subarray(1));
    assert.equal(other?.fits(), false);
  }
  for (const none of ['', 'md5=:AAAA:', 'sha-256=X48E9']) assert.equal(startDigest(none), undefined);
  assert.equal(readPublicKey(ed25519)?.asymmetricKeyType, 'ed25519');
  assert.equal(readPublicKey('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'), undefined);
});
