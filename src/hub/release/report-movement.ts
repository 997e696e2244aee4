// What a station's system may do with a release (P7): it shows the token, says what happens, and is told whether it may. The same report
// sent twice has one effect; every report has its reverse; goods leave once.
import { contentDigest } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { readDispositions } from '../disposition/index.ts';
import { stationsOfChannel } from '../reference/index.ts';
import type { Movement, MovementReport, ReleaseEvents } from './contract.ts';
import { toView } from './read-releases.ts';
import { refuse } from './refusals.ts';
import { readToken } from './sign-claims.ts';
import { judgeReport, positionOf, standingOf } from './states.ts';
import {
  countUnits,
  findByNumber,
  findRelease,
  listReleases,
  lockRelease,
  lockReleases,
  markNotUsed,
  markUsed,
  type ReleaseRow,
} from './store.ts';
import { findReport, insertMovement, listCaseMovements, listMovements, type MovementRow } from './store-movements.ts';

const emit = emitter<ReleaseEvents>();
/** Clocks of stations differ. */
const AHEAD_MS = 300_000;

export type Said = {
  readonly movement: Movement;
  readonly reverse: boolean;
  readonly at: string;
  readonly channel: string;
  readonly reportNumber: string;
  readonly vehicle?: string;
};

/** A station's clerk sees and uses its own station's releases only. */
export const isHere = (context: Context, row: ReleaseRow): boolean =>
  context.actor.organisationKind !== 'operator' || stationsOfChannel(context.actor.channelId).includes(row.station_id);

/** Acts on the token alone: what it is for stands in it, and what has become of it with us. */
export async function reportMovement(
  context: Context,
  command: {
    readonly token: string;
    readonly movement: Movement;
    readonly reverse?: boolean;
    readonly reportNumber: string;
    readonly at?: string;
    readonly vehicle?: string;
  },
): Promise<MovementReport> {
  const claims = await readToken(context, command.token.trim());
  if (!claims) throw refuse('RELEASE_TOKEN_NOT_GENUINE', { path: 'token' });
  const known = await findByNumber(context, claims.jti);
  if (!known || !isHere(context, known)) throw refuse('RELEASE_UNKNOWN');
  const at = command.at ?? context.now;
  if (at > plusMs(context.now, AHEAD_MS)) throw refuse('RELEASE_REPORT_AHEAD', { path: 'at', at });
  return takeReport(context, known.id, {
    movement: command.movement,
    reverse: command.reverse ?? false,
    at,
    channel: context.actor.channelId ?? '',
    reportNumber: command.reportNumber,
    ...(command.vehicle ? { vehicle: command.vehicle } : {}),
  });
}

export async function takeReport(context: Context, releaseId: string, said: Said): Promise<MovementReport> {
  const row = await lockInCase(context, releaseId);
  if (!row || !isHere(context, row)) throw refuse('RELEASE_UNKNOWN');
  const digest = contentDigest({ releaseId, ...wordsOf(said) });
  const before = await findReport(context, said.channel, said.reportNumber);
  if (before && before.content_digest !== digest)
    throw refuse('RELEASE_REPORT_NUMBER_TAKEN', { path: 'reportNumber', reportNumber: said.reportNumber });
  const reports = await listMovements(context, releaseId);
  if (before) return toReport(context, row, before, reports);
  const { state } = toView(row, context.now, false);
  const standing = standingOf(reports, row.state);
  const verdict = judgeReport({ state, standing }, said);
  if (verdict === 'not-usable') throw refuse('RELEASE_NOT_USABLE', { number: row.number, state });
  if (verdict === 'out-of-order')
    throw refuse('RELEASE_REPORT_OUT_OF_ORDER', {
      path: 'movement',
      number: row.number,
      movement: said.movement,
      position: positionOf(standing),
    });
  const made: MovementRow = {
    id: context.newId(),
    release_id: row.id,
    shipment_id: row.shipment_id,
    movement: said.movement,
    reverse: said.reverse,
    at: said.at,
    reported_at: context.now,
    reported_by: context.actor.name,
    channel: said.channel,
    report_number: said.reportNumber,
    content_digest: digest,
    vehicle: said.vehicle ?? null,
  };
  if (!(await insertMovement(context, made)))
    throw refuse('RELEASE_REPORT_NUMBER_TAKEN', { path: 'reportNumber', reportNumber: said.reportNumber });
  const after = await takeEffect(context, row, said);
  return toReport(context, after, made, [...reports, made]);
}
/** A report without a time is the same report when it is sent again later. */
const wordsOf = ({ movement, reverse, vehicle }: Said) => ({ movement, reverse, ...(vehicle ? { vehicle } : {}) });

/** Two units of one case that leave at the same moment take turns: the second must see that the first has gone. */
async function lockInCase(context: Context, id: string): Promise<ReleaseRow | undefined> {
  const row = await findRelease(context, id);
  if (!row) return undefined;
  await lockReleases(context, row.shipment_id);
  return lockRelease(context, id);
}

async function takeEffect(context: Context, row: ReleaseRow, said: Said): Promise<ReleaseRow> {
  const { movement, reverse, at, vehicle } = said;
  const about = { shipmentId: row.shipment_id, releaseId: row.id, number: row.number, objectId: row.object_id };
  const moved = { ...about, stationId: row.station_id, movement, at };
  if (movement !== 'gate-out') {
    const notLoaded = await notLoadedOf(context, row.shipment_id);
    if (reverse) await emit(context, 'release.move-reversed', row.shipment_id, { ...moved, notLoaded });
    else
      await emit(context, 'release.moved', row.shipment_id, { ...moved, notLoaded, ...(vehicle ? { vehicle } : {}) });
    return row;
  }
  if (!reverse) {
    await markUsed(context, row.id, at);
    const remaining = await remainingOf(context, row.shipment_id);
    await emit(context, 'release.used', row.shipment_id, { ...about, gatedOutAt: at, remaining });
    return { ...row, state: 'used', gated_out_at: at };
  }
  await markNotUsed(context, row.id);
  const { objects } = await readDispositions(context, row.shipment_id);
  await emit(context, 'release.use-reversed', row.shipment_id, {
    ...moved,
    remaining: await remainingOf(context, row.shipment_id),
    outcomes: objects.map((o) => o.disposition.outcome),
  });
  return { ...row, state: 'granted', gated_out_at: null };
}
async function remainingOf(context: Context, shipmentId: string): Promise<number> {
  const used = (await listReleases(context, shipmentId)).filter((r) => r.state === 'used').length;
  return Math.max(0, (await countUnits(context, shipmentId)) - used);
}
/** Units of the case that nobody has said to be loaded: the loading manifest is of all of it. */
async function notLoadedOf(context: Context, shipmentId: string): Promise<number> {
  const releases = await listReleases(context, shipmentId);
  const byRelease = new Map<string, MovementRow[]>(releases.map(({ id }) => [id, []]));
  for (const said of await listCaseMovements(context, [...byRelease.keys()]))
    byRelease.get(said.release_id)?.push(said);
  const loaded = releases.filter(({ id, state }) =>
    standingOf(byRelease.get(id) ?? [], state).some((one) => one !== 'gate-in'),
  ).length;
  return Math.max(0, (await countUnits(context, shipmentId)) - loaded);
}

function toReport(
  context: Context,
  row: ReleaseRow,
  made: MovementRow,
  reports: readonly MovementRow[],
): MovementReport {
  return {
    id: made.id,
    releaseNumber: row.number,
    movement: made.movement,
    reverse: made.reverse,
    at: made.at,
    reportNumber: made.report_number,
    position: positionOf(standingOf(reports, row.state)),
    release: toView(row, context.now, false),
  };
}
