// Fan-out (F5): many open live streams and drafts committed, first one after the other, then as a burst: how long from the answer until
// each reader is told, how many events a second reach readers, and what an open stream costs the hub in memory and CPU. Hub, readers and
// database are processes of their own. Beside it stands a bare loop that writes the same bytes to as many sockets.
// BENCH_STREAMS, BENCH_EVENTS, BENCH_BURST; BENCH_SEEN=50: one stream in fifty is of the company whose drafts they are.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { ShipmentView } from '../src/hub/shipment/contract.ts';
import { signIn } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { measureFloor } from './support/floor.ts';
import { startHub, surroundings } from './support/hub-process.ts';
import { type Made, nowUs, type Said } from './support/stream-readers.ts';

const STREAMS = Number(process.env.BENCH_STREAMS ?? 1000);
const EVENTS = Number(process.env.BENCH_EVENTS ?? 50);
const BURST = Number(process.env.BENCH_BURST ?? 100);
const SEEN = Number(process.env.BENCH_SEEN ?? 1);
/** The server lets one reader open so many. */
const PER_READER = 20;
const GIVE_UP_MS = 120_000;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'fanout', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);

type Delays = Extract<Said, { kind: 'delays' }>;
type Readers = {
  told(): number;
  /** Settles when so many were told in all. */
  reached(count: number): Promise<void>;
  delays(made: Made): Promise<Delays>;
  stop(): void;
};
async function openReaders(port: number, secrets: readonly string[], count: number): Promise<Readers> {
  const child: ChildProcess = fork(new URL('./support/stream-readers.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let told = 0;
  let wanted = Number.POSITIVE_INFINITY;
  const on: { opened?: () => void; reached?: () => void; delays?: (said: Delays) => void } = {};
  child.on('message', (said: Said) => {
    if (said.kind === 'refused') throw new Error(said.why);
    if (said.kind === 'opened') on.opened?.();
    if (said.kind === 'delays') on.delays?.(said);
    if (said.kind === 'told') told = said.count;
    if (told >= wanted) on.reached?.();
  });
  await new Promise<void>((resolve) => {
    on.opened = resolve;
    child.send({ port, secrets, each: PER_READER, count });
  });
  return {
    told: () => told,
    reached: (n) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${told} of ${n} told`)), GIVE_UP_MS);
        on.reached = () => {
          clearTimeout(late);
          resolve();
        };
        wanted = n;
        if (told >= n) on.reached();
      }),
    delays: (made) =>
      new Promise((resolve) => {
        on.delays = resolve;
        child.send({ made });
      }),
    stop: () => void child.kill('SIGKILL'),
  };
}
const settled = (ms = 1500) => new Promise((resolve) => setTimeout(resolve, ms));

const database = await createTestDatabase();
const floor = await measureFloor(database.url, { clients: 8, ms: 2000 });
const around = await surroundings(database.url);
const hub = await startHub(around, 'api', ['--expose-gc']);
const trader = await signIn(hub, 'trader');
const other = await signIn(hub, 'trader2');
const secrets: string[] = [];
for (let i = 0; i < Math.ceil(STREAMS / PER_READER); i++) {
  const of = i % SEEN === 0 ? trader : other;
  const { secret } = await of.send<{ secret: string }>('POST', '/api-keys', { name: `bench ${i} ${randomUUID()}` });
  secrets.push(secret);
}
const draft = async (made: Record<string, { asked: number; answered: number }>) => {
  const asked = nowUs();
  const wish = { from: 'empty', direction: 'import', transportMode: '3' };
  const { id } = await trader.send<ShipmentView>('POST', '/shipments', wish);
  made[id] = { asked, answered: nowUs() };
};
// Warm, and what a draft costs that nobody hears of.
for (let i = 0; i < EVENTS; i++) await draft({});
await settled();
const beforeAlone = await hub.count();
for (let i = 0; i < EVENTS; i++) await draft({});
const alone = (await hub.count()).cpu - beforeAlone.cpu;
await settled();

const before = await hub.count('collect');
const readers = await openReaders(Number(new URL(hub.url).port), secrets, STREAMS);
await settled();
const open = await hub.count('collect');
const seeing = secrets.reduce(
  (sum, _, i) => sum + (i % SEEN === 0 ? Math.min(PER_READER, STREAMS - i * PER_READER) : 0),
  0,
);
await settled(3000);
const idle = await hub.count();

const single: Record<string, { asked: number; answered: number }> = {};
const beforeSingle = await hub.count();
for (let i = 1; i <= EVENTS; i++) {
  await draft(single);
  await readers.reached(seeing * i);
}
const afterSingle = await hub.count();
const one = await readers.delays(single);

const many: Record<string, { asked: number; answered: number }> = {};
const beforeBurst = await hub.count();
const began = nowUs();
let left = BURST;
const turn = async () => {
  while (left-- > 0) await draft(many);
};
await Promise.all([...Array.from({ length: 16 }, turn), readers.reached(seeing * (EVENTS + BURST))]);
const afterBurst = await hub.count();
const burst = await readers.delays(many);
readers.stop();

const bare = fork(new URL('./support/bare-streams.ts', import.meta.url), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
process.once('exit', () => bare.kill('SIGKILL'));
const { port } = await new Promise<{ port: number }>((resolve) => bare.once('message', resolve));
const bareReaders = await openReaders(port, secrets, seeing);
const bareMade: Record<string, { asked: number; answered: number }> = {};
let bareCpu = 0;
for (let i = 1; i <= EVENTS; i++) {
  const id = randomUUID();
  const filler = 'x'.repeat(400);
  const asked = nowUs();
  const cpu = new Promise<{ cpu: number }>((resolve) => bare.once('message', resolve));
  bare.send(`id: ${i}\nevent: shipment.drafted\ndata: {"shipmentId":"${id}","text":"${filler}"}\n\n`);
  await bareReaders.reached(seeing * i);
  bareMade[id] = { asked, answered: asked };
  bareCpu += (await cpu).cpu;
}
const bareOne = await bareReaders.delays(bareMade);
bareReaders.stop();
bare.kill('SIGKILL');

const delivered = (seeing * BURST * 1e6) / (burst.last - began);
say('R0 simple-update transactions', floor, '1/s');
say('open streams', STREAMS, 'streams');
say('streams that see each draft', seeing, 'streams');
say('memory of the hub per open stream', (open.rss - before.rss) / STREAMS / 1024, 'kB');
say('CPU of the hub while nothing happens', (idle.cpu - open.cpu) / 1000 / 3, 'ms/s');
say('statements while nothing happens', (idle.statements - open.statements) / 3, '1/s');
say('answer of the commit → reader p50', one.fromAnswered.p50, 'ms');
say('answer of the commit → reader p99', one.fromAnswered.p99, 'ms');
say('request → reader p99', one.fromAsked.p99, 'ms');
say('bare loop: word → reader p50', bareOne.fromAsked.p50, 'ms');
say('bare loop: word → reader p99', bareOne.fromAsked.p99, 'ms');
say('CPU of the hub per draft, no stream open', alone / EVENTS / 1000, 'ms');
say('CPU of the hub per draft, one at a time', (afterSingle.cpu - beforeSingle.cpu) / EVENTS / 1000, 'ms');
say('CPU of the hub per event and reader, one at a time', (afterSingle.cpu - beforeSingle.cpu) / EVENTS / seeing, 'µs');
say('CPU of the bare loop per event and reader', bareCpu / EVENTS / seeing, 'µs');
say(
  'statements of the hub per draft, one at a time',
  (afterSingle.statements - beforeSingle.statements) / EVENTS,
  'statements',
);
say('events delivered, burst', delivered, '1/s');
say('events delivered / R0', delivered / floor, 'ratio');
say('CPU of the hub per event and reader, burst', (afterBurst.cpu - beforeBurst.cpu) / BURST / seeing, 'µs');
say('CPU of the hub per draft, burst', (afterBurst.cpu - beforeBurst.cpu) / BURST / 1000, 'ms');
await hub.stop();
around.stop();
await database.drop();
