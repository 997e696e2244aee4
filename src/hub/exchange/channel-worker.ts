// One worker per channel: a slow or dead partner never delays another. No transaction is open while bytes travel; a crash
// between sending and noting sends the same message id again (P3, N).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { httpPush } from '../../runtime/transport/http-push.ts';
import type { CommittedEvent, UnitOfWork } from '../../runtime/unit-of-work.ts';
import { documentWithBytes, noteDelivery } from '../documents/index.ts';
import type { Channel } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { decideAttempt } from './decide-attempt.ts';
import { admit, decideBreaker, wellBreaker } from './decide-breaker.ts';
import { receiveMessage } from './receive-message.ts';
import { claimDeliveries, type DeliveryRow, recordAttempt } from './store.ts';
import { lockBreaker, saveBreaker } from './store-breakers.ts';

const emit = emitter<ExchangeEvents>();
const CONCURRENT = 4;

export type Endpoint = { readonly url: string; readonly key?: string };
export type ChannelWorkerOptions = {
  readonly channel: Channel;
  readonly endpoint: () => Endpoint | undefined;
  readonly unitOfWork: UnitOfWork;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
};
export type ChannelWorker = Loop & { step(): Promise<boolean> };

const WORK: ReadonlySet<string> = new Set<keyof ExchangeEvents>([
  'document.dispatched',
  'document.delivered',
  'delivery.died',
  'delivery.replayed',
  'channel.resumed',
  'channel.closed',
]);
/** True for what may let a delivery of this channel go: a new one, a replay, or the end of the one before it. */
export const givesWork = (event: CommittedEvent, channelId: string): boolean =>
  WORK.has(event.type) && (event.payload as { channel?: string }).channel === channelId;

export function createChannelWorker({
  channel,
  endpoint,
  unitOfWork,
  random,
  onFault,
}: ChannelWorkerOptions): ChannelWorker {
  const { profile } = channel;

  async function step(): Promise<boolean> {
    const target = endpoint();
    if (!target) return false;
    const leaseMs = profile.timeoutMs * 2 + 5000;
    const claimed = await unitOfWork.run(portico, async (context) => {
      const breaker = await lockBreaker(context, channel.id);
      const admitted = admit(breaker, context.now, CONCURRENT, leaseMs);
      if (admitted.limit === 0) return [];
      const rows = await claimDeliveries(context, { channel: channel.id, limit: admitted.limit, leaseMs });
      if (rows.length > 0 && admitted.breaker !== breaker) await saveBreaker(context, channel.id, admitted.breaker);
      return rows;
    });
    // One that fails unexpectedly falls due again when its claim runs out; the others go on.
    const ends = await Promise.allSettled(claimed.map((delivery) => send(delivery, target)));
    for (const end of ends) if (end.status === 'rejected') onFault(end.reason);
    return claimed.length > 0;
  }

  async function send(delivery: DeliveryRow, target: Endpoint): Promise<void> {
    const document = await unitOfWork.read(portico, (context) => documentWithBytes(context, delivery.document_id));
    if (!document) throw new Error(`delivery ${delivery.id} has no document`);
    const { row, bytes } = document;
    const began = performance.now();
    const result = await httpPush({
      url: target.url,
      ...(target.key ? { key: target.key } : {}),
      bytes,
      contentType: `${row.media_type}; charset=${row.charset ?? 'utf-8'}`,
      messageId: row.id,
      kind: row.kind,
      fileName: row.file_name,
      timeoutMs: profile.timeoutMs,
    });
    const durationMs = Math.round(performance.now() - began);
    await unitOfWork.run(portico, async (context) => {
      const number = delivery.attempts + 1;
      const decision = decideAttempt(result.outcome, number - delivery.attempts_before_replay, profile, random());
      const stands = await recordAttempt(
        context,
        {
          delivery_id: delivery.id,
          number,
          at: context.now,
          outcome: result.outcome,
          detail: result.detail,
          duration_ms: durationMs,
        },
        {
          state: decision.state,
          ...(decision.waitMs === undefined ? {} : { nextAttemptAt: plusMs(context.now, decision.waitMs) }),
        },
      );
      if (!stands) return;
      await noteReached(context, result.outcome !== 'unreachable');
      await noteDelivery(context, row.id, {
        id: delivery.id,
        state: decision.state,
        attempts: number,
        ...(decision.state === 'delivered' ? { deliveredAt: context.now } : {}),
      });
      const about = {
        documentId: row.id,
        document: row.kind,
        channel: channel.id,
        ...(delivery.shipment_id ? { shipmentId: delivery.shipment_id } : {}),
      };
      if (decision.state === 'delivered')
        await emit(context, 'document.delivered', delivery.shipment_id ?? row.id, about);
      if (decision.state === 'dead')
        await emit(context, 'delivery.died', delivery.shipment_id ?? row.id, {
          ...about,
          deliveryId: delivery.id,
          reason: result.detail,
        });
      if (result.outcome === 'delivered' && result.answer)
        await receiveMessage(context, { ...result.answer, channelId: channel.id });
    });
  }

  async function noteReached(context: Context, reached: boolean): Promise<void> {
    const breaker = await lockBreaker(context, channel.id);
    const next = decideBreaker(breaker, reached, context.now, random());
    if (breaker === wellBreaker && next === wellBreaker) return;
    await saveBreaker(context, channel.id, next);
    if (next.state === 'open' && breaker.state !== 'open')
      await emit(context, 'channel.opened', channel.id, { channel: channel.id, probeAt: next.probeAt ?? context.now });
    if (next.state === 'closed' && breaker.state !== 'closed')
      await emit(context, 'channel.closed', channel.id, { channel: channel.id });
  }

  return { ...createLoop({ name: `channel ${channel.id}`, step, pollMs: 1000, onFault }), step };
}
