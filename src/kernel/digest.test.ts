import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, contentDigest, sha256Hex } from './digest.ts';

test('[P3] a digest is SHA-256 in lower-case hex (FIPS 180-4 examples)', () => {
  assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(sha256Hex(new Uint8Array()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('[P3] the order of keys does not matter, the order of a list does', () => {
  assert.equal(contentDigest({ a: 1, b: { d: 2, c: 3 } }), contentDigest({ b: { c: 3, d: 2 }, a: 1 }));
  assert.notEqual(contentDigest([1, 2]), contentDigest([2, 1]));
  assert.equal(canonicalJson({ a: undefined, b: 1 }), '{"b":1}');
});

test('[P3] canonical text is JSON that says the same, and says it once', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.equal(canonicalJson(JSON.parse(text)), text);
    }),
  );
});
