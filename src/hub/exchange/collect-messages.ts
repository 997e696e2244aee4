// Fetches what a partner keeps ready for us, where his address says so (HTTPS pull, SFTP folder, queue): only the owner of the channel's lane
// asks, each message is stored like one that was posted before it is acknowledged, and a partner who does not answer is left in
// peace by a breaker of its own, so that he costs nobody else anything (P3; exchange R7).
import type { Clock } from '../../runtime/clock.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { isDatabaseAway } from '../../runtime/database/is-away.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { createCollector, isCollected } from '../../runtime/transport/open-transport.ts';
import type { Collected, PickUp } from '../../runtime/transport/transport.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { Channel } from '../mapping/contract.ts';
import type { ExchangeEvents } from './contract.ts';
import { admit, decideBreaker, wellBreaker } from './decide-breaker.ts';
import { receiveMessage } from './receive-message.ts';

const emit = emitter<ExchangeEvents>();
const POLL_MS = 1000;
const BATCH = 50;

export type CollectOptions = {
  readonly channel: Channel;
  readonly endpoint: () => PickUp | undefined;
  /** Whether this process owns the channel's lane now and it is not paused. */
  readonly mayCollect: () => boolean;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
  readonly pollMs?: number;
};

export function createMessageCollection(options: CollectOptions): Loop & { step(): Promise<boolean> } {
  const { channel, endpoint, mayCollect, unitOfWork, clock, random } = options;
  const { budget, maxBytes } = channel.profile;
  const collector = createCollector({ ...budget, maxBytes, batch: BATCH });
  let breaker = wellBreaker;

  const keep = async (message: Collected): Promise<'kept' | 'set-aside'> => {
    if (message.bytes.length === 0) return 'set-aside';
    // The lane went to another meanwhile: what is not acknowledged he will find.
    if (!mayCollect()) throw new LaneLost();
    await unitOfWork.run(portico, (context) =>
      receiveMessage(context, {
        bytes: message.bytes,
        contentType: message.contentType,
        ...(message.fileName ? { fileName: message.fileName } : {}),
        ...(message.traceparent ? { traceparent: message.traceparent } : {}),
        channelId: channel.id,
      }),
    );
    return 'kept';
  };

  const step = async (): Promise<boolean> => {
    const from = endpoint();
    if (!from || !isCollected(from.url) || !mayCollect()) return false;
    const now = clock.now().toISOString();
    const admitted = admit(breaker, now, 1, budget.totalMs * 2);
    if (admitted.limit === 0) return false;
    breaker = admitted.breaker;
    try {
      const { outcome, taken, aside, more } = await collector.collect(from, keep);
      breaker = decideBreaker(breaker, outcome === 'reached', clock.now().toISOString(), random());
      if (aside.length > 0) await unitOfWork.run(portico, (context) => tellAside(context, channel.id, aside));
      return more && taken + aside.length > 0;
    } catch (error) {
      if (error instanceof LaneLost) return false;
      throw error;
    }
  };
  const loop = createLoop({
    name: `collection ${channel.id}`,
    pollMs: options.pollMs ?? POLL_MS,
    onFault: (error) => (isDatabaseAway(error) ? undefined : options.onFault(error)),
    step,
  });
  return {
    ...loop,
    step,
    stop: async () => {
      await loop.stop();
      collector.close();
    },
  };
}
class LaneLost extends Error {}

async function tellAside(context: Context, channel: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    await emit(context, 'message.set-aside', channel, {
      channel,
      name: name
        .toWellFormed()
        .replace(/\p{Cc}/gu, '')
        .slice(0, 200),
    });
}
