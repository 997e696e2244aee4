// The database as the exchange uses it, in memory: transactions that happen whole or not at all, one log in commit order, and the
// statements of `store-lanes.ts` and `store.ts` in plain words. `model-store.db.test.ts` proves that the real ones do the same.
import type { Breaker } from '../../src/hub/exchange/decide-breaker.ts';
import type { Entry, Flush } from '../../src/hub/exchange/lane/lane.ts';

export type LogEvent = {
  readonly position: number;
  readonly type: string;
  readonly channel: string;
  /** Delivery or message it is about. */
  readonly id: string;
  readonly key: string;
  readonly number?: number;
};
export type Delivery = {
  readonly id: string;
  readonly channel: string;
  readonly key: string;
  readonly seq: number;
  readonly bytes: string;
  state: 'queued' | 'delivered' | 'dead';
  attempts: number;
  attemptsBeforeReplay: number;
  dueAt: number;
  readonly recorded: Set<number>;
};
export type Message = {
  readonly id: string;
  readonly channel: string;
  readonly identity: string;
  /** Partner number it tells, or needs. */
  readonly tells?: string;
  readonly needs?: string;
  readonly about: string;
  state: 'stored' | 'interpreted' | 'duplicate' | 'waiting';
};
/** Positions drawn before the commit: none, or the log is not in commit order. */
type Transaction = { readonly drawn: number[] };
type LaneRow = { cursor: number; epoch: number; owner: string | undefined; leasedUntil: number };

/** How many of the list stand at or before the position. */
function upTo(list: readonly LogEvent[], position: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle]?.position ?? 0) <= position) from = middle + 1;
    else to = middle;
  }
  return from;
}
/** Nearly always at the end. */
const putInOrder = (list: LogEvent[], event: LogEvent) => list.splice(upTo(list, event.position), 0, event);

export type ModelStore = ReturnType<typeof createModelStore>;
export function createModelStore(now: () => number) {
  const log: LogEvent[] = [];
  // The two ways the log is read, as the real one has an index for each.
  const byPosition: LogEvent[] = [];
  const ofLane = new Map<string, LogEvent[]>();
  const deliveries = new Map<string, Delivery>();
  const lanes = new Map<string, LaneRow>();
  const held = new Map<string, { channel: string; position: number }>();
  const pauses = new Map<string, number>();
  const breakers = new Map<string, Breaker>();
  const messages = new Map<string, Message>();
  const claims = new Set<string>();
  const numbers = new Set<string>();
  const cases = new Map<string, { key: string; version: number }>();
  let flowCursor = 0;
  let positions = 0;

  let transaction: Transaction = { drawn: [] };

  // Positions are drawn at the commit, under a lock (`commitWithEvents`): what is drawn earlier may appear later.
  function emit(type: string, channel: string, id: string, key: string, number?: number): void {
    const event: LogEvent = {
      position: transaction.drawn.shift() ?? ++positions,
      type,
      channel,
      id,
      key,
      ...(number === undefined ? {} : { number }),
    };
    log.push(event);
    putInOrder(byPosition, event);
    if (type !== 'document.dispatched' && type !== 'delivery.replayed') return;
    const lane = ofLane.get(channel) ?? [];
    ofLane.set(channel, lane);
    putInOrder(lane, event);
  }
  const laneOf = (channel: string): LaneRow => {
    const row = lanes.get(channel) ?? { cursor: 0, epoch: 0, owner: undefined, leasedUntil: Number.NEGATIVE_INFINITY };
    lanes.set(channel, row);
    return row;
  };
  const entryOf = (delivery: Delivery, position: number): Entry => ({
    deliveryId: delivery.id,
    position,
    seq: delivery.seq,
    key: delivery.key,
    attempts: delivery.attempts,
    attemptsBeforeReplay: delivery.attemptsBeforeReplay,
    ...(delivery.attempts > 0 ? { dueAt: delivery.dueAt } : {}),
  });

  return {
    begin: (): Transaction => ({ drawn: [] }),
    commit<T>(begun: Transaction, act: () => T): T {
      transaction = begun;
      return act();
    },
    log,
    tell: emit,
    deliveries,
    lanes,
    messages,
    pauses,
    laneOf,

    /** A filing, once per idempotency key however often it is posted. */
    file(idempotencyKey: string, key: string, version: number): void {
      if (cases.has(idempotencyKey)) return;
      cases.set(idempotencyKey, { key, version });
      emit('shipment.submitted', '', idempotencyKey, key, version);
    },
    isFiled: (idempotencyKey: string) => cases.has(idempotencyKey),

    /** The flow: one batch of events with its reactions and the cursor's move, all in one. */
    react(limit: number, channels: readonly string[], wall: number): number {
      const batch = this.readLog(flowCursor, limit);
      for (const event of batch) {
        if (event.type === 'shipment.submitted')
          for (const channel of channels) {
            const id = `${event.id}/${channel}`;
            if (deliveries.has(id)) continue;
            deliveries.set(id, {
              id,
              channel,
              key: event.key,
              seq: deliveries.size + 1,
              bytes: `${event.key} v${event.number} for ${channel}`,
              state: 'queued',
              attempts: 0,
              attemptsBeforeReplay: 0,
              dueAt: wall,
              recorded: new Set(),
            });
            emit('document.dispatched', channel, id, event.key);
          }
        if (event.type === 'message.received') this.interpret(event.id);
      }
      flowCursor = batch.at(-1)?.position ?? flowCursor;
      return batch.length;
    },
    readLog(after: number, limit: number): LogEvent[] {
      const from = upTo(byPosition, after);
      return byPosition.slice(from, from + limit);
    },
    interpret(id: string): void {
      const message = messages.get(id);
      if (!message || message.state !== 'stored') return;
      if (message.needs && !numbers.has(message.needs)) {
        message.state = 'waiting';
        return;
      }
      const identity = `${message.channel} ${message.identity}`;
      if (claims.has(identity)) {
        message.state = 'duplicate';
        return;
      }
      claims.add(identity);
      message.state = 'interpreted';
      emit('document.answered', message.channel, message.identity, message.about);
      if (!message.tells || numbers.has(message.tells)) return;
      numbers.add(message.tells);
      for (const other of messages.values())
        if (other.state === 'waiting' && other.needs === message.tells) {
          other.state = 'stored';
          emit('message.received', other.channel, other.id, other.about);
        }
    },
    receive(message: Omit<Message, 'state'>): void {
      const repeated = claims.has(`${message.channel} ${message.identity}`);
      messages.set(message.id, { ...message, state: repeated ? 'duplicate' : 'stored' });
      if (!repeated) emit('message.received', message.channel, message.id, message.about);
    },

    takeLane(channel: string, owner: string, leaseMs: number): { epoch: number; cursor: number } | undefined {
      const lane = laneOf(channel);
      if (lane.leasedUntil >= now() && lane.owner !== owner) return undefined;
      lane.epoch += 1;
      lane.owner = owner;
      lane.leasedUntil = now() + leaseMs;
      return { epoch: lane.epoch, cursor: lane.cursor };
    },
    leaveLane(channel: string, owner: string, epoch: number): void {
      const lane = laneOf(channel);
      if (lane.owner !== owner || lane.epoch !== epoch) return;
      lane.leasedUntil = Number.NEGATIVE_INFINITY;
      lane.owner = undefined;
    },
    readHeld: (channel: string): Entry[] =>
      [...held]
        .filter(([id, row]) => row.channel === channel && deliveries.get(id)?.state === 'queued')
        .sort(([, a], [, b]) => a.position - b.position)
        .flatMap(([id, row]) => {
          const delivery = deliveries.get(id);
          return delivery ? [entryOf(delivery, row.position)] : [];
        }),
    readBreaker: (channel: string) => breakers.get(channel),
    readLane(channel: string, after: number, limit: number) {
      const lane = ofLane.get(channel) ?? [];
      const from = upTo(lane, after);
      const found = lane.slice(from, from + limit);
      const last = found.at(-1)?.position;
      const sendUpTo = pauses.get(channel);
      return {
        entries: found.flatMap((event) => {
          const delivery = deliveries.get(event.id);
          return delivery?.state === 'queued' ? [entryOf(delivery, event.position)] : [];
        }),
        more: found.length >= limit,
        ...(last === undefined ? {} : { last }),
        ...(sendUpTo === undefined ? {} : { sendUpTo }),
      };
    },
    /** False when the lane has another owner. */
    recordFlush(channel: string, owner: string, leaseMs: number, flush: Flush): boolean {
      const lane = laneOf(channel);
      if (lane.owner !== owner || lane.epoch !== flush.epoch) return false;
      lane.cursor = flush.cursor;
      lane.leasedUntil = now() + leaseMs;
      for (const { entry, state, attempt, dueAt } of flush.ends) {
        const delivery = deliveries.get(entry.deliveryId);
        if (delivery?.state !== 'queued' || delivery.recorded.has(attempt)) continue;
        delivery.recorded.add(attempt);
        delivery.state = state;
        delivery.attempts = attempt;
        if (dueAt !== undefined) delivery.dueAt = dueAt;
        if (state === 'delivered') emit('document.delivered', channel, delivery.id, delivery.key);
        if (state === 'dead') emit('delivery.died', channel, delivery.id, delivery.key);
      }
      for (const entry of flush.hold)
        if (!held.has(entry.deliveryId)) held.set(entry.deliveryId, { channel, position: entry.position });
      for (const id of flush.unhold) held.delete(id);
      if (flush.breaker) breakers.set(channel, flush.breaker.is);
      return true;
    },
    replay(id: string, wall: number): void {
      const delivery = deliveries.get(id);
      if (!delivery || delivery.state === 'delivered') return;
      delivery.state = 'queued';
      delivery.dueAt = wall;
      delivery.attemptsBeforeReplay = delivery.attempts;
      emit('delivery.replayed', delivery.channel, id, delivery.key);
    },
    pause: (channel: string, upTo: number) => void pauses.set(channel, upTo),
    resume: (channel: string) => void pauses.delete(channel),
    lastSeq: () => deliveries.size,
  };
}
