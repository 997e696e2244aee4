// What a partner has of a document already, where a later version may say only what is different (N3): the last that went out, and only if he has
// acknowledged it. One that is under way, refused or dead says nothing sure, and the whole goes again.
import type { Context } from '../../runtime/context.ts';
import type { DocumentDefinition } from '../mapping/contract.ts';
import { readSubmittedForm } from '../shipment/index.ts';
import type { Form } from '../shipment/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { readTold } from './reports-told.ts';
import type { DispatchEvent, Filing } from './write-document.ts';

type Placed = { readonly document: Pick<DocumentDefinition, 'id' | 'comparesWithTaken'> };

/** By document; absent where the whole is to go. */
export async function takenBefore(
  context: Context,
  event: DispatchEvent,
  { version }: Filing,
  needed: readonly Placed[],
): Promise<ReadonlyMap<string, Form>> {
  const found = new Map<string, Form>();
  const kinds = needed.flatMap(({ document }) => (document.comparesWithTaken ? [document.id] : []));
  if (event.type !== 'shipment.submitted' || version < 2 || kinds.length === 0) return found;
  const told = await readTold(context, event.payload.shipmentId);
  const sent = told.events
    .filter(({ type }) => type === 'document.dispatched')
    .map(({ payload }) => payload as unknown as ExchangeEvents['document.dispatched']);
  for (const kind of kinds) {
    const last = sent.findLast((one) => one.document === kind && one.version < version);
    if (!last || !told.acknowledged(last.documentId)) continue;
    const form = await readSubmittedForm(context, event.payload.shipmentId, last.version);
    if (form) found.set(kind, form);
  }
  return found;
}
