// Keeps a document with its bytes; the same bytes are stored once (P2: every version kept).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import type { Call } from '../../kernel/call.ts';
import { type DocumentRow, insertDocuments } from './store.ts';

export type NewDocument = {
  readonly id: string;
  readonly kind: string;
  readonly name: Bilingual;
  readonly flow: DocumentRow['flow'];
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  readonly charset?: string;
  readonly channel?: string;
  readonly shipmentId?: string;
  readonly shipmentVersion?: number;
  readonly clientNumber?: string;
  /** Where it stands from the start, when it is to be delivered. */
  readonly delivery?: NonNullable<DocumentRow['delivery']>;
  /** The document that a partner said it in answer to, on the same connection. */
  readonly aboutId?: string;
  readonly call?: Call;
  readonly simulated: boolean;
  /** The organisation whose attachment it is. */
  readonly attachedBy?: string;
};

/** False when a document of that id is kept already. */
export const keepDocument = async (context: Context, document: NewDocument): Promise<boolean> =>
  (await keepDocuments(context, [document])).size > 0;

/** Several at once; gives back the ids that were new. */
export const keepDocuments = (context: Context, documents: readonly NewDocument[]): Promise<ReadonlySet<string>> =>
  insertDocuments(
    context,
    documents.map((document) => ({
      row: toRow(context, document),
      // Messages are small and needed with their row at once; attachments are large and read by few (decision 0011).
      bytes: isFile(document.flow) && context.files ? null : document.bytes,
    })),
  );

/** What people bring, not what is exchanged. */
const isFile = (flow: DocumentRow['flow']): boolean => flow === 'attachment' || flow === 'photo';

const toRow = (context: Context, document: NewDocument): DocumentRow => ({
  id: document.id,
  kind: document.kind,
  name: document.name,
  flow: document.flow,
  channel: document.channel ?? null,
  shipment_id: document.shipmentId ?? null,
  shipment_version: document.shipmentVersion ?? null,
  client_number: document.clientNumber ?? null,
  about_id: document.aboutId ?? null,
  note: null,
  delivery: document.delivery ?? null,
  media_type: document.mediaType,
  charset: document.charset ?? null,
  file_name: document.fileName,
  size_bytes: document.bytes.length,
  digest: sha256Hex(document.bytes),
  simulated: document.simulated,
  created_at: context.now,
  attached_by: document.attachedBy ?? null,
  call: document.call ?? null,
  scan: isFile(document.flow) && context.settings.scansFiles ? { state: 'scanning' } : null,
});
