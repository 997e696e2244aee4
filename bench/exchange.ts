// Whole journeys through the API: what they cost the hub and the database, each a process of its own, and how many go. `five` (goals F1,
// F3, F4): a filing for five partners, five deliveries, five messages back, the disposition, told live. `rail` (`journey.ts`): a case to its
// releases with the simulators. BENCH_BATCHED=1: goal F2. BENCH_JOURNEYS, BENCH_AT_ONCE; BENCH_RATE: so many begin a second, however long each takes.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { channels } from '../src/channels/index.ts';
import { issueChannelKey } from '../src/hub/enterprise/index.ts';
import type { ShipmentView } from '../src/hub/shipment/contract.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { createUnitOfWork, type UnitOfWork } from '../src/runtime/unit-of-work.ts';
import { signIn } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { railCase, waterCase } from './support/bench-forms.ts';
import { cost, type Cost } from './support/cost.ts';
import { measureFloor } from './support/floor.ts';
import { type OwnCount, startHub, surroundings } from './support/hub-process.ts';
import { type JourneyFloor, measureJourneyFloor } from './support/journey-floor.ts';
import { ownWork } from './support/own-work.ts';
import { startPartners } from './support/partners.ts';
import { bothReleased, fiveAnswered, watchJourneys } from './support/watch-journeys.ts';

const journeys = Number(process.env.BENCH_JOURNEYS ?? 300);
const atOnce = Number(process.env.BENCH_AT_ONCE ?? 16);
const rate = Number(process.env.BENCH_RATE ?? 0);
/** F2: partners take and send up to fifty in one call. */
const batched = process.env.BENCH_BATCHED === '1';
const isRail = process.env.BENCH_CASE === 'rail';
const bench = isRail ? 'journey' : 'exchange';
const figure = (name: string, value: number, unit: string) =>
  process.stdout.write(
    `${JSON.stringify({ bench, ...(batched ? { batched } : {}), name, value: Math.round(value * 1e4) / 1e4, unit })}\n`,
  );
const settled = () => new Promise((resolve) => setTimeout(resolve, 1500)); // the database publishes its counters once a second

const database = await createTestDatabase();
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
const floor = await measureFloor(database.url, { clients: 8, ms: 3000 });
// What two cores can do at all with one call per message, nothing of Portico in the way (F1).
const bare = isRail
  ? []
  : [
      { name: '11 transactions', ...(await bareJourneys('each')) },
      { name: '1 transaction', ...(await bareJourneys('one')) },
    ];
const partners = isRail ? undefined : await startPartners(batched);
const around = await surroundings(database.url, partners?.url);
const hub = await startHub(around, 'api,worker,channels');
const simulators = isRail ? await startHub(around, 'simulators') : undefined;
partners?.answerTo(hub.url, await channelKeys());
const trader = await signIn(hub, 'trader');
const watch = await watchJourneys(`${hub.url}/api/v1/events`, trader.cookie, isRail ? bothReleased : fiveAnswered);

function bareJourneys(transactions: 'each' | 'one'): Promise<JourneyFloor> {
  return measureJourneyFloor(database.url, { transactions, atOnce, ms: 3000, perSecond: rate });
}
async function channelKeys(): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  await inOwnProcess(async (unitOfWork) => {
    for (const { id } of channels)
      keys.set(id, (await unitOfWork.run(portico, (context) => issueChannelKey(context, id, `bench ${id}`))) ?? '');
  });
  return keys;
}
async function inOwnProcess<T>(act: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const own = createDatabase(database.url);
  const clock = { now: () => new Date() };
  const newId = createIdSource({ now: Date.now, random: randomBytes });
  const settings = { mode: 'demo', baseUrl: hub.url, releaseKeyPem: '', sealKey: '' } as const;
  try {
    return await act(createUnitOfWork({ database: own, clock, settings, newId }));
  } finally {
    await own.close();
  }
}

async function drafted(index: number): Promise<string> {
  const form = (isRail ? railCase : waterCase)(index);
  const { direction, transportMode } = form;
  const draft = await trader.send<ShipmentView>('POST', '/shipments', { from: 'empty', direction, transportMode });
  await trader.send('PUT', `/shipments/${draft.id}/form`, { form, revision: draft.revision });
  return draft.id;
}

type Times = { readonly acknowledged: number[]; readonly ended: number[]; readonly endedAt: number[] };
async function journey(id: string, times: Times): Promise<void> {
  const began = performance.now();
  const ended = watch.ended(id);
  await trader.send('POST', `/shipments/${id}/submit`, {});
  times.acknowledged.push(performance.now() - began);
  await ended;
  const now = performance.now();
  times.endedAt.push(now);
  times.ended.push(now - began);
}
async function closedLoop(ids: readonly string[]): Promise<Times> {
  const times: Times = { acknowledged: [], ended: [], endedAt: [] };
  const queue = [...ids];
  const turn = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) await journey(id, times);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return times;
}
/** The next begins when its time has come, whether or not the hub keeps up. */
async function openLoop(ids: readonly string[]): Promise<Times> {
  const times: Times = { acknowledged: [], ended: [], endedAt: [] };
  const began = performance.now();
  const underWay: Promise<void>[] = [];
  for (const [n, id] of ids.entries()) {
    const waitMs = began + (n * 1000) / rate - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    underWay.push(journey(id, times));
  }
  await Promise.all(underWay);
  return times;
}

const warming = Math.min(journeys, 10 * atOnce);
const drafts: string[] = [];
for (let i = 0; i < journeys + warming; i++) drafts.push(await drafted(i));
const filed = drafts[0] ?? '';
await closedLoop(drafts.splice(0, warming));
await settled();
const before: Cost & OwnCount & { database: number } = await both();
const began = performance.now();
const times = await (rate > 0 ? openLoop : closedLoop)(drafts);
const seconds = (performance.now() - began) / 1000;
await settled();
const after = await both();
async function both() {
  const { cpu, ...counted } = await cost(pool);
  return { ...counted, ...(await hub.count()), database: cpu };
}

const each = (key: keyof typeof before) => (after[key] - before[key]) / journeys;
const percentile = (list: readonly number[], p: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? 0;
const done = journeys / seconds;
const end = isRail ? 'submit→released' : 'submit→merged and told';
figure('R0 simple-update transactions', floor, '1/s');
for (const { name, rate: most, lasted } of bare) {
  figure(`bare loop, journeys of ${name}`, most, '1/s');
  figure(`bare loop, journeys of ${name} / R0`, most / floor, 'ratio');
  if (lasted.length > 0)
    for (const p of [0.5, 0.99]) figure(`bare loop of ${name} at that rate, p${p * 100}`, percentile(lasted, p), 'ms');
}
figure(`journeys ${end}`, done, '1/s');
figure('journeys / R0', done / floor, 'ratio');
for (const p of [0.5, 0.95, 0.99]) figure(`${end} p${p * 100}`, percentile(times.ended, p), 'ms');
for (const p of [0.5, 0.99]) figure(`submit acknowledged p${p * 100}`, percentile(times.acknowledged, p), 'ms');
// A soak shows in these, however long it is (F14).
const quarter = Math.floor(journeys / 4);
const between = (from: number, to: number) => (times.endedAt[to] ?? Number.NaN) - (times.endedAt[from] ?? Number.NaN);
if (quarter > 1)
  figure(
    'rate of the last quarter / of the first',
    between(0, quarter - 1) / between(journeys - quarter, journeys - 1),
    'ratio',
  );
figure('memory of the hub, before', before.rss / 2 ** 20, 'MB');
figure('memory of the hub, after', after.rss / 2 ** 20, 'MB');
figure('statements of the hub per journey', each('statements'), 'statements');
figure('system calls of the hub that write per journey', each('writes'), 'calls');
figure('transactions per journey', each('commits'), 'commits');
figure('fsyncs per journey', each('fsyncs'), 'fsyncs');
figure('WAL per journey', each('wal'), 'bytes');
figure('events per journey', each('events'), 'events');
figure('CPU of the hub per journey', each('cpu') / 1000, 'ms');
figure('CPU of the database per journey', each('database') / 1000, 'ms');
if (!isRail) {
  const own = await inOwnProcess((unitOfWork) => ownWork({ pool, unitOfWork, times: Math.min(400, journeys) }, filed));
  figure('own work of a journey, nothing sent, asked or kept', own, 'ms');
  const least = (2 * 1000) / (bare[1]?.rate ?? Number.POSITIVE_INFINITY) + own;
  figure('two cores with that and the bare loop of 1 transaction / R0', 2000 / least / floor, 'ratio');
}
watch.close();
await hub.stop();
await simulators?.stop();
await partners?.stop();
around.stop();
await pool.end();
await database.drop();
