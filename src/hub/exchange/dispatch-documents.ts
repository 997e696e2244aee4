// Queues each recipient's own document, in the transaction of the event's reaction (P3, P10). One that cannot be written
// becomes a dead letter with its reason; the others go.
import { type Context, emitter } from '../../runtime/context.ts';
import { neededDocuments } from '../mapping/index.ts';
import type { Trigger } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { findDelivery, insertDelivery, keepUnwritten, lockDispatch } from './store.ts';
import { type DispatchEvent, filingOf, idsOf, overlayOf, writeDocument } from './write-document.ts';

const emit = emitter<ExchangeEvents>();

export async function dispatchDocuments(context: Context, event: DispatchEvent): Promise<void> {
  const { shipmentId } = event.payload;
  const filing = await filingOf(context, event);
  if (!filing) return;
  await lockDispatch(context, shipmentId);
  for (const placed of neededDocuments(event.type as Trigger, filing.form, overlayOf(event))) {
    const { documentId, deliveryId } = idsOf(event, placed.document.id);
    if (await findDelivery(context, deliveryId)) continue;
    const reason = await writeDocument(context, event, filing, placed);
    const delivery = {
      id: deliveryId,
      channel: placed.channel.id,
      document_id: documentId,
      document_kind: placed.document.id,
      shipment_id: shipmentId,
    };
    await insertDelivery(context, delivery);
    if (reason === undefined) continue;
    await keepUnwritten(context, deliveryId, { eventPosition: event.position, reason });
    await emit(context, 'delivery.died', shipmentId, {
      shipmentId,
      deliveryId,
      documentId,
      document: placed.document.id,
      channel: placed.channel.id,
      reason,
    });
  }
}
