// The tree as it lies in the database: full subtrees of 256 leaves and their powers are kept, the rest is put together from at
// most 255 hashes of each kind. Roots and proofs for any size are read from here.
import type { Kysely } from 'kysely';
import {
  consistencyRanges,
  type Hash,
  inclusionRanges,
  type Node,
  nodesOf,
  type Range,
  rootOf,
  rootOfFull,
} from './merkle.ts';
import { lastTilePosition, type Leaf, type NodeRange, readLeaves, readNodes, readTiles, TILE } from './store.ts';

type Db = Kysely<unknown>;
/** Hashes by kept level (0, 8, 16, …) and index. */
export type Kept = Map<string, Hash>;
const STEP = 8;
const keyOf = (level: number, index: number): string => `${level}/${index}`;

/** The kept hashes that a full subtree is made of. */
function partsOf({ level, index }: Node): { level: number; from: number; to: number } {
  const kept = Math.floor(level / STEP) * STEP;
  const width = 2 ** (level - kept);
  return { level: kept, from: index * width, to: (index + 1) * width };
}

/** Reads what the roots of these ranges need; `tail` are leaves after the last complete tile, where the caller has them. */
export async function loadKept(db: Db, ranges: readonly Range[], size: number, tail?: readonly Leaf[]): Promise<Kept> {
  const parts = ranges.flatMap(nodesOf).map(partsOf);
  const kept: Kept = new Map();
  const nodes: NodeRange[] = parts.filter((part) => part.level > 0);
  for (const row of await readNodes(db, nodes)) kept.set(keyOf(row.level, row.index), row.hash);
  const complete = Math.floor(size / TILE);
  const leaves = parts.filter((part) => part.level === 0);
  const tiles = [...new Set(leaves.map((part) => Math.floor(part.from / TILE)))];
  for (const { index, hashes } of await readTiles(
    db,
    tiles.filter((tile) => tile < complete),
  ))
    for (let i = 0; i < TILE; i++) kept.set(keyOf(0, index * TILE + i), hashes.subarray(32 * i, 32 * i + 32));
  if (tiles.includes(complete))
    for (const [i, leaf] of (tail ?? (await readTail(db, size))).entries())
      kept.set(keyOf(0, complete * TILE + i), leaf.hash);
  return kept;
}

/** The leaves after the last complete tile of a tree of this size. */
export const readTail = async (db: Db, size: number): Promise<Leaf[]> =>
  size % TILE === 0 ? [] : readLeaves(db, await lastTilePosition(db, Math.floor(size / TILE)), size % TILE);

export function rootFromKept(range: Range, kept: Kept): Hash {
  return rootOf(range, (node) => {
    const { level, from, to } = partsOf(node);
    const hashes = Array.from({ length: to - from }, (_, i) => kept.get(keyOf(level, from + i)));
    if (hashes.some((hash) => hash === undefined)) throw new LedgerBroken(`level ${level}, ${from}–${to - 1} is gone`);
    return rootOfFull(hashes as Hash[]);
  });
}

/** Notes full subtrees that have just become complete: their own hash and those above it. Hands over what is new. */
export function completeNodes(
  kept: Kept,
  tile: number,
  hashes: readonly Hash[],
): { level: number; index: number; hash: Hash }[] {
  const made: { level: number; index: number; hash: Hash }[] = [];
  let row: readonly Hash[] = hashes;
  let index = tile;
  for (let level = STEP; ; level += STEP) {
    const hash = rootOfFull(row);
    kept.set(keyOf(level, index), hash);
    made.push({ level, index, hash });
    if ((index + 1) % TILE !== 0) return made;
    const below = index + 1 - TILE;
    row = Array.from({ length: TILE }, (_, i) => kept.get(keyOf(level, below + i)) as Hash);
    index = below / TILE;
  }
}
export const noteLeaf = (kept: Kept, index: number, hash: Hash): void => void kept.set(keyOf(0, index), hash);

async function rootsOf(db: Db, ranges: readonly Range[], size: number): Promise<Hash[]> {
  const kept = await loadKept(db, ranges, size);
  return ranges.map((range) => rootFromKept(range, kept));
}
/** `size` is the size of a head. */
export const proveInclusion = (db: Db, index: number, size: number): Promise<Hash[]> =>
  rootsOf(db, inclusionRanges(index, size), size);
export const proveConsistency = (db: Db, first: number, second: number): Promise<Hash[]> =>
  rootsOf(db, consistencyRanges(first, second), second);

/** What lies in the database is not what was signed: nothing more is signed until somebody has looked. */
export class LedgerBroken extends Error {
  constructor(what: string) {
    super(`the ledger does not agree with its own last signed head: ${what}`);
    this.name = 'LedgerBroken';
  }
}
