// Reading when there is much (F7, F8): lookups and pages through the HTTP API by eight clients, at each size of the database, and how much
// slower the greatest is than the smallest. BENCH_ROWS=10000,1000000.
import pg from 'pg';
import { hubModules } from '../src/hub/modules.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { type Client, signIn, startTestApplication } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { keptRelease, seedRows } from '../tests/plans/seed-rows.ts';
import { measureFloor } from './support/floor.ts';

const SIZES = (process.env.BENCH_ROWS ?? '10000,100000').split(',').map(Number);
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 400);
const CLIENTS = 8;
/** From here on indexes are made when all rows are there. */
const BULK = 50_000;
/** What a case, its documents and the exchange are read from. */
const SCHEMAS = ['shipment', 'documents', 'exchange', 'runtime', 'disposition', 'release'];
const say = (name: string, value: number, unit: string, rows?: number) =>
  process.stdout.write(
    `${JSON.stringify({ bench: 'library', name, ...(rows ? { rows } : {}), value: Math.round(value * 1e4) / 1e4, unit })}\n`,
  );
const caseId = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

type Question = (client: Client, n: number, rows: number) => Promise<unknown>;
const questions: Readonly<Record<string, Question>> = {
  'one case by a number': (client, n) => client.get(`/shipments?query=SEEDED${n}`),
  'one case': (client, n) => client.get(`/shipments/${caseId(n)}`),
  'documents of a case': (client, n) => client.get(`/shipments/${caseId(n)}/documents`),
  'newest 50 cases': (client) => client.get('/shipments?limit=50'),
  '50 cases from the middle': (client, _n, rows) =>
    client.get(`/shipments?limit=50&after=${caseId(Math.floor(rows / 2))}`),
  'library, newest 50': (client) => client.get('/library?limit=50'),
  'library, page 1,000 of 50': (client, _n, rows) =>
    client.get(`/library?limit=50&after=${caseId(Math.max(51, rows - 50_000))}`),
  'library, one number': (client, n) => client.get(`/library?limit=50&query=SEEDED${n}`),
  'library, a word all have': (client) => client.get(`/library?limit=50&query=${encodeURIComponent('电子产品')}`),
  'library, a word one in 20 has': (client) => client.get(`/library?limit=50&query=${encodeURIComponent('电脑配件')}`),
  'library, a word one in 500 has': (client) => client.get(`/library?limit=50&query=${encodeURIComponent('万分之一')}`),
  'library, two words of one in 20, never together': (client) =>
    client.get(`/library?limit=50&query=${encodeURIComponent('电脑配件 冷冻水果')}`),
  'library, nothing': (client) => client.get(`/library?limit=50&query=${encodeURIComponent('没有这个')}`),
  'newest 50 deliveries': (client) => client.get('/exchange/deliveries?limit=50'),
};
const p50 = new Map<string, number[]>();
for (const rows of SIZES) {
  const database = await createTestDatabase();
  const floor = await measureFloor(database.url, { clients: 8, ms: 2000 });
  say('R0 simple-update transactions', floor, '1/s', rows);
  const seeder = new pg.Client({ connectionString: database.url });
  await seeder.connect();
  await seeder.query(keptRelease());
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  await migrate(pool, hubModules);
  await pool.end();
  await seedRows(seeder, rows, { bulk: rows >= BULK, schemas: SCHEMAS });
  await seeder.end();
  const application = await startTestApplication({ database });
  const office = await signIn(application, 'operator');
  const trader = await signIn(application, 'trader');
  const asked: readonly (readonly [string, Client, Question])[] = [
    ...Object.entries(questions).map(([name, ask]) => [name, office, ask] as const),
    ...Object.entries(questions)
      .filter(([name]) => name.startsWith('library'))
      .map(([name, ask]) => [`${name}, as a trader with one case in 50`, trader, ask] as const),
  ];
  for (const [name, client, ask] of asked) {
    const times: number[] = [];
    const run = async (count: number, kept: number[]) => {
      let left = count;
      const began = performance.now();
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          while (left-- > 0) {
            const since = performance.now();
            await ask(client, 1 + Math.floor(Math.random() * rows), rows);
            kept.push(performance.now() - since);
          }
        }),
      );
      return (count * 1000) / (performance.now() - began);
    };
    await run(Math.min(CLIENTS * 5, QUESTIONS), []);
    const rate = await run(QUESTIONS, times);
    times.sort((a, b) => a - b);
    const at = (p: number) => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0;
    say(`${name}: rate`, rate, '1/s', rows);
    say(`${name}: rate / R0`, rate / floor, 'ratio', rows);
    say(`${name}: p50`, at(0.5), 'ms', rows);
    say(`${name}: p99`, at(0.99), 'ms', rows);
    p50.set(name, [...(p50.get(name) ?? []), at(0.5)]);
  }
  await application.stop();
}
for (const [name, all] of p50)
  if (all.length > 1) say(`${name}: p50 at the most rows / at the fewest`, (all.at(-1) ?? 0) / (all[0] ?? 1), 'ratio');
