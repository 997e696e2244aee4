// SHA-256 as the pure part of the draw asks for it: the browser's is asynchronous.
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../kernel/merkle-proof.ts';

export const sha256: Sha256 = async (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest());
