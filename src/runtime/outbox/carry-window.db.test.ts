// What a reaction emits about a case is carried in the same transaction (decision 0019): once, in order, and never at the cost of what it followed from.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createIdSource } from '../../kernel/id.ts';
import { type Context, portico, type Reaction, type StoredEvent, UNPLACED } from '../context.ts';
import { createDatabase, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { createUnitOfWork, type UnitOfWork } from '../unit-of-work.ts';
import { createFlowRunner, type Flow, type FlowRunner } from './flow-runner.ts';
import { listFailures } from './store.ts';

let now = Date.parse('2026-11-20T02:00:00Z');
const clock = { now: () => new Date(now) };
let test_: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;
let faults: unknown[] = [];
let seen: string[] = [];
type Told = { readonly n: string };
const heard = (context: Context, event: StoredEvent<Told>) =>
  context.afterCommit(() => seen.push(`${event.type} ${event.payload.n}`));

const runnerOf = (
  flow: Flow,
  more: { sideBySide?: (event: StoredEvent) => boolean; crosses?: (event: StoredEvent) => boolean } = {},
) =>
  createFlowRunner({
    ...more,
    flow,
    lineOf: (event) => (event.type === 'said' ? 'a channel' : event.subject),
    kysely: database.kysely,
    unitOfWork,
    clock,
    onFault: (error) => faults.push(error),
  });
const say = (subject: string, n: string, type = 'said') =>
  unitOfWork.run(portico, (context) => context.emit(type, subject, { n }));
async function rows(subject: string) {
  const { rows } = await sql<{ type: string; n: string; carried: boolean | null; xmin: string }>`
    select type, payload ->> 'n' as n, carried, xmin::text from runtime.event where subject = ${subject} order by position`.execute(
    database.kysely,
  );
  return rows;
}

const hear: Reaction<Told> = async (context, event) => heard(context, event);
const goOn =
  (type: string): Reaction<Told> =>
  async (context, event) => {
    heard(context, event);
    await context.emit(type, `case ${event.payload.n}`, { n: event.payload.n });
  };

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
  faults = [];
});

test('[P3] what follows about a case is carried with what it follows from, in one transaction and by nobody again', async () => {
  const positions: number[] = [];
  const watch: Reaction<Told> = async (_context, event) => void positions.push(event.position);
  const runner = runnerOf({ said: [goOn('meant')], meant: [watch, goOn('done')], done: [hear] });
  await say('message 1', 'm1');
  while (await runner.step());
  assert.deepEqual(seen, ['said m1', 'meant m1', 'done m1']);
  const written = await rows('case m1');
  assert.deepEqual(
    written.map((row) => [row.type, row.carried]),
    [
      ['meant', true],
      ['done', true],
    ],
  );
  assert.equal(new Set(written.map((row) => row.xmin)).size, 1, 'one transaction');
  assert.deepEqual(positions, [UNPLACED]);
  await Promise.all([runnerOf({ meant: [hear], done: [hear] }).step(), runner.step()]);
  assert.equal(seen.length, 3, 'a node that begins anew does not carry them either');
});

test('[P3] a later reaction that throws does not undo the earlier one: it is set aside by itself and tried again', async () => {
  let broken = true;
  const fails: Reaction<Told> = async (context, event) => {
    if (broken && event.payload.n === 'bad') throw new Error('broken');
    heard(context, event);
  };
  const runner = runnerOf({ said: [goOn('meant')], meant: [fails] });
  for (const n of ['bad', 'good', 'bad']) await say('message 2', n);
  while (await runner.step());
  assert.deepEqual([...seen].sort(), ['meant good', 'said bad', 'said bad', 'said good']);
  const failures = await listFailures(database.kysely, 10);
  assert.deepEqual(
    failures.map((f) => [f.type, f.subject, f.attempts, f.behind]),
    [['meant', 'case bad', 1, 1]],
  );
  // While it waits, what follows in its lane waits behind it, also what is emitted now.
  await say('message 2', 'bad');
  while (await runner.step());
  assert.equal((await listFailures(database.kysely, 10))[0]?.behind, 2);
  broken = false;
  seen = [];
  for (let i = 0; i < 4; i++) {
    now += 700_000;
    while (await runner.step());
  }
  assert.deepEqual(seen, ['meant bad', 'meant bad', 'meant bad']);
  assert.deepEqual(await listFailures(database.kysely, 10), []);
});

test('[P3] an event of the same case that somebody else commits meanwhile is not overtaken', async () => {
  let meanwhile = true;
  const slow: Reaction<Told> = async (context, event) => {
    heard(context, event);
    await context.emit('meant', 'case between', { n: 'follows' });
    if (meanwhile) await say('case between', 'first', 'filed');
    meanwhile = false;
  };
  const runner = runnerOf({ said: [slow], filed: [hear], meant: [hear] });
  await say('message 3', 'm3');
  while (await runner.step());
  assert.deepEqual(seen, ['said m3', 'filed first', 'meant follows']);
  assert.deepEqual(
    (await rows('case between')).map((row) => [row.type, row.carried]),
    [
      ['filed', null],
      ['meant', null],
    ],
  );
  assert.deepEqual(faults, []);
});

test('[P3] a case whose part another node has is left in the log, and what follows in it keeps its order', async () => {
  const runner = runnerOf({ said: [goOn('meant')], meant: [hear] });
  const names = Array.from({ length: 24 }, (_, i) => `p${i}`);
  await runner.step();
  await database.transaction(async (db) => {
    await sql`select 1 from runtime.consumer where name = 'flow/5' for update`.execute(db);
    for (const n of [...names, ...names]) await say('message 4', n);
    for (let i = 0; i < 6; i++) await runner.step();
    await sql`commit`.execute(db);
  });
  while (await runner.step());
  for (const n of names)
    assert.deepEqual(
      seen.filter((text) => text === `meant ${n}`),
      [`meant ${n}`, `meant ${n}`],
      'once for each',
    );
});

test('[P3] two nodes carry every case once and in order, whichever has its part', async () => {
  const flow = { said: [goOn('meant')], meant: [goOn('done')], done: [hear] };
  const wanted = new Map<string, string[]>();
  const order: string[] = [];
  const note: Reaction<Told & { i: number }> = async (context, event) =>
    context.afterCommit(() => order.push(`${event.subject} ${event.payload.i}`));
  const ordered = { filed: [note] };
  const carriers = [runnerOf({ ...flow, ...ordered }), runnerOf({ ...flow, ...ordered })];
  for (let i = 0; i < 60; i++) {
    const subject = `two ${i % 7}`;
    wanted.set(subject, [...(wanted.get(subject) ?? []), `${subject} ${i}`]);
    await unitOfWork.run(portico, (context) => context.emit('filed', subject, { n: 'x', i }));
    await say(`message ${i}`, `t${i}`);
  }
  const settle = async (runner: FlowRunner) => {
    for (let idle = 0; idle < 3; ) idle = (await runner.step()) ? 0 : idle + 1;
  };
  await Promise.all(carriers.map(settle));
  await Promise.all(carriers.map(settle));
  for (const [subject, expected] of wanted)
    assert.deepEqual(
      order.filter((text) => text.startsWith(`${subject} `)),
      expected,
    );
  for (let i = 0; i < 60; i++) assert.equal(seen.filter((text) => text === `done t${i}`).length, 1, `t${i}`);
});

test('[P3] messages of one channel go side by side: what they tell keeps their order, and one can wait for those before it', async () => {
  const known = new Set<string>();
  const began: string[] = [];
  const tells: Reaction<Told> = async (context, event) => {
    began.push(event.payload.n);
    // The first is the slowest: it goes on when the others have begun.
    if (event.payload.n === 'first') for (let i = 0; i < 2000 && began.length < 3; i++) await new Promise(setImmediate);
    else await context.before;
    assert.ok(event.payload.n === 'first' || known.has('first'));
    known.add(event.payload.n);
    await context.emit('meant', 'case beside', { n: event.payload.n });
  };
  const runner = runnerOf({ said: [tells], meant: [hear] }, { sideBySide: (event) => event.type === 'said' });
  for (const n of ['first', 'second', 'third']) await say('message 6', n);
  while (await runner.step());
  assert.deepEqual(began, ['first', 'second', 'third']);
  assert.deepEqual(seen, ['meant first', 'meant second', 'meant third']);
});

test('[P3] what changes other cases too goes alone in the transaction', async () => {
  let inside = 0;
  let together = 0;
  const counts: Reaction<Told> = async (context, event) => {
    inside += 1;
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    if (event.type === 'left') together = Math.max(together, inside);
    inside -= 1;
    heard(context, event);
  };
  const runner = runnerOf({ filed: [counts], left: [counts] }, { crosses: (event) => event.type === 'left' });
  for (let i = 0; i < 12; i++) await say(`crossing ${i}`, `c${i}`, i % 3 === 0 ? 'left' : 'filed');
  while (await runner.step());
  assert.equal(seen.length, 12);
  assert.equal(together, 1);
});
