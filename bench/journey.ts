// Submit → released journeys per second on the embedded database with all simulators in the same process, as a ratio to what
// the same database does in bare one-row commits just before (the floor), and the fsyncs and commits each journey costs.
import pg from 'pg';
import type { ReleaseView } from '../src/hub/release/contract.ts';
import type { ShipmentView } from '../src/hub/shipment/contract.ts';
import { type Client, signIn, startTestApplication } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { railImport } from '../tests/support/forms.ts';

const JOURNEYS = 60;
const AT_ONCE = 6;
const FLOOR_MS = 3000;
const figure = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'journey', name, value: Math.round(value * 1000) / 1000, unit })}\n`);

const database = await createTestDatabase();
process.env.PORTICO_TEST_DATABASE_URL = database.url;
const pool = new pg.Pool({ connectionString: database.url, max: AT_ONCE });

async function floor(): Promise<number> {
  await pool.query('create table if not exists floor_row (n int)');
  const until = Date.now() + FLOOR_MS;
  let commits = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (Date.now() < until) {
        await pool.query('insert into floor_row values (1)');
        commits += 1;
      }
    }),
  );
  return (commits * 1000) / FLOOR_MS;
}
async function counters(): Promise<{ commits: number; fsyncs: number }> {
  const { rows } = await pool.query(
    "select (select sum(xact_commit) from pg_stat_database)::float as commits, (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal')::float as fsyncs",
  );
  return rows[0] as { commits: number; fsyncs: number };
}

async function journey(trader: Client, index: number): Promise<number> {
  const form = railImport(`BENCH-${index}`);
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  const began = performance.now();
  await trader.send('POST', `/shipments/${draft.id}/submit`, {});
  for (;;) {
    const { items } = await trader.get<{ items: ReleaseView[] }>(`/shipments/${draft.id}/releases`);
    if (items.length === 2) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const bare = await floor();
const application = await startTestApplication({ pace: 0.001 });
const trader = await signIn(application, 'trader');
for (let i = 0; i < AT_ONCE; i++) await journey(trader, i);
const before = await counters();
const began = performance.now();
const times: number[] = [];
let next = 1000;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < 1000 + JOURNEYS) {
      const index = next++;
      times.push(await journey(trader, index));
    }
  }),
);
const seconds = (performance.now() - began) / 1000;
const after = await counters();
times.sort((a, b) => a - b);
const percentile = (p: number) => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0;
figure('floor one-row commits', bare, '1/s');
figure('journeys submit→released', times.length / seconds, '1/s');
figure('journeys per 1000 floor commits', (times.length / seconds / bare) * 1000, 'ratio');
figure('submit→released p50', percentile(0.5), 'ms');
figure('submit→released p95', percentile(0.95), 'ms');
figure('transactions per journey', (after.commits - before.commits) / times.length, 'commits');
figure('fsyncs per journey', (after.fsyncs - before.fsyncs) / times.length, 'fsyncs');
await application.stop();
await pool.end();
await database.drop();
