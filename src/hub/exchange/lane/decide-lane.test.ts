// What the simulation does not see: that an owner with nothing to do leaves the database alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideLane, msUntilDue, newLane } from './decide-lane.ts';
import type { Entry, Lane, LaneEvent, LaneRules, Moment } from './lane.ts';

const rules: LaneRules = { concurrent: 4, windowLimit: 16, leaseMs: 6000, timeoutMs: 2000, retryAfterMs: [1000] };
const at = (steady: number): Moment => ({ steady, wall: 1_800_000_000_000 + steady, random: () => 0.5 });
const entry: Entry = { deliveryId: 'd', position: 3, seq: 1, key: 'k', attempts: 1, attemptsBeforeReplay: 0, dueAt: 0 };
const owned = (held: readonly Entry[], more: Partial<Extract<LaneEvent, { type: 'leased' }>> = {}): Lane =>
  decideLane(
    newLane(),
    {
      type: 'leased',
      epoch: 1,
      cursor: 5,
      askedAt: 0,
      held,
      breaker: { state: 'closed', failures: 0, trips: 0 },
      ...more,
    },
    at(0),
    rules,
  ).lane;

test('[P3] what is due and may not go does not make an owner turn round and round', () => {
  const paused = decideLane(
    owned([entry]),
    { type: 'read', epoch: 1, entries: [], more: false, sendUpTo: 0 },
    at(1),
    rules,
  ).lane;
  assert.equal(paused.flying.size, 0);
  assert.ok(msUntilDue(paused, at(1)) >= 900, String(msUntilDue(paused, at(1))));
});

test('[P3] an open breaker with nothing to probe with waits like everybody else', () => {
  const probeAt = new Date(1_700_000_000_000).toISOString();
  const lane = owned([], { breaker: { state: 'open', failures: 0, trips: 1, probeAt } });
  assert.ok(msUntilDue(lane, at(1)) >= 900);
});

test('[P3] a retry is looked at when it falls due, a lost wake-up after a second at most', () => {
  const later = { ...entry, dueAt: 1_800_000_000_000 + 300 };
  assert.equal(msUntilDue(owned([later]), at(0)), 300);
  assert.equal(msUntilDue(owned([]), at(0)), 1000);
});

test('[P3] who lost the lease while he stood still sends nothing and asks for it again', () => {
  const late = decideLane(owned([entry]), { type: 'woken' }, at(7000), rules);
  assert.deepEqual(
    late.effects.map((effect) => effect.do),
    ['lease'],
  );
  assert.equal(late.lane.held.size, 0, 'what another may own by now is read from the record');
});

test('[P3] a partner who comes back is asked with one, then with twice as many each time, up to his budget', () => {
  const wide: LaneRules = { ...rules, concurrent: 12, windowLimit: 64 };
  const probeAt = new Date(1_700_000_000_000).toISOString();
  const entries = Array.from({ length: 60 }, (_, i) => ({
    ...{ deliveryId: `d${i}`, position: 10 + i, seq: i, key: `k${i}` },
    ...{ attempts: 0, attemptsBeforeReplay: 0 },
  }));
  let lane = owned([], { breaker: { state: 'open', failures: 0, trips: 1, probeAt } });
  const tell = (event: LaneEvent) => {
    lane = decideLane(lane, event, at(1), wide).lane;
    return lane.flying.size;
  };
  const answers = (outcome: 'delivered' | 'unreachable', count = lane.flying.size) =>
    tell({
      type: 'attempted',
      epoch: 1,
      ends: [...lane.flying.keys()].slice(0, count).map((deliveryId) => ({ deliveryId, outcome })),
    });
  assert.equal(tell({ type: 'read', epoch: 1, entries, more: true, last: 69 }), 1, 'the probe');
  assert.equal(answers('delivered'), 2);
  assert.equal(answers('delivered'), 4);
  assert.equal(answers('unreachable', 1), 3, 'one of four was lost: half as many, as soon as fewer are under way');
  assert.equal(answers('delivered'), 5);
  assert.equal(answers('delivered'), 10);
  assert.equal(answers('delivered'), 12, 'his budget and no more');
});

test('[P3] what is behind is read by halves of the window, and not again at once where reading failed', () => {
  const six = Array.from({ length: 16 }, (_, i) => ({
    ...{ deliveryId: `d${i}`, position: 10 + i, seq: i, key: `k${i}` },
    ...{ attempts: 0, attemptsBeforeReplay: 0 },
  }));
  const reads = (decision: ReturnType<typeof decideLane>) => decision.effects.filter((effect) => effect.do === 'read');
  let next = decideLane(owned([]), { type: 'read', epoch: 1, entries: six, more: true, last: 25 }, at(1), rules);
  assert.deepEqual(reads(next), [], 'twelve of sixteen are still to be sent');
  for (const wanted of [0, 1]) {
    const ends = [...next.lane.flying.keys()].map((deliveryId) => ({ deliveryId, outcome: 'delivered' as const }));
    next = decideLane(next.lane, { type: 'attempted', epoch: 1, ends }, at(1), rules);
    assert.equal(reads(next).length, 1 - wanted, 'once, when half has gone');
  }
  next = decideLane(next.lane, { type: 'not-read', epoch: 1 }, at(1), rules);
  assert.deepEqual(reads(next), []);
  assert.equal(reads(decideLane(next.lane, { type: 'woken' }, at(1), rules)).length, 1);
});

for (const waited of [false, true])
  test(`[P3] sent again by hand before its end was known to be recorded${waited ? ', after a wait' : ''}: it goes when that is known`, () => {
    const first = { ...entry, deliveryId: 'a', position: waited ? 3 : 10, attempts: waited ? 1 : 0 };
    const again = { ...first, position: 20, attempts: first.attempts + 1, attemptsBeforeReplay: first.attempts + 1 };
    const next = { ...entry, deliveryId: 'b', position: 21, key: 'another', seq: 2, attempts: 0 };
    let now = 1;
    let lane = owned(waited ? [first] : []);
    const tell = (event: LaneEvent) => {
      const decided = decideLane(lane, event, at(now), rules);
      lane = decided.lane;
      return decided.effects;
    };
    const reading = (entries: readonly Entry[], last: number) =>
      tell({ type: 'read', epoch: 1, entries, more: false, last });
    reading(waited ? [] : [first], 10);
    assert.deepEqual([...lane.flying.keys()], ['a']);
    tell({ type: 'attempted', epoch: 1, ends: [{ deliveryId: 'a', outcome: 'refused' }] });
    tell({ type: 'not-flushed', epoch: 1, why: 'away' });
    now = 900;
    assert.deepEqual(
      tell({ type: 'woken' }).map((effect) => effect.do),
      ['flush', 'read'],
    );
    reading([again, next], 21);
    assert.equal(lane.readTo, 19, 'what is sent again is not passed');
    tell({ type: 'flushed', epoch: 1, askedAt: 900 });
    assert.ok(lane.cursor <= 19);
    const [read] = tell({ type: 'woken' });
    assert.deepEqual(read, { do: 'read', epoch: 1, after: 19, limit: 16 });
    const sent = reading([again, next], 21);
    assert.deepEqual(
      sent.flatMap((effect) => (effect.do === 'send' ? [effect.entry.position] : [])),
      [20, 21],
    );
  });
