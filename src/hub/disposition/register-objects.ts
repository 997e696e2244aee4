// A filed shipment brings its objects; instructions that were waiting for them are joined (P5: parked, never dropped).
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ShipmentEvents } from '../shipment/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import type { DispositionEvents } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { objectId, splitObjects } from './split-objects.ts';
import {
  beforeParked,
  dropParked,
  insertInstruction,
  listParked,
  lockCase,
  replaceObjects,
  upsertCase,
} from './store.ts';
import type { ObjectType } from './contract.ts';

const emit = emitter<DispositionEvents>();

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
  const [parked] = await Promise.all([
    listParked(context),
    upsertCase(context, { shipment_id: shipmentId, version, withdrawn: false }),
    replaceObjects(context, { shipmentId, objects }),
  ]);
  const ids = new Set(objects.map((o) => o.id));
  for (const row of parked) {
    const joined = row.pointers.map((p) => objectId(p.type as ObjectType, p.key)).filter((id) => ids.has(id));
    if (joined.length === 0) continue;
    const instruction = { ...row.body, objects: joined };
    await insertInstruction(context, { ...row, shipment_id: shipmentId, body: instruction });
    await dropParked(context, row.id);
    await emit(context, 'instruction.received', shipmentId, { shipmentId, instruction });
  }
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
