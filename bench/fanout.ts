// Fan-out (F5): many open live streams, events committed one after the other; how long from the answer of the commit until each
// reader has it, how many events a second reach readers, and what an open stream costs in memory. BENCH_STREAMS, BENCH_EVENTS.
import type { ShipmentView } from '../src/hub/shipment/contract.ts';
import { signIn, startTestApplication } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { measureFloor } from './support/floor.ts';

const STREAMS = Number(process.env.BENCH_STREAMS ?? 1000);
const EVENTS = Number(process.env.BENCH_EVENTS ?? 100);
/** The server lets one reader open so many. */
const PER_READER = 20;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'fanout', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);

const database = await createTestDatabase();
const floor = await measureFloor(database.url, { clients: 8, ms: 2000 });
const application = await startTestApplication({ database });
const trader = await signIn(application, 'trader');
const keys: string[] = [];
for (let i = 0; i < Math.ceil(STREAMS / PER_READER); i++) {
  const { secret } = await trader.send<{ secret: string }>('POST', '/api-keys', { name: `bench ${i}` });
  keys.push(secret);
}

const drafted = new Map<string, number>();
const delays: number[] = [];
let received = 0;
let lastAt = 0;
const abort = new AbortController();
async function read(key: string): Promise<void> {
  const reply = await fetch(`${application.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: abort.signal,
  });
  if (!reply.ok) throw new Error(`stream: ${reply.status} ${await reply.text()}`);
  opened += 1;
  let rest = '';
  for await (const chunk of reply.body ?? []) {
    const now = performance.now();
    rest += Buffer.from(chunk).toString();
    const frames = rest.split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const id = /"shipmentId":"([^"]+)"/.exec(frame)?.[1];
      const since = id === undefined ? undefined : drafted.get(id);
      if (since === undefined || !frame.includes('event: shipment.drafted')) continue;
      received += 1;
      lastAt = now;
      delays.push(now - since);
    }
  }
}
let opened = 0;
const rssBefore = process.memoryUsage().rss;
const readers = keys.flatMap((key, i) =>
  Array.from({ length: Math.min(PER_READER, STREAMS - i * PER_READER) }, () => read(key).catch(() => undefined)),
);
while (opened < STREAMS) await new Promise((resolve) => setTimeout(resolve, 20));
const rssAfter = process.memoryUsage().rss;

const draft = async () => {
  const began = performance.now();
  const { id } = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  // The id is known with the answer; what reached a reader before it counts from the request.
  drafted.set(id, began);
};
const cpu = process.cpuUsage();
const began = performance.now();
for (let i = 0; i < EVENTS; i++) await draft();
const quietBy = performance.now() + 30_000;
while (received < STREAMS * EVENTS && performance.now() < quietBy)
  await new Promise((resolve) => setTimeout(resolve, 50));
const used = process.cpuUsage(cpu);
delays.sort((a, b) => a - b);
const at = (p: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * p))] ?? 0;
say('R0 simple-update transactions', floor, '1/s');
say('open streams', opened, 'streams');
say('events that reached a reader in time to be counted', received / (STREAMS * EVENTS), 'share');
say('events delivered', (received * 1000) / (lastAt - began), '1/s');
say('events delivered / R0', (received * 1000) / (lastAt - began) / floor, 'ratio');
say('request → reader p50', at(0.5), 'ms');
say('request → reader p99', at(0.99), 'ms');
say('memory per open stream, reader and server in one process', (rssAfter - rssBefore) / STREAMS / 1024, 'kB');
say('CPU of server and readers per event delivered', (used.user + used.system) / Math.max(1, received), 'µs');
abort.abort();
await Promise.all(readers);
await application.stop();
