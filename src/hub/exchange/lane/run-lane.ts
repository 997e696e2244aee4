// A channel's worker (P3, N): carries out what `decide-lane.ts` decides – the lease, reading, sending, recording – and tells it what
// came of it. Everything that matters is in the database: a worker that dies is replaced by the next one who gets the lease,
// and what it had sent without recording it goes again under the same message id.
import type { Clock } from '../../../runtime/clock.ts';
import { portico } from '../../../runtime/context.ts';
import { isDatabaseAway } from '../../../runtime/database/is-away.ts';
import type { Loop } from '../../../runtime/loop.ts';
import type { AttemptLine } from '../../../runtime/telemetry/log.ts';
import { newSpanId, writeTraceparent } from '../../../runtime/telemetry/trace.ts';
import { carriedAtOnce, createSender } from '../../../runtime/transport/open-transport.ts';
import type { PickUp, PushOutcome } from '../../../runtime/transport/transport.ts';
import type { CommittedEvent, UnitOfWork } from '../../../runtime/unit-of-work.ts';
import { documentsToSend } from '../../documents/index.ts';
import type { AddressPolicy } from '../../../runtime/transport/address-guard.ts';
import type { Channel, ChannelBudget } from '../../mapping/contract.ts';
import type { ExchangeEvents } from '../contract.ts';
import { explainRefusal } from './explain-refusal.ts';
import { readBreakers } from '../store-breakers.ts';
import { wellBreaker } from '../decide-breaker.ts';
import { decideLane, msUntilDue, newLane } from './decide-lane.ts';
import type { Entry, Flush, LaneEffect, LaneEvent, LaneRules, Moment } from './lane.ts';
import { createReadAhead } from './read-ahead.ts';
import { type Attempt, LaneTaken, recordEnds } from './record-ends.ts';
import { leaveLane, readHeld, readLane, type Stored, takeLane } from './store-lanes.ts';

/** Entries known ahead; read by halves of it. */
const WINDOW = 512;
const LEASE_MS = 6000;

export type Endpoint = PickUp & {
  /** People chose the address: what it resolves to is judged at every connection. Absent: the machine's own configuration. */
  readonly guard?: AddressPolicy;
};
/** What may be changed while the lane runs. */
export type Manner = {
  readonly budget: ChannelBudget;
  readonly retryAfterMs: readonly number[];
  /** The partner's system is looked after: nothing goes out, nothing counts as failed. */
  readonly resting: boolean;
};
export type ChannelWorkerOptions = {
  readonly channel: Channel;
  /** Names this worker among all nodes; a new one for every start. */
  readonly owner: string;
  readonly endpoint: () => Endpoint | undefined;
  /** Asked at every turn; absent: as the profile says. */
  readonly manner?: () => Manner;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** Milliseconds that never run backwards. */
  readonly steady: () => number;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
  /** Told of each attempt when it has ended; whether it is recorded shows later. */
  readonly onAttempt?: (attempt: AttemptSeen) => void;
  /** Somebody records traces here; partners are told so. */
  readonly sampled?: boolean;
  /** How long a lease runs unless it is renewed: what a takeover waits for at most. */
  readonly leaseMs?: number;
};
export type AttemptSeen = AttemptLine & { readonly spanId: string };
export type ChannelWorker = Loop & {
  /** Does what can be done now and waits for its end; true when anything was sent. */
  step(): Promise<boolean>;
  /** It owns the lane now and the channel is not paused: it alone asks the partner for what waits there. */
  mayCollect(): boolean;
};

const WORK: ReadonlySet<string> = new Set<keyof ExchangeEvents>([
  'document.dispatched',
  'delivery.replayed',
  'channel.paused',
  'channel.draining',
  'channel.resumed',
]);
/** True for what a lane does not know by itself: new deliveries, replays, and what the operator did to the channel. */
export const givesWork = (event: CommittedEvent, channelId: string): boolean =>
  WORK.has(event.type) && (event.payload as { channel?: string }).channel === channelId;

export function createChannelWorker(options: ChannelWorkerOptions): ChannelWorker {
  const { channel, owner, endpoint, unitOfWork, clock, steady, random, onFault } = options;
  const leaseMs = options.leaseMs ?? LEASE_MS;
  const manner = options.manner ?? (() => ({ ...channel.profile, resting: false }));
  let budget = manner().budget;
  let pusher = createSender(budget);
  const rulesNow = (): LaneRules => {
    const now = manner();
    if (now.budget !== budget) takeBudget(now.budget);
    const concurrent = budget.connections * carriedAtOnce(endpoint()?.url ?? '');
    return {
      concurrent,
      windowLimit: Math.max(WINDOW, 2 * concurrent),
      leaseMs,
      timeoutMs: budget.totalMs,
      retryAfterMs: now.retryAfterMs,
    };
  };
  /** What is on the wire ends under the budget it began with. */
  const takeBudget = (next: ChannelBudget) => {
    const before = pusher;
    setTimeout(() => before.close(), budget.totalMs + 1000).unref();
    budget = next;
    pusher = createSender(budget);
  };
  const claim = { channel: channel.id, owner, leaseMs };
  /** What is stored goes by shipment; a profile that says `channel` has all of it wait for what was before. */
  const inOrder = (entry: Stored): Stored =>
    channel.profile.orderKey === 'channel' ? { ...entry, key: channel.id } : entry;
  let lane = newLane();
  /** What the lane needs not know of its entries, and how their attempts went. */
  const stored = new Map<string, Stored>();
  const attempts = new Map<string, Attempt>();
  const readAhead = createReadAhead({
    read: (ids, mostBytes) => unitOfWork.read(portico, (context) => documentsToSend(context, ids, mostBytes)),
    documentOf: (entry) => stored.get(entry.deliveryId)?.documentId,
    steady,
  });
  let underWay = 0;
  let sent = 0;
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let onRest: (() => void)[] = [];

  const moment = (): Moment => ({ steady: steady(), wall: clock.now().getTime(), random });

  function tell(event: LaneEvent): void {
    const decision = decideLane(lane, event, moment(), rulesNow());
    lane = decision.lane;
    const sends = decision.effects.filter((effect) => effect.do === 'send');
    if (sends.length > 0)
      perform(() =>
        send(
          sends.map((s) => s.entry),
          sends[0]?.epoch ?? 0,
        ),
      );
    for (const effect of decision.effects) if (effect.do !== 'send') perform(() => act(effect));
    if (lane.flying.size > 0) readAhead.ahead(lane.window);
    clearTimeout(timer);
    if (running) timer = setTimeout(look, msUntilDue(lane, moment())).unref();
  }
  let ended: (Extract<LaneEvent, { type: 'attempted' }>['ends'][number] & { readonly epoch: number })[] = [];
  let telling: Promise<void> | undefined;
  /** What ends in one turn of the loop (all of a batch, the answers that came together) is one decision. */
  const tellEnded = (): void => {
    const all = ended;
    ended = [];
    telling = undefined;
    for (const [epoch, ends] of Map.groupBy(all, (end) => end.epoch)) tell({ type: 'attempted', epoch, ends });
  };
  const hasEnded = (end: (typeof ended)[number]): Promise<void> => {
    ended.push(end);
    telling ??= new Promise((resolve) => setImmediate(resolve)).then(tellEnded);
    return telling;
  };
  const look = () => {
    if (endpoint()) tell({ type: 'woken' });
    else if (running) timer = setTimeout(look, 1000).unref();
  };
  function perform(act: () => Promise<void>): void {
    underWay += 1;
    act()
      .catch(onFault)
      .finally(() => {
        underWay -= 1;
        if (underWay > 0) return;
        const waiting = onRest;
        onRest = [];
        for (const done of waiting) done();
      });
  }

  async function act(effect: Exclude<LaneEffect, { do: 'send' }>): Promise<void> {
    if (effect.do === 'lease') return lease();
    if (effect.do === 'read') return read(effect);
    if (effect.do === 'flush') return flush(effect.flush);
    await unitOfWork.run(portico, (context) => leaveLane(context, { ...claim, epoch: effect.epoch }));
  }

  async function lease(): Promise<void> {
    const askedAt = steady();
    try {
      const taken = await unitOfWork.run(portico, async (context) => {
        const lease = await takeLane(context, claim);
        if (!lease) return undefined;
        const held = (await readHeld(context, channel.id)).map(inOrder);
        return { ...lease, held, breaker: (await readBreakers(context)).get(channel.id) ?? wellBreaker };
      });
      if (!taken) return tell({ type: 'not-leased' });
      stored.clear();
      readAhead.clear();
      for (const entry of taken.held) stored.set(entry.deliveryId, entry);
      tell({ type: 'leased', askedAt, ...taken });
    } catch (error) {
      tell({ type: 'not-leased' });
      throw error;
    }
  }

  async function read({ epoch, after, limit }: Extract<LaneEffect, { do: 'read' }>): Promise<void> {
    try {
      const reading = await unitOfWork.read(portico, (context) =>
        readLane(context, { channel: channel.id, after, limit }),
      );
      const entries = reading.entries.map(inOrder);
      for (const entry of entries) stored.set(entry.deliveryId, entry);
      tell({ type: 'read', epoch, ...reading, entries, ...(manner().resting ? { sendUpTo: 0 } : {}) });
    } catch (error) {
      tell({ type: 'not-read', epoch });
      throw error;
    }
  }

  async function send(entries: readonly Entry[], epoch: number): Promise<void> {
    const target = endpoint();
    const ids = entries.flatMap((entry) => stored.get(entry.deliveryId)?.documentId ?? []);
    const notSent = (): void => tell({ type: 'not-sent', epoch, deliveryIds: entries.map((e) => e.deliveryId) });
    if (!target || manner().resting) return notSent();
    let documents: Awaited<ReturnType<typeof readAhead.take>>;
    try {
      documents = await readAhead.take(ids);
    } catch (error) {
      notSent();
      throw error;
    }
    sent += entries.length;
    await Promise.all(
      entries.map(async ({ deliveryId, attempts: before }) => {
        const known = stored.get(deliveryId);
        const document = documents.get(known?.documentId ?? '');
        const spanId = newSpanId();
        const traceId = known?.traceId;
        const began = steady();
        const result: PushOutcome = document
          ? await pusher.push({
              url: target.url,
              ...(target.key ? { key: target.key } : {}),
              ...(target.guard ? { guard: target.guard } : {}),
              ...(target.tls ? { tls: target.tls } : {}),
              ...(target.hostKey ? { hostKey: target.hostKey } : {}),
              ...(document.row.call ? { call: document.row.call } : {}),
              bytes: document.bytes,
              contentType: `${document.row.media_type}; charset=${document.row.charset ?? 'utf-8'}`,
              messageId: document.row.id,
              kind: document.row.kind,
              fileName: document.row.file_name,
              fencingToken: epoch,
              ...(traceId ? { traceparent: writeTraceparent({ traceId, spanId }, options.sampled === true) } : {}),
            })
          : { outcome: 'unreachable', detail: 'no document' };
        const durationMs = Math.round(steady() - began);
        options.onAttempt?.({
          channel: channel.id,
          deliveryId,
          documentId: known?.documentId ?? '',
          document: known?.documentKind ?? '',
          attempt: before + 1,
          outcome: result.outcome,
          detail: result.detail,
          ms: durationMs,
          spanId,
          ...(traceId ? { traceId } : {}),
        });
        // The late end of a flight under an old lease must not stand beside the end of a newer one.
        if (lane.lease?.epoch === epoch)
          attempts.set(deliveryId, {
            result: explainRefusal(channel, result),
            durationMs,
            at: clock.now().toISOString(),
          });
        const reached = result.outcome === 'unreachable' && result.reached;
        await hasEnded({ epoch, deliveryId, outcome: result.outcome, ...(reached ? { reached } : {}) });
      }),
    );
  }

  async function flush(flush: Flush): Promise<void> {
    const askedAt = steady();
    try {
      // Lanes that record at the same moment share the transaction; each has its own rows and its own token.
      await unitOfWork.runTogether('lane', portico, (context) =>
        recordEnds(context, channel.id, {
          claim,
          flush,
          attemptOf: (id) => attempts.get(id),
          storedOf: (id) => stored.get(id),
        }),
      );
      for (const { entry, state } of flush.ends) {
        attempts.delete(entry.deliveryId);
        if (state === 'delivered') stored.delete(entry.deliveryId);
      }
      tell({ type: 'flushed', epoch: flush.epoch, askedAt });
    } catch (error) {
      const why = error instanceof LaneTaken ? 'fenced' : isDatabaseAway(error) ? 'away' : 'unrecordable';
      tell({ type: 'not-flushed', epoch: flush.epoch, why });
      if (why !== 'fenced') throw error;
    }
  }

  const rest = () => (underWay === 0 ? Promise.resolve() : new Promise<void>((resolve) => onRest.push(resolve)));
  return {
    mayCollect: () => lane.lease !== undefined && steady() < lane.lease.until && lane.sendUpTo === undefined,
    name: `channel ${channel.id}`,
    start: () => {
      running = true;
      look();
    },
    wake: () => {
      if (running) look();
    },
    step: async () => {
      const before = sent;
      look();
      await rest();
      return sent > before;
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      // What flies ends by its own limit of time; what cannot be recorded now is sent again by the next owner.
      for (let i = 0; i < 3; i++) {
        tell({ type: 'stop' });
        await rest();
      }
      pusher.close();
    },
  };
}
