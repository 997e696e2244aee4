// What a partner has of an earlier version of a document: the version itself, where a later one may say only what is different (N3), and his number
// for it, where the standard amends under that (N11). A version counts if it was the last that went out and he has acknowledged it: of one that
// is under way, refused or dead nothing is sure, and the whole goes again. A number stays his number.
import type { Context } from '../../runtime/context.ts';
import type { DocumentDefinition } from '../mapping/contract.ts';
import { readSubmittedForm } from '../shipment/index.ts';
import type { ExchangeEvents } from './contract.ts';
import { readTold } from './reports-told.ts';
import type { DispatchEvent, Filing, TakenBefore } from './write-document.ts';

type Placed = { readonly document: Pick<DocumentDefinition, 'id' | 'comparesWithTaken' | 'amends'> };

/** By document; absent where the whole is to go, as new. */
export async function takenBefore(
  context: Context,
  event: DispatchEvent,
  { version }: Filing,
  needed: readonly Placed[],
): Promise<ReadonlyMap<string, TakenBefore>> {
  const found = new Map<string, TakenBefore>();
  const asking = needed.filter(({ document }) => document.comparesWithTaken || document.amends);
  if (event.type !== 'shipment.submitted' || version < 2 || asking.length === 0) return found;
  const { shipmentId } = event.payload;
  const told = await readTold(context, shipmentId);
  const payloadsOf = <K extends 'document.dispatched' | 'document.answered'>(type: K): ExchangeEvents[K][] =>
    told.events.filter((one) => one.type === type).map(({ payload }) => payload as unknown as ExchangeEvents[K]);
  const [sent, answered] = [payloadsOf('document.dispatched'), payloadsOf('document.answered')];
  for (const { document } of asking) {
    const last = sent.findLast((one) => one.document === document.id && one.version < version);
    const isTaken = document.comparesWithTaken && last && told.acknowledged(last.documentId);
    const form = isTaken ? await readSubmittedForm(context, shipmentId, last.version) : undefined;
    const { partnerNumber } =
      (document.amends && answered.findLast((one) => one.document === document.id && one.partnerNumber)) || {};
    found.set(document.id, { ...(form ? { form } : {}), ...(partnerNumber ? { partnerNumber } : {}) });
  }
  return found;
}
