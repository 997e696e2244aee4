// A reaction that throws: the others go on, its own subject keeps its order, and in the end an operator sees it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createIdSource } from '../../kernel/id.ts';
import { portico, type Reaction } from '../context.ts';
import { createDatabase, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { createUnitOfWork, type UnitOfWork } from '../unit-of-work.ts';
import { createFlowRunner } from './flow-runner.ts';
import { listFailures, readLag, releaseFailure } from './store.ts';

let now = Date.parse('2026-11-20T02:00:00Z');
const clock = { now: () => new Date(now), advance: (ms: number) => void (now += ms) };
let test_: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;
let seen: string[] = [];
let poison = new Set<string>();
let message = 'broken';
// What counts is what was committed: a transaction that fails is carried once more.
const note: Reaction<{ n: string }> = async (context, event) => {
  if (poison.has(event.payload.n)) throw new Error(message);
  context.afterCommit(() => seen.push(event.payload.n));
};
const other: Reaction<{ n: string }> = async (context, event) =>
  context.afterCommit(() => seen.push(`other ${event.payload.n}`));
const faults: unknown[] = [];
const runnerOf = () =>
  createFlowRunner({
    flow: { happened: [note, other] },
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error) => faults.push(error),
  });
const happen = (subject: string, n: string) =>
  unitOfWork.run(portico, (context) => context.emit('happened', subject, { n }));
async function settle(): Promise<void> {
  const runner = runnerOf();
  while (await runner.step());
}
const failures = () => listFailures(database.kysely, 50);

before(async () => {
  test_ = await createTestDatabase();
  database = createDatabase(test_.url);
  await migrate(database.pool, []);
  unitOfWork = createUnitOfWork({
    database,
    clock,
    settings: { mode: 'demo', baseUrl: 'http://localhost', releaseKeyPem: '', sealKey: '' },
    newId: createIdSource({ now: () => clock.now().getTime(), random: randomBytes }),
  });
});
after(async () => {
  await database.close();
  await test_.drop();
});
beforeEach(() => {
  seen = [];
  poison = new Set();
  message = 'broken';
});

test('[P3] a reaction that throws holds up its own subject only, and order is kept when it is mended', async () => {
  poison = new Set(['a1']);
  for (const [subject, n] of [
    ['a', 'a1'],
    ['b', 'b1'],
    ['a', 'a2'],
    ['b', 'b2'],
    ['a', 'a3'],
  ] as const)
    await happen(subject, n);
  await settle();
  assert.deepEqual(
    seen.filter((n) => !n.startsWith('other')),
    ['b1', 'b2'],
  );
  assert.deepEqual(seen.filter((n) => n.startsWith('other')).length, 5, 'the event’s other reaction went on');
  assert.deepEqual(
    (await failures()).map((f) => [f.subject, f.attempts, f.given_up, f.behind]),
    [['a', 1, false, 2]],
  );
  poison = new Set();
  clock.advance(10_000);
  await settle();
  await happen('a', 'a4');
  await settle();
  assert.deepEqual(
    seen.filter((n) => n.startsWith('a')),
    ['a1', 'a2', 'a3', 'a4'],
  );
  assert.deepEqual(await failures(), []);
});

test('[P3] after the last attempt it is parked, shown with its error, and an operator lets it go again', async () => {
  poison = new Set(['c1']);
  message = 'NUL \0 and half a pair \ud800';
  await happen('c', 'c1');
  await happen('c', 'c2');
  for (let i = 0; i < 14; i++) {
    await settle();
    clock.advance(700_000);
  }
  const [parked] = await failures();
  assert.deepEqual([parked?.attempts, parked?.given_up, parked?.behind], [12, true, 1]);
  assert.match(parked?.last_error ?? '', /NUL/);
  poison = new Set();
  await settle();
  assert.deepEqual(seen, ['other c1', 'other c2'], 'parked is not tried by itself, and its subject keeps its order');
  const released = await unitOfWork.run(portico, (context) =>
    releaseFailure(context.db, parked?.position ?? 0, 'note', context.now),
  );
  assert.equal(released, true);
  await settle();
  assert.deepEqual(seen.slice(2), ['c1', 'c2']);
});

test('[P3] two runners on one database carry each event, and neither stops at a poisoned one', async () => {
  poison = new Set(['p5']);
  for (let i = 0; i < 30; i++) await happen(`s${i % 7}`, `p${i}`);
  await Promise.all([settle(), settle()]);
  const behind = [12, 19, 26].map((i) => `p${i}`);
  const done = new Set(seen.filter((n) => n.startsWith('p')));
  for (let i = 0; i < 30; i++) assert.equal(done.has(`p${i}`), i !== 5 && !behind.includes(`p${i}`), `p${i}`);
  poison = new Set();
  clock.advance(10_000);
  await Promise.all([settle(), settle()]);
  assert.deepEqual([...new Set(seen.filter((n) => ['p5', ...behind].includes(n)))], ['p5', ...behind]);
});

test('[P3] three nodes carry every event once, each line in commit order, and a node that starts later begins where they are', async () => {
  const expected = new Map<string, string[]>();
  for (let i = 0; i < 120; i++) {
    const subject = `line-${i % 9}`;
    expected.set(subject, [...(expected.get(subject) ?? []), `${subject}#${i}`]);
    await happen(subject, `${subject}#${i}`);
  }
  await Promise.all([settle(), settle(), settle()]);
  await settle();
  for (const [subject, ns] of expected)
    assert.deepEqual(
      seen.filter((n) => n.startsWith(`${subject}#`)),
      ns,
      'once each, in order',
    );
  assert.equal((await readLag(database.kysely)).events, 0, 'also the parts that had nothing are where the log is');
  seen = [];
  await settle();
  assert.deepEqual(seen, []);
});

test('[P3] lines go side by side: one that cannot go on yet does not hold up another', async () => {
  const reached: string[] = [];
  let letGo = () => {};
  const others = new Promise<void>((resolve) => (letGo = resolve));
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, 20_000).unref());
  const waits: Reaction<{ n: string }> = async (_context, event) => {
    if (event.payload.n === 'slow') await Promise.race([others, tooLong]);
    reached.push(event.payload.n);
    if (reached.length === 10) letGo();
  };
  const runner = createFlowRunner({
    flow: { walked: [waits] },
    lineOf: (event) => (event.payload as { n: string }).n,
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error) => faults.push(error),
  });
  const names = ['slow', ...Array.from({ length: 40 }, (_, i) => `line ${i}`)];
  for (const n of names) await unitOfWork.run(portico, (context) => context.emit('walked', 'one subject', { n }));
  while (await runner.step());
  assert.deepEqual([...reached].sort(), [...names].sort());
  assert.ok(reached.indexOf('slow') >= 10, `after ${reached.indexOf('slow')} others`);
});

test('[P3] a part that another node has is left to it, and carried by nobody twice', async () => {
  for (let i = 0; i < 16; i++) await happen(`held-${i}`, `h${i}`);
  await database.transaction(async (db) => {
    await sql`select 1 from runtime.consumer where name = 'flow/3' for update`.execute(db);
    await settle();
    assert.ok(seen.length > 0 && seen.length < 32, String(seen.length));
    await sql`commit`.execute(db);
  });
  await settle();
  assert.deepEqual(seen.filter((n) => n.startsWith('h')).sort(), Array.from({ length: 16 }, (_, i) => `h${i}`).sort());
});
