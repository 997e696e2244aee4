// What the ledger commits to: each event becomes one leaf, a JSON text in canonical form (RFC 8785: members sorted, no blanks).
//   content = {"actor":{"id","kind","name","organisationId"?},"payload":{…}}        may hold personal data, can be erased
//   leaf    = {"at","content","id","subject","type","v":1}                           stays for ever
// where `content` of the leaf is SHA-256(salt ‖ content) in hex. The salt is erased with the content, so that nobody can find
// out by guessing what was erased, and the leaf, and with it every proof, stays as it was (R26).
import { hash } from 'node:crypto';
import { canonicalJson } from '../../kernel/digest.ts';
import { drawBytes } from '../random-pool.ts';
import { type Hash, hashLeaf } from './merkle.ts';

export type LeafFields = {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
};
const SALT_BYTES = 16;

export const contentText = (actor: object, payload: unknown): string => canonicalJson({ actor, payload });
/** `salt` is empty for events written by a version that kept no ledger. */
export const contentHash = (salt: Uint8Array, content: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(content)]));
/** The members in their order, written out: it is done for every event. */
export const leafText = ({ id, type, subject, at }: LeafFields, content: string): string =>
  `{"at":"${at}","content":"${content}","id":"${id}","subject":${JSON.stringify(subject)},"type":${JSON.stringify(type)},"v":1}`;

/** A fresh salt and the hash of the leaf of an event that is about to be written; `payload` as JSON will read it back. */
export function commitTo(fields: LeafFields, actor: object, payload: unknown): { salt: Buffer; leaf: Hash } {
  const salt = drawBytes(SALT_BYTES);
  return { salt, leaf: hashLeaf(leafText(fields, contentHash(salt, contentText(actor, payload)))) };
}
