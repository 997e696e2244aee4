// Signed tree heads as signed notes (C2SP signed-note and tlog-checkpoint): a text that anybody can read, and one signature
// line per signer. Ed25519 today; another algorithm (SM2) joins as a second line, which older verifiers pass over.
//
//   portico.example/ledger            origin: which ledger
//   1234                              leaves
//   pJ1Bz…=                           root, base64
//   previous 1200 4uX0h…=             the head before this one and the SHA-256 of its whole note: whoever holds one head holds all
//   time 2026-11-26T03:50:03.000Z     when it was signed
//
//   — portico.example/ledger m8FzAv…  4 bytes of key id and the signature over everything above the empty line
import { createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject, sign } from 'node:crypto';
import type { Hash } from './merkle.ts';

export type HeadSigner = {
  /** `<origin>+<key id>+<base64 of algorithm and public key>`: what a verifier is given once and keeps. */
  readonly verifier: string;
  /** The line under the text. */
  sign(text: string): string;
};
export type Head = {
  readonly size: number;
  /** The head before it, as it was signed; absent for the first. */
  readonly previous?: { readonly size: number; readonly note: string };
  readonly root: Hash;
  readonly signedAt: string;
};

const ED25519 = 1;
const SEED_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');

export const originOf = (baseUrl: string): string => `${new URL(baseUrl).host}/ledger`;

export function createEd25519Signer(origin: string, key: KeyObject): HeadSigner {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(ED25519), publicKey]);
  const keyId = Buffer.from(hash('sha256', Buffer.concat([Buffer.from(`${origin}\n`), typed]), 'buffer')).subarray(
    0,
    4,
  );
  return {
    verifier: `${origin}+${keyId.toString('hex')}+${typed.toString('base64')}`,
    sign: (text) => `— ${origin} ${Buffer.concat([keyId, sign(null, Buffer.from(text), key)]).toString('base64')}\n`,
  };
}

/** Where no key is given (demonstration, tests): every node of one installation makes the same one of its seal key. */
export function ledgerKeyOf(pem: string | undefined, sealKey: string): KeyObject {
  if (pem !== undefined) return createPrivateKey(pem);
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(sealKey, 'base64'), '', 'portico ledger', 32));
  return createPrivateKey({ key: Buffer.concat([SEED_HEADER, seed]), format: 'der', type: 'pkcs8' });
}

export function writeNote(origin: string, head: Head, signers: readonly HeadSigner[]): string {
  const { size = 0, note = '' } = head.previous ?? {};
  const chain = `previous ${size} ${hash('sha256', note, 'base64')}`;
  const text = `${origin}\n${head.size}\n${head.root.toString('base64')}\n${chain}\ntime ${head.signedAt}\n`;
  return `${text}\n${signers.map((signer) => signer.sign(text)).join('')}`;
}
