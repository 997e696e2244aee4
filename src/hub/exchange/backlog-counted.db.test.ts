// What waits and what is dead is counted as it changes and is never another number than a full recount, whoever writes at the same time,
// whatever is rolled back; and whoever looks reads none of what waits (F10, R10).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import type { Context } from '../../runtime/context.ts';
import { drainChannel, readChannels } from './operate-exchange.ts';
import { insertDeliveries, requeueDeliveries } from './store.ts';

const names = ['one', 'two', 'three'] as const;
let hub: TestHub;
before(async () => {
  hub = await startTestHub(names.map((name) => probeChannel(name)));
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

type Counted = { channel: string; queued: string; dead: string; delivered: string | null };
/** Both in one statement, so of one moment. */
async function compare(): Promise<void> {
  const { rows } = await hub.run((context) =>
    sql<Record<'kept' | 'recounted', readonly Counted[]>>`
      select (select coalesce(jsonb_agg(k order by channel), '[]') from (
                select channel, sum(queued)::text as queued, sum(dead)::text as dead, max(delivered_at) as delivered
                from exchange.backlog group by channel) k) as kept,
             (select coalesce(jsonb_agg(r order by channel), '[]') from (
                select channel, (count(*) filter (where state = 'queued'))::text as queued,
                       (count(*) filter (where state = 'dead'))::text as dead, max(delivered_at) as delivered
                from exchange.delivery group by channel) r) as recounted`.execute(context.db),
  );
  assert.deepEqual(rows[0]?.kept, rows[0]?.recounted);
}
const fresh = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    channel: names[i % names.length] ?? 'one',
    document_id: randomUUID(),
    document_kind: 'probe',
    shipment_id: null,
  }));
const ended = (context: Context, ids: readonly string[], state: 'delivered' | 'dead') =>
  sql`update exchange.delivery set state = ${state}, attempts = attempts + 1,
        delivered_at = case when ${state}::text = 'delivered' then ${context.now}::timestamptz end
      where id = any(${ids}::uuid[])`.execute(context.db);

test('[P3] what waits and what is dead equals a full recount, with many who write at once and some who roll back', async () => {
  await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const rows = fresh(20 + n);
      const ids = rows.map(({ id }) => id);
      await hub.run((context) => insertDeliveries(context, rows));
      await hub
        .run(async (context) => {
          await insertDeliveries(context, fresh(7));
          await ended(context, ids.slice(0, 3), 'dead');
          throw new Error('not this time');
        })
        .catch((error: Error) => assert.equal(error.message, 'not this time'));
      await hub.run((context) => ended(context, ids.slice(0, 10), 'delivered'));
      await hub.run(async (context) => {
        await ended(context, ids.slice(10, 16), 'dead');
        await requeueDeliveries(context, ids.slice(10, 13));
        await insertDeliveries(context, rows.slice(0, 2));
      });
      await compare();
    }),
  );
  await compare();
  await hub.run((context) =>
    sql`delete from exchange.delivery where state = 'dead' and channel = 'two'`.execute(context.db),
  );
  await compare();
});

/** Of deliveries, by this connection until now. */
async function rowsRead(context: Context): Promise<number> {
  const { rows } = await sql<{ read: string }>`
    select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables
    where relid = 'exchange.delivery'::regclass`.execute(context.db);
  return Number(rows[0]?.read ?? 0);
}

test('[P3] whoever looks at all channels reads none of what waits, and is told how much it is', async () => {
  const before = (await hub.run(readChannels)).find(({ id }) => id === 'one');
  const late = new Date(hub.clock.now().getTime() + 60_000).toISOString();
  await hub.run((context) =>
    sql`insert into exchange.delivery (id, channel, document_id, document_kind, state, attempts, next_attempt_at, created_at)
        select gen_random_uuid(), 'one', gen_random_uuid(), 'probe', 'queued', 0, ${late}::timestamptz, ${late}::timestamptz
        from generate_series(1, 5000)`.execute(context.db),
  );
  // What the planner knows after a while: that nearly all that waits is of one channel. Another has nothing, and is paused.
  await hub.run(async (context) => {
    await sql`update exchange.delivery set state = 'delivered', delivered_at = now() where channel = 'two' and state = 'queued'`.execute(
      context.db,
    );
    await drainChannel(context, 'two');
  });
  await hub.run((context) => sql`analyze exchange.delivery, exchange.pause`.execute(context.db));
  await compare();
  const { channels, read } = await hub.run(async (context) => {
    const before = await rowsRead(context);
    const channels = await readChannels(context);
    return { channels, read: (await rowsRead(context)) - before };
  });
  const now = channels.find(({ id }) => id === 'one');
  assert.equal(now?.queued, (before?.queued ?? 0) + 5000);
  assert.equal(now?.oldestQueuedAt, before?.oldestQueuedAt, 'the oldest is the first that waits');
  assert.equal(now?.lastDeliveredAt, before?.lastDeliveredAt, 'and not lost behind what waits');
  assert.equal(channels.find(({ id }) => id === 'two')?.state, 'paused', 'nothing is left to drain');
  assert.ok(read <= 50, `${read} rows of deliveries read`);
});
