// Reading the library: a shipment's documents with their receipts, one document, its bytes (P2).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { channelById } from '../mapping/index.ts';
import { mayReadShipment } from '../shipment/index.ts';
import type { DocumentEvents, DocumentView } from './contract.ts';
import { refuse } from './refusals.ts';
import {
  countOutbound,
  type DocumentRow,
  findByClientNumber,
  findDocument,
  listDocuments,
  markAbout,
  markDeliveries,
  readBody,
  readWithBodies,
} from './store.ts';

const emit = emitter<DocumentEvents>();

export async function readShipmentDocuments(context: Context, shipmentId: string): Promise<DocumentView[]> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('DOCUMENT_UNKNOWN');
  const rows = visibleTo(context, await listDocuments(context, shipmentId));
  return rows.map((row) => toView(row, rows));
}

/** An authority sees what it sent and was sent and what the trader attached for the authorities, not another's papers (B16: 按照职能需要); the owner and the port office see all. */
function visibleTo(context: Context, rows: DocumentRow[]): DocumentRow[] {
  const { organisationKind, channelId } = context.actor;
  if (organisationKind !== 'authority' && organisationKind !== 'operator') return rows;
  return rows.filter((row) =>
    row.flow === 'attachment' ? organisationKind === 'authority' : row.channel === channelId,
  );
}

/** `content`: whether the bytes are handed over, or only what the library says of them. */
export async function openDocument(
  context: Context,
  id: string,
  content: boolean,
): Promise<{ view: DocumentView; bytes: Uint8Array }> {
  const row = await findDocument(context, id);
  const allowed =
    row &&
    (row.shipment_id
      ? await mayReadShipment(context, row.shipment_id)
      : context.actor.organisationKind === 'port-office');
  if (!row || !allowed || visibleTo(context, [row]).length === 0) throw refuse('DOCUMENT_UNKNOWN');
  if (isAnothers(context, row))
    await emit(context, 'document.viewed', row.shipment_id ?? row.id, {
      documentId: row.id,
      ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
      kind: row.kind,
      content,
    });
  return { view: toView(row, []), bytes: (await readBody(context, row.digest)) ?? new Uint8Array() };
}

/** What a trader looks at is his own case; everybody else looks at another's unless he sent it himself. */
function isAnothers({ actor }: Context, row: DocumentRow): boolean {
  const looksIn = ['authority', 'operator', 'port-office'].includes(actor.organisationKind ?? '');
  return looksIn && !(row.flow === 'inbound' && row.channel !== null && row.channel === actor.channelId);
}

function toView(row: DocumentRow, all: readonly DocumentRow[]): DocumentView {
  const channel = row.channel ? channelById(row.channel) : undefined;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    flow: row.flow,
    mediaType: row.media_type,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    digest: row.digest,
    createdAt: row.created_at,
    simulated: row.simulated,
    ...(row.channel ? { channel: row.channel } : {}),
    ...(channel ? { channelName: channel.name } : {}),
    ...(row.charset ? { charset: row.charset } : {}),
    ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
    ...(row.shipment_version ? { shipmentVersion: row.shipment_version } : {}),
    ...(row.delivery ? { delivery: row.delivery } : {}),
    receipts: all
      .filter((r) => r.about_id === row.id)
      .map((r) => ({ documentId: r.id, receivedAt: r.created_at, text: r.note ?? r.name })),
  };
}

export const readDocumentRow = findDocument;
export const documentByClientNumber = findByClientNumber;
/** How many documents went out for a shipment; the next client number counts on from it. */
export const countSentDocuments = countOutbound;
/** The exchange says where documents stand, so that readers of the library need not ask it. */
export const noteDeliveries = markDeliveries;
export async function documentsWithBytes(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { row: DocumentRow; bytes: Uint8Array }>> {
  const found = await readWithBodies(context, ids);
  return new Map(found.map((document) => [document.row.id, document]));
}
export async function documentWithBytes(
  context: Context,
  id: string,
): Promise<{ row: DocumentRow; bytes: Uint8Array } | undefined> {
  return (await readWithBodies(context, [id]))[0];
}
/** An inbound document turned out to be about this shipment, and perhaps to answer this document. */
export const noteAbout = (
  context: Context,
  id: string,
  about: { shipmentId?: string; documentId?: string; note?: Bilingual },
) =>
  markAbout(context, id, {
    shipment_id: about.shipmentId ?? null,
    about_id: about.documentId ?? null,
    note: about.note ?? null,
  });
