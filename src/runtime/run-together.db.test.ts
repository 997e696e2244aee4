// Acts that share a transaction: each is its own to whoever asked for it, and one that fails takes nothing from the others.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestRuntime, type TestRuntime } from '../../tests/support/runtime.ts';
import { type Actor, type Context, portico } from './context.ts';
import { askTogether } from './database/ask-together.ts';

let runtime: TestRuntime;
let database: TestRuntime['database'];
let unitOfWork: TestRuntime['unitOfWork'];
const somebody = (n: number): Actor => ({ kind: 'channel', id: `channel ${n}`, name: `channel ${n}`, roles: [] });
const emitted = async (type: string) => {
  const { rows } = await sql<{ n: string; who: string; trace: string; tx: string }>`
    select payload ->> 'n' as n, actor ->> 'id' as who, trace_id::text as trace, xmin::text as tx
    from runtime.event where type = ${type} order by position`.execute(database.kysely);
  return rows;
};
const say = (type: string, n: number, act?: (context: Context) => Promise<void>) =>
  unitOfWork.runTogether(
    'kind',
    somebody(n),
    async (context) => {
      await act?.(context);
      return context.emit(type, `subject ${n}`, { n });
    },
    String(n).padStart(32, '0'),
  );

before(async () => {
  runtime = await startTestRuntime();
  ({ database, unitOfWork } = runtime);
});
after(() => runtime.stop());

test('[P3] acts that come together share a transaction; each keeps its actor, its trace and its answer', async () => {
  const receipts = await Promise.all([1, 2, 3, 4].map((n) => say('shared', n)));
  const rows = await emitted('shared');
  assert.deepEqual(
    rows.map(({ n, who, trace }) => [n, who, Number(trace.replaceAll('-', ''))]),
    [1, 2, 3, 4].map((n) => [String(n), `channel ${n}`, n]),
  );
  assert.equal(new Set(rows.map((row) => row.tx)).size, 1);
  assert.deepEqual(
    receipts.map((receipt) => receipt.split('.')[0]),
    [1, 2, 3, 4].map((n) => `subject ${n}`),
  );
});

test('[P3] one that fails is told so, the others are done once', async () => {
  const ends = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      say('mixed', n, async (context) => {
        if (n === 2) await sql`select 1 / 0`.execute(context.db);
      }),
    ),
  );
  assert.deepEqual(
    ends.map((end) => end.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.match(String((ends[1] as PromiseRejectedResult).reason), /division by zero/);
  assert.deepEqual((await emitted('mixed')).map((row) => row.n).sort(), ['1', '3']);
});

test('[P3] what is asked at the same moment is one statement, answered to each asker; a bad question is its asker’s alone', async () => {
  const asked: number[] = [];
  const half = askTogether<string, number>(async (context, questions) => {
    asked.push(questions.length);
    const { rows } = await sql<{ n: number }>`
      select n / 2 as n from unnest(${questions}::int[]) with ordinality as q(n, i) order by i`.execute(context.db);
    return rows.map((row) => row.n);
  });
  assert.deepEqual(
    await unitOfWork.run(portico, (context) => Promise.all(['2', '8', '6'].map((n) => half(context, n)))),
    [1, 4, 3],
  );
  assert.deepEqual(asked, [3]);
  const ends = await unitOfWork.read(portico, (context) =>
    Promise.allSettled(['2', 'no number', '6'].map((n) => half(context, n))),
  );
  assert.deepEqual(
    ends.map((end) => (end.status === 'fulfilled' ? end.value : 'refused')),
    [1, 'refused', 3],
  );
});
