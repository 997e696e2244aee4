// A manifest comes in (P5): kept, and every case whose goods it is about has its graph made anew where that changes it. Cases filed later find it kept.
import { isDeepStrictEqual } from 'node:util';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { DispositionEvents } from './contract.ts';
import { joinManifests } from './join-manifests.ts';
import { registerAgain } from './register-objects.ts';
import { normaliseKey, objectId } from './split-objects.ts';
import { casesWithObjects, lockParked } from './store.ts';
import { keepManifests, type ManifestRow, manifestsOf, objectsOfCases } from './store-manifests.ts';

const emit = emitter<DispositionEvents>();
type Manifested = ExchangeEvents['cargo.manifested'];

export async function joinManifest(context: Context, event: StoredEvent<Manifested>): Promise<void> {
  const rows = rowsOf(event);
  if (rows.length === 0) return;
  // A case that is being registered at this moment either is found here or finds what is kept.
  await lockParked(context);
  const before = await manifestsOf(context, { bills: rows.map((row) => row.bill), containers: [] });
  await keepManifests(context, rows);
  const replaced = before.filter((old) => rows.some((row) => row.bill === old.bill && row.channel === old.channel));
  const named = [...rows, ...replaced].flatMap((row) => [
    objectId('bill', row.bill),
    ...row.containers.map((box) => objectId('container', box)),
  ]);
  const cases = [...new Set((await casesWithObjects(context, named)).map((found) => found.shipment_id))];
  if (cases.length === 0) return;
  const known = await objectsOfCases(context, cases);
  for (const shipmentId of cases) {
    const objects = known.get(shipmentId) ?? [];
    // What a manifest once said and now says otherwise is looked at as well.
    if (replaced.length === 0 && isDeepStrictEqual(joinManifests(objects, rows), objects)) continue;
    await emit(context, 'disposition.manifest-joined', shipmentId, { shipmentId, bills: rows.map((row) => row.bill) });
  }
}

/** In the line of the case, so that no filing of it goes on at the same time. */
export const growObjects = (
  context: Context,
  event: StoredEvent<DispositionEvents['disposition.manifest-joined']>,
): Promise<void> => registerAgain(context, event.payload.shipmentId);

/** One row for a bill, whatever the message says twice. */
function rowsOf({ payload, occurredAt }: StoredEvent<Manifested>): ManifestRow[] {
  const { channel, messageId, conveyance, voyage, bills } = payload;
  const journey = [conveyance.replace(/^UN(?=\d{7}$)/, ''), voyage ?? ''].filter(Boolean).join('/');
  const rows = bills
    .filter((bill) => bill.bill !== '')
    .map((bill) => ({
      bill: normaliseKey(bill.bill),
      channel,
      conveyance: journey === '' ? null : normaliseKey(journey),
      containers: bill.deleted ? [] : bill.containers.map(normaliseKey),
      items: (bill.items ?? []).map((item) => ({ ...item, containers: item.containers.map(normaliseKey) })),
      sent_at: payload.sentAt ?? occurredAt,
      message_id: messageId,
    }));
  return [...new Map(rows.map((row) => [row.bill, row])).values()];
}
