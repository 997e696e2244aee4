// What the port office does with the exchange: look, pause, resume, replay (P3; every act is an event).
import { type Context, emitter } from '../../runtime/context.ts';
import { traceIdOf } from '../../runtime/telemetry/trace.ts';
import { channelById, documentName, registeredChannels } from '../mapping/index.ts';
import { shipmentHeading } from '../shipment/index.ts';
import type { ChannelHealth, DeliveryView, ExchangeEvents, InboundView } from './contract.ts';
import { refuse } from './refusals.ts';
import * as store from './store.ts';
import { readBreakers } from './store-breakers.ts';

const emit = emitter<ExchangeEvents>();
/** A document that has waited this long without a failed attempt says that the channel does not keep up. */
const SLOW_AFTER_MS = 60_000;
const nameless = (id: string) => ({ zh: id, en: id });

export async function readChannels(context: Context): Promise<ChannelHealth[]> {
  const rows = new Map((await store.readHealth(context)).map((row) => [row.channel, row]));
  const breakers = await readBreakers(context);
  return registeredChannels().map((channel) => {
    const row = rows.get(channel.id);
    const breaker = breakers.get(channel.id);
    const maintenanceUntil = context.settings.channelCare?.maintenanceOf(channel.id);
    const state = row?.paused
      ? row.draining
        ? 'draining'
        : 'paused'
      : maintenanceUntil
        ? 'maintenance'
        : (breaker && breaker.state !== 'closed') || row?.failing || Number(row?.dead ?? 0) > 0
          ? 'failing'
          : row?.oldest && Date.parse(context.now) - Date.parse(row.oldest) > SLOW_AFTER_MS
            ? 'slow'
            : row?.delivered || row?.received
              ? 'well'
              : 'idle';
    return {
      id: channel.id,
      name: channel.name,
      promise: channel.promise,
      endpoint: context.settings.endpointOf?.(channel.id) ?? '',
      simulated: context.settings.mode === 'demo',
      paused: row?.paused ?? false,
      state,
      queued: Number(row?.queued ?? 0),
      dead: Number(row?.dead ?? 0),
      quarantined: Number(row?.quarantined ?? 0),
      waiting: Number(row?.waiting ?? 0),
      breaker: {
        state: breaker?.state ?? 'closed',
        ...(breaker?.probeAt ? { probeAt: breaker.probeAt } : {}),
        ...(breaker && breaker.state !== 'closed' ? { since: breaker.changedAt } : {}),
      },
      ...(row?.delivered ? { lastDeliveredAt: row.delivered } : {}),
      ...(row?.received ? { lastReceivedAt: row.received } : {}),
      ...(row?.oldest ? { oldestQueuedAt: row.oldest } : {}),
      ...(row?.retry ? { nextRetryAt: row.retry } : {}),
      ...(maintenanceUntil ? { maintenanceUntil } : {}),
    };
  });
}

/** Whether each channel's partner is cut off or its channel paused; channels that are not named are neither. About partners, no case. */
export async function readAvailability(
  context: Context,
): Promise<ReadonlyMap<string, { readonly paused: boolean; readonly cutOff: boolean }>> {
  const paused = new Set(await store.listPaused(context));
  const breakers = await readBreakers(context);
  return new Map(
    [...new Set([...paused, ...breakers.keys()])].map((id) => [
      id,
      { paused: paused.has(id), cutOff: (breakers.get(id)?.state ?? 'closed') !== 'closed' },
    ]),
  );
}

export async function pauseChannel(context: Context, channel: string): Promise<void> {
  if (!channelById(channel)) throw refuse('CHANNEL_UNKNOWN', { channel });
  await store.pauseChannel(context, channel);
  await emit(context, 'channel.paused', channel, { channel });
}
/** What is queued now still goes; what comes later waits for the channel to be resumed. */
export async function drainChannel(context: Context, channel: string): Promise<void> {
  if (!channelById(channel)) throw refuse('CHANNEL_UNKNOWN', { channel });
  await store.pauseChannel(context, channel, await store.lastDeliverySeq(context, channel));
  await emit(context, 'channel.draining', channel, { channel });
}
export async function resumeChannel(context: Context, channel: string): Promise<void> {
  if (!channelById(channel)) throw refuse('CHANNEL_UNKNOWN', { channel });
  await store.resumeChannel(context, channel);
  await emit(context, 'channel.resumed', channel, { channel });
}

export async function readDeliveries(
  context: Context,
  filter: { state?: string; channel?: string; shipmentId?: string; traceId?: string; after?: string; limit?: number },
): Promise<{ items: DeliveryView[]; next?: string }> {
  const limit = filter.limit ?? 50;
  const { after, ...rest } = filter;
  const rows = await store.listDeliveries(context, {
    ...rest,
    limit: limit + 1,
    ...(after ? { before: Number(after) } : {}),
  });
  const page = rows.slice(0, limit);
  const attempts = await store.listAttempts(
    context,
    page.map((r) => r.id),
  );
  const numbers = await shipmentNumbers(
    context,
    page.flatMap((r) => (r.shipment_id ? [r.shipment_id] : [])),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => toView(row, attempts, numbers)),
    ...(rows.length > limit && last ? { next: String(last.seq) } : {}),
  };
}

async function shipmentNumbers(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(ids)];
  const headings = await Promise.all(unique.map((id) => shipmentHeading(context, id)));
  return new Map(unique.map((id, i) => [id, headings[i]?.number ?? '']));
}

function toView(
  row: store.DeliveryRow,
  attempts: readonly store.AttemptRow[],
  numbers: ReadonlyMap<string, string>,
): DeliveryView {
  return {
    id: row.id,
    channel: row.channel,
    channelName: channelById(row.channel)?.name ?? nameless(row.channel),
    documentId: row.document_id,
    documentKind: row.document_kind,
    documentName: documentName(row.document_kind) ?? nameless(row.document_kind),
    state: row.state,
    createdAt: row.created_at,
    attempts: attempts
      .filter((a) => a.delivery_id === row.id)
      .map((a) => ({ at: a.at, outcome: a.outcome, detail: a.detail, durationMs: a.duration_ms })),
    ...(row.shipment_id ? { shipmentId: row.shipment_id, shipmentNumber: numbers.get(row.shipment_id) ?? '' } : {}),
    ...(row.state === 'queued' ? { nextAttemptAt: row.next_attempt_at } : {}),
    ...(row.delivered_at ? { deliveredAt: row.delivered_at } : {}),
    ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
  };
}

export async function readDelivery(context: Context, id: string): Promise<DeliveryView> {
  const row = await store.findDelivery(context, id);
  if (!row) throw refuse('DELIVERY_UNKNOWN');
  return toView(
    row,
    await store.listAttempts(context, [id]),
    await shipmentNumbers(context, row.shipment_id ? [row.shipment_id] : []),
  );
}

export async function readMessages(
  context: Context,
  filter: { state?: string; channel?: string; traceId?: string; after?: string; limit?: number },
): Promise<{ items: InboundView[]; next?: string }> {
  const limit = filter.limit ?? 50;
  const { after, ...rest } = filter;
  const rows = await store.listInbound(context, {
    ...rest,
    limit: limit + 1,
    ...(after ? { before: Number(after) } : {}),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(toInboundView), ...(rows.length > limit && last ? { next: String(last.seq) } : {}) };
}
const toInboundView = (row: store.InboundRow): InboundView => ({
  id: row.id,
  channel: row.channel,
  channelName: channelById(row.channel)?.name ?? nameless(row.channel),
  receivedAt: row.received_at,
  digest: row.digest,
  sizeBytes: row.size_bytes,
  state: row.state,
  simulated: row.simulated,
  ...(row.format ? { format: row.format } : {}),
  ...(row.partner_message_id ? { partnerMessageId: row.partner_message_id } : {}),
  ...(row.reason ? { reason: row.reason } : {}),
  ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
});

/** Reads a quarantined message again, after whatever was wrong has been mended; hands over the receipt. */
export async function replayMessage(context: Context, id: string): Promise<string> {
  const row = await store.findInbound(context, id);
  if (!row) throw refuse('MESSAGE_UNKNOWN');
  if (row.state !== 'quarantined' && row.state !== 'waiting')
    throw refuse('MESSAGE_NOT_REPLAYABLE', { state: row.state });
  await store.forgetMessage(context, id);
  await store.markInbound(context, id, { state: 'stored', reason: null });
  return emit(context, 'message.received', id, { messageId: id, channel: row.channel, digest: row.digest });
}
