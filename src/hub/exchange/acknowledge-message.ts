// What a partner is told of his own message where he has asked for it (ISO 9735-4): a document of no case, sent over his channel like any other.
import { type Context, emitter } from '../../runtime/context.ts';
import { keepDocument } from '../documents/index.ts';
import type { Channel, InboundBytes } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { type InboundRow, insertDeliveries } from './store.ts';
import { idFrom } from './write-document.ts';

const emit = emitter<ExchangeEvents>();

/** Each verdict once for each message, however often it is read; one that is mended here and read again gets the better one too. */
export async function acknowledgeMessage(
  context: Context,
  { id: channel, acknowledges }: Channel,
  inbound: InboundRow,
  { message, failure }: { readonly message: InboundBytes; readonly failure?: unknown },
): Promise<void> {
  const written = acknowledges?.write(message, { failure, at: context.now, serial: inbound.seq });
  if (!acknowledges || !written) return;
  const { verdict, ...encoded } = written;
  const { kind, name } = acknowledges;
  const documentId = idFrom(`${inbound.id}/acknowledgement/${verdict}`);
  const deliveryId = idFrom(`${documentId}/delivery`);
  const kept = await keepDocument(context, {
    ...{ id: documentId, kind, name, flow: 'outbound', channel, simulated: inbound.simulated },
    delivery: { id: deliveryId, state: 'queued', attempts: 0 },
    ...encoded,
  });
  if (!kept) return;
  await insertDeliveries(context, [
    { id: deliveryId, channel, document_id: documentId, document_kind: kind, shipment_id: null },
  ]);
  await emit(context, 'document.dispatched', documentId, { documentId, document: kind, channel, version: 0 });
}
