// One combined release per unit that may leave (P7): granted exactly once per object version; when the disposition is no
// longer a release, revoked by its own event, and the port operator is told before anything else.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ControlledObject, Disposition } from '../disposition/contract.ts';
import { leavesAlone, mayLeave, readDispositions } from '../disposition/index.ts';
import { stationOf } from '../reference/index.ts';
import { readSubmittedForm, shipmentHeading } from '../shipment/index.ts';
import type { ReleaseEvents } from './contract.ts';
import { VALID_MS } from './keep-keys.ts';
import { signToken } from './sign-claims.ts';
import {
  insertRelease,
  keepUnits,
  listReleases,
  listUnits,
  lockReleases,
  markRevoked,
  nextSerial,
  type ReleaseRow,
} from './store.ts';

const emit = emitter<ReleaseEvents>();

export async function decideReleases(
  context: Context,
  event: StoredEvent<{ readonly shipmentId: string }>,
): Promise<void> {
  const { shipmentId } = event.payload;
  await lockReleases(context, shipmentId);
  const [dispositions, releases, known] = await Promise.all([
    readDispositions(context, shipmentId),
    listReleases(context, shipmentId),
    listUnits(context, shipmentId),
  ]);
  const units = dispositions.objects.filter(({ object }) => leavesAlone(object));
  const versions = units.map(({ object }) => ({ objectId: object.id, version: versionOf(object) }));
  if (namesOf(versions) !== namesOf(known)) await keepUnits(context, { shipmentId, units: versions });
  const present = new Map(units.map((u) => [u.object.id, u]));
  for (const release of releases.filter((r) => r.state === 'granted')) {
    const unit = present.get(release.object_id);
    if (!unit || !mayLeave(unit.disposition.outcome) || versionOf(unit.object) !== release.object_version)
      await revokeRelease(context, release, unit?.disposition.explanation.text ?? AMENDED);
  }
  for (const { object, disposition } of units)
    if (mayLeave(disposition.outcome)) await grant(context, shipmentId, object, disposition, releases);
}

const namesOf = (units: readonly { objectId: string; version: number }[]): string =>
  units
    .map((unit) => `${unit.objectId} ${unit.version}`)
    .sort()
    .join();
const versionOf = (object: ControlledObject): number => Number(object.facts.version ?? 1);

const AMENDED = { zh: '申报已修改', en: 'The filing was amended' };

export async function revokeRelease(context: Context, release: ReleaseRow, because: Bilingual): Promise<void> {
  await markRevoked(context, release.id, because);
  await emit(context, 'release.revoked', release.shipment_id, {
    shipmentId: release.shipment_id,
    releaseId: release.id,
    number: release.number,
    objectId: release.object_id,
    because,
    stationId: release.station_id,
  });
}

async function grant(
  context: Context,
  shipmentId: string,
  object: ControlledObject,
  disposition: Disposition,
  releases: readonly ReleaseRow[],
): Promise<void> {
  const version = versionOf(object);
  const earlier = releases.filter((r) => r.object_id === object.id);
  const live = earlier.find((r) => r.state === 'granted' && r.object_version === version);
  if (live || earlier.some((r) => r.state === 'used')) return;
  const heading = await shipmentHeading(context, shipmentId);
  const form = (await readSubmittedForm(context, shipmentId)) ?? {};
  const text = (id: string) => (typeof form[id] === 'string' ? (form[id] as string) : '');
  const station = stationOf(text('stationCode'), text('transportMode'));
  const pickupParty = text('pickupParty') || text('traderName') || (heading?.ownerName ?? '');
  const number = `RL${toPartnerTime(context.now, 'yyyyMMdd').slice(2)}${String(await nextSerial(context)).padStart(7, '0')}`;
  const validUntil = plusMs(context.now, VALID_MS);
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  const token = await signToken(context, {
    iss: context.settings.baseUrl,
    jti: number,
    sub: object.id,
    shipment: heading?.number ?? '',
    pickup: pickupParty,
    place: station.id,
    version,
    iat: seconds(context.now),
    exp: seconds(validUntil),
    demo: context.settings.mode === 'demo',
  });
  const conditional = disposition.outcome === 'conditionally-released';
  const automatic = disposition.explanation.counts.length === 0;
  const id = context.newId();
  await insertRelease(context, {
    id,
    number,
    shipment_id: shipmentId,
    object_id: object.id,
    object_label: object.label,
    object_version: version,
    grant_number: earlier.filter((r) => r.object_version === version).length + 1,
    state: 'granted',
    conditional,
    automatic,
    pickup_party: pickupParty,
    station_id: station.id,
    granted_at: context.now,
    valid_until: validUntil,
    revoked_at: null,
    revoked_because: null,
    gated_out_at: null,
    token,
    simulated: heading?.simulated ?? false,
  });
  await emit(context, 'release.granted', shipmentId, {
    shipmentId,
    releaseId: id,
    number,
    objectId: object.id,
    conditional,
    automatic,
    token,
    stationId: station.id,
    validUntil,
  });
}
