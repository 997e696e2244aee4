// A paper that was attached and that nothing has been filed with is taken away by whoever attached it (P2): a report whose filing was refused, a
// file chosen by mistake. What was filed stays; that it was there and what it was stays in the ledger.
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import type { DocumentEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { type DocumentRow, findDocument } from './store.ts';
import { deleteAttachment } from './store-files.ts';

const emit = emitter<DocumentEvents>();

/** By what the library knows; whoever files papers by their number asks first whether this one is filed. */
export const isUnfiled = ({ actor }: Context, row: DocumentRow, version: number): boolean =>
  row.flow === 'attachment' &&
  row.attached_by !== null &&
  row.attached_by === actor.organisationId &&
  (row.shipment_version ?? 0) >= version;

export async function takeAwayAttachment(context: Context, documentId: string): Promise<void> {
  const row = await findDocument(context, documentId);
  const shipmentId = row?.shipment_id;
  if (!row || !shipmentId || !(await mayDoToShipment(context, shipmentId, 'shipment.write')))
    throw refuse('DOCUMENT_UNKNOWN');
  const heading = await shipmentHeading(context, shipmentId);
  if (!isUnfiled(context, row, heading?.version ?? 0)) throw refuse('ATTACHMENT_FILED', { name: row.file_name });
  // The same bytes may be another's document too, which its reader need not see.
  await context.beyondLock((open) => deleteAttachment(open, row));
  await emit(context, 'document.taken-away', documentId, { documentId, shipmentId, digest: row.digest });
}
