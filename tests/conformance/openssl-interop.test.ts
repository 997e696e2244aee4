// Signatures and OpenSSL's command line over random messages, in both directions, with what must be refused (R19): RSA-PSS 2048 and 3072, ECDSA
// P-256 and P-384, Ed25519, SM2 with SM3 and the id 1234567812345678. INTEROP_MESSAGES=10000 by hand; a few hundred with every change. The seed is
// printed and can be given by INTEROP_SEED.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, createPrivateKey, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { seal } from '../../src/runtime/identity/seal.ts';
import { type Algorithm, halfOf } from '../../src/runtime/signatures/algorithms.ts';
import { fromDerSignature, toDerSignature } from '../../src/runtime/signatures/der.ts';
import { createSoftwareKeys, type Signer } from '../../src/runtime/signatures/keys.ts';
import { isSignedBy, type PublicKey, readPublicKey } from '../../src/runtime/signatures/public-key.ts';

const TOTAL = Number(process.env.INTEROP_MESSAGES ?? 240);
const SEED = Number(process.env.INTEROP_SEED ?? randomInt(2 ** 31));
const LANES = 2;
const missing = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';
const dir = mkdtempSync(path.join(tmpdir(), 'portico-interop-'));
after(() => rmSync(dir, { recursive: true, force: true }));

type Kind = {
  readonly algorithm: Algorithm;
  readonly generate: readonly string[];
  readonly sign: readonly string[];
  readonly verify: readonly string[];
};
const dgst = (digest: string, ...options: string[]) => ({
  sign: ['dgst', digest, ...options, '-sign', 'KEY', '-out', 'SIG', 'MSG'],
  verify: ['dgst', digest, ...options, '-verify', 'PUB', '-signature', 'SIG', 'MSG'],
});
const pkeyutl = (...options: string[]) => ({
  sign: ['pkeyutl', '-sign', '-rawin', '-inkey', 'KEY', '-in', 'MSG', '-out', 'SIG', ...options],
  verify: ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'PUB', '-in', 'MSG', '-sigfile', 'SIG', ...options],
});
const pss = dgst('-sha256', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32');
const rsa = (bits: number) => ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`];
const ec = (curve: string) => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const kinds: Readonly<Record<string, Kind>> = {
  'RSA-PSS 2048': { algorithm: 'PS256', generate: rsa(2048), ...pss },
  'RSA-PSS 3072': { algorithm: 'PS256', generate: rsa(3072), ...pss },
  'ECDSA P-256': { algorithm: 'ES256', generate: ec('P-256'), ...dgst('-sha256') },
  'ECDSA P-384': { algorithm: 'ES384', generate: ec('P-384'), ...dgst('-sha384') },
  Ed25519: { algorithm: 'EdDSA', generate: ['-algorithm', 'ED25519'], ...pkeyutl() },
  'SM2 with SM3': {
    algorithm: 'SM2SM3',
    generate: ['-algorithm', 'SM2'],
    ...pkeyutl('-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'),
  },
};

const openssl = (args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => execFile('openssl', [...args], (error) => resolve(error === null)));
const filled = (args: readonly string[], places: Readonly<Record<string, string>>) =>
  args.map((arg) => places[arg] ?? arg);

/** The same message for the same seed, whoever asks; never empty, which OpenSSL's command line cannot sign with Ed25519. */
function messageOf(name: string, n: number): Buffer {
  const grow = (salt: string) => createHash('sha512').update(`${SEED} ${name} ${n} ${salt}`).digest();
  const length = 1 + (grow('length').readUInt16BE(0) % 2000);
  return Buffer.concat(Array.from({ length: Math.ceil(length / 64) + 1 }, (_, i) => grow(String(i)))).subarray(
    0,
    length,
  );
}

type Pair = { readonly keyFile: string; readonly publicFile: string; readonly key: PublicKey; readonly signer: Signer };
/** A key that OpenSSL made, in our key store. */
async function makePair(name: string, kind: Kind, nth: string): Promise<Pair> {
  const at = path.join(dir, `${name.replaceAll(/\W/g, '-')}-${nth}`);
  mkdirSync(at);
  const [keyFile, publicFile] = [path.join(at, 'key.pem'), path.join(at, 'pub.pem')];
  assert.ok(await openssl(['genpkey', ...kind.generate, '-out', keyFile]), name);
  assert.ok(await openssl(['pkey', '-in', keyFile, '-pubout', '-out', publicFile]), name);
  const pem = readFileSync(publicFile, 'utf-8');
  const spki = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
  const key = readPublicKey(spki);
  assert.ok(key, name);
  const sealKey = Buffer.alloc(32, 3).toString('base64');
  const kept = { algorithm: kind.algorithm, key: privateOf(keyFile, kind.algorithm) };
  const reference = `software:${seal({ sealKey }, 'key interop', JSON.stringify(kept))}`;
  return { keyFile, publicFile, key, signer: await createSoftwareKeys({ sealKey }).open('interop', reference) };
}
function privateOf(file: string, algorithm: Algorithm): string {
  if (algorithm !== 'SM2SM3')
    return createPrivateKey(readFileSync(file)).export({ type: 'pkcs8', format: 'der' }).toString('base64');
  const { stdout } = spawnSync('openssl', ['pkey', '-in', file, '-text', '-noout'], { encoding: 'utf-8' });
  const hex = (/priv:([\s\S]*?)pub:/.exec(stdout)?.[1] ?? '').replaceAll(/[^0-9a-f]/g, '');
  return Buffer.from(hex.padStart(64, '0'), 'hex').subarray(-32).toString('base64');
}

const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = bit % (copy.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};
/** A curve's signature lies in DER outside. */
const outside = (algorithm: Algorithm, raw: Buffer) => (halfOf(algorithm) === undefined ? raw : toDerSignature(raw));
const inside = (algorithm: Algorithm, der: Buffer) => {
  const half = halfOf(algorithm);
  return half === undefined ? der : fromDerSignature(der, half);
};

for (const [name, kind] of Object.entries(kinds))
  test(`[P4] ${name}: what we sign OpenSSL accepts, what it signs we accept, what was changed neither does`, {
    skip: missing,
    timeout: 3_600_000,
  }, async (t) => {
    t.diagnostic(`seed ${SEED}`);
    const { algorithm } = kind;
    const [own, other] = [await makePair(name, kind, 'own'), await makePair(name, kind, 'other')];
    const count = Math.ceil(TOTAL / Object.keys(kinds).length);
    let next = 0;
    let done = 0;
    const lane = async (which: number) => {
      const at = (file: string) => path.join(path.dirname(own.keyFile), `${which}-${file}`);
      for (let n = next++; n < count; n = next++) {
        const message = messageOf(name, n);
        const tell = `${name}, message ${n} of seed ${SEED}`;
        writeFileSync(at('m'), message);
        const ours = await own.signer.sign(message);
        const ask = async (signature: Uint8Array, pair = own, of = message) => {
          writeFileSync(at('s'), signature);
          if (of !== message) writeFileSync(at('x'), of);
          const places = { PUB: pair.publicFile, SIG: at('s'), MSG: of === message ? at('m') : at('x') };
          return openssl(filled(kind.verify, places));
        };
        assert.ok(await ask(outside(algorithm, ours)), `${tell}: OpenSSL on ours`);
        const signing = { KEY: own.keyFile, SIG: at('theirs'), MSG: at('m') };
        assert.ok(await openssl(filled(kind.sign, signing)), `${tell}: OpenSSL signs`);
        const theirs = inside(algorithm, readFileSync(at('theirs')));
        assert.ok(theirs && isSignedBy(own.key, algorithm, message, theirs), `${tell}: ours on OpenSSL’s`);
        for (const signature of [ours, theirs]) {
          const holds = (key: PublicKey, of: Uint8Array, by: Uint8Array) => isSignedBy(key, algorithm, of, by);
          assert.ok(!holds(own.key, message, flipped(signature, n * 7919)), `${tell}: a bit of the signature`);
          assert.ok(!holds(own.key, Buffer.concat([message, Buffer.of(0)]), signature), `${tell}: a longer message`);
          assert.ok(!holds(own.key, flipped(message, n * 104_729), signature), `${tell}: a bit`);
          assert.ok(!holds(other.key, message, signature), `${tell}: another key`);
          assert.ok(!holds(own.key, message, signature.subarray(0, -1)), `${tell}: cut short`);
          assert.ok(!holds(own.key, message, Buffer.concat([signature, Buffer.of(0)])), `${tell}: made longer`);
        }
        // Now and then OpenSSL is asked the same, so that both say no to the same.
        if (n % 10 === 0) {
          assert.ok(!(await ask(outside(algorithm, ours), other)), `${tell}: OpenSSL, another key`);
          assert.ok(!(await ask(outside(algorithm, ours), own, Buffer.concat([message, Buffer.of(0)]))), tell);
        }
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, which) => lane(which)));
    assert.equal(done, count);
    t.diagnostic(`${done} messages, both ways`);
  });

test('[P4] SM2 under another id, PSS with another salt, RSA without PSS, numbers out of range: refused', {
  skip: missing,
}, async () => {
  const at = (file: string) => path.join(dir, file);
  const message = Buffer.from('进口货物 1');
  writeFileSync(at('m'), message);
  const signWith = async (pair: Pair, args: readonly string[]) => {
    assert.ok(await openssl(filled(args, { KEY: pair.keyFile, SIG: at('s'), MSG: at('m') })), args.join(' '));
    return readFileSync(at('s'));
  };
  const sm2 = await makePair('SM2 with SM3', kinds['SM2 with SM3'] as Kind, 'ids');
  for (const id of ['', 'ALICE123@YAHOO.COM', '12345678123456780']) {
    const signed = await signWith(sm2, pkeyutl('-digest', 'sm3', '-pkeyopt', `distid:${id}`).sign);
    const raw = inside('SM2SM3', signed);
    assert.ok(raw && !isSignedBy(sm2.key, 'SM2SM3', message, raw), `id ${id}`);
  }
  const rsaPair = await makePair('RSA-PSS 2048', kinds['RSA-PSS 2048'] as Kind, 'salts');
  for (const salt of ['0', '20', 'max']) {
    const options = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', `rsa_pss_saltlen:${salt}`];
    const signed = await signWith(rsaPair, dgst('-sha256', ...options).sign);
    assert.ok(!isSignedBy(rsaPair.key, 'PS256', message, signed), `salt ${salt}`);
  }
  assert.ok(!isSignedBy(rsaPair.key, 'PS256', message, await signWith(rsaPair, dgst('-sha256').sign)), 'PKCS #1 v1.5');
  assert.ok(
    !isSignedBy(rsaPair.key, 'RS256', message, await signWith(rsaPair, dgst('-sha384').sign)),
    'another digest',
  );
  assert.ok(isSignedBy(rsaPair.key, 'RS384', message, await signWith(rsaPair, dgst('-sha384').sign)));
  assert.ok(isSignedBy(rsaPair.key, 'RS512', message, await signWith(rsaPair, dgst('-sha512').sign)));
  // s + L of Ed25519 (RFC 8032 §5.1.7), and s + n of the curves, where that fits the bytes.
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;
  const ed = await makePair('Ed25519', kinds.Ed25519 as Kind, 'ranges');
  const signature = await ed.signer.sign(message);
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + L;
  const malleated = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
  assert.ok(!isSignedBy(ed.key, 'EdDSA', message, Buffer.concat([signature.subarray(0, 32), malleated])));
  for (const [name, order] of [
    ['ECDSA P-256', 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
    ['SM2 with SM3', 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n],
  ] as const) {
    const pair = await makePair(name, kinds[name] as Kind, 'ranges');
    const zero = Buffer.alloc(32);
    const top = Buffer.from(order.toString(16), 'hex');
    const good = await pair.signer.sign(message);
    const { algorithm } = kinds[name] as Kind;
    for (const bad of [
      Buffer.concat([zero, zero]),
      Buffer.concat([good.subarray(0, 32), zero]),
      Buffer.concat([zero, good.subarray(32)]),
      Buffer.concat([top, good.subarray(32)]),
      Buffer.concat([good.subarray(0, 32), top]),
    ])
      assert.ok(!isSignedBy(pair.key, algorithm, message, bad), name);
    const der = toDerSignature(good);
    // The same numbers in longer spellings of DER.
    assert.equal(fromDerSignature(Buffer.concat([der, Buffer.of(0)])), undefined);
    assert.equal(fromDerSignature(Buffer.concat([Buffer.of(0x30, 0x81, der.length - 2), der.subarray(2)])), undefined);
  }
});
