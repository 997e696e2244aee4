// The Merkle tree of the ledger, in the shape of RFC 9162 §2.1 (RFC 6962 §2.1). Pure: which subtrees a root or a proof needs,
// and how they are put together; whoever keeps the hashes hands them in. Checking proofs is `kernel/merkle-proof.ts`.
import { hash } from 'node:crypto';

export type Hash = Buffer;
/** Leaves from `begin` up to but without `end`. */
export type Range = { readonly begin: number; readonly end: number };
/** A full subtree: 2^level leaves, the `index`-th of its kind. */
export type Node = { readonly level: number; readonly index: number };
/** The hash of a full subtree that the tree has. */
export type ReadNode = (node: Node) => Hash;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const sha256 = (parts: readonly Uint8Array[]): Hash => hash('sha256', Buffer.concat(parts), 'buffer');
export const hashLeaf = (leaf: string | Uint8Array): Hash =>
  sha256([LEAF, typeof leaf === 'string' ? Buffer.from(leaf) : leaf]);
export const hashNode = (left: Uint8Array, right: Uint8Array): Hash => sha256([NODE, left, right]);
/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = sha256([]);

/** The largest power of two below `n` (n > 1): where RFC 9162 splits a tree. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** The full subtrees that make up a range, from left to right; a range comes from splitting a tree, so it begins where they do. */
export function nodesOf({ begin, end }: Range): Node[] {
  const nodes: Node[] = [];
  let at = begin;
  while (at < end) {
    const level = Math.floor(Math.log2(end - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The root of a range of leaves. */
export function rootOf(range: Range, read: ReadNode): Hash {
  const nodes = nodesOf(range);
  let root: Hash | undefined;
  for (const node of nodes.reverse()) root = root === undefined ? read(node) : hashNode(read(node), root);
  return root ?? emptyRoot;
}

/** The root over neighbours of one level: their number is a power of two. */
export function rootOfFull(hashes: readonly Hash[]): Hash {
  let level = hashes;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, i) =>
      hashNode(level[2 * i] as Hash, level[2 * i + 1] as Hash),
    );
  return level[0] ?? emptyRoot;
}

/** RFC 9162 §2.1.3.1: the ranges whose roots prove that leaf `index` is in the tree of `size` leaves, lowest first. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

/** RFC 9162 §2.1.4.1: the ranges whose roots prove that the tree of `second` leaves goes on from that of `first`. */
export function consistencyRanges(first: number, second: number): Range[] {
  if (first === 0 || first === second) return [];
  const ranges: Range[] = [];
  let [begin, end] = [0, second];
  let whole = true;
  while (end !== first) {
    const middle = begin + splitOf(end - begin);
    if (first <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
      whole = false;
    }
  }
  return (whole ? ranges : [...ranges, { begin, end }]).reverse();
}

/** Reads from leaves that are all at hand. */
export function readFrom(leaves: readonly Hash[]): ReadNode {
  return ({ level, index }) => rootOfFull(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
}
