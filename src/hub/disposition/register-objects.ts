// A filed shipment brings its objects, with what manifests say of them; instructions that were waiting for them are joined (P5: parked, never
// dropped).
import { isDeepStrictEqual } from 'node:util';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Form, ShipmentEvents } from '../shipment/contract.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import { filedWith } from './channel-rules.ts';
import type { ControlledObject } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { joinManifests } from './join-manifests.ts';
import { joinKeptWords } from './keep-words.ts';
import { splitObjects } from './split-objects.ts';
import { beforeParked, listObjects, lockCase, replaceObjects, upsertCase } from './store.ts';
import { manifestsOf } from './store-manifests.ts';
import { carriedBefore, carriedWords } from './words-carried.ts';

export async function registerObjects(
  context: Context,
  event: StoredEvent<ShipmentEvents['shipment.submitted']>,
): Promise<void> {
  const { shipmentId, version, number, agreedBy = [] } = event.payload;
  const [, known, form, before] = await Promise.all([
    beforeParked(context),
    lockCase(context, shipmentId),
    readSubmittedForm(context, shipmentId, version),
    version > 1 ? readSubmittedForm(context, shipmentId, version - 1) : undefined,
  ]);
  if (known && known.version >= version) return;
  if (!form) return;
  const facts = before && factsOf(await listObjects(context, shipmentId));
  const carried = before && facts ? carriedWords(facts, { before, after: form, agreedBy }) : {};
  const objects = await objectsOf(context, form, { number, version, since: event.occurredAt, carried });
  await Promise.all([
    upsertCase(context, { shipment_id: shipmentId, version, withdrawn: false }),
    replaceObjects(context, { shipmentId, objects }),
  ]);
  await joinKeptWords(context, shipmentId, objects);
  await decideDisposition(context, shipmentId);
}

/** A manifest has come: the same filing, with what is known of it now. Clocks go on from when it was filed. */
export async function registerAgain(context: Context, shipmentId: string): Promise<void> {
  const [, known, heading] = await Promise.all([
    beforeParked(context),
    lockCase(context, shipmentId),
    shipmentHeading(context, shipmentId),
  ]);
  if (!known || known.withdrawn || !heading) return;
  const [form, before] = await Promise.all([
    readSubmittedForm(context, shipmentId, known.version),
    listObjects(context, shipmentId),
  ]);
  const facts = factsOf(before);
  if (!form || facts?.since === undefined) return;
  const { number } = heading;
  const about = { number, version: known.version, since: facts.since, carried: carriedBefore(facts) };
  const objects = await objectsOf(context, form, about);
  if (isDeepStrictEqual(sorted(objects), sorted(before))) return;
  await replaceObjects(context, { shipmentId, objects });
  await joinKeptWords(context, shipmentId, objects);
  await decideDisposition(context, shipmentId);
}
const sorted = (objects: readonly ControlledObject[]) => objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const factsOf = (objects: readonly ControlledObject[]) => objects.find((o) => o.type === 'declaration')?.facts;

type About = {
  readonly number: string;
  readonly version: number;
  readonly since: string;
  readonly carried: ControlledObject['facts'];
};
async function objectsOf(context: Context, form: Form, about: About): Promise<ControlledObject[]> {
  const objects = splitObjects(form, { ...about, facts: filedWith(form) });
  const keysOf = (type: string) => objects.filter((o) => o.type === type).map((o) => o.key);
  return joinManifests(objects, await manifestsOf(context, { bills: keysOf('bill'), containers: keysOf('container') }));
}

export async function withdrawObjects(
  context: Context,
  event: StoredEvent<ShipmentEvents['shipment.withdrawn']>,
): Promise<void> {
  const { shipmentId } = event.payload;
  const heading = await shipmentHeading(context, shipmentId);
  await upsertCase(context, { shipment_id: shipmentId, version: heading?.version ?? 1, withdrawn: true });
}
