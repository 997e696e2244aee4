// Sends dead or waiting deliveries again; a document that could not be written is written now, and what was taken back or told anew meanwhile stays (P3).
import { type Context, emitter } from '../../runtime/context.ts';
import { readEvent } from '../../runtime/outbox/store.ts';
import { countSentDocuments, noteDeliveries } from '../documents/index.ts';
import { documentById } from '../mapping/index.ts';
import { unsealed } from './apply-signatures.ts';
import { type AppliedEvent, keepApplication, writeApplication } from './dispatch-application.ts';
import type { ExchangeEvents } from './contract.ts';
import { lostSerials } from './note-restore.ts';
import { refuse } from './refusals.ts';
import {
  type DeliveryRow,
  keepTakenBack,
  keepUnwritten,
  lockDelivery,
  lockDispatch,
  requeueDeliveries,
} from './store.ts';
import { heldToWords } from './reports-told.ts';
import { readTakenBack } from './taken-back.ts';
import { type DispatchEvent, filingOf, idsOf, keepWritten, writeDocument } from './write-document.ts';

const emit = emitter<ExchangeEvents>();

/** With the same message id and the whole back-off before it; hands over the receipt. */
export async function replayDelivery(context: Context, id: string): Promise<string> {
  const row = await lockDelivery(context, id);
  if (!row) throw refuse('DELIVERY_UNKNOWN');
  if (row.state === 'delivered') throw refuse('DELIVERY_NOT_REPLAYABLE', { state: row.state });
  // One that still waits is followed by its reverse, in order; one that was given up would come after it.
  const taken = row.state === 'dead' ? (await readTakenBack(context, [row])).get(row.id) : undefined;
  if (taken?.why === 'superseded') throw refuse('DELIVERY_SUPERSEDED', taken);
  if (taken) throw refuse('DELIVERY_TAKEN_BACK', taken);
  const reason = row.unwritten_event === null ? undefined : await rewrite(context, row, row.unwritten_event);
  if (reason !== undefined) throw refuse('DOCUMENT_UNWRITABLE', { reason });
  const [receiptId = ''] = await requeue(context, [row]);
  return receiptId;
}

/** How many of these dead letters go again; one whose document still cannot be written, or was taken back or told anew, stays, with one more attempt. */
export async function requeueAll(context: Context, dead: readonly DeliveryRow[]): Promise<number> {
  let left = 0;
  const ready: DeliveryRow[] = [];
  const takenBack = await readTakenBack(context, dead);
  for (const row of dead) {
    const taken = takenBack.get(row.id);
    if (taken) {
      left += 1;
      const detail = `${taken.zh} / ${taken.en} (${taken.at})`;
      await keepTakenBack(context, row.id, { outcome: taken.why, detail });
      continue;
    }
    const reason = row.unwritten_event === null ? undefined : await rewrite(context, row, row.unwritten_event);
    if (reason === undefined) ready.push(row);
    else {
      left += 1;
      await keepUnwritten(context, row.id, { eventPosition: row.unwritten_event ?? 0, reason });
    }
  }
  await requeue(context, ready);
  return dead.length - left;
}

/** Gives back the receipt of each. */
async function requeue(context: Context, rows: readonly DeliveryRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  await requeueDeliveries(
    context,
    rows.map((row) => row.id),
  );
  await noteDeliveries(
    context,
    rows.map((row) => ({
      documentId: row.document_id,
      delivery: { id: row.id, state: 'queued' as const, attempts: row.attempts },
    })),
  );
  return Promise.all(
    rows.map((row) =>
      emit(context, 'delivery.replayed', row.shipment_id ?? row.document_id, {
        deliveryId: row.id,
        documentId: row.document_id,
        channel: row.channel,
        ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
      }),
    ),
  );
}

/** Whoever sends again may not keep documents, nor open the seal of whoever filed: Portico writes, as it would have the first time. */
const rewrite = (context: Context, row: DeliveryRow, position: number): Promise<string | undefined> =>
  context.beyondLock((open) => writeAgain(open, row, position));
async function writeAgain(context: Context, row: DeliveryRow, position: number): Promise<string | undefined> {
  const told = (await readEvent(context.db, position)) as DispatchEvent | undefined;
  const placed = documentById(row.document_kind);
  if (placed && told && (told.type as string) === 'directory.applied') {
    const applied = told as unknown as AppliedEvent;
    const again = await writeApplication(context, applied, placed);
    if ('reason' in again) return again.reason;
    await keepApplication(context, applied, again.document);
    return undefined;
  }
  const filing = told && (await filingOf(context, told));
  const event = filing && (await heldToWords(context, told, filing.form));
  // A report that goes again is of two events; it is written from the next version of the form.
  const own = event && idsOf(event, row.document_kind).documentId === row.document_id;
  if (!event || !own || !placed || !filing) return `${row.document_kind} #${position}`;
  await lockDispatch(context, event.payload.shipmentId);
  const serial = (await countSentDocuments(context, event.payload.shipmentId)) + lostSerials(position) + 1;
  const noSeal = await unsealed(context, { shipmentId: event.payload.shipmentId }, [placed.document]);
  if (noSeal) return noSeal;
  const written = writeDocument(context, event, filing, placed, serial);
  if ('reason' in written) return written.reason;
  await keepWritten(context, event.payload.shipmentId, [written.document]);
  return undefined;
}
