// Live statistics when there is much (F9): any agency by day and state over a month and a year, through the HTTP API, against counting the cases
// again. BENCH_ROWS=10000000 cases, spread over two years, 18 far ends and 5,000 owners.
import pg from 'pg';
import { signIn, startTestApplication } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { measureFloor } from './support/floor.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 300);
const CLIENTS = 8;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(
    `${JSON.stringify({ bench: 'statistics', name, rows: ROWS, value: Math.round(value * 1e4) / 1e4, unit })}\n`,
  );

const database = await createTestDatabase();
say('R0 simple-update transactions', await measureFloor(database.url, { clients: 8, ms: 3000 }), '1/s');
const application = await startTestApplication({ database });
const direct = new pg.Client({ connectionString: database.url });
await direct.connect();
const parties = ['customs', 'border-inspection', 'carrier', 'railway-yard', 'port-terminal', 'airport-station'];
// Facts as the follower keeps them, then its cells: one sum over them.
await direct.query(
  `insert into statistics.fact
   select md5('c' || n)::uuid, md5('o' || n % 5000)::uuid,
     array['all', 'party:customs', 'party:' || ($1::text[])[2 + n % 5], 'organisation:' || md5('o' || n % 5000)::uuid],
     date '2025-01-01' + n % 730, case n % 3 when 0 then 'import' else 'export' end, (2 + n % 4)::text,
     (array['awaiting', 'held', 'inspection-required', 'released', 'gated-out', 'gated-out', 'gated-out'])[1 + n % 7],
     600 + (n::bigint * 7919 % 400000)::integer, null, '{}'
   from generate_series(1, $2::integer) n`,
  [parties, ROWS],
);
await direct.query(
  `insert into statistics.cell select scope, day, direction, mode, state, count(*)
   from statistics.fact, unnest(scopes) as scope group by 1, 2, 3, 4, 5`,
);
await direct.query('analyze statistics.fact, statistics.cell');
const { rows: size } = await direct.query<{ cells: number }>('select count(*)::integer as cells from statistics.cell');
say('cells', size[0]?.cells ?? 0, 'rows');

const office = await signIn(application, 'operator');
async function timed(path: (n: number) => string): Promise<number[]> {
  const took: number[] = [];
  let n = 0;
  const ask = async () => {
    while (n < QUESTIONS) {
      n += 1;
      const began = performance.now();
      await office.get(path(n));
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, ask));
  return took.sort((a, b) => a - b);
}
const party = (n: number) => `&party=${parties[n % parties.length]}`;
for (const [name, path] of [
  ['an agency, a month by day', (n: number) => `/statistics?from=2025-11-01&to=2025-11-30${party(n)}`],
  ['an agency, a year by month', (n: number) => `/statistics?from=2025-01-01&to=2025-12-31&by=month${party(n)}`],
] as const) {
  await timed(path);
  const took = await timed(path);
  say(`${name}, p50`, took[Math.floor(took.length / 2)] ?? 0, 'ms');
  say(`${name}, p99`, took[Math.floor(took.length * 0.99)] ?? 0, 'ms');
}
const began = performance.now();
const { rows: again } = await direct.query(
  `select day, state, count(*) from statistics.fact where 'party:carrier' = any(scopes)
   and day between '2025-11-01' and '2025-11-30' group by 1, 2 order by 1, 2`,
);
say('the same counted from the cases', performance.now() - began, 'ms');
const { rows: kept } = await direct.query(
  `select day, state, sum(cases) as count from statistics.cell where scope = 'party:carrier'
   and day between '2025-11-01' and '2025-11-30' group by 1, 2 order by 1, 2`,
);
say('differences', JSON.stringify(kept) === JSON.stringify(again) ? 0 : 1, 'figures');
await direct.end();
await application.stop();
