// Sends dead or waiting deliveries again, one or all of a channel; a document that could not be written is written now (P3).
import { type Context, emitter } from '../../runtime/context.ts';
import { readEvent } from '../../runtime/outbox/store.ts';
import { countSentDocuments, noteDeliveries } from '../documents/index.ts';
import { channelById, documentById } from '../mapping/index.ts';
import type { ExchangeEvents } from './contract.ts';
import { lostSerials } from './note-restore.ts';
import { refuse } from './refusals.ts';
import { type DeliveryRow, keepUnwritten, listDead, lockDelivery, lockDispatch, requeueDelivery } from './store.ts';
import { type DispatchEvent, filingOf, keepWritten, writeDocument } from './write-document.ts';

const emit = emitter<ExchangeEvents>();
const AT_ONCE = 200;

/** With the same message id and the whole back-off before it; hands over the receipt. */
export async function replayDelivery(context: Context, id: string): Promise<string> {
  const row = await lockDelivery(context, id);
  if (!row) throw refuse('DELIVERY_UNKNOWN');
  if (row.state === 'delivered') throw refuse('DELIVERY_NOT_REPLAYABLE', { state: row.state });
  const done = await requeue(context, row);
  if ('reason' in done) throw refuse('DOCUMENT_UNWRITABLE', { reason: done.reason });
  return done.receiptId;
}

/** The oldest dead letters of a channel; those whose document still cannot be written stay, with one more attempt. */
export async function replayChannel(
  context: Context,
  channel: string,
): Promise<{ replayed: number; left: number; receiptId: string }> {
  if (!channelById(channel)) throw refuse('CHANNEL_UNKNOWN', { channel });
  let left = 0;
  const dead = await listDead(context, channel, AT_ONCE);
  for (const { id } of dead) {
    const row = await lockDelivery(context, id);
    if (row?.state !== 'dead') continue;
    const done = await requeue(context, row);
    if ('receiptId' in done) continue;
    left += 1;
    await keepUnwritten(context, id, { eventPosition: row.unwritten_event ?? 0, reason: done.reason });
  }
  const replayed = dead.length - left;
  const receiptId = await emit(context, 'deliveries.replayed', channel, { channel, count: replayed });
  return { replayed, left, receiptId };
}

async function requeue(context: Context, row: DeliveryRow): Promise<{ receiptId: string } | { reason: string }> {
  if (row.unwritten_event !== null) {
    const reason = await rewrite(context, row, row.unwritten_event);
    if (reason !== undefined) return { reason };
  }
  await requeueDelivery(context, row.id);
  await noteDeliveries(context, [
    { documentId: row.document_id, delivery: { id: row.id, state: 'queued', attempts: row.attempts } },
  ]);
  const receiptId = await emit(context, 'delivery.replayed', row.shipment_id ?? row.document_id, {
    deliveryId: row.id,
    documentId: row.document_id,
    channel: row.channel,
    ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
  });
  return { receiptId };
}

async function rewrite(context: Context, row: DeliveryRow, position: number): Promise<string | undefined> {
  const event = (await readEvent(context.db, position)) as DispatchEvent | undefined;
  const placed = documentById(row.document_kind);
  const filing = event && (await filingOf(context, event));
  if (!event || !placed || !filing) return `${row.document_kind} #${position}`;
  await lockDispatch(context, event.payload.shipmentId);
  const serial = (await countSentDocuments(context, event.payload.shipmentId)) + lostSerials(position) + 1;
  const written = writeDocument(event, filing, placed, serial);
  if ('reason' in written) return written.reason;
  await keepWritten(context, event.payload.shipmentId, [written.document]);
  return undefined;
}
