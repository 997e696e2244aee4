// The tree against the vectors of certificate-transparency, and proofs of every size: each holds, each altered one does not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { isConsistent, isIncluded, leafHash, type Sha256 } from '../../kernel/merkle-proof.ts';
import {
  consistencyRanges,
  emptyRoot,
  type Hash,
  hashLeaf,
  hashNode,
  inclusionRanges,
  type Node,
  type Range,
  readFrom,
  rootOf,
} from './merkle.ts';

const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const MOST = 260;
const all: Hash[] = Array.from({ length: 600 }, (_, i) => hashLeaf(`leaf ${i}`));
const seen = new Map<string, Hash>();
const read = ({ level, index }: Node): Hash => {
  const known = seen.get(`${level}/${index}`);
  if (known) return known;
  const below = (at: number) => read({ level: level - 1, index: at });
  const hash = level === 0 ? (all[index] as Hash) : hashNode(below(2 * index), below(2 * index + 1));
  seen.set(`${level}/${index}`, hash);
  return hash;
};
const roots = Array.from({ length: 601 }, (_, size) => rootOf({ begin: 0, end: size }, read));
const root = (size: number) => roots[size] as Hash;
const prove = (ranges: readonly Range[]) => ranges.map((range) => rootOf(range, read));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

/** testonly/constants.go of github.com/transparency-dev/merkle (Apache-2.0), as in RFC 9162's own reference. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('[P4] roots and proofs are those of the known vectors', () => {
  const leaves = inputs.map((input) => hashLeaf(Buffer.from(input, 'hex')));
  const known = readFrom(leaves);
  assert.equal(hex(emptyRoot), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [i, expected] of knownRoots.entries())
    assert.equal(hex(rootOf({ begin: 0, end: i + 1 }, known)), expected);
  assert.deepEqual(
    inclusionRanges(5, 8).map((range) => hex(rootOf(range, known))),
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  );
  assert.deepEqual(
    consistencyRanges(6, 8).map((range) => hex(rootOf(range, known))),
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  );
});

test('[P4] a root put together from full subtrees is the root of the definition', () => {
  const byDefinition = (begin: number, end: number): Hash => {
    if (end - begin === 1) return all[begin] as Hash;
    const middle = begin + 2 ** (Math.ceil(Math.log2(end - begin)) - 1);
    const sides = Buffer.concat([Buffer.of(1), byDefinition(begin, middle), byDefinition(middle, end)]);
    return createHash('sha256').update(sides).digest();
  };
  for (let size = 1; size <= 600; size += size < 300 ? 1 : 37) assert.deepEqual(root(size), byDefinition(0, size));
});

test('[P4] every leaf of every tree has a proof that holds, and only for itself, its place, its tree', async () => {
  for (let size = 1; size <= MOST; size++)
    for (let index = 0; index < size; index += size > 40 ? 11 : 1) {
      const claim = {
        index,
        size,
        leaf: all[index] as Hash,
        proof: prove(inclusionRanges(index, size)),
        root: root(size),
      };
      assert.ok(await isIncluded(sha256, claim), `${index} of ${size}`);
      assert.ok(!(await isIncluded(sha256, { ...claim, leaf: all[index + 1] as Hash })));
      if (size > 1) assert.ok(!(await isIncluded(sha256, { ...claim, index: (index + 1) % size })));
      assert.ok(!(await isIncluded(sha256, { ...claim, root: root(size + 1) })));
      assert.ok(!(await isIncluded(sha256, { ...claim, proof: [...claim.proof, claim.leaf] })));
      if (size > 1) assert.ok(!(await isIncluded(sha256, { ...claim, proof: claim.proof.slice(1) })));
    }
  assert.deepEqual(await leafHash(sha256, Buffer.from('leaf 3')), new Uint8Array(all[3] as Hash));
});

test('[P4] every tree is proven to go on from every earlier one, and from no other', async () => {
  for (let second = 1; second <= MOST; second++)
    for (let first = 0; first <= second; first += second > 30 ? 9 : 1) {
      const claim = {
        first: { size: first, root: root(first) },
        second: { size: second, root: root(second) },
        proof: prove(consistencyRanges(first, second)),
      };
      assert.ok(await isConsistent(sha256, claim), `${first} → ${second}`);
      if (first === 0) continue;
      const other = hashLeaf('another');
      assert.ok(!(await isConsistent(sha256, { ...claim, first: { size: first, root: other } })));
      assert.ok(!(await isConsistent(sha256, { ...claim, second: { size: second, root: other } })));
      if (first < second) {
        assert.ok(!(await isConsistent(sha256, { ...claim, proof: claim.proof.slice(1) })));
        assert.ok(!(await isConsistent(sha256, { ...claim, proof: [...claim.proof, other] })));
      }
    }
});

test('[P4] one bit anywhere in a proof makes it false', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 600 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      async (size, leafSeed, partSeed, bitSeed) => {
        const index = leafSeed % size;
        const first = 1 + (leafSeed % (size - 1));
        const flip = (proof: Hash[]) => {
          const at = partSeed % proof.length;
          const part = Buffer.from(proof[at] as Hash);
          part[(bitSeed >> 3) % 32] = (part[(bitSeed >> 3) % 32] ?? 0) ^ (1 << (bitSeed & 7));
          return proof.with(at, part);
        };
        const included = { index, size, leaf: all[index] as Hash, root: root(size) };
        const consistent = { first: { size: first, root: root(first) }, second: { size, root: root(size) } };
        const inclusion = prove(inclusionRanges(index, size));
        const consistency = prove(consistencyRanges(first, size));
        assert.ok(await isIncluded(sha256, { ...included, proof: inclusion }));
        assert.ok(await isConsistent(sha256, { ...consistent, proof: consistency }));
        assert.ok(!(await isIncluded(sha256, { ...included, proof: flip(inclusion) })));
        assert.ok(!(await isConsistent(sha256, { ...consistent, proof: flip(consistency) })));
      },
    ),
    { numRuns: 200 },
  );
});
