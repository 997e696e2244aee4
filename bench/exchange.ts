// Submit → released journeys through the API on the embedded database, all eight simulators in the same process: rate,
// latency as a live reader of the event stream sees it, and what one journey costs the database. Ratio to the floor R0.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { startApplication } from '../src/application.ts';
import type { ShipmentView } from '../src/hub/shipment/contract.ts';
import { type Client, signIn } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { railImport } from '../tests/support/forms.ts';
import { measureFloor } from './support/floor.ts';
import { watchReleases } from './support/watch-releases.ts';

const journeys = Number(process.env.BENCH_JOURNEYS ?? 120);
const atOnce = Number(process.env.BENCH_AT_ONCE ?? 8);
const figure = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'exchange', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);

const database = await createTestDatabase();
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
type Cost = { commits: number; fsyncs: number; wal: number; events: number };
async function cost(): Promise<Cost> {
  const { rows } = await pool.query<Cost>(
    `select (select xact_commit from pg_stat_database where datname = current_database())::float as commits,
            (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal')::float as fsyncs,
            (select wal_bytes from pg_stat_wal)::float as wal,
            (select coalesce(max(position), 0) from runtime.event)::float as events`,
  );
  return rows[0] ?? { commits: 0, fsyncs: 0, wal: 0, events: 0 };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 1500)); // the database publishes its counters once a second

async function drafted(trader: Client, index: number): Promise<string> {
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  const form = railImport(`BENCH-${index}`);
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  return draft.id;
}

const floor = await measureFloor(database.url, { clients: 8, ms: 3000 });
const releaseKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const application = await startApplication({
  config: {
    mode: 'demo',
    port: 0,
    dataDir: '',
    baseUrl: 'http://localhost',
    releaseKeyPem,
    sealKey: randomBytes(32).toString('base64'),
    simulators: true,
    simulatorPorts: 'free',
    demoWeek: false,
    endpoints: {},
    organisationRate: 1000,
    simulatorPace: 1,
  },
  databaseUrl: database.url,
  fixedSimulatorPorts: false,
  simulatorPace: 0.001,
  report: () => undefined,
  onFault: (error) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
});
const trader = await signIn(application, 'trader');
const watch = await watchReleases(`${application.url}/api/v1/events`, trader.cookie);

/** A rail import of two containers ends with two releases. */
async function journey(id: string): Promise<number> {
  const began = performance.now();
  const released = watch.released(id, 2);
  await trader.send('POST', `/shipments/${id}/submit`, {});
  await released;
  return performance.now() - began;
}
const inParallel = async (ids: readonly string[]): Promise<number[]> => {
  const queue = [...ids];
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let id = queue.shift(); id; id = queue.shift()) times.push(await journey(id));
    }),
  );
  return times.sort((a, b) => a - b);
};

const drafts: string[] = [];
for (let i = 0; i < journeys + 2 * atOnce; i++) drafts.push(await drafted(trader, i));
await inParallel(drafts.splice(0, 2 * atOnce)); // warm
await settled();
const before = await cost();
const cpu = process.cpuUsage();
const began = performance.now();
const times = await inParallel(drafts);
const seconds = (performance.now() - began) / 1000;
const used = process.cpuUsage(cpu);
await settled();
const after = await cost();
const each = (key: keyof Cost) => (after[key] - before[key]) / times.length;
const percentile = (p: number) => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0;
const rate = times.length / seconds;
figure('R0 simple-update transactions', floor, '1/s');
figure('journeys submit→released', rate, '1/s');
figure('documents delivered and answered', rate * 6, '1/s');
figure('journeys / R0', rate / floor, 'ratio');
figure('submit→released p50', percentile(0.5), 'ms');
figure('submit→released p95', percentile(0.95), 'ms');
figure('transactions per journey', each('commits'), 'commits');
figure('fsyncs per journey', each('fsyncs'), 'fsyncs');
figure('WAL per journey', each('wal'), 'bytes');
figure('events per journey', each('events'), 'events');
figure('CPU of hub and simulators per journey', (used.user + used.system) / 1000 / times.length, 'ms');
watch.close();
await application.stop();
await pool.end();
await database.drop();
