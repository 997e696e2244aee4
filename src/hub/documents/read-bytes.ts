// The bytes of a document, wherever they lie, held against the digest under which they were kept: what is missing or was altered is
// never handed over as if it were the document (P2).
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import { refuse } from './refusals.ts';
import { readBody } from './store.ts';

export const readBytes = async (context: Context, digest: string): Promise<Uint8Array> =>
  checkBytes(context, digest, await readBody(context, digest));

/** `kept` is what the database has: the bytes, or null where they lie in the file store. */
export async function checkBytes(
  context: Context,
  digest: string,
  kept: Uint8Array | null | undefined,
): Promise<Uint8Array> {
  const found = kept ? (sha256Hex(kept) === digest ? kept : 'altered') : await context.files?.open(digest);
  if (found === 'altered') throw refuse('DOCUMENT_BODY_ALTERED', { digest });
  if (found === undefined || found === 'missing') throw refuse('DOCUMENT_BODY_MISSING', { digest });
  return found;
}
