// Who signed a document that went out or came in (P4), checked when somebody asks, as of when it was kept; what carries no signature says why.
import type { Context } from '../../runtime/context.ts';
import type { DocumentSignature } from '../signatures/contract.ts';
import { checkKept } from '../signatures/index.ts';
import { readBytes } from './read-bytes.ts';
import { openDocument } from './read-documents.ts';

export async function readDocumentSignature(context: Context, id: string): Promise<DocumentSignature> {
  const { view, digest } = await openDocument(context, id);
  if (view.flow === 'attachment' || !/\bxml$/.test(view.mediaType)) return { state: 'no-form-for-it' };
  const bytes = await readBytes(context, digest);
  const { channel, createdAt: at } = view;
  const inbound = view.flow === 'inbound' && channel !== undefined;
  const report = await checkKept(context, { bytes, at, ...(inbound ? { channel } : {}) });
  if (report) return { state: 'signed', report };
  if (view.flow === 'inbound') return { state: 'unsigned' };
  const asked = context.settings.signedChannels?.[channel ?? '']?.outbound === 'seal';
  return { state: asked ? 'no-seal' : 'not-asked-for' };
}
