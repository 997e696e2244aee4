// Checks a receipt without trusting who gave it: content, leaf, proof, signature (WebCrypto only; the portal and
// `npm run verify-ledger` use the same; tools/verify_ledger.py is written apart from it).
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { isConsistent, isIncluded, leafHash, type Sha256, sameBytes } from '../../../kernel/merkle-proof.ts';
import type { ReceiptView } from '../contract.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type Check = { readonly holds: boolean; readonly text: Bilingual };
type HeadNote = { readonly origin: string; readonly size: number; readonly root: Bytes; readonly body: string };

const ED25519 = 1;
const sha256: Sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const unhex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const unbase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Undefined for what is no signed head. */
export function readNote(note: string): HeadNote | undefined {
  const body = note.slice(0, note.indexOf('\n\n') + 1);
  const [, origin = '', size = '', root = ''] = /^(\S+)\n(\d+)\n(\S{44})\n/.exec(body) ?? [];
  return origin === '' ? undefined : { origin, size: Number(size), root: unbase64(root), body };
}

/** Whether one of these keys signed the note (C2SP signed-note). */
export async function isSigned(note: string, verifiers: readonly string[]): Promise<boolean> {
  const head = readNote(note);
  if (!head) return false;
  for (const [, name, signature = ''] of note.slice(head.body.length + 1).matchAll(/^— (\S+) (\S+)$/gm))
    for (const verifier of verifiers)
      if (await signedWith(head, name ?? '', unbase64(signature), verifier)) return true;
  return false;
}

async function signedWith(head: HeadNote, name: string, blob: Bytes, verifier: string): Promise<boolean> {
  const [, origin, keyId, typed = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifier) ?? [];
  const key = unbase64(typed);
  if (origin !== name || origin !== head.origin || key[0] !== ED25519 || blob.length !== 68) return false;
  const id = (await sha256(Uint8Array.from([...utf8(`${origin}\n`), ...key]))).slice(0, 4);
  if (hex(id) !== keyId || !sameBytes(id, blob.slice(0, 4))) return false;
  const imported = await crypto.subtle.importKey('raw', key.slice(1), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, blob.slice(4), utf8(head.body));
}

/** One line for each thing that has to hold; all of them, whatever comes of the first. */
export async function checkReceipt(receipt: ReceiptView, verifiers: readonly string[]): Promise<Check[]> {
  const checks: Check[] = [];
  const check = (holds: boolean, zh: string, en: string) => checks.push({ holds, text: { zh, en } });
  const leaf = await leafHash(sha256, utf8(receipt.leaf));
  if (receipt.content) {
    const committed = (JSON.parse(receipt.leaf) as { content?: string }).content;
    const whole = Uint8Array.from([...unhex(receipt.content.salt), ...utf8(receipt.content.text)]);
    check(hex(await sha256(whole)) === committed, '内容与叶子所承诺的一致', 'The content is what the leaf commits to');
  }
  check(hex(leaf) === receipt.leafHash, '叶子散列一致', 'The leaf has the hash it is said to have');
  const head = receipt.head && readNote(receipt.head.note);
  if (!receipt.head || !head || receipt.index === undefined || !receipt.proof) {
    check(false, '尚未进入签名树头，请稍后再取', 'Not yet under a signed head: fetch it again in a moment');
    return checks;
  }
  const claim = { index: receipt.index, size: head.size, leaf, proof: receipt.proof.map(unhex), root: head.root };
  check(await isIncluded(sha256, claim), '叶子在签名树头之下', 'The leaf is under the signed head');
  check(await isSigned(receipt.head.note, verifiers), '树头签名有效', 'The signature of the head is good');
  return checks;
}

/** Whether a later head goes on from one that was kept. */
export async function goesOnFrom(kept: string, later: string, proof: readonly string[]): Promise<boolean> {
  const [first, second] = [readNote(kept), readNote(later)];
  return (
    first !== undefined && second !== undefined && isConsistent(sha256, { first, second, proof: proof.map(unhex) })
  );
}
