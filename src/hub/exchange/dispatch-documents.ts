// Writes each recipient's own document and queues its delivery, in the transaction of the event's reaction (P3, P10).
import { createHash } from 'node:crypto';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { countSentDocuments, keepDocument, noteDelivery, readDocumentRow } from '../documents/index.ts';
import { mapDocument, neededDocuments } from '../mapping/index.ts';
import type { Overlay, Trigger } from '../mapping/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import type { ExchangeEvents } from './contract.ts';
import { insertDelivery } from './store.ts';

const emit = emitter<ExchangeEvents>();

/** The same event always makes the same document ids, so running twice writes nothing twice. */
const idFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export async function dispatchDocuments(
  context: Context,
  event: StoredEvent<{ shipmentId: string; version?: number }>,
): Promise<void> {
  const { shipmentId } = event.payload;
  const heading = await shipmentHeading(context, shipmentId);
  // A filing is written from its own version, even when a later one has been filed before this reaction ran.
  const version = (event.type.startsWith('shipment.') ? event.payload.version : undefined) ?? heading?.version ?? 0;
  const form = heading && (await readSubmittedForm(context, shipmentId, version));
  if (!heading || !form) return;
  const facts = overlayOf(event);
  let serial = await countSentDocuments(context, shipmentId);
  for (const { channel, document } of neededDocuments(event.type as Trigger, form, facts)) {
    const documentId = idFrom(`${event.id}/${document.id}`);
    if (await readDocumentRow(context, documentId)) continue;
    serial += 1;
    const clientNumber = clientNumberOf(form.direction === 'export' ? 'E' : 'I', heading.number, serial);
    const overlay: Overlay = {
      ...facts,
      'dispatch.clientNumber': clientNumber,
      'dispatch.shipmentNumber': heading.number,
      'dispatch.version': String(version),
      'dispatch.documentId': documentId,
      'dispatch.sentAt': event.occurredAt,
      'dispatch.reference': heading.number,
      'dispatch.operation': event.type === 'shipment.withdrawn' ? 'withdraw' : version > 1 ? 'amend' : 'declare',
    };
    const encoded = document.encode(mapDocument(document.fields, form, overlay), { form, overlay });
    await keepDocument(context, {
      id: documentId,
      kind: document.id,
      name: document.name,
      flow: 'outbound',
      channel: channel.id,
      shipmentId,
      shipmentVersion: version,
      clientNumber,
      simulated: heading.simulated,
      ...encoded,
    });
    const deliveryId = idFrom(`${documentId}/delivery`);
    await insertDelivery(context, {
      id: deliveryId,
      channel: channel.id,
      document_id: documentId,
      document_kind: document.id,
      shipment_id: shipmentId,
    });
    await noteDelivery(context, documentId, { id: deliveryId, state: 'queued', attempts: 0 });
    await emit(context, 'document.dispatched', shipmentId, {
      shipmentId,
      documentId,
      document: document.id,
      channel: channel.id,
      version,
    });
  }
}

/**
 * Client numbers are 18 characters on the declaration: direction, the case's 13 digits, and which of its documents this
 * is; a partner's answer finds one document by it, so no two documents may share one (a unique index sees to it).
 */
const clientNumberOf = (letter: string, number: string, serial: number): string =>
  `${letter}${number.replace(/\D/g, '')}${String(serial).padStart(4, '0')}`;

/** What the event itself says, as overlay keys `release.*`, `inspection.*`, `withdrawal.*`. */
function overlayOf(event: StoredEvent<object>): Overlay {
  const prefix = event.type.startsWith('release.')
    ? 'release'
    : event.type.startsWith('inspection.')
      ? 'inspection'
      : 'withdrawal';
  if (event.type === 'shipment.submitted') return {};
  const entries = flatten(event.payload as Record<string, unknown>, prefix);
  return Object.fromEntries(entries);
}
function flatten(value: Record<string, unknown>, prefix: string): [string, string][] {
  return Object.entries(value).flatMap(([key, v]): [string, string][] => {
    if (Array.isArray(v)) return [[`${prefix}.${key}`, v.join(',')]];
    if (v !== null && typeof v === 'object')
      return 'zh' in v
        ? [[`${prefix}.${key}`, String((v as { zh: string }).zh)]]
        : flatten(v as Record<string, unknown>, prefix);
    return v === undefined || v === null ? [] : [[`${prefix}.${key}`, String(v)]];
  });
}
