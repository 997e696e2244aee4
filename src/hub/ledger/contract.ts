// Wire shapes of the ledger: receipts, signed tree heads, proofs (issue 4; RFC 9162 §2.1, C2SP tlog-checkpoint).
import type { Bilingual } from '../../kernel/bilingual.ts';

/** Hashes are hex text. */
export type TreeHead = {
  readonly size: number;
  readonly root: string;
  readonly signedAt: string;
  /** The signed text itself: keep it, and everything before it is held to it. */
  readonly note: string;
};
export type ReceiptView = {
  readonly id: string;
  /** `pending` until the next signed head, a second or so. */
  readonly state: 'pending' | 'integrated';
  readonly type: string;
  readonly subject: string;
  readonly at: string;
  /** The exact text that was hashed, canonical JSON; its `content` is SHA-256(salt ‖ content). */
  readonly leaf: string;
  readonly leafHash: string;
  /** What was committed to, for those it concerns; absent for others, and once it was erased. */
  readonly content?: { readonly salt: string; readonly text: string };
  readonly index?: number;
  readonly proof?: readonly string[];
  readonly head?: TreeHead;
};
/** One act on a shipment, with what asks for its proof. */
export type ReceiptLine = {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly text: Bilingual;
};
export type InclusionProof = { readonly index: number; readonly size: number; readonly proof: readonly string[] };
export type ConsistencyProof = { readonly first: number; readonly second: number; readonly proof: readonly string[] };
export type LedgerKey = {
  /** `<origin>+<key id>+<base64 of algorithm and public key>` (C2SP signed-note). */
  readonly verifier: string;
  readonly since: string;
};

export type LedgerEvents = {
  /** About the event whose content is gone; its leaf and its proof stay (R26). */
  'content.erased': { receiptId: string; reason: string };
  /** A bundle was handed to an auditor: of what, how much, and the digest of its list of digests. */
  'audit.exported': { wanted: string; receipts: number; digest: string };
};
