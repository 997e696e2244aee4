// Queues each recipient's own document, in the transaction of the event's reaction (P3, P10). One that cannot be written
// becomes a dead letter with its reason; the others go.
import { type Context, emitter, UNPLACED } from '../../runtime/context.ts';
import { countSentDocuments, type NewDocument } from '../documents/index.ts';
import { correctingDocuments, neededDocuments } from '../mapping/index.ts';
import { readSubmittedForm } from '../shipment/index.ts';
import type { Trigger } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { unsealed } from './apply-signatures.ts';
import { lostSerials } from './note-restore.ts';
import { type Again, refusedReports } from './refused-reports.ts';
import { heldToWords } from './reports-told.ts';
import { takenBefore } from './taken-before.ts';
import { withoutVainDeletions } from './vain-deletions.ts';
import { insertDeliveries, keepUnwritten, knownDeliveries, lockDispatch, type NewDelivery } from './store.ts';
import {
  type DispatchEvent,
  type Filing,
  filingOf,
  idsOf,
  keepWritten,
  overlayOf,
  writeDocument,
} from './write-document.ts';

const emit = emitter<ExchangeEvents>();

export async function dispatchDocuments(context: Context, told: DispatchEvent): Promise<void> {
  const { shipmentId } = told.payload;
  const filing = await filingOf(context, told);
  const event = filing && (await heldToWords(context, told, filing.form));
  if (!filing || !event) return;
  const concerning = (await documentsOf(context, event, filing)).filter(({ channel }) =>
    isConcerned(event, channel.id),
  );
  const needed: readonly Again[] = [
    ...(await withoutVainDeletions(context, event, filing, concerning)).map((placed) => ({ placed, event })),
    ...(await refusedReports(context, event, filing)),
  ];
  if (needed.length === 0) return;
  const ids = needed.map((one) => idsOf(one.event, one.placed.document.id).deliveryId);
  await lockDispatch(context, shipmentId);
  const [known, sent] = await Promise.all([knownDeliveries(context, ids), countSentDocuments(context, shipmentId)]);
  let serial = sent + lostSerials(event.position);
  const noSeal = await unsealed(
    context,
    { shipmentId },
    needed.map(({ placed }) => placed.document),
  );
  const taken = await takenBefore(context, event, filing, concerning);
  const documents: NewDocument[] = [];
  const deliveries: NewDelivery[] = [];
  const unwritten: { readonly delivery: NewDelivery; readonly reason: string }[] = [];
  for (const { placed, event: told } of needed) {
    const { documentId, deliveryId } = idsOf(told, placed.document.id);
    if (known.has(deliveryId)) continue;
    const delivery: NewDelivery = {
      id: deliveryId,
      channel: placed.channel.id,
      document_id: documentId,
      document_kind: placed.document.id,
      shipment_id: shipmentId,
    };
    deliveries.push(delivery);
    const written =
      noSeal && placed.document.sealed
        ? { reason: noSeal }
        : writeDocument(context, told, { ...filing, taken }, placed, serial + 1);
    if ('reason' in written) unwritten.push({ delivery, reason: written.reason });
    else {
      documents.push(written.document);
      serial += 1;
    }
  }
  await insertDeliveries(context, deliveries);
  await keepWritten(context, shipmentId, documents);
  // A dead letter is written again from its event, so the event must have its place: it is carried from the log then.
  if (unwritten.length > 0 && event.position === UNPLACED) throw new Error(`unwritten: ${unwritten[0]?.reason}`);
  for (const { delivery, reason } of unwritten) {
    await keepUnwritten(context, delivery.id, { eventPosition: event.position, reason });
    await emit(context, 'delivery.died', shipmentId, {
      shipmentId,
      deliveryId: delivery.id,
      documentId: delivery.document_id,
      document: delivery.document_kind,
      channel: delivery.channel,
      reason,
    });
  }
}

async function documentsOf(
  context: Context,
  event: DispatchEvent,
  filing: Filing,
): Promise<ReturnType<typeof neededDocuments>> {
  const { form, version, papers } = filing;
  if (event.type !== 'shipment.corrected')
    return neededDocuments(event.type as Trigger, form, { ...overlayOf(event), ...papers });
  const before = await readSubmittedForm(context, event.payload.shipmentId, version - 1);
  return correctingDocuments(before ?? {}, form, event.payload.agreedBy?.length === 0);
}

/** Whoever has agreed to a change beforehand has it; an application goes to whom it is put. */
const isConcerned = ({ payload: { agreedBy, channels } }: DispatchEvent, channel: string): boolean =>
  !agreedBy?.includes(channel) && (channels?.includes(channel) ?? true);
