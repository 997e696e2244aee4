// The model the simulation runs on and the real statements: the same calls in the same order give the same answers and the same record.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Ended, Entry, Flush } from '../../src/hub/exchange/lane/lane.ts';
import { leaveLane, readHeld, readLane, recordFlush, takeLane } from '../../src/hub/exchange/lane/store-lanes.ts';
import { insertDeliveries, pauseChannel, requeueDeliveries, resumeChannel } from '../../src/hub/exchange/store.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { createModelStore } from './model-store.ts';

let hub: TestHub;
before(async () => {
  hub = await startTestHub([]);
});
after(() => hub.stop());

const LEASE_MS = 3_600_000;
type Act = { readonly act: string; readonly n: number; readonly m: number };
const acts: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(
    'file',
    'file',
    'take',
    'take',
    'leave',
    'expire',
    'read',
    'held',
    'flush',
    'flush',
    'flush',
    'replay',
    'pause',
  ),
  n: fc.nat(1000),
  m: fc.nat(1000),
});

/** Positions as the model counts them: from the first event of this run. */
const relative = (entry: Entry, base: number) => {
  const { deliveryId, position, key, attempts, attemptsBeforeReplay } = entry;
  return { deliveryId, position: position - base, key, attempts, attemptsBeforeReplay };
};

async function play(script: readonly Act[]): Promise<void> {
  const channel = `c${randomUUID()}`;
  const model = createModelStore(() => 0);
  const base = await hub.run(
    async (context) =>
      (await sql<{ n: number }>`select coalesce(max(position), 0) as n from runtime.event`.execute(context.db)).rows[0]
        ?.n ?? 0,
  );
  const owners = ['a', 'b'] as const;
  let epoch = { a: 0, b: 0 };
  const ids: string[] = [];
  for (const { act, n, m } of script) {
    const owner = owners[n % 2] ?? 'a';
    switch (act) {
      case 'file': {
        const [id, key] = [randomUUID(), `00000000-0000-4000-8000-00000000000${n % 3}`];
        ids.push(id);
        model.deliveries.set(id, {
          id,
          channel,
          key,
          seq: 0,
          bytes: '',
          state: 'queued',
          attempts: 0,
          attemptsBeforeReplay: 0,
          dueAt: 0,
          recorded: new Set(),
        });
        model.tell('document.dispatched', channel, id, key);
        await hub.run(async (context) => {
          await insertDeliveries(context, [{ id, channel, document_id: id, document_kind: 'k', shipment_id: key }]);
          await context.emit('document.dispatched', key, { documentId: id, channel });
        });
        break;
      }
      case 'take': {
        const expected = model.takeLane(channel, owner, LEASE_MS);
        const real = await hub.run((context) => takeLane(context, { channel, owner, leaseMs: LEASE_MS }));
        if (expected) epoch = { ...epoch, [owner]: expected.epoch };
        assert.deepEqual(real && { epoch: real.epoch, cursor: Math.max(0, real.cursor - base) }, expected);
        break;
      }
      case 'leave':
        model.leaveLane(channel, owner, epoch[owner]);
        await hub.run((context) => leaveLane(context, { channel, owner, epoch: epoch[owner] }));
        break;
      case 'expire':
        if (model.lanes.has(channel)) model.laneOf(channel).leasedUntil = Number.NEGATIVE_INFINITY;
        await hub.run((context) =>
          sql`update exchange.lane set leased_until = now() - interval '1 hour' where channel = ${channel} and leased_until is not null`.execute(
            context.db,
          ),
        );
        break;
      case 'read': {
        const [from, limit] = [n % 8, m % 5];
        const expected = model.readLane(channel, from, limit);
        const real = await hub.run((context) => readLane(context, { channel, after: base + from, limit }));
        assert.deepEqual(
          {
            ...real,
            entries: real.entries.map((e) => relative(e, base)),
            ...(real.last === undefined ? {} : { last: real.last - base }),
          },
          { ...expected, entries: expected.entries.map((e) => relative(e, 0)) },
        );
        break;
      }
      case 'held': {
        const real = await hub.run((context) => readHeld(context, channel));
        assert.deepEqual(
          real.map((e) => relative(e, base)),
          model.readHeld(channel).map((e) => relative(e, 0)),
        );
        break;
      }
      case 'flush':
        await flushBoth(n, m);
        break;
      case 'replay': {
        const id = ids[n % Math.max(1, ids.length)];
        const delivery = id ? model.deliveries.get(id) : undefined;
        if (!id || !delivery || delivery.state === 'delivered') break;
        model.replay(id, 0);
        await hub.run(async (context) => {
          await requeueDeliveries(context, [id]);
          await context.emit('delivery.replayed', delivery.key, { documentId: id, channel });
        });
        break;
      }
      case 'pause':
        if (n % 2 === 0) model.pause(channel, m);
        else model.resume(channel);
        await hub.run(async (context) => {
          await (n % 2 === 0 ? pauseChannel(context, channel, m) : resumeChannel(context, channel));
        });
        break;
    }
  }

  const { rows } = await hub.run((context) =>
    sql<{ id: string; state: string; attempts: number }>`
      select id, state, attempts from exchange.delivery where channel = ${channel}`.execute(context.db),
  );
  for (const { id, state, attempts } of rows) {
    const delivery = model.deliveries.get(id);
    assert.deepEqual({ state, attempts }, { state: delivery?.state, attempts: delivery?.attempts });
  }

  async function flushBoth(n: number, m: number): Promise<void> {
    const owner = owners[n % 2] ?? 'a';
    const log = model.log.filter((event) => event.type === 'document.dispatched');
    const entryOf = (i: number): Entry | undefined => {
      const event = log[i % Math.max(1, log.length)];
      const delivery = event && model.deliveries.get(event.id);
      return delivery && { ...delivery, deliveryId: delivery.id, position: event.position };
    };
    const endOf = (i: number): Ended[] => {
      const entry = entryOf(i);
      if (!entry) return [];
      const state = (['delivered', 'dead', 'queued'] as const)[i % 3] ?? 'queued';
      return [
        {
          entry,
          outcome: state === 'delivered' ? 'delivered' : 'unreachable',
          state,
          attempt: Math.max(1, entry.attempts + (i % 4 === 0 ? 0 : 1)),
        },
      ];
    };
    const ends = [...new Map([...endOf(n), ...endOf(m)].map((end) => [end.entry.deliveryId, end])).values()];
    const held = entryOf(m + 1);
    const flush: Flush = {
      // now and then an owner comes with an old token
      epoch: epoch[owner] - (m % 7 === 0 ? 1 : 0),
      ends,
      hold: held ? [held] : [],
      unhold: ends.filter((end) => end.state !== 'queued').map((end) => end.entry.deliveryId),
      cursor: Math.max(model.laneOf(channel).cursor, n % 20),
    };
    if (ends.some((end) => flush.hold.some((entry) => entry.deliveryId === end.entry.deliveryId))) return;
    const lane = { ...model.laneOf(channel) };
    const expected = model.recordFlush(channel, owner, LEASE_MS, flush);
    const moved = {
      ...flush,
      cursor: flush.cursor + base,
      hold: flush.hold.map((e) => ({ ...e, position: e.position + base })),
    };
    const recorded = await hub.run(async (context) => {
      const done = await recordFlush(context, { channel, owner, leaseMs: LEASE_MS }, moved, () => ({
        at: context.now,
        detail: '',
        durationMs: 1,
      }));
      for (const { entry, state } of flush.ends)
        if (done?.has(entry.deliveryId) && state !== 'queued')
          await context.emit(state === 'dead' ? 'delivery.died' : 'document.delivered', entry.key, {
            documentId: entry.deliveryId,
            channel,
          });
      return done;
    });
    assert.equal(
      recorded !== undefined,
      expected,
      `owner ${owner} ${JSON.stringify(flush)} of ${JSON.stringify(lane)}`,
    );
  }
}

test('[P3] the model of the simulation and the real statements agree, call by call', async () => {
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 10, maxLength: 60 }), play), { numRuns: 120 });
});
