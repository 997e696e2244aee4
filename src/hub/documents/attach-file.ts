// A trader's own papers kept with the case: invoice, packing list, contract (P2). The content decides the type.
import type { Context } from '../../runtime/context.ts';
import { mayReadShipment, shipmentHeading } from '../shipment/index.ts';
import type { DocumentView } from './contract.ts';
import { keepDocument } from './keep-document.ts';
import { openDocument } from './read-documents.ts';
import { recogniseFile } from './recognise-file.ts';
import { refuse } from './refusals.ts';

export async function attachFile(
  context: Context,
  file: { shipmentId: string; bytes: Uint8Array; fileName: string | undefined },
): Promise<DocumentView> {
  const { shipmentId, bytes } = file;
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('DOCUMENT_UNKNOWN');
  const type = recogniseFile(bytes);
  if (!type) throw refuse('ATTACHMENT_TYPE_UNKNOWN');
  const heading = await shipmentHeading(context, shipmentId);
  const id = context.newId();
  await keepDocument(context, {
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
  });
  return (await openDocument(context, id, false)).view;
}
