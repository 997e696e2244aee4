// One signature for many texts (R19): each is checked alone, by its own path; held to a tree that is grown in another way and to Node's own
// check of the root's signature; whatever is moved, cut, added or respelt no longer holds.
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Algorithm } from './algorithms.ts';
import { batchText, isTextSignedBy, readTextSignature, signBatch } from './batch.ts';
import { createSoftwareKeys } from './keys.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

const keys = createSoftwareKeys({ sealKey: Buffer.alloc(32, 5).toString('base64') });
const made = async (algorithm: Algorithm) => {
  const { signer } = await keys.generate('batch', algorithm);
  return { signer, key: readPublicKey(signer.spki) as PublicKey };
};
const textsOf = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`{"no":${n},"货":"电脑"}`));
const holds = (signature: string, text: Uint8Array, key: PublicKey): boolean => {
  const read = readTextSignature(signature);
  return read !== undefined && isTextSignedBy(read, text, key);
};
/** Level by level, the last one of an odd level going up as it is: another way to the same root (RFC 9162 §2.1.1). */
function rootByLevels(texts: readonly Uint8Array[], name: string): Buffer {
  const digest = (...parts: Uint8Array[]): Buffer => createHash(name).update(Buffer.concat(parts)).digest();
  let level: Buffer[] = texts.map((text) => digest(Buffer.of(0), text));
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let n = 0; n < level.length; n += 2) {
      const [left, right] = [level[n] as Buffer, level[n + 1]];
      above.push(right ? digest(Buffer.of(1), left, right) : left);
    }
    level = above;
  }
  return level[0] as Buffer;
}

test('[P4] every text of a batch is checked by itself, whatever the size and the kind of key', async () => {
  for (const algorithm of ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256', 'SM2SM3'] as const) {
    const { signer, key } = await made(algorithm);
    for (const size of [1, 2, 3, 5, 8, 13]) {
      const texts = textsOf(size);
      const signatures = await signBatch(signer, texts, { kid: 'k' });
      assert.equal(new Set(signatures.map((s) => s.split('~')[0])).size, 1, 'signed once');
      for (const [n, signature] of signatures.entries()) {
        for (const [m, text] of texts.entries())
          assert.equal(holds(signature, text, key), n === m, `${size} ${n} ${m}`);
        const [, place = ''] = signature.split('~');
        assert.equal(place.split('.')[0], String(size));
      }
    }
  }
});

test('[P4] what is signed is the root of the tree of RFC 9162, as anybody can compute and check it', async () => {
  for (const size of [1, 2, 6, 7, 100, 129]) {
    const { signer, key } = await made('EdDSA');
    const texts = textsOf(size);
    const [first = ''] = await signBatch(signer, texts);
    const [head = '', , signature = ''] = (first.split('~')[0] ?? '').split('.');
    const root = rootByLevels(texts, 'sha256');
    const payload = batchText(size, root).toString('base64url');
    const node = createPublicKey({ key: key.spki, format: 'der', type: 'spki' });
    assert.ok(verify(null, Buffer.from(`${head}.${payload}`), node, Buffer.from(signature, 'base64url')));
  }
  const { signer, key } = await made('SM2SM3');
  const [only = ''] = await signBatch(signer, textsOf(1));
  // SM2 goes with SM3 in the tree as well: the same path under SHA-256 leads elsewhere.
  assert.ok(holds(only, textsOf(1)[0] as Buffer, key));
  assert.notDeepEqual(rootByLevels(textsOf(3), 'sm3'), rootByLevels(textsOf(3), 'sha256'));
});

test('[P4] moved, cut, added to, respelt, taken for another or without its path: refused', async () => {
  const { signer, key } = await made('ES256');
  const texts = textsOf(6);
  const signatures = await signBatch(signer, texts);
  const [third = ''] = signatures.slice(2);
  const text = texts[2] as Buffer;
  const [jws = '', place = ''] = third.split('~');
  const [size, index, path = ''] = place.split('.');
  const bytes = Buffer.from(path, 'base64url');
  const spelt = (s: unknown, i: unknown, p: Buffer | string) =>
    `${jws}~${s}.${i}.${typeof p === 'string' ? p : p.toString('base64url')}`;
  assert.ok(holds(spelt(size, index, bytes), text, key));
  for (const bad of [
    jws,
    spelt(size, 3, bytes),
    spelt(7, index, bytes),
    spelt(5, index, bytes),
    spelt(2, index, bytes),
    spelt(size, index, bytes.subarray(32)),
    spelt(size, index, bytes.subarray(0, -32)),
    spelt(size, index, bytes.subarray(1)),
    spelt(size, index, Buffer.concat([bytes, Buffer.alloc(32)])),
    spelt(size, index, Buffer.concat([bytes.subarray(32, 64), bytes.subarray(0, 32), bytes.subarray(64)])),
    spelt(size, index, `${path}=`),
    spelt('06', index, bytes),
    spelt(size, '02', bytes),
    spelt(size, '-0', bytes),
    spelt(1, 0, ''),
    `${third}~`,
    `${third}~${place}`,
    third.replace('~', '.'),
    spelt(20_000, index, bytes),
  ])
    assert.ok(!holds(bad, text, key), bad.slice(-120));
  // A node is no leaf: the two hashes below a root, given as a text, lead nowhere.
  const { signer: one, key: oneKey } = await made('EdDSA');
  const pair = textsOf(2);
  const [left = ''] = await signBatch(one, pair);
  const leaves = pair.map((t) =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), t]))
      .digest(),
  );
  assert.ok(!holds(`${left.split('~')[0]}~1.0.`, Buffer.concat(leaves), oneKey));
  await assert.rejects(signBatch(one, []), /1 to 10000/);
});

test('[P4] of random batches, no text of one is taken under the signature of another', async () => {
  const { signer, key } = await made('EdDSA');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 40, selector: String }),
      fc.nat(),
      async (texts, at) => {
        const signatures = await signBatch(signer, texts);
        const n = at % texts.length;
        assert.ok(holds(signatures[n] ?? '', texts[n] ?? new Uint8Array(), key));
        const other = (n + 1) % texts.length;
        if (other !== n) assert.ok(!holds(signatures[n] ?? '', texts[other] ?? new Uint8Array(), key));
      },
    ),
    { numRuns: 40 },
  );
});
