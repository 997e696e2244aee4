// A filed shipment brings its objects; instructions that were waiting for them are joined (P5: parked, never dropped).
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { ShipmentEvents } from '../shipment/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import { decideDisposition } from './decide-disposition.ts';
import { joinKeptWords } from './keep-words.ts';
import { splitObjects } from './split-objects.ts';
import { beforeParked, lockCase, replaceObjects, upsertCase } from './store.ts';

export async function registerObjects(
  context: Context,
  event: StoredEvent<ShipmentEvents['shipment.submitted']>,
): Promise<void> {
  const { shipmentId, version, number } = event.payload;
  const [, known, form] = await Promise.all([
    beforeParked(context),
    lockCase(context, shipmentId),
    readSubmittedForm(context, shipmentId, version),
  ]);
  if (known && known.version >= version) return;
  if (!form) return;
  const objects = splitObjects(form, { number, version, since: event.occurredAt });
  await Promise.all([
    upsertCase(context, { shipment_id: shipmentId, version, withdrawn: false }),
    replaceObjects(context, { shipmentId, objects }),
  ]);
  await joinKeptWords(context, shipmentId, objects);
  await decideDisposition(context, shipmentId);
}

export async function withdrawObjects(
  context: Context,
  event: StoredEvent<ShipmentEvents['shipment.withdrawn']>,
): Promise<void> {
  const { shipmentId } = event.payload;
  const heading = await shipmentHeading(context, shipmentId);
  await upsertCase(context, { shipment_id: shipmentId, version: heading?.version ?? 1, withdrawn: true });
}
