// What an enterprise applies for goes out as a document of no case (N7 名录登记; decision 0064): written from what it filed, in the transaction of
// the event's reaction, and from then on like any other, over the same lane with the same attempts.
import { type Context, emitter, type StoredEvent, UNPLACED } from '../../runtime/context.ts';
import type { DirectoryEvents } from '../directory/contract.ts';
import { filedApplication } from '../directory/index.ts';
import { keepDocument, type NewDocument } from '../documents/index.ts';
import { neededDocuments } from '../mapping/index.ts';
import type { Channel, DocumentDefinition, Overlay } from '../mapping/contract.ts';
import { sealDocuments, unsealed } from './apply-signatures.ts';
import type { ExchangeEvents } from './contract.ts';
import { insertDeliveries, keepUnwritten, knownDeliveries } from './store.ts';
import { encodeDocument, idsOf, type Written } from './write-document.ts';

const emit = emitter<ExchangeEvents>();
export type AppliedEvent = StoredEvent<DirectoryEvents['directory.applied']>;
type Placed = { readonly channel: Channel; readonly document: DocumentDefinition };

export async function dispatchApplication(context: Context, event: AppliedEvent): Promise<void> {
  for (const placed of neededDocuments('directory.applied', {})) await dispatchOne(context, event, placed);
}

async function dispatchOne(context: Context, event: AppliedEvent, placed: Placed): Promise<void> {
  const { documentId, deliveryId } = idsOf(event, placed.document.id);
  if ((await knownDeliveries(context, [deliveryId])).has(deliveryId)) return;
  const written = await writeApplication(context, event, placed);
  const about = { documentId, document: placed.document.id, channel: placed.channel.id };
  await insertDeliveries(context, [
    {
      id: deliveryId,
      channel: placed.channel.id,
      document_id: documentId,
      document_kind: placed.document.id,
      shipment_id: null,
    },
  ]);
  if ('document' in written) return keepApplication(context, event, written.document);
  // A dead letter is written again from its event, so the event must have its place: it is carried from the log then.
  if (event.position === UNPLACED) throw new Error(`unwritten: ${written.reason}`);
  await keepUnwritten(context, deliveryId, { eventPosition: event.position, reason: written.reason });
  await emit(context, 'delivery.died', documentId, { ...about, deliveryId, reason: written.reason });
}

/** The document as it will be kept, or the reason why it cannot be written. */
export async function writeApplication(context: Context, event: AppliedEvent, placed: Placed): Promise<Written> {
  const filed = await filedApplication(context, event.payload);
  if (!filed) return { reason: 'no application' };
  const noSeal = await unsealed(context, event.payload, [placed.document]);
  if (noSeal) return { reason: noSeal };
  const { documentId, deliveryId } = idsOf(event, placed.document.id);
  const { kind, number, version } = event.payload;
  const overlay: Overlay = {
    ...Object.fromEntries(Object.entries(filed.form).map(([id, value]) => [`application.${id}`, value])),
    'application.kind': kind,
    'application.number': number,
    'dispatch.clientNumber': filed.clientNumber,
    'dispatch.version': String(version),
    'dispatch.documentId': documentId,
    'dispatch.sentAt': event.occurredAt,
    'dispatch.operation': version > 1 ? 'amend' : 'declare',
  };
  const encoded = encodeDocument(context, event, placed, { form: {}, overlay });
  if ('reason' in encoded) return encoded;
  return {
    document: {
      id: documentId,
      kind: placed.document.id,
      name: placed.document.name,
      flow: 'outbound',
      channel: placed.channel.id,
      clientNumber: filed.clientNumber,
      simulated: context.settings.mode === 'demo',
      delivery: { id: deliveryId, state: 'queued', attempts: 0 },
      ...encoded.encoded,
    },
  };
}

export async function keepApplication(
  context: Context,
  { payload }: AppliedEvent,
  written: NewDocument,
): Promise<void> {
  const [document = written] = await sealDocuments(context, payload, [written]);
  await keepDocument(context, document);
  const { id: documentId, kind, channel = '' } = document;
  await emit(context, 'document.dispatched', documentId, { documentId, document: kind, channel, version: 0 });
}
