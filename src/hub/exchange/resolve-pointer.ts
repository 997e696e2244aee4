// Which case and document a partner means: by our client number, or by the numbers it gave the case itself (P3).
import type { Context } from '../../runtime/context.ts';
import { documentByClientNumber } from '../documents/index.ts';
import type { DocumentPointer, InboundFact } from '../mapping/contract.ts';
import { findPointer } from './store.ts';

export type Resolved = {
  readonly shipmentId: string;
  readonly documentId: string /** Of our document, where it was named. */;
  readonly version?: number;
};
export type PointedFact = Extract<InboundFact, { fact: 'answer' | 'instruction' }>;

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

export const partnerNumbers = (pointer: DocumentPointer): string[] =>
  [pointer.declarationNumber, pointer.partnerNumber].filter((value) => value !== undefined && value !== '') as string[];

/** Answers always, instructions where they name no object by its own number, mean a document that must be known first. */
export const needsDocument = (fact: InboundFact): fact is PointedFact =>
  fact.fact === 'answer' ||
  (fact.fact === 'instruction' &&
    fact.about.objects.length === 0 &&
    (partnerNumbers(fact.about).length > 0 || Boolean(fact.about.clientNumber)));
