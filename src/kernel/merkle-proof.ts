// Checks proofs of a Merkle tree in the shape of RFC 9162 §2.1 (RFC 6962 §2.1): that a leaf is in a tree, that a tree goes on
// from an earlier one. Pure; the browser, the command line and the tests use it with their own SHA-256.

/** SHA-256 of these bytes; WebCrypto's is asynchronous. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
type Hash = Uint8Array<ArrayBuffer>;

const joined = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
export const leafHash = (sha256: Sha256, leaf: Uint8Array): Promise<Hash> => sha256(joined(0, leaf));
const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Promise<Hash> => sha256(joined(1, left, right));
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** RFC 9162 §2.1.3.2: the root that `proof` leads to from this leaf; undefined where it cannot be a proof of that place. */
async function rootByInclusion(
  sha256: Sha256,
  { index, size, leaf, proof }: { index: number; size: number; leaf: Uint8Array; proof: readonly Uint8Array[] },
): Promise<Uint8Array | undefined> {
  if (!isSize(index) || !isSize(size) || index >= size) return undefined;
  let fn = index;
  let sn = size - 1;
  let root: Uint8Array = leaf;
  for (const sibling of proof) {
    if (sn === 0) return undefined;
    if (isOdd(fn) || fn === sn) {
      root = await nodeHash(sha256, sibling, root);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else root = await nodeHash(sha256, root, sibling);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 ? root : undefined;
}

export async function isIncluded(
  sha256: Sha256,
  claim: { index: number; size: number; leaf: Uint8Array; proof: readonly Uint8Array[]; root: Uint8Array },
): Promise<boolean> {
  const root = await rootByInclusion(sha256, claim);
  return root !== undefined && sameBytes(root, claim.root);
}

/** RFC 9162 §2.1.4.2: whether the tree of `second` leaves begins with exactly the tree of `first` leaves. */
export async function isConsistent(
  sha256: Sha256,
  claim: {
    first: { size: number; root: Uint8Array };
    second: { size: number; root: Uint8Array };
    proof: readonly Uint8Array[];
  },
): Promise<boolean> {
  const { first, second } = claim;
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return claim.proof.length === 0 && sameBytes(first.root, second.root);
  if (first.size === 0) return claim.proof.length === 0;
  const wholePower = Number.isInteger(Math.log2(first.size));
  const path = wholePower ? [first.root, ...claim.proof] : [...claim.proof];
  const start = path.shift();
  if (start === undefined) return false;
  let fn = first.size - 1;
  let sn = second.size - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let fr = start;
  let sr = start;
  for (const sibling of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = await nodeHash(sha256, sibling, fr);
      sr = await nodeHash(sha256, sibling, sr);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else sr = await nodeHash(sha256, sr, sibling);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameBytes(fr, first.root) && sameBytes(sr, second.root);
}
