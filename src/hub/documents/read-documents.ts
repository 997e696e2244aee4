// Reading the library: a shipment's documents with their receipts, one document, its bytes (P2).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { askTogether } from '../../runtime/database/ask-together.ts';
import { channelById } from '../mapping/index.ts';
import { mayBeLook, mayDoToShipment, noteLooks, partyOf, shipmentHeading } from '../shipment/index.ts';
import type { DocumentEvents, DocumentView } from './contract.ts';
import { checkBytes, readBytes } from './read-bytes.ts';
import { refuse } from './refusals.ts';
import { listVersions } from './store-files.ts';
import { isUnfiled } from './take-away-attachment.ts';
import {
  countOutbound,
  type DocumentRow,
  findByClientNumber,
  findSibling,
  findDocument,
  listDocuments,
  markAbout,
  markDeliveries,
  readToSend,
  readWithBodies,
  type SentRow,
} from './store.ts';

const emit = emitter<DocumentEvents>();

export async function readShipmentDocuments(context: Context, shipmentId: string): Promise<DocumentView[]> {
  if (!(await mayDoToShipment(context, shipmentId, 'document.read'))) throw refuse('DOCUMENT_UNKNOWN');
  const rows = visibleTo(context, await listDocuments(context, shipmentId));
  const version = (await shipmentHeading(context, shipmentId))?.version ?? 0;
  return rows.map((row) => ({
    ...toView(row, rows),
    ...(isUnfiled(context, row, version) ? { unfiled: true as const } : {}),
  }));
}

/** An authority sees what it sent and was sent and what the trader attached for the authorities, not another's papers (B16: 按照职能需要); the owner and the port office see all. */
function visibleTo(context: Context, rows: DocumentRow[]): DocumentRow[] {
  const party = partyOf(context.actor);
  const papers = rows.filter((row) => row.flow !== 'photo');
  if (party === undefined) return papers;
  return papers.filter((row) =>
    row.flow === 'attachment' ? context.actor.organisationKind === 'authority' : row.channel === party,
  );
}

/** Throws DOCUMENT_UNKNOWN where the reader may not see it. */
async function readableDocument(context: Context, id: string): Promise<DocumentRow> {
  const row = await findDocument(context, id);
  const allowed =
    row &&
    (row.shipment_id
      ? await mayDoToShipment(context, row.shipment_id, 'document.read')
      : context.actor.organisationKind === 'port-office');
  if (!row || !allowed || visibleTo(context, [row]).length === 0) throw refuse('DOCUMENT_UNKNOWN');
  return row;
}

export async function openDocument(context: Context, id: string): Promise<{ view: DocumentView; digest: string }> {
  const row = await readableDocument(context, id);
  await noteLook(context, row, false);
  return { view: toView(row, []), digest: row.digest };
}

/** The bytes, unless the scanner keeps them back: others get an attachment only when it is clean, nobody one with a virus. */
export async function downloadDocument(
  context: Context,
  id: string,
): Promise<{ view: DocumentView; bytes: Uint8Array }> {
  const row = await readableDocument(context, id);
  mustBeLetOut(context, row);
  await noteLook(context, row, true);
  return { view: toView(row, []), bytes: await readBytes(context, row.digest) };
}

/** What the scanner said binds whoever asks for the bytes. */
export function mustBeLetOut(context: Context, { scan, attached_by }: DocumentRow): void {
  const own = attached_by !== null && attached_by === context.actor.organisationId;
  if (scan?.state === 'infected') throw refuse('ATTACHMENT_INFECTED', { text: scan.text });
  if (scan?.state === 'scanning' && !own) throw refuse('ATTACHMENT_NOT_SCANNED');
  if (scan?.state === 'unscannable' && !own) throw refuse('ATTACHMENT_UNSCANNABLE', { text: scan.text });
}

/** Who looks into another's document is on record; `content`: the bytes were handed over, or only what the library says of them. */
async function noteLook(context: Context, row: DocumentRow, content: boolean): Promise<void> {
  if (!isAnothers(context, row)) return;
  if (row.shipment_id)
    return noteLooks(context, [
      {
        shipmentId: row.shipment_id,
        what: content ? 'content' : 'document',
        documentId: row.id,
        name: row.name,
        kind: row.kind,
      },
    ]);
  await emit(context, 'document.viewed', row.id, {
    documentId: row.id,
    kind: row.kind,
    content,
  });
}

/** What was there before and after it: the same document written from other versions of the case, the same file uploaded again. */
export async function readDocumentVersions(context: Context, id: string): Promise<DocumentView[]> {
  const rows = visibleTo(context, await listVersions(context, await readableDocument(context, id)));
  return rows.map((row) => toView(row, []));
}

/** Whoever sent it or attached it knows it; whose case it is decides `noteLooks`. */
function isAnothers({ actor }: Context, row: DocumentRow): boolean {
  const sent = row.flow === 'inbound' && row.channel !== null && row.channel === actor.channelId;
  return mayBeLook(actor) && !sent && !(row.attached_by !== null && row.attached_by === actor.organisationId);
}

export function toView(row: DocumentRow, all: readonly DocumentRow[]): DocumentView {
  const channel = row.channel ? channelById(row.channel) : undefined;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    flow: row.flow === 'photo' ? 'attachment' : row.flow,
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
    ...(row.flow === 'attachment' ? { scan: scanOf(row) } : {}),
    receipts: all
      .filter((r) => r.about_id === row.id)
      .map((r) => ({ documentId: r.id, receivedAt: r.created_at, text: r.note ?? r.name })),
  };
}

function scanOf({ scan }: DocumentRow): NonNullable<DocumentView['scan']> {
  if (!scan) return { state: 'unscanned' };
  return { state: scan.state, ...(scan.text ? { text: scan.text } : {}), ...(scan.at ? { at: scan.at } : {}) };
}

export const readDocumentRow = findDocument;
export const documentByClientNumber = findByClientNumber;
/** Of the same kind and case as this document, of another version of the filing. */
export const documentOfVersion = findSibling;
/** How many documents went out for a shipment; the next client number counts on from it. */
export const countSentDocuments = countOutbound;
/** The exchange says where documents stand, so that readers of the library need not ask it. */
export const noteDeliveries = markDeliveries;
type WithBytes<Row> = { readonly row: Row; readonly bytes: Uint8Array };
export type DocumentToSend = WithBytes<SentRow>;
async function wholeOf<Row extends SentRow>(
  context: Context,
  found: readonly { readonly row: Row; readonly bytes: Uint8Array | null }[],
): Promise<Map<string, WithBytes<Row>>> {
  const whole = await Promise.all(
    found.map(async ({ row, bytes }) => {
      try {
        return [{ row, bytes: await checkBytes(context, row.digest, bytes) }];
      } catch (error) {
        // One body that is missing or altered is as if it were not there; the others of the batch go their way.
        if (error instanceof Refusal) return [];
        throw error;
      }
    }),
  );
  return new Map(whole.flat().map((document) => [document.row.id, document]));
}
export const documentWithBytes = askTogether<string, WithBytes<DocumentRow> | undefined>(async (context, ids) => {
  const found = await wholeOf(context, await readWithBodies(context, ids));
  return ids.map((id) => found.get(id));
});
/** What is sent of the first of these documents, as many as come to no more than so many bytes. */
export const documentsToSend = async (
  context: Context,
  ids: readonly string[],
  mostBytes: number,
): Promise<Map<string, DocumentToSend>> => wholeOf(context, await readToSend(context, ids, mostBytes));
/** An inbound document turned out to be about this shipment, and perhaps to answer this document. */
export const noteAbout = (
  context: Context,
  id: string,
  about: { shipmentId?: string; documentId?: string; note?: Bilingual },
) =>
  markAbout(context, {
    id,
    shipment_id: about.shipmentId ?? null,
    about_id: about.documentId ?? null,
    note: about.note ?? null,
  });
