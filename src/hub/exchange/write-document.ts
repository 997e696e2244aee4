// One recipient's document, written from the event and the filed version it belongs to; mapping and encoding are pure, so what
// they throw is about this document alone and stops no other (P3, P10).
import { createHash } from 'node:crypto';
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { type DigestKey, digestKeyAt } from '../../runtime/keyed-digest.ts';
import { issuerOf } from '../credentials/index.ts';
import { keepDocuments, type NewDocument } from '../documents/index.ts';
import { callFor, callOf, mapDocument } from '../mapping/index.ts';
import type { Channel, DocumentDefinition, EncodedDocument, Overlay } from '../mapping/contract.ts';
import { sealDocuments } from './apply-signatures.ts';
import { readAppliedForm, readSubmittedForm, shipmentHeading, zonePapersFor } from '../shipment/index.ts';
import type { Form } from '../shipment/contract.ts';
import type { ExchangeEvents } from './contract.ts';

const emit = emitter<ExchangeEvents>();
const NO_DIGEST_KEY = '没有与对方约定的摘要密钥 / no key to digest with is agreed with the partner';
export type DispatchEvent = StoredEvent<{
  shipmentId: string;
  version?: number;
  agreedBy?: readonly string[];
  channels?: readonly string[];
  changeId?: string;
  kind?: string;
  /** Of an order of its own: what its documents are written from, whatever is filed. */
  form?: Form;
}>;

/** The same event always makes the same ids, so running twice writes nothing twice. */
export const idFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
export const idsOf = (event: Pick<StoredEvent, 'id'>, documentKind: string) => {
  const documentId = idFrom(`${event.id}/${documentKind}`);
  return { documentId, deliveryId: idFrom(`${documentId}/delivery`) };
};

/** The form as he has acknowledged it, and the number he gave to it. */
export type TakenBefore = { readonly form?: Form; readonly partnerNumber?: string };
export type Filing = {
  readonly number: string;
  readonly simulated: boolean;
  readonly version: number;
  /** Customs' own, once it has told it. */
  readonly declarationNumber?: string;
  readonly form: Form;
  /** Of an application to change it: as it is filed. */
  readonly before?: Form;
  /** By document: what its partner has of an earlier version. */
  readonly taken?: ReadonlyMap<string, TakenBefore>;
  /** Overlay keys `zone.*`: papers of a special area that the event is about. */
  readonly papers?: Overlay;
};
/** A filing is written from its own version, even when a later one has been filed before this reaction ran. */
export async function filingOf(context: Context, event: DispatchEvent): Promise<Filing | undefined> {
  const { shipmentId } = event.payload;
  if (event.type.startsWith('carriage.')) return ordering(context, event);
  const named = event.type.startsWith('shipment.') ? event.payload.version : undefined;
  const [heading, ofNamed] = await Promise.all([
    shipmentHeading(context, shipmentId),
    named === undefined ? undefined : readSubmittedForm(context, shipmentId, named),
  ]);
  if (!heading) return undefined;
  const version = named ?? heading.version;
  const form = ofNamed ?? (named === undefined ? await readSubmittedForm(context, shipmentId, version) : undefined);
  const { number, simulated, declarationNumber } = heading;
  // A question about a draft is answered of the event alone: nothing is filed that could be told (N15).
  if (event.type === 'state.asked' && version === 0) return { number, simulated, version, form: {} };
  const changed = event.payload.changeId ? await readAppliedForm(context, event.payload.changeId) : undefined;
  const papers = concernsPapers(event) ? await zonePapersFor(context, shipmentId, event.id) : undefined;
  return (
    form && {
      number,
      simulated,
      version,
      form: changed ?? form,
      ...(changed ? { before: form } : {}),
      ...(declarationNumber ? { declarationNumber } : {}),
      ...(papers ? { papers } : {}),
    }
  );
}

/** A first filing has no papers yet. */
const concernsPapers = ({ type, payload: { version = 1 } }: DispatchEvent): boolean =>
  type === 'shipment.withdrawn' ||
  type === 'shipment.zone-paper-told' ||
  (version > 1 && (type === 'shipment.submitted' || type === 'shipment.corrected'));

/** What is ordered from a carrier stands in the order itself; a draft may be booked for long before it is filed (N11). */
async function ordering(context: Context, { payload }: DispatchEvent): Promise<Filing | undefined> {
  const heading = await shipmentHeading(context, payload.shipmentId);
  const { form } = payload;
  return heading && form && { number: heading.number, simulated: heading.simulated, version: heading.version, form };
}

export type Written = { readonly document: NewDocument } | { readonly reason: string };

/** Of the month of the event, so that what is written again later is the same. */
const digestKeyFor = (context: Context, event: StoredEvent, { id }: Channel): DigestKey | undefined => {
  const root = context.settings.digestRoots?.[id];
  return root && digestKeyAt(root, id, event.occurredAt);
};

/** Pure: the document as it will be kept, or the reason why it cannot be written. `serial`: the how-manieth of its case it is. */
export function writeDocument(
  context: Context,
  event: DispatchEvent,
  filing: Filing,
  { channel, document }: { readonly channel: Channel; readonly document: DocumentDefinition },
  serial: number,
): Written {
  const { documentId, deliveryId } = idsOf(event, document.id);
  const taken = filing.taken?.get(document.id);
  const clientNumber = clientNumberOf(filing.form.direction === 'export' ? 'E' : 'I', filing.number, serial);
  const overlay: Overlay = {
    ...overlayOf(event),
    ...filing.papers,
    'dispatch.clientNumber': clientNumber,
    'dispatch.shipmentNumber': filing.number,
    'dispatch.version': String(filing.version),
    'dispatch.documentId': documentId,
    'dispatch.sentAt': event.occurredAt,
    'dispatch.reference': filing.number,
    'dispatch.issuer': issuerOf(context),
    ...(filing.declarationNumber ? { 'dispatch.declarationNumber': filing.declarationNumber } : {}),
    ...(taken?.partnerNumber ? { 'dispatch.partnerNumber': taken.partnerNumber } : {}),
    'dispatch.operation': operationOf(event, filing),
  };
  const { form } = filing;
  const before = filing.before ?? taken?.form;
  const written = encodeDocument(
    context,
    event,
    { channel, document },
    { form, overlay, ...(before ? { before } : {}) },
  );
  if ('reason' in written) return written;
  return {
    document: {
      id: documentId,
      kind: document.id,
      name: document.name,
      flow: 'outbound',
      channel: channel.id,
      shipmentId: event.payload.shipmentId,
      shipmentVersion: filing.version,
      clientNumber,
      simulated: filing.simulated,
      delivery: { id: deliveryId, state: 'queued', attempts: 0 },
      ...written.encoded,
    },
  };
}

/** The bytes in the partner's format, or the reason why there are none. */
export function encodeDocument(
  context: Context,
  event: StoredEvent,
  { channel, document }: { readonly channel: Channel; readonly document: DocumentDefinition },
  { form, overlay, before }: { readonly form: Form; readonly overlay: Overlay; readonly before?: Form },
): { readonly encoded: EncodedDocument & Pick<NewDocument, 'call'> } | { readonly reason: string } {
  const key = digestKeyFor(context, event, channel);
  if (!key && document.fields.some((field) => field.digest)) return { reason: NO_DIGEST_KEY };
  let encoded: EncodedDocument & Pick<NewDocument, 'call'>;
  try {
    const day = partnerDay(event.occurredAt);
    const source = key ? { ...overlay, 'dispatch.digestKey': key.id } : overlay;
    const mapped = mapDocument(document.fields, form, source, key?.digest, day);
    const call = callFor(document, source);
    const mappedBefore = before && mapDocument(document.fields, before, source, key?.digest, day);
    encoded = {
      ...document.encode(mapped, { form, overlay: source, ...(mappedBefore ? { before: mappedBefore } : {}) }),
      ...(call ? { call: callOf(call, mapped) } : {}),
    };
  } catch (error) {
    return { reason: String(error).replaceAll('\0', '').slice(0, 500) };
  }
  const limit = channel.profile.budget.requestBytes;
  return encoded.bytes.length > limit
    ? { reason: `${encoded.bytes.length} bytes, the channel takes ${limit}` }
    : { encoded };
}

/** Keeps what was written, all in one statement, and tells of each: the lanes read by these events. */
export async function keepWritten(
  context: Context,
  shipmentId: string,
  documents: readonly NewDocument[],
): Promise<void> {
  await keepDocuments(context, await sealDocuments(context, { shipmentId }, documents));
  for (const document of documents)
    await emit(context, 'document.dispatched', shipmentId, {
      shipmentId,
      documentId: document.id,
      document: document.kind,
      channel: document.channel ?? '',
      version: document.shipmentVersion ?? 0,
    });
}

/**
 * Client numbers are 18 characters on the declaration: direction, the case's 13 digits, and which of its documents this
 * is; a partner's answer finds one document by it, so no two documents may share one (a unique index sees to it).
 */
const clientNumberOf = (letter: string, number: string, serial: number): string =>
  `${letter}${number.replace(/\D/g, '')}${String(serial).padStart(4, '0')}`;

const operationOf = ({ type, payload }: DispatchEvent, { version }: Filing): string =>
  type === 'shipment.withdrawn' || (payload.changeId && payload.kind === 'withdraw')
    ? 'withdraw'
    : version > 1 || payload.changeId
      ? 'amend'
      : 'declare';

/** How the overlay keys of an event begin, by how its type does; of any other, `withdrawal`. */
const overlayPrefixes: readonly (readonly [begins: string, prefix: string])[] = [
  ['release.', 'release'],
  ['inspection.', 'inspection'],
  ['payment.', 'payment'],
  ['credential.', 'credential'],
  ['state.', 'state'],
  ['carriage.', 'carriage'],
  ['shipment.change-', 'change'],
  ['shipment.corrected', 'correction'],
  ['shipment.cargo-arrived', 'arrival'],
  ['shipment.zone-paper-told', 'paper'],
];
/** What the event itself says, as overlay keys (`release.number`); not the form it may carry, which the document is written from. */
export function overlayOf(event: StoredEvent<object>): Overlay {
  if (event.type === 'shipment.submitted') return {};
  const { form: _form, ...told } = event.payload as Record<string, unknown>;
  const [, prefix] = overlayPrefixes.find(([begins]) => event.type.startsWith(begins)) ?? ['', 'withdrawal'];
  return Object.fromEntries(flatten(told, prefix));
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
