// The lot itself (M6): no order is likelier than another, and no word of the stream is used that would make one so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countOf,
  DRAW_FORMAT_OBJECTS,
  type Lot,
  officerOrder,
  seedOf,
  shuffled,
  targetCommitment,
  targetOrder,
} from '../../src/kernel/draw-stream.ts';
import type { Sha256 } from '../../src/kernel/merkle-proof.ts';
import { hex, sha256 } from './made-proof.ts';

/** Pearson's statistic against equal shares. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
};
/** Upper points of the distribution at p = 0.001. */
const critical: Readonly<Record<number, number>> = { 6: 22.458, 8: 26.125, 23: 49.728 };
const SEEDS = 24_000;
type Shuffle = (seed: string, items: readonly number[]) => Promise<number[]>;

async function orders(shuffle: Shuffle): Promise<number[]> {
  const counts = new Map<string, number>();
  for (let i = 0; i < SEEDS; i++) {
    const order = (await shuffle(hex(`uniform ${i}`), [0, 1, 2, 3])).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return Array.from({ length: 24 }, (_, i) => [...counts.values()][i] ?? 0);
}
const ours: Shuffle = (seed, items) => shuffled(sha256, seed, 'targets', items);

test('[M6] over many seeds every order of four comes as often as any other', async () => {
  const found = chiSquare(await orders(ours));
  assert.ok(found < (critical[23] ?? 0), `chi-square ${found}`);
});

test('[M6] over many seeds each of seven is drawn first as often as any other, and for each officer alike', async () => {
  const firsts = Array.from({ length: 7 }, () => 0);
  const officers = Array.from({ length: 7 }, () => 0);
  const lots: Lot[] = Array.from({ length: 9 }, (_, n) => ({ commitment: hex(`o${n}`), sites: [n < 7 ? 'A' : 'B'] }));
  for (let i = 0; i < 14_000; i++) {
    const seed = hex(`first ${i}`);
    const [drawn = 0] = await ours(seed, [0, 1, 2, 3, 4, 5, 6]);
    firsts[drawn] = (firsts[drawn] ?? 0) + 1;
    const [first] = await officerOrder(sha256, seed, { commitment: hex('t'), sites: ['A'] }, lots);
    const at = first ? lots.indexOf(first) : -1;
    officers[at] = (officers[at] ?? 0) + 1;
  }
  assert.ok(chiSquare(firsts) < (critical[6] ?? 0), `targets ${firsts}`);
  assert.ok(chiSquare(officers) < (critical[6] ?? 0), `officers ${officers}`);
});

test('[M6] over many seeds a box alone in its case is drawn as often as each of six in another', async () => {
  const boxes = [1, 2, 6].flatMap((size, at) => Array.from({ length: size }, (_, n) => `P${at} container:B${at}${n}`));
  const targets = await Promise.all(
    boxes.map(async (box): Promise<Lot> => {
      const [number = '', objectId = ''] = box.split(' ');
      const commitment = await targetCommitment(sha256, { salt: hex(box), number, objectId });
      return { commitment, sites: ['A'] };
    }),
  );
  targets.sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const drawn = new Map(targets.map((one) => [one.commitment, 0]));
  const given = { secret: hex('boxes'), digest: hex('population') };
  const SIZE = 3;
  for (let i = 0; i < 9000; i++) {
    const nonces = [{ authority: 'maritime', nonce: hex(`boxes ${i}`) }];
    const seed = await seedOf(sha256, { ...given, nonces }, DRAW_FORMAT_OBJECTS);
    for (const { commitment } of (await targetOrder(sha256, seed, targets)).slice(0, SIZE))
      drawn.set(commitment, (drawn.get(commitment) ?? 0) + 1);
  }
  // Of those drawn together none is drawn twice, which makes the spread smaller by (N − n) / (N − 1).
  const spread = (targets.length - SIZE) / (targets.length - 1);
  const found = chiSquare([...drawn.values()]) / spread;
  assert.ok(found < (critical[8] ?? 0), `${[...drawn.values()]}: ${found}`);
});

test('[M6] the same measure finds a shuffle that favours some orders', async () => {
  const biased: Shuffle = async (seed, items) => {
    const order = [...items];
    // Swaps each with any, the well-known mistake.
    for (let at = 0; at < order.length; at++) {
      const chosen = Number.parseInt(seed.slice(at * 8, at * 8 + 8), 16) % order.length;
      [order[at], order[chosen]] = [order[chosen] ?? 0, order[at] ?? 0];
    }
    return order;
  };
  assert.ok(chiSquare(await orders(biased)) > (critical[23] ?? 0));
});

test('[M6] a word beyond the last whole multiple is thrown away', async () => {
  const stream =
    (words: readonly number[]): Sha256 =>
    async (bytes) => {
      const block = new DataView(new ArrayBuffer(32));
      const from = Number(new DataView(bytes.buffer).getBigUint64(bytes.length - 8)) * 8;
      for (let i = 0; i < 8; i++) block.setUint32(i * 4, words[from + i] ?? 0);
      return new Uint8Array(block.buffer);
    };
  const order = (words: readonly number[]) => shuffled(stream(words), hex('s'), 'targets', ['a', 'b', 'c']);
  // Of three 0xffffffff is the one word too many (2³² = 3 × 1431655765 + 1): taken, it would favour the first.
  assert.deepEqual(await order([0xffffffff, 1, 0]), ['b', 'a', 'c']);
  assert.deepEqual(await order([1, 0]), ['b', 'a', 'c']);
  assert.deepEqual(await order([0xfffffffe, 1]), ['c', 'a', 'b']);
  // More than a block of them: the next block goes on.
  assert.deepEqual(await order([...Array.from({ length: 9 }, () => 0xffffffff), 2, 1]), ['c', 'a', 'b']);
});

test('[M6] who gave his nonce first changes nothing, and each nonce changes all', async () => {
  const nonces = ['border-inspection', 'maritime', 'commerce'].map((authority) => ({
    authority,
    nonce: hex(authority),
  }));
  const given = { secret: hex('secret'), digest: hex('digest') };
  const seed = await seedOf(sha256, { ...given, nonces });
  assert.equal(await seedOf(sha256, { ...given, nonces: [...nonces].reverse() }), seed);
  for (const at of nonces.keys())
    assert.notEqual(
      await seedOf(sha256, {
        ...given,
        nonces: nonces.map((one, i) => (i === at ? { ...one, nonce: hex('x') } : one)),
      }),
      seed,
    );
});

test('[M6] a share is rounded up, is at least one and at most all; anything else is no quantity', () => {
  const rows = [
    [100, { percent: '5' }, 5],
    [101, { percent: '5' }, 6],
    [7, { percent: '0.01' }, 1],
    [1000, { percent: '0.1' }, 1],
    [3, { percent: '100' }, 3],
    [3, { count: 5 }, 3],
    [0, { percent: '5' }, 0],
  ] as const;
  for (const [size, quantity, count] of rows) assert.equal(countOf(size, quantity), count, JSON.stringify(quantity));
  const none = [{}, { count: 0 }, { count: 1.5 }, { percent: '0' }, { percent: '100.01' }, { percent: '1e1' }];
  for (const quantity of [...none, { count: 1, percent: '5' }, { percent: '5.123' }])
    assert.equal(countOf(10, quantity), undefined, JSON.stringify(quantity));
});
