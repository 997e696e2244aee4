import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { sweepMessages } from './sweep-messages.ts';

let hub: TestHub;
before(async () => {
  hub = await startTestHub([]);
});
after(() => hub.stop());

test('[M2] messages that ended before the retention go, in pieces; what waits and what is young stays', async () => {
  const subscription = randomUUID();
  const states = ['delivered', 'queued', 'failed', 'withheld', 'sending', 'delivered', 'delivered', 'failed'];
  await hub.run(async ({ db }) => {
    await sql`
      insert into subscriptions.subscription (id, organisation_id, name, url, event_types, state, sealed_secret, created_at, created_by)
      values (${subscription}, ${randomUUID()}, 'x', 'https://example.org/', '{}', 'paused', 'x', now(), 'x')`.execute(
      db,
    );
    for (const [i, state] of states.entries())
      await sql`
        insert into subscriptions.message (id, subscription_id, position, event_type, state, next_attempt_at, created_at)
        values (${randomUUID()}, ${subscription}, ${i + 1}, 'x', ${state}, now(),
                now() - ${i < 6 ? '200 days' : '100 days'}::interval)`.execute(db);
  });
  const left = () =>
    hub.run(async ({ db }) => {
      const { rows } = await sql<{ position: number }>`
        select position::int from subscriptions.message where subscription_id = ${subscription} order by seq`.execute(
        db,
      );
      return rows.map((row) => row.position);
    });
  assert.equal(await sweepMessages(hub.unitOfWork, 365, 2), 0);
  assert.equal(await sweepMessages(hub.unitOfWork, 184, 2), 4);
  assert.deepEqual(await left(), [2, 5, 7, 8]);
  assert.equal(await sweepMessages(hub.unitOfWork, 184, 1), 0);
});
