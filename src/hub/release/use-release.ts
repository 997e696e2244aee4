// The port acts on the release alone (P7): the token is checked, the goods leave once, the case hears of it.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { ReleaseEvents, ReleaseView, VerifyResult } from './contract.ts';
import { toView } from './read-releases.ts';
import { refuse } from './refusals.ts';
import { readToken } from './sign-token.ts';
import { stationsOfChannel } from './stations.ts';
import {
  countUnits,
  findByNumber,
  findLiveByObject,
  findRelease,
  listReleases,
  lockRelease,
  lockReleases,
  markUsed,
  type ReleaseRow,
} from './store.ts';

const emit = emitter<ReleaseEvents>();

export async function verifyRelease(context: Context, token: string): Promise<VerifyResult> {
  const claims = await readToken(context.settings.releaseKeyPem, token.trim());
  if (!claims)
    return {
      valid: false,
      reason: {
        zh: '签名不符：不是本平台签发的放行凭证',
        en: 'The signature does not fit: not a release of this platform',
      },
    };
  // Who shows it stands at the gate: that it is for another station is what the clerk has to tell him.
  const row = await context.beyondLock((open) => findByNumber(open, claims.jti));
  if (!row) return { valid: false, reason: { zh: '没有此放行记录', en: 'There is no such release' } };
  const release = toView(row, context.now, false);
  if (!isHere(context, row))
    return { valid: false, reason: { zh: '此放行不在本场站提货', en: 'This release is for another station' }, release };
  if (release.state === 'granted')
    return { valid: true, reason: { zh: '有效，可以放行出场', en: 'Valid: the goods may leave' }, release };
  const reasons = {
    revoked: { zh: '已被撤销，不得放行', en: 'Revoked: the goods must not leave' },
    used: { zh: '已使用，货物已出场', en: 'Used: the goods have left' },
    expired: { zh: '已过有效期', en: 'It has expired' },
  } as const;
  return { valid: false, reason: reasons[release.state], release };
}

/** A station's clerk sees and uses its own station's releases only. */
const isHere = (context: Context, row: ReleaseRow): boolean =>
  context.actor.organisationKind !== 'operator' || stationsOfChannel(context.actor.channelId).includes(row.station_id);

export async function gateOut(context: Context, releaseId: string): Promise<ReleaseView> {
  const row = await lockInCase(context, releaseId);
  if (!row || !isHere(context, row)) throw refuse('RELEASE_UNKNOWN');
  const { state } = toView(row, context.now, false);
  if (state !== 'granted') throw refuse('RELEASE_NOT_USABLE', { number: row.number, state });
  await leave(context, row, context.now);
  return toView({ ...row, state: 'used', gated_out_at: context.now }, context.now, false);
}

/** A station's own message says that goods left; only a live release makes that good, anything else is left to the desk. */
export async function recordGateOut(
  context: Context,
  event: StoredEvent<ExchangeEvents['cargo.gated-out']>,
): Promise<void> {
  const { releaseNumber, container, bill, at } = event.payload;
  const named = releaseNumber ? await findByNumber(context, releaseNumber) : undefined;
  const rows = named
    ? [named]
    : await findLiveByObject(context, container ? `container:${container}` : `bill:${bill ?? ''}`);
  for (const { id } of rows) {
    const row = await lockInCase(context, id);
    if (row?.state === 'granted') await leave(context, row, at);
  }
}

/** Two units of one case that leave at the same moment take turns: the second must see that the first has gone. */
async function lockInCase(context: Context, id: string): Promise<ReleaseRow | undefined> {
  const row = await findRelease(context, id);
  if (!row) return undefined;
  await lockReleases(context, row.shipment_id);
  return lockRelease(context, id);
}

async function leave(context: Context, row: ReleaseRow, at: string): Promise<void> {
  await markUsed(context, row.id, at);
  const used = (await listReleases(context, row.shipment_id)).filter((r) => r.state === 'used').length;
  const remaining = Math.max(0, (await countUnits(context, row.shipment_id)) - used);
  await emit(context, 'release.used', row.shipment_id, {
    shipmentId: row.shipment_id,
    releaseId: row.id,
    number: row.number,
    objectId: row.object_id,
    gatedOutAt: at,
    remaining,
  });
}
