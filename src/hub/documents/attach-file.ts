// A trader's own papers kept with the case: invoice, packing list, contract (P2). The content decides the type. The bytes go into the file
// store before the transaction, the row that names them after: a crash between leaves bytes without a row, never a row without bytes.
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import type { DocumentEvents, DocumentView } from './contract.ts';
import { keepDocument, type NewDocument } from './keep-document.ts';
import { openDocument } from './read-documents.ts';
import { type FileType, recogniseFile } from './recognise-file.ts';
import { refuse } from './refusals.ts';

const emit = emitter<DocumentEvents>();
type Attached = { readonly shipmentId: string; readonly bytes: Uint8Array; readonly fileName: string | undefined };

async function check(context: Context, { shipmentId, bytes }: Attached): Promise<FileType> {
  if (!(await mayDoToShipment(context, shipmentId, 'shipment.write'))) throw refuse('DOCUMENT_UNKNOWN');
  const type = recogniseFile(bytes);
  if (!type) throw refuse('ATTACHMENT_TYPE_UNKNOWN');
  return type;
}

/** Before the transaction. */
export async function storeAttachment(context: Context, file: Attached): Promise<void> {
  await check(context, file);
  await context.files?.keep(file.bytes);
}

export async function attachFile(context: Context, file: Attached): Promise<DocumentView> {
  const { shipmentId, bytes } = file;
  const type = await check(context, file);
  const heading = await shipmentHeading(context, shipmentId);
  const id = context.newId();
  const document: NewDocument = {
    id,
    kind: 'attachment',
    name: { zh: '随附单证', en: 'Attachment' },
    flow: 'attachment',
    bytes,
    mediaType: type.mediaType,
    fileName: file.fileName ?? `attachment.${type.extension}`,
    shipmentId,
    shipmentVersion: heading?.version ?? 0,
    simulated: heading?.simulated ?? false,
    ...(context.actor.organisationId ? { attachedBy: context.actor.organisationId } : {}),
  };
  // The same bytes may lie there already, under another's document.
  await context.beyondLock((open) => keepDocument(open, document));
  const { digest, view } = await openDocument(context, id);
  // The sweeper may have taken the bytes for nobody's just before the row was there; from here on it cannot (`sweep-files.ts`).
  if (context.files && !(await context.files.has(digest))) await context.files.keep(bytes);
  const { mediaType } = type;
  await emit(context, 'document.attached', id, { documentId: id, shipmentId, digest, bytes: bytes.length, mediaType });
  return view;
}
