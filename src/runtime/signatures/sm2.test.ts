// SM2 and SM3 against the national standards' own vectors, OpenSSL and a second library.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { sm2 } from 'sm-crypto-v2';
import { fromDerSignature, toDerSignature } from './der.ts';
import { readPublicKey, sm2Spki } from './public-key.ts';
import { generateSm2Key, sm2Digest, sm2PublicKey, sm2Sign, sm2Verify, sm3 } from './sm2.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

test('[P4] SM3 gives the digests of GB/T 32905-2016, appendix A', () => {
  assert.equal(
    sm3(Buffer.from('abc')).toString('hex'),
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  assert.equal(
    sm3(Buffer.from('abcd'.repeat(16))).toString('hex'),
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('[P4] SM2 gives the signature of GB/T 32918.5-2017, appendix A', () => {
  const d = hex('3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8');
  const k = hex('59276E27 D506861A 16680F3A D9C02DCC EF3CC1FA 3CDBE4CE 6D54B80D EAC1BC21');
  const message = Buffer.from('message digest');
  const publicKey = sm2PublicKey(d);
  assert.equal(
    publicKey.toString('hex'),
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  );
  assert.equal(
    sm2Digest(publicKey, message).toString(16),
    'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  );
  const signature = sm2Sign(d, message, { draw: () => k });
  assert.equal(
    signature.toString('hex'),
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  );
  assert.ok(sm2Verify(publicKey, message, signature));
});

test('[P4] what one changes of an SM2 signature, its message, its key or its id no longer holds', () => {
  const d = generateSm2Key();
  const key = sm2PublicKey(d);
  for (let i = 0; i < 8; i++) {
    const message = randomBytes(1 + i * 17);
    const signature = sm2Sign(d, message);
    assert.ok(sm2Verify(key, message, signature));
    const flipped = Buffer.from(signature);
    flipped[(i * 9) % 64] = (flipped[(i * 9) % 64] ?? 0) ^ 1;
    assert.ok(!sm2Verify(key, message, flipped));
    assert.ok(!sm2Verify(key, Buffer.concat([message, Buffer.of(0)]), signature));
    assert.ok(!sm2Verify(sm2PublicKey(generateSm2Key()), message, signature));
    assert.ok(!sm2Verify(key, message, signature, ''), 'with an empty id, as Node signs, it is another signature');
  }
  const n = hex('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
  const zero = Buffer.alloc(32);
  const one = Buffer.concat([Buffer.alloc(31), Buffer.of(1)]);
  for (const [r, s] of [
    [zero, one],
    [one, zero],
    [n, one],
    [one, n],
    [zero, zero],
  ] as const)
    assert.ok(!sm2Verify(key, Buffer.from('x'), Buffer.concat([r, s])));
  assert.equal(readPublicKey(sm2Spki(Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]))), undefined, 'off the curve');
});

test('[P4] SM2 signatures are understood by sm-crypto-v2, and the other way round', () => {
  for (let i = 0; i < 20; i++) {
    const d = generateSm2Key();
    const key = sm2PublicKey(d);
    const message = randomBytes(1 + ((i * 37) % 300));
    const ours = sm2Sign(d, message).toString('hex');
    assert.ok(sm2.doVerifySignature(new Uint8Array(message), ours, key.toString('hex'), { hash: true }));
    const theirs = sm2.doSignature(new Uint8Array(message), d.toString('hex'), { hash: true });
    assert.ok(sm2Verify(key, message, Buffer.from(theirs, 'hex')));
  }
});

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf-8' });
const missing = openssl('version').status !== 0 && 'openssl is not installed';

test('[P4] SM2 signatures are understood by OpenSSL with the standard id, and the other way round', {
  skip: missing,
}, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-sm2-'));
  const at = (name: string) => path.join(folder, name);
  try {
    const generated = openssl('genpkey', '-algorithm', 'SM2', '-out', at('key.pem'));
    assert.equal(generated.status, 0, generated.stderr);
    const text = openssl('pkey', '-in', at('key.pem'), '-text', '-noout').stdout;
    const d = hex((/priv:([\s\S]*?)pub:/.exec(text)?.[1] ?? '').replace(/[^0-9a-f]/g, '')).subarray(-32);
    const spki = spawnSync('openssl', ['pkey', '-in', at('key.pem'), '-pubout', '-outform', 'DER']).stdout;
    const key = readPublicKey(spki);
    assert.equal(key?.family, 'sm2');
    assert.deepEqual(key?.point, sm2PublicKey(d));
    assert.deepEqual(sm2Spki(sm2PublicKey(d)), spki);
    writeFileSync(at('pub.der'), spki);
    const id = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
    for (let i = 0; i < 10; i++) {
      writeFileSync(at('m'), randomBytes(1 + i * 97));
      writeFileSync(at('ours'), toDerSignature(sm2Sign(d, readFileSync(at('m')))));
      const checked = openssl(
        'pkeyutl',
        '-verify',
        '-in',
        at('m'),
        '-sigfile',
        at('ours'),
        '-pubin',
        '-inkey',
        at('pub.der'),
        '-keyform',
        'DER',
        ...id,
      );
      assert.match(checked.stdout, /Verified Successfully/, checked.stderr);
      const signed = openssl('pkeyutl', '-sign', '-in', at('m'), '-out', at('theirs'), '-inkey', at('key.pem'), ...id);
      assert.equal(signed.status, 0, signed.stderr);
      const raw = fromDerSignature(readFileSync(at('theirs')));
      assert.ok(raw && sm2Verify(sm2PublicKey(d), readFileSync(at('m')), raw));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('[P4] a signature of a curve has one spelling in DER', () => {
  const raw = Buffer.concat([Buffer.alloc(31), Buffer.of(0x80), Buffer.alloc(32, 0xff)]);
  const der = toDerSignature(raw);
  assert.deepEqual(fromDerSignature(der), raw);
  assert.equal(fromDerSignature(Buffer.concat([der, Buffer.of(0)])), undefined, 'something after it');
  assert.equal(fromDerSignature(Buffer.from('3006020200010201', 'hex')), undefined);
  assert.equal(fromDerSignature(hex('3007 0202 0001 0201 01')), undefined, 'a needless zero');
});
