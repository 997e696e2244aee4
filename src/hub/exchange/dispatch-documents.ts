// Writes each recipient's own document and queues its delivery, in the transaction of the event's reaction (P3, P10).
import { createHash } from 'node:crypto';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import { keepDocument } from '../documents/index.ts';
import { mapDocument, neededDocuments } from '../mapping/index.ts';
import type { Overlay, Trigger } from '../mapping/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import { type ExchangeEvents } from './contract.ts';
import { emitter } from '../../runtime/context.ts';
import { insertDelivery } from './store.ts';

const emit = emitter<ExchangeEvents>();

/** The same event always makes the same document ids, so running twice writes nothing twice. */
const idFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export async function dispatchDocuments(context: Context, event: StoredEvent<{ shipmentId: string }>): Promise<void> {
  const { shipmentId } = event.payload;
  const heading = await shipmentHeading(context, shipmentId);
  const form = heading && (await readSubmittedForm(context, shipmentId, heading.version));
  if (!heading || !form) return;
  const facts = overlayOf(event);
  const needed = neededDocuments(event.type as Trigger, form, facts);
  for (const [index, { channel, document }] of needed.entries()) {
    const documentId = idFrom(`${event.id}/${document.id}`);
    const clientNumber = clientNumberOf(form.direction === 'export' ? 'E' : 'I', heading.number, heading.version, `${event.type}${index}`);
    const overlay: Overlay = {
      ...facts,
      'dispatch.clientNumber': clientNumber,
      'dispatch.shipmentNumber': heading.number,
      'dispatch.version': String(heading.version),
      'dispatch.documentId': documentId,
      'dispatch.sentAt': event.occurredAt,
      'dispatch.reference': heading.number,
      'dispatch.operation': event.type === 'shipment.withdrawn' ? 'withdraw' : heading.version > 1 ? 'amend' : 'declare',
    };
    const encoded = document.encode(mapDocument(document.fields, form, overlay), { form, overlay });
    const fresh = await keepDocument(context, { id: documentId, kind: document.id, name: document.name, flow: 'outbound', channel: channel.id, shipmentId, shipmentVersion: heading.version, clientNumber, simulated: heading.simulated, ...encoded });
    if (!fresh) continue;
    await insertDelivery(context, { id: idFrom(`${documentId}/delivery`), channel: channel.id, document_id: documentId, document_kind: document.id, shipment_id: shipmentId });
    await emit(context, 'document.dispatched', shipmentId, { shipmentId, documentId, document: document.id, channel: channel.id, version: heading.version });
  }
}

/** Client numbers are 18 characters on the declaration: direction, the case's 13 digits, version, and which document. */
function clientNumberOf(letter: string, number: string, version: number, purpose: string): string {
  const mark = Number.parseInt(createHash('sha256').update(purpose).digest('hex').slice(0, 6), 16) % 100;
  return `${letter}${number.replace(/\D/g, '')}${String(version).padStart(2, '0')}${String(mark).padStart(2, '0')}`;
}

/** What the event itself says, as overlay keys `release.*`, `inspection.*`, `withdrawal.*`. */
function overlayOf(event: StoredEvent<object>): Overlay {
  const prefix = event.type.startsWith('release.') ? 'release' : event.type.startsWith('inspection.') ? 'inspection' : 'withdrawal';
  if (event.type === 'shipment.submitted') return {};
  const entries = flatten(event.payload as Record<string, unknown>, prefix);
  return Object.fromEntries(entries);
}
function flatten(value: Record<string, unknown>, prefix: string): [string, string][] {
  return Object.entries(value).flatMap(([key, v]): [string, string][] => {
    if (Array.isArray(v)) return [[`${prefix}.${key}`, v.join(',')]];
    if (v !== null && typeof v === 'object') return 'zh' in v ? [[`${prefix}.${key}`, String((v as { zh: string }).zh)]] : flatten(v as Record<string, unknown>, prefix);
    return v === undefined || v === null ? [] : [[`${prefix}.${key}`, String(v)]];
  });
}
