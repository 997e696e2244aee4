// A file that a partner sent for the case: a decision, a certificate (N13, P2). Kept like what a trader attaches, so that it is
// scanned, searched and shown like it; the channel has refused what is no file the library takes.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { DocumentEvents } from './contract.ts';
import { keepDocument } from './keep-document.ts';
import { recogniseFile } from './recognise-file.ts';
import { noteAbout } from './read-documents.ts';

const emit = emitter<DocumentEvents>();

export async function keepReceivedFile(
  context: Context,
  file: {
    readonly shipmentId: string;
    /** Our document that it answers. */
    readonly documentId: string;
    readonly version?: number;
    readonly channel: string;
    readonly name: Bilingual;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    readonly simulated: boolean;
  },
): Promise<void> {
  const { shipmentId, documentId, channel, name, fileName, bytes, simulated } = file;
  const mediaType = recogniseFile(bytes)?.mediaType ?? 'application/octet-stream';
  const id = context.newId();
  // Before the row that names them: a crash between leaves bytes without a row, which the sweeper takes.
  await context.files?.keep(bytes);
  await keepDocument(context, {
    id,
    kind: `${channel}.file`,
    name,
    flow: 'attachment',
    channel,
    bytes,
    mediaType,
    fileName,
    shipmentId,
    shipmentVersion: file.version ?? 0,
    simulated,
  });
  await noteAbout(context, id, { shipmentId, documentId, note: name });
  const digest = sha256Hex(bytes);
  await emit(context, 'document.attached', id, { documentId: id, shipmentId, digest, bytes: bytes.length, mediaType });
}
