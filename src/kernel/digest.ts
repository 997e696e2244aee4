// Digests that make "the same bytes" and "the same content" comparable (P3: idempotency by constraint).
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export { canonicalJson } from './canonical-json.ts';

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const contentDigest = (value: unknown): string => sha256Hex(canonicalJson(value));
