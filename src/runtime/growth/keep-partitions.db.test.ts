// Growing tables on a real database: no insert ever fails for want of a partition, two keepers do it once, and what goes is old, full,
// needed by nobody, and still there (F8, F11).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { growingTables } from '../../growing.ts';
import { hubModules } from '../../hub/modules.ts';
import { createIdSource } from '../../kernel/id.ts';
import { portico } from '../context.ts';
import { createDatabase, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { readEventsAfter, readEventsOf } from '../outbox/store.ts';
import { createUnitOfWork, type UnitOfWork } from '../unit-of-work.ts';
import type { GrowingTable } from './growing-table.ts';
import { keepPartitions } from './keep-partitions.ts';

const HALF_YEAR_AND_MORE = 200 * 86_400_000;
let testDatabase: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;
let agoMs = 0;
const tableNamed = (name: string): GrowingTable => {
  const found = growingTables.find((one) => one.table === name);
  assert.ok(found, name);
  return found;
};
/** A hundred events a partition; the first one ends where the migration has said. */
const events = { ...tableNamed('event'), span: 100 };
const FIRST = 10_000_000;

before(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase(testDatabase.url);
  await migrate(database.pool, hubModules);
  const clock = { now: () => new Date(Date.now() - agoMs) };
  unitOfWork = createUnitOfWork({
    database,
    clock,
    settings: { mode: 'demo', baseUrl: 'http://localhost', releaseKeyPem: '', sealKey: '' },
    newId: createIdSource({ now: () => clock.now().getTime(), random: randomBytes }),
  });
});
after(async () => {
  await database.close();
  await testDatabase.drop();
});

const keep = (table: GrowingTable, keepDays?: number) =>
  unitOfWork.run(portico, (c) => keepPartitions(c, table, keepDays));
const query = async <T extends object>(text: string): Promise<T[]> => (await database.pool.query<T>(text)).rows;
const happen = async (count: number, subject = 'a') => {
  for (let i = 0; i < count; i++) await unitOfWork.run(portico, (context) => context.emit('happened', subject, { i }));
};
const goOnAfter = (position: number) => query(`select setval('runtime.event_position_seq', ${position})`);
const lying = () =>
  query<{ at: string; n: number }>(
    'select tableoid::regclass::text as at, count(*)::int as n from runtime.event group by 1 order by 1',
  );

test('[P3] partitions are there ahead of the writing, made once whoever makes them, and readers see one table', async () => {
  assert.deepEqual(await keep(events), { added: [], archived: [] });
  agoMs = HALF_YEAR_AND_MORE;
  await goOnAfter(FIRST - 6);
  await happen(5);
  const made = await Promise.all([keep(events), keep(events), keep(events)]);
  assert.deepEqual(
    made.flatMap((one) => one.added),
    ['event_10000000'],
  );
  assert.deepEqual(await keep(events), { added: [], archived: [] });
  await happen(5);
  assert.deepEqual(await lying(), [
    { at: 'runtime.event_10000000', n: 5 },
    { at: 'runtime.event_first', n: 5 },
  ]);
  const read = await readEventsAfter(database.kysely, 0, 100);
  assert.deepEqual(
    read.map((e) => e.position),
    Array.from({ length: 10 }, (_, i) => FIRST - 5 + i),
  );
  assert.equal((await readEventsOf(database.kysely, 'a', FIRST - 2, 100)).length, 6);
  const [settings] = await query<{ own: string[]; first: string[] }>(
    `select (select reloptions from pg_class where oid = 'runtime.event_10000000'::regclass) as own,
            (select reloptions from pg_class where oid = 'runtime.event_first'::regclass) as first`,
  );
  assert.ok(settings && settings.own.length > 0);
  assert.deepEqual(settings.own, settings.first);
});

test('[P3] where nobody looked after it for long, an insert finds its place all the same, and it goes on above', async () => {
  await goOnAfter(FIRST + 250);
  await happen(3);
  assert.deepEqual((await lying()).at(-1), { at: 'runtime.event_rest', n: 3 });
  assert.deepEqual((await keep(events)).added, ['event_10000300']);
  await happen(1);
  assert.deepEqual((await lying()).at(-1), { at: 'runtime.event_rest', n: 4 }, 'up to the next range it stays there');
  await goOnAfter(FIRST + 310);
  agoMs = 0;
  await happen(2);
  assert.ok((await lying()).some(({ at, n }) => at === 'runtime.event_10000300' && n === 2));
  const read = await readEventsAfter(database.kysely, FIRST + 250, 100);
  assert.deepEqual(
    read.map((e) => e.position - FIRST),
    [251, 252, 253, 254, 311, 312],
  );
});

test('[P3] old partitions go only when a retention is set and nobody needs them, oldest first, and nothing is deleted', async () => {
  assert.deepEqual((await keep(events)).archived, [], 'unless told so everything is kept');
  const before_ = await lying();
  await query('update runtime.consumer set position = 99999999');
  await query("insert into runtime.consumer (name, position) values ('subscriptions', 7)");
  assert.deepEqual((await keep(events, 184)).archived, [], 'a consumer has not seen it');
  await query("update runtime.consumer set position = 99999999 where name = 'subscriptions'");
  await query("insert into runtime.export (name, position) values ('jetstream', 7)");
  assert.deepEqual((await keep(events, 184)).archived, [], 'the stream for data platforms has not been told');
  await query('update runtime.export set position = 99999999');
  await query(
    `insert into runtime.failed_reaction (position, reaction, attempts, last_error, next_attempt_at) values (${FIRST - 1}, 'r', 1, '', now())`,
  );
  assert.deepEqual((await keep(events, 184)).archived, [], 'a reaction is to be tried again');
  await query('delete from runtime.failed_reaction');
  await query(
    `insert into exchange.delivery (id, channel, document_id, document_kind, state, next_attempt_at, created_at)
     values (gen_random_uuid(), 'customs', gen_random_uuid(), 'x', 'dead', now(), now() - interval '300 days')`,
  );
  assert.deepEqual((await keep(events, 184)).archived, [], 'a dead letter is written from it again');
  await query("update exchange.delivery set state = 'delivered'");
  assert.deepEqual((await keep(events, 201)).archived, [], 'it is not old enough');

  assert.deepEqual((await keep(events, 184)).archived, ['event_first']);
  assert.deepEqual((await keep(events, 184)).archived, ['event_10000000']);
  assert.deepEqual((await keep(events, 184)).archived, [], 'the one that is written to stays');
  const kept = await query<{ n: number }>(
    'select (select count(*) from archive.event_first)::int + (select count(*) from archive.event_10000000)::int as n',
  );
  assert.equal(kept[0]?.n, 10);
  const gone = new Set(['runtime.event_first', 'runtime.event_10000000']);
  assert.deepEqual(
    await lying(),
    before_.filter(({ at }) => !gone.has(at)),
  );
  await happen(1);
});

test('[P3] attempts by month and messages by number are kept likewise', async () => {
  assert.deepEqual(await keep(tableNamed('attempt')), { added: [], archived: [] });
  const far = { ...tableNamed('inbound'), span: 10 };
  await query("select setval('exchange.inbound_seq_seq', 999998)");
  const message = `insert into exchange.inbound (id, channel, received_at, digest, size_bytes, headers, state, simulated)
    values (gen_random_uuid(), 'customs', now() - interval '200 days', 'd', 1, '{}', 'stored', true)`;
  await query(message);
  assert.deepEqual((await keep(far)).added, ['inbound_1000000']);
  await query(message);
  assert.deepEqual((await keep(far, 184)).archived, [], 'a message in it has not been read');
  await query("update exchange.inbound set state = 'interpreted'");
  assert.deepEqual((await keep(far, 184)).archived, ['inbound_first']);
  const delivery = '00000000-0000-7000-8000-000000000001';
  await query(
    `insert into exchange.attempt values ('${delivery}', 1, '2030-01-01', 'delivered', '', 1), ('${delivery}', 2, '2001-01-01', 'delivered', '', 1)`,
  );
  const [twice] = await query<{ n: number }>(
    `with again as (insert into exchange.attempt values ('${delivery}', 1, '2030-01-01', 'delivered', '', 1) on conflict do nothing returning 1)
     select count(*)::int as n from again`,
  );
  assert.equal(twice?.n, 0, 'the same attempt once, also where no partition was there for it');
  assert.deepEqual(
    (await keep(tableNamed('attempt'))).added,
    [],
    'a clock that is years ahead brings nothing to a stop',
  );
});
