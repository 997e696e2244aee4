// An officer's photo of an inspection (M4): kept under the digest of its bytes, the same bytes once for each authority; JPEG or PNG by its
// content. It comes before the record that names it, so that a record is whole or not there.
import { sha256Hex } from '../../../kernel/digest.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import { keepPicture, readPicture, recognisePicture, storePicture } from '../../documents/index.ts';
import { mayDoToShipment, noteLooks } from '../../shipment/index.ts';
import { type InspectionEvents, type KeptPhoto, MOST_PHOTOS } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { findTask, listParts, lockTask, type PartRow, type TaskRow } from '../store.ts';
import { seesPhoto } from './sees-photo.ts';
import { findPhoto, insertPhoto, listPhotos, type PhotoRow } from './store.ts';

const emit = emitter<InspectionEvents>();
type Sent = { readonly inspectionId: string; readonly bytes: Uint8Array };

/** Before the transaction. */
export async function storePhoto(context: Context, { inspectionId, bytes }: Sent): Promise<void> {
  const task = await findTask(context, inspectionId);
  await mustRecord(context, task);
  if (!recognisePicture(bytes)) throw refuse('INSPECTION_PHOTO_UNFIT');
  await storePicture(context, bytes);
}

export async function keepPhoto(context: Context, { inspectionId, bytes }: Sent): Promise<KeptPhoto> {
  const { task, part } = await mustRecord(context, await lockTask(context, inspectionId));
  const type = recognisePicture(bytes);
  if (!type) throw refuse('INSPECTION_PHOTO_UNFIT');
  const digest = sha256Hex(bytes);
  const kept = await listPhotos(context, task.id, part.authority);
  const same = kept.find((photo) => photo.digest === digest);
  if (same) return toKeptPhoto(same);
  mustBeOpen(task, part);
  if (kept.length >= MOST_PHOTOS) throw refuse('INSPECTION_PHOTOS_TOO_MANY', { most: MOST_PHOTOS });
  const row: PhotoRow = {
    id: context.newId(),
    task_id: task.id,
    authority: part.authority,
    digest,
    media_type: type.mediaType,
    size_bytes: bytes.length,
    kept_at: context.now,
    kept_by: context.actor.name,
    told: false,
  };
  const { shipment_id: shipmentId, simulated, number } = task;
  // The same bytes may lie there already, under another's document.
  await context.beyondLock((open) => keepPicture(open, { id: row.id, shipmentId, simulated, bytes, type }));
  await insertPhoto(context, row);
  const { authority } = part;
  await emit(context, 'inspection.photo-kept', shipmentId, {
    shipmentId,
    inspectionId,
    number,
    authority,
    digest,
    bytes: bytes.length,
  });
  return toKeptPhoto(row);
}

/** For the authorities that take part, and for whose case it is once it was recorded and told; everybody else knows of none. */
export async function openPhoto(
  context: Context,
  inspectionId: string,
  digest: string,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const task = await findTask(context, inspectionId);
  if (!task || !(await mayDoToShipment(context, task.shipment_id, 'inspection.read')))
    throw refuse('INSPECTION_UNKNOWN');
  const photo = await findPhoto(context, task.id, digest);
  if (!photo || !seesPhoto(context, await listParts(context, [task.id]), photo))
    throw refuse('INSPECTION_PHOTO_UNKNOWN', { digest });
  if (context.actor.authority !== photo.authority)
    await noteLooks(context, [
      {
        shipmentId: task.shipment_id,
        what: 'content',
        documentId: photo.id,
        name: { zh: '查验照片', en: 'Inspection photo' },
        kind: 'photo',
      },
    ]);
  return readPicture(context, photo.id);
}

export const toKeptPhoto = (row: PhotoRow): KeptPhoto => ({
  digest: row.digest,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  keptAt: new Date(row.kept_at).toISOString(),
});

/** The task and his authority's part of it. */
export async function mustRecord(
  context: Context,
  task: TaskRow | undefined,
): Promise<{ readonly task: TaskRow; readonly parts: readonly PartRow[]; readonly part: PartRow }> {
  if (!task || !(await mayDoToShipment(context, task.shipment_id, 'inspection.record')))
    throw refuse('INSPECTION_UNKNOWN');
  const parts = await listParts(context, [task.id]);
  const part = parts.find((p) => p.authority === context.actor.authority);
  // Its order was taken back: whoever has been in the yard without network is told so.
  if (!part && task.state === 'cancelled') throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
  if (!part) throw refuse('INSPECTION_NOT_ORDERED');
  return { task, parts, part };
}
/** Neither over nor his part done. */
export function mustBeOpen(task: TaskRow, part: PartRow): void {
  if (part.result) throw refuse('INSPECTION_RESULT_RECORDED');
  if (task.state !== 'planned' && task.state !== 'started')
    throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
}
