// Reading releases; the token goes only to those who may pick up or run the gate.
import QRCode from 'qrcode';
import type { Context } from '../../runtime/context.ts';
import { mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import { stationName, stationsOfChannel } from '../reference/index.ts';
import type { ReleaseView } from './contract.ts';
import { refuse } from './refusals.ts';
import { findRelease, listReleases, pageReleases, type ReleaseRow } from './store.ts';
import { writeSlip } from './write-slip.ts';

export function toView(row: ReleaseRow, now: string, withToken: boolean): ReleaseView {
  return {
    id: row.id,
    number: row.number,
    shipmentId: row.shipment_id,
    shipmentNumber: '',
    objectId: row.object_id,
    objectLabel: row.object_label,
    objectVersion: row.object_version,
    state: row.state === 'granted' && row.valid_until <= now ? 'expired' : row.state,
    conditional: row.conditional,
    automatic: row.automatic,
    pickupParty: row.pickup_party,
    place: { stationId: row.station_id, name: stationName(row.station_id) },
    grantedAt: row.granted_at,
    validUntil: row.valid_until,
    simulated: row.simulated,
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
    ...(row.revoked_because ? { revokedBecause: row.revoked_because } : {}),
    ...(row.gated_out_at ? { gatedOutAt: row.gated_out_at } : {}),
    ...(withToken && row.state === 'granted' ? { token: row.token } : {}),
  };
}

const holdsToken = (context: Context): boolean =>
  ['trader', 'broker', 'operator'].includes(context.actor.organisationKind ?? '');

export async function readShipmentReleases(context: Context, shipmentId: string): Promise<ReleaseView[]> {
  if (!(await mayDoToShipment(context, shipmentId, 'release.read'))) throw refuse('RELEASE_UNKNOWN');
  const number = (await shipmentHeading(context, shipmentId))?.number ?? '';
  return (await listReleases(context, shipmentId)).map((row) => ({
    ...toView(row, context.now, holdsToken(context)),
    shipmentNumber: number,
  }));
}

export async function readReleasePage(
  context: Context,
  filter: { state?: string; after?: string; limit?: number },
): Promise<{ items: ReleaseView[]; next?: string }> {
  const limit = filter.limit ?? 50;
  const own =
    context.actor.organisationKind === 'operator' ? { stations: stationsOfChannel(context.actor.channelId) } : {};
  if (context.actor.organisationKind === 'trader' || context.actor.organisationKind === 'broker')
    throw refuse('RELEASE_UNKNOWN');
  const rows = await pageReleases(context, { ...filter, ...own, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const items = await Promise.all(
    page.map(async (row) => ({
      ...toView(row, context.now, holdsToken(context)),
      shipmentNumber: (await shipmentHeading(context, row.shipment_id))?.number ?? '',
    })),
  );
  const last = page.at(-1);
  return { items, ...(rows.length > limit && last ? { next: last.id } : {}) };
}

/** For whoever may have the token, and while there is one. */
async function mustHoldToken(context: Context, id: string): Promise<{ row: ReleaseRow; release: ReleaseView }> {
  const row = await findRelease(context, id);
  if (!row || !(await mayDoToShipment(context, row.shipment_id, 'release.read')) || !holdsToken(context))
    throw refuse('RELEASE_UNKNOWN');
  const shipmentNumber = (await shipmentHeading(context, row.shipment_id))?.number ?? '';
  return { row, release: { ...toView(row, context.now, true), shipmentNumber } };
}

/** The slip to show: the release with its token as QR. */
export async function readSlip(context: Context, id: string): Promise<{ release: ReleaseView; qrSvg: string }> {
  const { row, release } = await mustHoldToken(context, id);
  return { release, qrSvg: await QRCode.toString(row.token, { type: 'svg', errorCorrectionLevel: 'L', margin: 1 }) };
}

/** The slip to print; of a release that does not hold there is none. */
export async function printSlip(context: Context, id: string): Promise<{ name: string; pdf: Buffer }> {
  const { row, release } = await mustHoldToken(context, id);
  if (release.state !== 'granted') throw refuse('RELEASE_NOT_USABLE', { number: release.number, state: release.state });
  const pdf = await writeSlip({
    release,
    token: row.token,
    now: context.now,
    demonstration: release.simulated || context.settings.mode === 'demo',
    keysUrl: `${context.settings.baseUrl}/api/v1/release-keys`,
  });
  return { name: `${release.number}.pdf`, pdf };
}
