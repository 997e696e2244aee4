// Which case and document a partner means: by our client number, or by the numbers it gave the case itself (P3).
import type { Context } from '../../runtime/context.ts';
import { documentByClientNumber } from '../documents/index.ts';
import type { DocumentPointer } from '../mapping/contract.ts';
import { partnerNumbers } from './decide-message.ts';
import { findPointer } from './store.ts';

export type Resolved = {
  readonly shipmentId: string;
  readonly documentId: string /** Of our document, where it was named. */;
  readonly version?: number;
};

/** Our own client number names one version of one document; the partner's numbers name the case. Never another channel's. */
export async function resolvePointer(
  context: Context,
  channel: string,
  pointer: DocumentPointer,
): Promise<Resolved | undefined> {
  const document = pointer.clientNumber ? await documentByClientNumber(context, pointer.clientNumber) : undefined;
  if (document?.shipment_id && document.channel === channel)
    return { shipmentId: document.shipment_id, documentId: document.id, version: document.shipment_version ?? 1 };
  for (const value of partnerNumbers(pointer)) {
    const known = await findPointer(context, channel, value);
    if (known) return { shipmentId: known.shipment_id, documentId: known.document_id };
  }
  return undefined;
}
