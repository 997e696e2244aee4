// Records how a lane's attempts ended, with what follows from it, in one transaction that only the lane's owner can commit (P3).
import { type Context, emitter } from '../../../runtime/context.ts';
import type { PushOutcome } from '../../../runtime/transport/transport.ts';
import { noteDeliveries } from '../../documents/index.ts';
import type { ExchangeEvents } from '../contract.ts';
import { receiveMessage } from '../receive-message.ts';
import { saveBreaker } from '../store-breakers.ts';
import type { Ended, Flush } from './lane.ts';
import { recordFlush, type Stored } from './store-lanes.ts';

const emit = emitter<ExchangeEvents>();

export type Attempt = { readonly result: PushOutcome; readonly durationMs: number; readonly at: string };
export type Recording = {
  readonly claim: { readonly channel: string; readonly owner: string; readonly leaseMs: number };
  readonly flush: Flush;
  readonly attemptOf: (deliveryId: string) => Attempt | undefined;
  readonly storedOf: (deliveryId: string) => Stored | undefined;
};
/** Somebody else owns the lane by now: whatever this one did is his to find out. */
export class LaneTaken extends Error {}

export async function recordEnds(context: Context, channel: string, recording: Recording): Promise<void> {
  const { flush, attemptOf } = recording;
  const spoiled = new Set(flush.ends.filter((end) => end.spoiled).map((end) => end.entry.deliveryId));
  const detailOf = (id: string) => {
    const attempt = attemptOf(id);
    return {
      at: attempt?.at ?? context.now,
      detail: spoiled.has(id) ? 'answer could not be kept' : (attempt?.result.detail ?? ''),
      durationMs: attempt?.durationMs ?? 0,
    };
  };
  const recorded = await recordFlush(context, recording.claim, flush, detailOf);
  if (!recorded) throw new LaneTaken();
  if (flush.breaker) await noteBreaker(context, channel, flush.breaker);
  const ends = flush.ends.filter((end) => recorded.has(end.entry.deliveryId));
  if (ends.length === 0) return;
  await noteDeliveries(
    context,
    ends.flatMap(({ entry, state, attempt }) => {
      const documentId = recording.storedOf(entry.deliveryId)?.documentId;
      const at = detailOf(entry.deliveryId).at;
      const delivery = { id: entry.deliveryId, state, attempts: attempt };
      return documentId
        ? [{ documentId, delivery: state === 'delivered' ? { ...delivery, deliveredAt: at } : delivery }]
        : [];
    }),
  );
  for (const end of ends)
    await tell(context.traced(recording.storedOf(end.entry.deliveryId)?.traceId), channel, end, recording);
}

async function tell(context: Context, channel: string, end: Ended, { attemptOf, storedOf }: Recording): Promise<void> {
  const stored = storedOf(end.entry.deliveryId);
  const result = attemptOf(end.entry.deliveryId)?.result;
  if (!stored || !result) return;
  const subject = stored.shipmentId ?? stored.documentId;
  const about = {
    documentId: stored.documentId,
    document: stored.documentKind,
    channel,
    ...(stored.shipmentId ? { shipmentId: stored.shipmentId } : {}),
  };
  if (end.state === 'delivered') await emit(context, 'document.delivered', subject, about);
  if (end.state === 'dead')
    await emit(context, 'delivery.died', subject, {
      ...about,
      deliveryId: end.entry.deliveryId,
      reason: result.detail,
    });
  if (end.state === 'delivered' && result.outcome === 'delivered' && result.answer)
    await receiveMessage(context, { ...result.answer, channelId: channel, answersDocument: stored.documentId });
}

async function noteBreaker(
  context: Context,
  channel: string,
  { was, is }: NonNullable<Flush['breaker']>,
): Promise<void> {
  await saveBreaker(context, channel, is);
  if (is.state === 'open' && was.state !== 'open')
    await emit(context, 'channel.opened', channel, { channel, probeAt: is.probeAt ?? context.now });
  if (is.state === 'closed' && was.state !== 'closed') await emit(context, 'channel.closed', channel, { channel });
}
