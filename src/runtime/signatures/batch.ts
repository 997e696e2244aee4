// One signature for many texts (R19): a tree over their digests in the shape of RFC 9162 §2.1, its root signed once; each text carries the
// signature and its own path, and is checked alone. Written as `header..signature~size.index.path`: what comes before `~` is the detached
// JWS over the root's text, which is the text of nothing else. SM2 goes with SM3 in the tree too.
import { createHash } from 'node:crypto';
import { type Algorithm, algorithmTable } from './algorithms.ts';
import { type DetachedJws, isJwsSignedBy, type JwsHeader, readDetachedJws, signDetachedJws } from './jws.ts';
import type { Signer } from './keys.ts';
import type { PublicKey } from './public-key.ts';

const MOST_MESSAGES = 10_000;
const HASH_BYTES = 32;
const LONGEST_PATH = Math.ceil(Math.log2(MOST_MESSAGES));

type Digest = (...parts: readonly Uint8Array[]) => Buffer;
const digestFor = (algorithm: Algorithm): Digest => {
  const name = algorithmTable[algorithm].family === 'sm2' ? 'sm3' : 'sha256';
  return (...parts) => {
    const hash = createHash(name);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
};
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
/** What is signed of a batch. */
export const batchText = (size: number, root: Uint8Array): Buffer =>
  Buffer.from(`portico batch\n${size}\n${Buffer.from(root).toString('hex')}\n`);

/** Where RFC 9162 splits a tree: the largest power of two below `n`. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** The root over some leaves, and the path of each, lowest first. */
function grow(leaves: readonly Buffer[], digest: Digest): { root: Buffer; paths: Buffer[][] } {
  const [only] = leaves;
  if (leaves.length <= 1) return { root: only ?? digest(), paths: leaves.map(() => []) };
  const middle = splitOf(leaves.length);
  const left = grow(leaves.slice(0, middle), digest);
  const right = grow(leaves.slice(middle), digest);
  return {
    root: digest(NODE, left.root, right.root),
    paths: [...left.paths.map((path) => [...path, right.root]), ...right.paths.map((path) => [...path, left.root])],
  };
}

/** The signature of each text, in their order. */
export async function signBatch(
  signer: Signer,
  texts: readonly Uint8Array[],
  header: Omit<JwsHeader, 'alg'> = {},
): Promise<string[]> {
  if (texts.length === 0 || texts.length > MOST_MESSAGES) throw new Error(`a batch has 1 to ${MOST_MESSAGES} texts`);
  const digest = digestFor(signer.algorithm);
  const { root, paths } = grow(
    texts.map((text) => digest(LEAF, text)),
    digest,
  );
  const jws = await signDetachedJws(signer, batchText(texts.length, root), header);
  return paths.map((path, index) => `${jws}~${texts.length}.${index}.${Buffer.concat(path).toString('base64url')}`);
}

type Place = { readonly size: number; readonly index: number; readonly path: readonly Buffer[] };
export type TextSignature = { readonly jws: DetachedJws; readonly place?: Place };

/** A signature of one text, its own or as one of a batch; undefined where it is neither in its one spelling. */
export function readTextSignature(text: string): TextSignature | undefined {
  const [first = '', second, ...more] = text.split('~');
  const jws = readDetachedJws(first);
  if (!jws || more.length > 0) return undefined;
  if (second === undefined) return { jws };
  const place = readPlace(second);
  return place && { jws, place };
}

const PLACE = /^([1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.([A-Za-z0-9_-]*)$/;
function readPlace(text: string): Place | undefined {
  const [, size = '', index = '', encoded = ''] = PLACE.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64url');
  const place = { size: Number(size), index: Number(index) };
  if (size === '' || place.size > MOST_MESSAGES || place.index >= place.size) return undefined;
  if (bytes.toString('base64url') !== encoded || bytes.length % HASH_BYTES !== 0) return undefined;
  if (bytes.length > LONGEST_PATH * HASH_BYTES) return undefined;
  const path = Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
  return { ...place, path };
}

/** RFC 9162 §2.1.3.2; undefined where the path cannot be that of the place. */
function rootByPath(leaf: Buffer, { size, index, path }: Place, digest: Digest): Buffer | undefined {
  let [fn, sn, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      root = digest(NODE, sibling, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else root = digest(NODE, root, sibling);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? root : undefined;
}

export function isTextSignedBy({ jws, place }: TextSignature, text: Uint8Array, key: PublicKey): boolean {
  if (!place) return isJwsSignedBy(jws, text, key);
  const digest = digestFor(jws.header.alg);
  const root = rootByPath(digest(LEAF, text), place, digest);
  return root !== undefined && isJwsSignedBy(jws, batchText(place.size, root), key);
}
