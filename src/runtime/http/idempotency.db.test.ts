import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { once } from './idempotency.ts';
import { ReplyWith } from './route.ts';

let hub: TestHub;
before(async () => {
  hub = await startTestHub([]);
});
after(() => hub.stop());

const ask = async (request: unknown, showsSecret = false) => {
  const actor = await hub.person('trader', ['declarant']);
  return hub.run(
    (context) =>
      once(
        context,
        { key: 'k', request, showsSecret },
        async () => new ReplyWith({ id: context.newId(), secret: 'S3CRET' }),
      ),
    actor,
  );
};
const DAY_MS = 24 * 3_600_000;
const rows = () =>
  hub.run(
    async (context) => (await sql<{ body: unknown }>`select body from runtime.idempotency`.execute(context.db)).rows,
  );

test('[P12] a key is kept for a hundred days (R4: at least ninety), then it is new and what has expired is cleared away', async () => {
  const first = await ask({ a: 1 });
  hub.clock.advance(99 * DAY_MS);
  assert.deepEqual((await ask({ a: 1 })).body, first.body);
  await assert.rejects(ask({ a: 2 }), /IDEMPOTENCY_KEY_REUSED/);
  hub.clock.advance(2 * DAY_MS);
  assert.notDeepEqual((await ask({ a: 2 })).body, first.body);
  assert.equal((await rows()).length, 1);
  await hub.run((context) =>
    sql`insert into runtime.idempotency (actor, key, request_digest, created_at)
        select 'organisation:x', 'old' || n, 'd', ${context.now}::timestamptz - interval '101 days' from generate_series(1, 15) n`.execute(
      context.db,
    ),
  );
  hub.clock.advance(101 * DAY_MS);
  await ask({ a: 3 });
  assert.equal((await rows()).length, 1, 'only the new one is left');
});

test('[P12] a secret that a reply shows is not to be read in the database, and is replayed all the same', async () => {
  hub.clock.advance(101 * DAY_MS);
  const first = await ask({ a: 4 }, true);
  assert.ok(!JSON.stringify(await rows()).includes('S3CRET'));
  assert.deepEqual((await ask({ a: 4 }, true)).body, first.body);
});
