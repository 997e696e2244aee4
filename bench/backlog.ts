// What a delivery costs when much waits (F10), while somebody holds an old snapshot open (F11), and how long a start takes with all of it
// pending (F15). Backlogs are written by SQL, one channel each; their heads are then delivered by the real worker over HTTP to a partner
// in the same process. BENCH_BACKLOGS (1000,10000,100000; 1000,1000000 is feasible too), BENCH_MEASURED (deliveries per measurement).
import { createServer } from 'node:http';
import pg from 'pg';
import { createChannelWorker, readChannels } from '../src/hub/exchange/index.ts';
import { portico } from '../src/runtime/context.ts';
import { startTestApplication } from '../tests/support/application.ts';
import { probeChannel } from '../tests/support/probe-channel.ts';
import { figuresOf, median, openLanes, workerOf } from './support/lanes.ts';
import { pile as pileUp } from './support/pile.ts';

const backlogs = (process.env.BENCH_BACKLOGS ?? '1000,10000,100000').split(',').map(Number);
const measured = Number(process.env.BENCH_MEASURED ?? 200);
const GIVE_UP_MS = 120_000;
const figure = figuresOf('backlog');

const { url: databaseUrl, floor, unitOfWork, filler, close } = await openLanes();
figure('R0 simple-update transactions', floor, '1/s');
const pile = (channel: string, count: number, sent: number) => pileUp(filler, channel, count, sent);

let taken = 0;
const partner = createServer((request, reply) => {
  request.resume();
  request.once('end', () => {
    taken += 1;
    reply.end();
  });
});
await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/`;

/** Milliseconds until the first of a backlog's deliveries is there, and for each of the next. */
async function deliverSome(channel: string, count: number): Promise<{ firstMs: number; eachMs: number }> {
  const worker = createChannelWorker({
    channel: probeChannel(channel),
    endpoint: () => ({ url }),
    ...workerOf(unitOfWork),
  });
  const from = taken;
  const began = performance.now();
  const reached = async (n: number) => {
    while (taken < from + n) {
      if (performance.now() - began > GIVE_UP_MS) throw new Error(`${channel}: ${taken - from} of ${n} delivered`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now();
  };
  worker.start();
  const first = await reached(1);
  const last = await reached(count);
  await worker.stop();
  return { firstMs: first - began, eachMs: (last - first) / (count - 1) };
}

/** Milliseconds until the whole of Portico says that it can work. */
async function start(): Promise<number> {
  const began = performance.now();
  const application = await startTestApplication({ database: { url: databaseUrl, drop: async () => undefined } });
  const ready = await fetch(`${application.url}/readyz`);
  if (!ready.ok) throw new Error(await ready.text());
  const ms = performance.now() - began;
  await application.stop();
  return ms;
}
/** Median of some: one look is a few milliseconds. */
async function look(): Promise<number> {
  const each: number[] = [];
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    await unitOfWork.read(portico, readChannels);
    each.push(performance.now() - began);
  }
  return median(each);
}

await start(); // loads the built-in tables
const [startEmpty, lookEmpty] = [await start(), await look()];
const piling = performance.now();
for (const count of backlogs) await pile(`backlog-${count}`, count, Math.min(count, measured * 10));
await pile('warm', measured, measured);
figure('time to write the backlogs', performance.now() - piling, 'ms');
await filler.query('vacuum analyze');
const all = backlogs.reduce((sum, count) => sum + count, 0);
const [startFull, lookFull] = [await start(), await look()];
figure('start to ready with nothing pending', startEmpty, 'ms');
figure(`start to ready with ${all} pending`, startFull, 'ms');
figure(`start with ${all} pending / with none`, startFull / startEmpty, 'ratio');
figure('look at all channels with nothing pending', lookEmpty, 'ms');
figure(`look at all channels with ${all} pending`, lookFull, 'ms');

await deliverSome('warm', measured);
const each = new Map<number, number[]>(backlogs.map((count) => [count, []]));
const first = new Map<number, number[]>(backlogs.map((count) => [count, []]));
// In turns, so that what else the machine does falls on all of them alike.
for (let turn = 0; turn < 3; turn++)
  for (const count of backlogs) {
    const { firstMs, eachMs } = await deliverSome(`backlog-${count}`, measured);
    each.get(count)?.push(eachMs);
    first.get(count)?.push(firstMs);
  }
const [least = 0] = backlogs;
const most = backlogs.at(-1) ?? 0;
const costOf = (count: number) => median(each.get(count) ?? []);
for (const count of backlogs) {
  figure(`per delivery, ${count} waiting`, costOf(count), 'ms');
  figure(`drained, ${count} waiting`, 1000 / costOf(count), '1/s');
  figure(`from start of the worker to the first delivery, ${count} waiting`, median(first.get(count) ?? []), 'ms');
}
figure(`cost at ${most} / cost at ${least}`, costOf(most) / costOf(least), 'ratio');

const holder = new pg.Client({ connectionString: databaseUrl });
await holder.connect();
const held: number[] = [];
const free: number[] = [];
await pile('snapshot', measured * 30, measured * 30);
for (let turn = 0; turn < 3; turn++) {
  free.push((await deliverSome('snapshot', measured)).eachMs);
  await holder.query('begin isolation level repeatable read');
  await holder.query('select count(*) from exchange.lane');
  // What is held up piles up first: the measurement begins when it has.
  await deliverSome('snapshot', measured * 2);
  held.push((await deliverSome('snapshot', measured)).eachMs);
  await holder.query('rollback');
  await filler.query('vacuum');
}
figure('per delivery, no snapshot held', median(free), 'ms');
figure('per delivery, a snapshot held in an idle transaction', median(held), 'ms');
figure('rate with a held snapshot / without', median(free) / median(held), 'ratio');

await holder.end();
await new Promise((resolve) => partner.close(resolve).closeAllConnections());
await close();
