// The exchange's outgoing core as a pure decision (P3): `decide(lane, event, moment) → lane and effects`. It holds the order per
// key, the window, the retries, the breaker and the lease; it never touches a clock, a socket or a table.
import { decideAttempt } from '../decide-attempt.ts';
import { admit, decideBreaker, wellBreaker } from '../decide-breaker.ts';
import type { Ended, Entry, Flush, Held, Lane, LaneEffect, LaneEvent, LaneRules, Moment } from './lane.ts';

const LEASE_AGAIN_MS = 1000;
const FLUSH_AGAIN_MS = 250;
const FLUSH_LIMIT = 200;
const SEND_AGAIN_MS = 250;
/** Nothing new goes out when the lease is about to end. */
const LEASE_MARGIN_MS = 500;
/** Nothing goes out on older knowledge: the channel may have been paused since, or the database be gone. */
const FRESH_MS = 2000;
/** More than this wait for another try: the partner has a problem, and memory is ours. */
const HELD_LIMIT = 2000;

export const newLane = (): Lane => ({
  leasing: false,
  leaseTryAt: 0,
  cursor: 0,
  readTo: 0,
  reading: false,
  askedAt: 0,
  readAt: Number.NEGATIVE_INFINITY,
  stale: true,
  behind: false,
  window: [],
  flying: new Map(),
  held: new Map(),
  ended: [],
  singly: 0,
  flushTryAt: 0,
  sendTryAt: 0,
  breaker: wellBreaker,
  recordedBreaker: wellBreaker,
  stopping: false,
});

export type Decision = { readonly lane: Lane; readonly effects: readonly LaneEffect[] };

export function decideLane(before: Lane, event: LaneEvent, moment: Moment, rules: LaneRules): Decision {
  const effects: LaneEffect[] = [];
  let lane = take(before, event, moment, rules);
  // What another may own by now is dropped: he reads it from the record. Late answers then find nothing here.
  if (lane.lease && moment.steady >= lane.lease.until) lane = forgotten(lane, moment.steady);
  if (!lane.lease) return askForLease(lane, moment);
  lane = flushIfNeeded(lane, moment, effects);
  if (lane.stopping) return { lane: leaveIfDone(lane, effects), effects };
  lane = sendWhatMay(lane, moment, rules, effects);
  lane = readIfNeeded(lane, moment, rules, effects);
  // Entries set aside while looking for what may go are recorded at once.
  return { lane: flushIfNeeded(lane, moment, effects), effects };
}

function take(lane: Lane, event: LaneEvent, moment: Moment, rules: LaneRules): Lane {
  // The late word of a lease that ended: another may have dealt with it since.
  if ('epoch' in event && event.type !== 'leased' && event.epoch !== lane.lease?.epoch) return lane;
  switch (event.type) {
    case 'leased':
      return {
        ...newLane(),
        stopping: lane.stopping,
        lease: leaseFrom(event.epoch, event.askedAt, rules),
        cursor: event.cursor,
        readTo: event.cursor,
        held: new Map(event.held.map((entry) => [entry.deliveryId, heldFrom(entry, moment, rules)])),
        breaker: event.breaker,
        recordedBreaker: event.breaker,
      };
    case 'not-leased':
      return { ...lane, leasing: false, leaseTryAt: moment.steady + LEASE_AGAIN_MS };
    case 'read':
      return takeRead(lane, event, moment, rules);
    case 'not-read':
      // Not at once again: what is behind shows when it is next looked at.
      return { ...lane, reading: false, behind: false };
    case 'not-sent':
      return takeNotSent(lane, event.deliveryIds, moment);
    case 'attempted':
      return takeAttempts(lane, event, moment, rules);
    case 'flushed':
      return takeFlushed(lane, event.askedAt, moment, rules);
    case 'not-flushed':
      return takeNotFlushed(lane, event.why, moment, rules);
    case 'woken':
      return { ...lane, stale: true };
    case 'stop':
      return { ...lane, stopping: true };
  }
}

const leaseFrom = (epoch: number, askedAt: number, rules: LaneRules) => ({
  epoch,
  until: askedAt + rules.leaseMs,
  renewAt: askedAt + rules.leaseMs / 3,
});
const forgotten = (lane: Lane, steady: number): Lane => ({
  ...newLane(),
  stopping: lane.stopping,
  leasing: lane.leasing,
  leaseTryAt: steady,
});

function askForLease(lane: Lane, moment: Moment): Decision {
  if (lane.stopping || lane.leasing || moment.steady < lane.leaseTryAt) return { lane, effects: [] };
  return { lane: { ...lane, leasing: true }, effects: [{ do: 'lease' }] };
}

/** A wait that is longer than any the rules give comes from a clock that was ahead: it is over. */
function heldFrom(entry: Entry, moment: Moment, rules: LaneRules): Held {
  if (entry.dueAt === undefined) return { entry };
  const wait = entry.dueAt - moment.wall;
  const longest = Math.max(0, ...rules.retryAfterMs) * 1.2;
  return { entry, dueBySteady: moment.steady + (wait > longest ? 0 : Math.max(0, wait)) };
}

function takeRead(lane: Lane, event: Extract<LaneEvent, { type: 'read' }>, moment: Moment, rules: LaneRules): Lane {
  const held = new Map(lane.held);
  const window = [...lane.window];
  const ended = new Map(unrecorded(lane).map((entry) => [entry.deliveryId, entry.position]));
  const known = new Set([...[...window, ...lane.flying.values()].map((entry) => entry.deliveryId), ...ended.keys()]);
  // Its end was recorded, the word of that was lost, and an operator has it sent again already: read no further until the end is recorded
  // once more, or the recording would take what is to be sent for what has ended.
  const again = event.entries.findIndex(({ deliveryId, position }) => (ended.get(deliveryId) ?? position) !== position);
  const stop = event.entries[again]?.position;
  for (const entry of stop === undefined ? event.entries : event.entries.slice(0, again)) {
    const waiting = held.get(entry.deliveryId);
    // Sent again by hand while it waits: it waits no longer.
    if (waiting && waiting.entry.position !== entry.position)
      held.set(entry.deliveryId, { entry: { ...withoutDue(entry), position: waiting.entry.position } });
    else if (!waiting && !known.has(entry.deliveryId)) {
      known.add(entry.deliveryId);
      // Its wait was recorded, but not yet that it is held: the owner before ended between the two.
      if (entry.dueAt !== undefined && entry.dueAt > moment.wall)
        held.set(entry.deliveryId, heldFrom(entry, moment, rules));
      else window.push(withoutDue(entry));
    }
  }
  const { sendUpTo: _, ...rest } = lane;
  return {
    ...rest,
    held,
    window,
    reading: false,
    readAt: lane.askedAt,
    behind: stop === undefined && event.more,
    readTo: stop === undefined ? (event.last ?? lane.readTo) : stop - 1,
    ...(event.sendUpTo === undefined ? {} : { sendUpTo: event.sendUpTo }),
  };
}
const withoutDue = ({ dueAt: _, ...entry }: Entry): Entry => entry;

function takeNotSent(lane: Lane, deliveryIds: readonly string[], moment: Moment): Lane {
  const flying = new Map(lane.flying);
  const back = deliveryIds.flatMap((id) => flying.get(id) ?? []);
  for (const entry of back) flying.delete(entry.deliveryId);
  const window = [...lane.window, ...back.filter((entry) => !lane.held.has(entry.deliveryId))];
  window.sort((a, b) => a.position - b.position);
  return { ...lane, flying, window, sendTryAt: moment.steady + SEND_AGAIN_MS };
}

function takeAttempts(
  lane: Lane,
  event: Extract<LaneEvent, { type: 'attempted' }>,
  moment: Moment,
  rules: LaneRules,
): Lane {
  const flying = new Map(lane.flying);
  const ended = [...lane.ended];
  const now = new Date(moment.wall).toISOString();
  let { breaker } = lane;
  for (const { deliveryId, outcome, reached } of event.ends) {
    const entry = flying.get(deliveryId);
    if (!entry) continue;
    flying.delete(deliveryId);
    ended.push(endOf(entry, outcome, moment, rules));
    breaker = decideBreaker(breaker, reached || outcome !== 'unreachable', now, moment.random());
  }
  const { pace: before, ...rest } = lane;
  const pace = paceAfter(before, lane, { ends: ended.slice(lane.ended.length), isClosed: breaker.state === 'closed' });
  return { ...rest, flying, ended, breaker, ...(pace === undefined || pace >= rules.concurrent ? {} : { pace }) };
}
/** From the probe on one more for each that arrives, so twice as many with each round of answers; half as many when one does not. */
function paceAfter(
  pace: number | undefined,
  lane: Lane,
  { ends, isClosed }: { readonly ends: readonly Ended[]; readonly isClosed: boolean },
): number | undefined {
  if (!isClosed) return 1;
  const from = lane.breaker.state === 'closed' ? pace : 1;
  if (from === undefined) return undefined;
  const failed = ends.some((end) => end.outcome === 'unreachable');
  return failed ? Math.max(1, Math.floor(from / 2)) : from + ends.length;
}
function endOf(entry: Entry, outcome: Ended['outcome'], moment: Moment, rules: LaneRules): Ended {
  const attempt = entry.attempts + 1;
  const { state, waitMs } = decideAttempt(outcome, attempt - entry.attemptsBeforeReplay, rules, moment.random());
  return {
    entry,
    outcome,
    state: state === 'delivered' || state === 'dead' ? state : 'queued',
    attempt,
    ...(waitMs === undefined ? {} : { dueAt: moment.wall + waitMs }),
  };
}

/** What is recorded is free to go on: the key for its next entry, the cursor past it. */
function takeFlushed(lane: Lane, askedAt: number, moment: Moment, rules: LaneRules): Lane {
  const done = lane.flushing;
  if (!done || !lane.lease) return lane;
  const held = new Map(lane.held);
  for (const { entry, state, attempt, dueAt } of done.ends) {
    if (state !== 'queued') held.delete(entry.deliveryId);
    else {
      const next: Entry = { ...entry, attempts: attempt, ...(dueAt === undefined ? {} : { dueAt }) };
      held.set(entry.deliveryId, heldFrom(next, moment, rules));
    }
  }
  const over = new Set(done.ends.filter((end) => end.state === 'delivered').map((end) => end.entry.deliveryId));
  const { flushing: _, ...rest } = lane;
  return {
    ...rest,
    held,
    window: lane.window.filter((entry) => !over.has(entry.deliveryId)),
    cursor: done.cursor,
    lease: leaseFrom(lane.lease.epoch, askedAt, rules),
    recordedBreaker: done.breaker?.is ?? lane.recordedBreaker,
    singly: Math.max(0, lane.singly - 1),
  };
}

function takeNotFlushed(
  lane: Lane,
  why: Extract<LaneEvent, { type: 'not-flushed' }>['why'],
  moment: Moment,
  rules: LaneRules,
): Lane {
  const failed = lane.flushing;
  if (!failed) return lane;
  if (why === 'fenced') return { ...forgotten(lane, moment.steady + LEASE_AGAIN_MS), leasing: false };
  const { flushing: _, ...rest } = lane;
  const back: Lane = { ...rest, flushTryAt: moment.steady + FLUSH_AGAIN_MS };
  if (why === 'away') return { ...back, ended: [...failed.ends, ...lane.ended] };
  // One of them cannot be written: each by itself shows which, and that one is asked for again without what spoils it.
  const ends = failed.ends.length === 1 ? failed.ends.map((end) => spoiled(end, moment, rules)) : failed.ends;
  return { ...back, ended: [...ends, ...lane.ended], singly: ends.length };
}
function spoiled(end: Ended, moment: Moment, rules: LaneRules): Ended {
  return { ...endOf(end.entry, end.spoiled ? 'refused' : 'unreachable', moment, rules), spoiled: true };
}

const unrecorded = (lane: Lane): Entry[] => [
  ...lane.ended.map((end) => end.entry),
  ...(lane.flushing?.ends.map((end) => end.entry) ?? []),
];

function flushIfNeeded(lane: Lane, moment: Moment, effects: LaneEffect[]): Lane {
  if (!lane.lease || lane.flushing || moment.steady < lane.flushTryAt) return lane;
  const movedBreaker = lane.breaker !== lane.recordedBreaker;
  // A cursor that alone moved is recorded with the renewal: it costs a re-reading at most.
  if (lane.ended.length === 0 && !movedBreaker && moment.steady < lane.lease.renewAt) return lane;
  const ends = lane.ended.slice(0, lane.singly > 0 ? 1 : FLUSH_LIMIT);
  const left = lane.ended.slice(ends.length);
  const cursor = cursorAfter(lane, left);
  const ending = new Set(ends.filter((end) => end.state !== 'queued').map((end) => end.entry.deliveryId));
  const waiting = [...lane.held.values(), ...ends].map(({ entry }) => entry).filter((e) => !ending.has(e.deliveryId));
  const flush: Flush = {
    epoch: lane.lease.epoch,
    ends,
    hold: waiting.filter((entry) => entry.position > lane.cursor && entry.position <= cursor),
    unhold: [...ending].filter((id) => lane.held.has(id)),
    cursor,
    ...(movedBreaker ? { breaker: { was: lane.recordedBreaker, is: lane.breaker } } : {}),
  };
  effects.push({ do: 'flush', flush });
  return { ...lane, ended: left, flushing: flush };
}
/** Just before the first entry that is neither ended nor held. */
function cursorAfter(lane: Lane, left: readonly Ended[]): number {
  const open = [...lane.window, ...lane.flying.values(), ...left.map((end) => end.entry)]
    .filter((entry) => !lane.held.has(entry.deliveryId))
    .map((entry) => entry.position);
  return Math.max(lane.cursor, Math.min(lane.readTo, ...open.map((position) => position - 1)));
}

function readIfNeeded(lane: Lane, moment: Moment, rules: LaneRules, effects: LaneEffect[]): Lane {
  const isFull = lane.held.size >= HELD_LIMIT;
  const wantsMore = lane.behind && !isFull && lane.window.length <= rules.windowLimit / 2;
  if (lane.reading || !(lane.stale || wantsMore)) return lane;
  // With limit 0 only the pause is looked up: nothing more fits.
  const room = isFull ? 0 : Math.max(0, rules.windowLimit - lane.window.length);
  effects.push({ do: 'read', epoch: lane.lease?.epoch ?? 0, after: lane.readTo, limit: room });
  return { ...lane, reading: true, askedAt: moment.steady, stale: false };
}

function sendWhatMay(lane: Lane, moment: Moment, rules: LaneRules, effects: LaneEffect[]): Lane {
  if (!lane.lease || moment.steady + LEASE_MARGIN_MS >= lane.lease.until || moment.steady < lane.sendTryAt) return lane;
  if (lane.ended.length >= FLUSH_LIMIT || moment.steady - lane.readAt > FRESH_MS) return lane;
  if (lane.window.length === 0 && lane.held.size === 0) return lane;
  const now = new Date(moment.wall).toISOString();
  const probing = lane.breaker.state !== 'closed' && lane.flying.size > 0;
  const admitted = admit(
    lane.breaker,
    now,
    Math.min(rules.concurrent, lane.pace ?? rules.concurrent) - lane.flying.size,
    rules.timeoutMs * 2 + 5000,
  );
  let room = probing ? 0 : admitted.limit;
  if (room <= 0) return lane;
  const flying = new Map(lane.flying);
  const held = new Map(lane.held);
  const busy = new Set([...lane.flying.values(), ...unrecorded(lane)].map((entry) => entry.key));
  const waiting = new Set<string>();
  let window = lane.window;
  const began = effects.length;
  const epoch = lane.lease.epoch;
  const send = (entry: Entry) => {
    flying.set(entry.deliveryId, entry);
    busy.add(entry.key);
    room -= 1;
    effects.push({ do: 'send', entry, epoch });
  };
  for (const { entry, dueBySteady } of inOrder(lane.held)) {
    if (lane.flying.has(entry.deliveryId)) continue;
    const due = (entry.dueAt ?? 0) <= moment.wall || (dueBySteady ?? 0) <= moment.steady;
    const may = room > 0 && due && mayPass(lane, entry) && !busy.has(entry.key) && !waiting.has(entry.key);
    if (may) send(entry);
    else waiting.add(entry.key);
  }
  const kept: Entry[] = [];
  for (const [i, entry] of lane.window.entries()) {
    if (room <= 0) {
      kept.push(...lane.window.slice(i));
      break;
    }
    if (!mayPass(lane, entry)) kept.push(entry);
    // Behind one that waits for another try: set aside with it, so that it does not hold up the cursor.
    else if (waiting.has(entry.key)) held.set(entry.deliveryId, { entry });
    else if (busy.has(entry.key)) kept.push(entry);
    else {
      send(entry);
      continue;
    }
    busy.add(entry.key);
  }
  if (kept.length !== lane.window.length) window = kept;
  const breaker = effects.length > began ? admitted.breaker : lane.breaker;
  return { ...lane, flying, held, window, breaker };
}
const inOrder = (held: Lane['held']): Held[] => [...held.values()].sort((a, b) => a.entry.position - b.entry.position);
const mayPass = (lane: Lane, entry: Entry): boolean => lane.sendUpTo === undefined || entry.seq <= lane.sendUpTo;

/** Stopped: what flies ends, what ended is recorded, then the lease is given back so that nobody has to wait for it. */
function leaveIfDone(lane: Lane, effects: LaneEffect[]): Lane {
  if (!lane.lease || lane.flying.size > 0 || lane.ended.length > 0 || lane.flushing) return lane;
  effects.push({ do: 'release', epoch: lane.lease.epoch });
  const { lease: _, ...rest } = lane;
  return rest;
}

/**
 * Steady ms until something falls due by itself; at most a second, so that a lost wake-up costs no more. What is due already and could
 * not go (paused, behind another, nothing to probe with) waits for whatever holds it, not for the clock.
 */
export function msUntilDue(lane: Lane, moment: Moment): number {
  const times = [1000];
  if (!lane.lease) times.push(lane.leaseTryAt - moment.steady);
  else times.push(lane.lease.renewAt - moment.steady);
  if (lane.ended.length > 0) times.push(lane.flushTryAt - moment.steady);
  if (lane.sendTryAt > moment.steady) times.push(lane.sendTryAt - moment.steady);
  for (const { entry, dueBySteady } of lane.held.values())
    if (entry.dueAt !== undefined && !lane.flying.has(entry.deliveryId))
      times.push(Math.min(entry.dueAt - moment.wall, (dueBySteady ?? 0) - moment.steady));
  if (lane.breaker.probeAt) times.push(Date.parse(lane.breaker.probeAt) - moment.wall);
  return Math.max(10, Math.min(...times.filter((ms) => ms > 0)));
}
