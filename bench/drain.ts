// What a drained message costs when a partner is back (exchange R10): statements, transactions, WAL and CPU of the worker and of the database, one
// call per message and batched, beside a bare loop that reads, posts to the same partner and writes. The partner is a process of its own.
// BENCH_DRAINED (5000) messages a turn, BENCH_TURNS (3), BENCH_PROFILE=FILE writes a CPU profile of the worker's turns.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { loadavg } from 'node:os';
import pg from 'pg';
import { createChannelWorker } from '../src/hub/exchange/index.ts';
import { probeChannel } from '../tests/support/probe-channel.ts';
import { bareDrain } from './support/bare-drain.ts';
import { cost } from './support/cost.ts';
import { figuresOf, median, openLanes, workerOf } from './support/lanes.ts';
import { pile } from './support/pile.ts';

const drained = Number(process.env.BENCH_DRAINED ?? 5000);
const turns = Number(process.env.BENCH_TURNS ?? 3);
const profile = process.env.BENCH_PROFILE;
const CONNECTIONS = probeChannel('x').profile.budget.connections;
/** With time enough on a busy machine: a second attempt is not what is measured. */
function patient(id: string) {
  const { profile, ...channel } = probeChannel(id);
  const budget = { ...profile.budget, connectMs: 20_000, firstByteMs: 20_000, totalMs: 40_000 };
  return { ...channel, profile: { ...profile, budget } };
}
const figure = figuresOf('drain');
const settled = () => new Promise((resolve) => setTimeout(resolve, 1200)); // the database publishes its counters once a second

let statements = 0;
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

const { url: databaseUrl, floor, unitOfWork, filler, close } = await openLanes();
const bare = new pg.Client({ connectionString: databaseUrl });
await bare.connect();
const looker = new pg.Pool({ connectionString: databaseUrl, max: 1 });

const partner = fork(new URL('./support/drain-partner.ts', import.meta.url), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const port = await new Promise<number>((resolve) => partner.once('message', (said) => resolve(Number(said))));
const urls = { one: `http://127.0.0.1:${port}/`, batched: `batch+http://127.0.0.1:${port}/` } as const;
type Way = keyof typeof urls;

/** By the worker of the channel; over when all is recorded. */
async function byWorker(channel: string, way: Way, count: number): Promise<void> {
  let ended = 0;
  let all = () => {};
  const over = new Promise<void>((resolve) => (all = resolve));
  const worker = createChannelWorker({
    channel: patient(channel),
    endpoint: () => ({ url: urls[way] }),
    ...workerOf(unitOfWork),
    leaseMs: 60_000,
    onAttempt: ({ outcome, detail }) => {
      if (outcome !== 'delivered') throw new Error(`not delivered: ${detail}`);
      ended += 1;
      if (ended === count) all();
    },
  });
  worker.start();
  await over;
  await worker.stop();
}
const byBareLoop = async (channel: string, way: Way): Promise<void> =>
  void (await bareDrain(bare, {
    channel,
    url: urls.one,
    batched: way === 'batched',
    connections: CONNECTIONS,
  }));

type Measured = { ms: number; statements: number; commits: number; wal: number; hub: number; database: number };
async function measure(drain: () => Promise<void>): Promise<Measured> {
  await settled();
  const before = await cost(looker);
  const asked = statements;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await drain();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const own = statements - asked;
  await settled();
  const after = await cost(looker);
  return {
    ms: ms / drained,
    statements: own / drained,
    commits: (after.commits - before.commits) / drained,
    wal: (after.wal - before.wal) / drained,
    hub: (user + system) / drained,
    database: (after.cpu - before.cpu) / drained,
  };
}

const ways: readonly Way[] = ['one', 'batched'];
const kinds = ['Portico', 'bare loop'] as const;
const seen = new Map<string, Measured[]>();
const names = new Map<string, string>();
for (let turn = 0; turn <= turns; turn++)
  for (const way of ways)
    for (const kind of kinds) {
      const channel = `drain-${way}-${kind === 'Portico' ? 'p' : 'b'}-${turn}`;
      names.set(`${way} ${kind} ${turn}`, channel);
      await pile(filler, channel, drained, drained);
    }
await filler.query('vacuum analyze');
const inspector = profile ? new Session() : undefined;
inspector?.connect();
await inspector?.post('Profiler.enable');
// In turns, so that what else the machine does falls on all of them alike; the first turn only warms.
for (let turn = 0; turn <= turns; turn++)
  for (const way of ways)
    for (const kind of kinds) {
      const channel = names.get(`${way} ${kind} ${turn}`) ?? '';
      const isWorker = kind === 'Portico';
      if (turn === 1 && isWorker) await inspector?.post('Profiler.start');
      const measured = await measure(() => (isWorker ? byWorker(channel, way, drained) : byBareLoop(channel, way)));
      if (turn === 1 && isWorker && inspector)
        writeFileSync(`${profile}-${way}.cpuprofile`, JSON.stringify((await inspector.post('Profiler.stop')).profile));
      const key = `${kind}, ${way === 'one' ? 'one call per message' : 'batched'}`;
      if (turn > 0) seen.set(key, [...(seen.get(key) ?? []), measured]);
    }

figure('R0 simple-update transactions', floor, '1/s');
figure('load', loadavg()[0] ?? 0, 'processes');
for (const [key, all] of seen) {
  const of = (what: keyof Measured) => median(all.map((one) => one[what]));
  figure(`${key}: drained`, 1000 / of('ms'), '1/s');
  figure(`${key}: CPU of the worker per message`, of('hub'), 'µs');
  figure(`${key}: CPU of the database per message`, of('database'), 'µs');
  figure(`${key}: statements per 1,000 messages`, of('statements') * 1000, 'statements');
  figure(`${key}: transactions per 1,000 messages`, of('commits') * 1000, 'commits');
  figure(`${key}: WAL per message`, of('wal'), 'bytes');
}
partner.disconnect();
await Promise.all([bare.end(), looker.end()]);
await close();
