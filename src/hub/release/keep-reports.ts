// What a station says that does not fit yet (P7, N10). Messages come in any order: what is taken back before it was told, what is in before
// it was released or even filed. It is kept and joined when what it waits for comes, and is dead after the period of the day it came. Only a gate-out is not:
// goods that left without a live release are told of and let nothing go afterwards.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import { casesWithObjects, longestPeriodDays, readEarlyReportPeriod } from '../disposition/index.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { KeptReason, Movement, ReleaseEvents } from './contract.ts';
import { toView } from './read-releases.ts';
import { type Said, takeReport } from './report-movement.ts';
import { nextReport, standingOf } from './states.ts';
import {
  findByNumber,
  findLastByObject,
  findLiveByObject,
  findRelease,
  lockRelease,
  lockReleases,
  type ReleaseRow,
} from './store.ts';
import { dropKept, keepReport, type KeptRow, listKeptFor, listKeptOf, lockKept } from './store-kept.ts';
import { findReport, listMovements } from './store-movements.ts';

const emit = emitter<ReleaseEvents>();
/** A box comes again with other goods: what was said of it waits for a period, a rule that the port office may change (decision 0052). */
async function alive(context: Context, rows: readonly KeptRow[]): Promise<KeptRow[]> {
  if (rows.length === 0) return [];
  const endOf = await readEarlyReportPeriod(context);
  return rows.filter((row) => endOf(new Date(row.received_at).toISOString()) > context.now);
}
/** No period is longer. */
const oldest = (context: Context): string => plusMs(context.now, -longestPeriodDays * 86_400_000);

/** A station's own message says that goods left; only a live release makes that good. */
export const recordGateOut = (context: Context, event: StoredEvent<ExchangeEvents['cargo.gated-out']>): Promise<void> =>
  recordSaid(context, event.payload, 'gate-out');
/** In at the gate, loaded on board: as the gate desk's buttons report it. */
export const recordMoved = (context: Context, event: StoredEvent<ExchangeEvents['cargo.moved']>): Promise<void> =>
  recordSaid(context, event.payload, event.payload.movement);

type Message = Omit<ExchangeEvents['cargo.moved'], 'movement'>;
async function recordSaid(context: Context, message: Message, movement: Movement): Promise<void> {
  const { container, bill, at, channel, messageId, reversed = false } = message;
  const objectId = container ? `container:${container}` : `bill:${bill ?? ''}`;
  const saidOf = (id: string): Said => ({
    movement,
    reverse: reversed,
    at,
    channel,
    // As it always was for what leaves: a message that is read again after an upgrade says the same.
    reportNumber: movement === 'gate-out' ? `${messageId} ${id}` : `${messageId} ${movement} ${id}`,
  });
  let rows = await releasesMeant(context, message, { objectId, movement });
  if (rows.length === 0) {
    await lockKept(context, objectId);
    rows = await releasesMeant(context, message, { objectId, movement });
  }
  for (const row of rows) await joinTo(context, row.id, saidOf(row.object_id), message.place);
  if (rows.length > 0) return;
  if (movement === 'gate-out' && !reversed && (await tellLeft(context, objectId, message))) return;
  const said = saidOf(objectId);
  await keep(context, { said, objectId, place: message.place, reason: 'no-release' });
}

/** The one it names; else the live ones of the goods; else the last, where it is about a time before they left. */
async function releasesMeant(
  context: Context,
  { releaseNumber, at, reversed }: Message,
  { objectId, movement }: { readonly objectId: string; readonly movement: Movement },
): Promise<readonly ReleaseRow[]> {
  const named = releaseNumber ? await findByNumber(context, releaseNumber) : undefined;
  if (named) return [named];
  const live = await findLiveByObject(context, objectId);
  if (live.length > 0) return live;
  const last = await findLastByObject(context, objectId);
  const left = last?.state === 'used' ? last.gated_out_at : null;
  if (!last || left === null) return [];
  const before = reversed ? movement === 'gate-out' : Date.parse(at) <= Date.parse(left);
  return before ? [last] : [];
}

/** Goods of a filed case are gone, and nothing let them go. */
async function tellLeft(context: Context, objectId: string, { place, at }: Message): Promise<boolean> {
  const cases = [...new Set((await casesWithObjects(context, [objectId])).map((found) => found.shipment_id))];
  let told = false;
  for (const shipmentId of cases) {
    const last = await findLastByObject(context, objectId, shipmentId);
    // It left long ago: a box comes again with goods that are not filed yet.
    if (last?.state === 'used') continue;
    told = true;
    await emit(context, 'release.left-unreleased', shipmentId, { shipmentId, objectId, place, at });
  }
  return told;
}

/** A message is no request: what may not be is not refused to anybody, but what happened without a live release is on record. */
async function joinTo(context: Context, releaseId: string, said: Said, place: string): Promise<void> {
  const row = await lockRow(context, releaseId);
  if (!row || (await findReport(context, said.channel, said.reportNumber))) return;
  const { state } = toView(row, context.now, false);
  if (!said.reverse && (state === 'revoked' || state === 'expired')) {
    const { id, number, shipment_id: shipmentId, object_id: objectId, station_id: stationId } = row;
    const about = { shipmentId, releaseId: id, number, objectId, stationId };
    const { movement, at } = said;
    await emit(context, 'release.report-refused', shipmentId, { ...about, movement, at, state });
    return;
  }
  const { standing } = await whereItIs(context, row);
  const kept = await keep(context, {
    said,
    objectId: row.object_id,
    place,
    release: row,
    reason: said.reverse && !standing.includes(said.movement) ? 'nothing-to-take-back' : 'overtaken',
  });
  if (kept) await settle(context, row.id);
}

/** Takes what fits now, one after the other, until nothing does. */
async function settle(context: Context, releaseId: string): Promise<void> {
  for (;;) {
    const row = await lockRow(context, releaseId);
    if (!row) return;
    const { standing, taken, state } = await whereItIs(context, row);
    const kept = await alive(context, await listKeptOf(context, releaseId, oldest(context)));
    const next = nextReport({ state, standing }, taken, kept);
    if (!next) return tellWaiting(context, kept);
    await dropKept(context, next.id);
    await takeReport(context, releaseId, {
      movement: next.movement,
      reverse: next.reverse,
      at: new Date(next.at).toISOString(),
      channel: next.channel,
      reportNumber: next.report_number,
    });
  }
}
/** Only what has just come: an earlier one was told when it did. */
async function tellWaiting(context: Context, kept: readonly KeptRow[]): Promise<void> {
  for (const row of kept)
    if (row.reason !== 'overtaken' && new Date(row.received_at).toISOString() === context.now)
      await tellKept(context, row);
}
const tellKept = async (context: Context, row: KeptRow): Promise<void> => {
  await emit(context, 'release.report-kept', row.shipment_id ?? `channel ${row.channel}`, {
    ...(row.shipment_id ? { shipmentId: row.shipment_id } : {}),
    objectId: row.object_id,
    movement: row.movement,
    reverse: row.reverse,
    at: new Date(row.at).toISOString(),
    channel: row.channel,
    reason: row.reason,
  });
};

async function whereItIs(context: Context, row: ReleaseRow) {
  const taken = await listMovements(context, row.id);
  return { taken, standing: standingOf(taken, row.state), state: toView(row, context.now, false).state };
}
async function lockRow(context: Context, id: string): Promise<ReleaseRow | undefined> {
  const row = await findRelease(context, id);
  if (!row) return undefined;
  await lockReleases(context, row.shipment_id);
  return lockRelease(context, id);
}

async function keep(
  context: Context,
  about: {
    readonly said: Said;
    readonly objectId: string;
    readonly place: string;
    readonly release?: ReleaseRow;
    readonly reason: KeptReason;
  },
): Promise<boolean> {
  const { said, objectId, place, release, reason } = about;
  const row: KeptRow = {
    id: context.newId(),
    release_id: release?.id ?? null,
    shipment_id: release?.shipment_id ?? null,
    object_id: objectId,
    movement: said.movement,
    reverse: said.reverse,
    at: said.at,
    received_at: context.now,
    channel: said.channel,
    place,
    report_number: said.reportNumber,
    reason,
  };
  const kept = await keepReport(context, row);
  if (kept && !release) await tellKept(context, row);
  return kept;
}

/** A release is granted: what was said of the goods before belongs to it. */
export const joinKeptReports = (
  context: Context,
  { payload }: StoredEvent<ReleaseEvents['release.granted']>,
): Promise<void> => joinAll(context, payload, { leftBefore: true });
/** The goods are in after all: what was said of them since they were out, and so found no release, belongs to the one that is live again. */
export const joinReportsAgain = (
  context: Context,
  { payload }: StoredEvent<ReleaseEvents['release.use-reversed']>,
): Promise<void> => joinAll(context, payload, { leftBefore: false });

type Meant = { readonly shipmentId: string; readonly releaseId: string; readonly objectId: string };
/** `leftBefore`: a gate-out that waited is of goods that left before there was a release. */
async function joinAll(
  context: Context,
  { shipmentId, releaseId, objectId }: Meant,
  { leftBefore }: { readonly leftBefore: boolean },
): Promise<void> {
  await lockKept(context, objectId);
  for (const row of await alive(context, await listKeptFor(context, objectId, oldest(context)))) {
    await dropKept(context, row.id);
    const at = new Date(row.at).toISOString();
    const { movement, reverse, channel, report_number: reportNumber } = row;
    if (leftBefore && row.movement === 'gate-out' && !row.reverse)
      await emit(context, 'release.left-unreleased', shipmentId, { shipmentId, objectId, place: row.place, at });
    else await joinTo(context, releaseId, { movement, reverse, at, channel, reportNumber }, row.place);
  }
}
