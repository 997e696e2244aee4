// How each channel is (issue 6): what the exchange knows of its queue and breaker, with the figures of the last hour and the last day from the
// rolling table.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { readChannels } from '../exchange/index.ts';
import { channelById, documentName } from '../mapping/index.ts';
import type { ChannelPulse, ChannelPulseDetail, PulseFigures } from './contract.ts';
import { knownChannel } from './change-settings.ts';
import { percentile } from './percentiles.ts';
import { tlsOf } from './rules-tls.ts';
import { type SettingRow, settingsInForce } from './store-settings.ts';
import { type BeatSum, recentOutages, sumBeats } from './store-pulse.ts';

const HOUR_MS = 3_600_000;
const OUTAGES_SHOWN = 10;
/** Slots are of five minutes: an hour is the last twelve whole ones and the one under way. */
const since = (context: Context, hours: number): string => plusMs(context.now, -hours * HOUR_MS);

export async function readHealthOfAll(context: Context): Promise<ChannelPulse[]> {
  const channels = await readChannels(context);
  const ids = channels.map((channel) => channel.id);
  const [hour, day] = [
    await sumBeats(context, ids, since(context, 1)),
    await sumBeats(context, ids, since(context, 24)),
  ];
  const settings = await settingsInForce(context, ids);
  return channels.map((channel) => ({ ...toPulse(channel, hour, day), ...tlsIn(context, channel, settings) }));
}

export async function readHealthOf(context: Context, id: string): Promise<ChannelPulseDetail> {
  knownChannel(id);
  const channel = (await readChannels(context)).find((one) => one.id === id);
  if (!channel) throw new Error(`channel ${id} has no health`);
  const [hour, day] = [
    await sumBeats(context, [id], since(context, 1)),
    await sumBeats(context, [id], since(context, 24)),
  ];
  const sent = new Set(day.map((beat) => beat.document_kind));
  const defined = channelById(id)?.documents.map((document) => document.id) ?? [];
  const kinds = [...new Set([...defined, ...sent])];
  return {
    ...toPulse(channel, hour, day),
    ...tlsIn(context, channel, await settingsInForce(context, [id])),
    kinds: kinds.map((document) => ({
      document,
      name: documentName(document) ?? { zh: document, en: document },
      hour: figuresOf(hour.filter((beat) => beat.document_kind === document)),
      day: figuresOf(day.filter((beat) => beat.document_kind === document)),
    })),
    outages: (await recentOutages(context, [id], OUTAGES_SHOWN)).map(toOutage),
  };
}
function tlsIn(
  context: Context,
  { id, endpoint }: { readonly id: string; readonly endpoint: string },
  inForce: readonly SettingRow[],
): Pick<ChannelPulse, 'tls'> {
  const settings = inForce.find((row) => row.channel === id)?.settings;
  const tls = tlsOf(settings, { url: endpoint, now: context.now, mode: context.settings.mode });
  return tls ? { tls } : {};
}
export const toOutage = ({ id, since, until }: { id: string; since: string; until: string | null }) => ({
  id,
  since,
  ...(until ? { until } : {}),
});

function toPulse(
  channel: Awaited<ReturnType<typeof readChannels>>[number],
  hour: readonly BeatSum[],
  day: readonly BeatSum[],
): ChannelPulse {
  const own = (beats: readonly BeatSum[]) => figuresOf(beats.filter((beat) => beat.channel === channel.id));
  return {
    channel: channel.id,
    channelName: channel.name,
    promise: channel.promise,
    simulated: channel.simulated,
    state: channel.state,
    breaker: channel.breaker.state,
    queued: channel.queued,
    dead: channel.dead,
    hour: own(hour),
    day: own(day),
    ...(channel.breaker.probeAt ? { probeAt: channel.breaker.probeAt } : {}),
    ...(channel.maintenanceUntil ? { maintenanceUntil: channel.maintenanceUntil } : {}),
    ...(channel.oldestQueuedAt ? { oldestQueuedAt: channel.oldestQueuedAt } : {}),
    ...(channel.nextRetryAt ? { nextRetryAt: channel.nextRetryAt } : {}),
    ...(channel.lastDeliveredAt ? { lastSentAt: channel.lastDeliveredAt } : {}),
    ...(channel.lastReceivedAt ? { lastHeardAt: channel.lastReceivedAt } : {}),
  };
}

function figuresOf(beats: readonly Pick<BeatSum, 'outcome' | 'bucket' | 'attempts'>[]): PulseFigures {
  const count = (outcome: BeatSum['outcome']) =>
    beats.filter((beat) => beat.outcome === outcome).reduce((n, beat) => n + beat.attempts, 0);
  const [delivered, refused, unreachable] = [count('delivered'), count('refused'), count('unreachable')];
  // What was never answered took as long as we waited: it says nothing of how fast the partner is.
  const answered = beats.filter((beat) => beat.outcome !== 'unreachable');
  const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => percentile(answered, share));
  return {
    attempts: delivered + refused + unreachable,
    delivered,
    refused,
    unreachable,
    ...(p50Ms === undefined ? {} : { p50Ms }),
    ...(p95Ms === undefined ? {} : { p95Ms }),
    ...(p99Ms === undefined ? {} : { p99Ms }),
  };
}
