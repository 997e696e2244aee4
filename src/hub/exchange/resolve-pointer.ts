// Which case and document a partner means: by our client number, or by the numbers it gave the case itself (P3).
import type { Context } from '../../runtime/context.ts';
import { applicationFiledAs } from '../directory/index.ts';
import { documentByClientNumber, documentOfVersion } from '../documents/index.ts';
import type { DocumentPointer } from '../mapping/contract.ts';
import { partnerNumbers } from './decide-message.ts';
import { versionFiledBy } from '../shipment/index.ts';
import { findPointer } from './store.ts';

export type Resolved = {
  readonly shipmentId: string;
  readonly documentId: string /** Of our document, where it was named or its time is known. */;
  readonly version?: number;
  /** What the number is kept for: the last of our documents that was answered under it. */
  readonly keptFor?: string;
};

/**
 * Our own client number names one version of one document; the partner's numbers name the case, and the time it spoke the version that it can have
 * had (0068). Never another channel's.
 */
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
    if (!known) continue;
    const { shipment_id: shipmentId, document_id: documentId } = known;
    if (pointer.saidAt === undefined) return { shipmentId, documentId };
    const { version, last } = await versionFiledBy(context, shipmentId, pointer.saidAt);
    // A number moves on to the document of each later version that is answered.
    const own = last > 1 ? await documentOfVersion(context, documentId, version) : undefined;
    return { shipmentId, documentId: own ?? documentId, version, keptFor: documentId };
  }
  return undefined;
}

export type ResolvedApplication = {
  readonly documentId: string;
  readonly kind: string;
  readonly applicationId: string;
  readonly version: number;
};
/** Which application of an enterprise our number stands for; never what went over another channel. */
export async function resolveApplication(
  context: Context,
  channel: string,
  { clientNumber }: { readonly clientNumber: string },
): Promise<ResolvedApplication | undefined> {
  const document = await documentByClientNumber(context, clientNumber);
  if (!document || document.channel !== channel || document.shipment_id !== null) return undefined;
  const filed = await applicationFiledAs(context, clientNumber);
  return filed && { documentId: document.id, kind: document.kind, ...filed };
}
