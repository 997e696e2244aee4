// Photos that another module keeps here (P6): bytes as attachments are kept, content-addressed and scanned. Who may see one is that module's
// to say; the lists, the search and the routes of the library do not show them.
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import { keepDocument } from './keep-document.ts';
import { readBytes } from './read-bytes.ts';
import { mustBeLetOut } from './read-documents.ts';
import { type FileType, recogniseFile } from './recognise-file.ts';
import { refuse } from './refusals.ts';
import { findDocument } from './store.ts';

const pictures = ['image/jpeg', 'image/png'];

/** By its content; undefined where it is no picture that every browser shows. */
export function recognisePicture(bytes: Uint8Array): FileType | undefined {
  const type = recogniseFile(bytes);
  return type && pictures.includes(type.mediaType) ? type : undefined;
}

/** Before the transaction of the row that names it (decision 0011). */
export async function storePicture(context: Context, bytes: Uint8Array): Promise<void> {
  await context.files?.keep(bytes);
}

export type NewPicture = {
  readonly id: string;
  readonly shipmentId: string;
  readonly simulated: boolean;
  readonly bytes: Uint8Array;
  readonly type: FileType;
};
export async function keepPicture(context: Context, picture: NewPicture): Promise<string> {
  const { bytes, type } = picture;
  await keepDocument(context, {
    id: picture.id,
    kind: 'photo',
    name: { zh: '查验照片', en: 'Inspection photo' },
    flow: 'photo',
    bytes,
    mediaType: type.mediaType,
    fileName: `photo.${type.extension}`,
    shipmentId: picture.shipmentId,
    simulated: picture.simulated,
    ...(context.actor.organisationId ? { attachedBy: context.actor.organisationId } : {}),
  });
  const digest = sha256Hex(bytes);
  // The sweeper may have taken the bytes for nobody's just before the row was there (`attach-file.ts`).
  if (context.files && !(await context.files.has(digest))) await context.files.keep(bytes);
  return digest;
}

/** The bytes, unless the scanner keeps them back. */
export async function readPicture(context: Context, id: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const row = await findDocument(context, id);
  if (row?.flow !== 'photo') throw refuse('DOCUMENT_UNKNOWN');
  mustBeLetOut(context, row);
  return { bytes: await readBytes(context, row.digest), fileName: row.file_name };
}
