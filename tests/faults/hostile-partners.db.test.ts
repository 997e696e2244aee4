// Nine partners that do whatever they like beside five that are well (exchange R7): the five get everything, the nine open their
// breakers, the hub's memory stays bounded. How much slower the five are is printed, not judged: the machine is shared.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type ChannelWorker, createChannelWorker } from '../../src/hub/exchange/lane/run-lane.ts';
import { readChannels, readDeliveries } from '../../src/hub/exchange/operate-exchange.ts';
import type { ChannelProfile } from '../../src/hub/mapping/contract.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { probeChannel } from '../support/probe-channel.ts';
import { type HostilePartners, startHostilePartners } from '../support/start-hostile-partners.ts';

const well = ['well-a', 'well-b', 'well-c', 'well-d', 'well-e'];
const hostile = [
  'silent',
  'dripping',
  'dripping-body',
  'endless',
  'endless-head',
  'endless-early-hints',
  'redirecting',
  'garbage',
  'resetting',
];
/** Who is well may take its time on a loaded machine. */
const profileOf = (id: string): ChannelProfile => {
  const { profile } = probeChannel(id);
  const patience = well.includes(id) ? { firstByteMs: 10_000, totalMs: 15_000 } : { firstByteMs: 1000, totalMs: 2000 };
  return { ...profile, budget: { ...profile.budget, ...patience } };
};
const channels = [...well, ...hostile].map((id) => probeChannel(id, { profile: profileOf(id) }));
const CASES = 12;
const MEMORY_MB = 100;

let hub: TestHub;
let trader: Actor;
let partners: HostilePartners;
const faults: unknown[] = [];
before(async () => {
  hub = await startTestHub(channels);
  trader = await hub.person('trader', ['declarant']);
  partners = await startHostilePartners();
});
/** Ended even when a test fails in the middle. */
const running: ChannelWorker[] = [];
after(async () => {
  await Promise.all(running.map((worker) => worker.stop()));
  await partners.stop();
  await hub.stop();
  assert.deepEqual([...hub.faults, ...faults], []);
});

/** `behaviour`: what the partner of a channel is like. */
function startWorkers(behaviour: (id: string) => string): void {
  for (const channel of channels) {
    const worker = createChannelWorker({
      channel,
      endpoint: () => {
        const name = behaviour(channel.id);
        return { url: `${name === 'garbage' ? 'https' : 'http'}://127.0.0.1:${partners.ports[name]}/` };
      },
      unitOfWork: hub.unitOfWork,
      clock: { now: () => new Date() },
      steady: () => performance.now(),
      owner: randomUUID(),
      random: Math.random,
      onFault: (error) => faults.push(error),
    });
    worker.start();
    running.push(worker);
  }
}
const stopWorkers = () => Promise.all(running.splice(0).map((worker) => worker.stop()));
async function fileCases(round: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < CASES; i++) ids.push(await hub.file(railImport(`SILENT-${round}-${i}`), trader));
  await hub.settle();
  return ids;
}
const delivered = async (channel: string, cases: readonly string[]) => {
  const { items } = await hub.run((context) => readDeliveries(context, { channel, state: 'delivered', limit: 100 }));
  return items.filter((one) => cases.includes(one.shipmentId ?? ''));
};
/** Milliseconds until all `ids` have all of the cases' documents. */
async function msUntilDelivered(ids: readonly string[], cases: readonly string[]): Promise<number> {
  const began = performance.now();
  await until(
    () => Promise.all(ids.map(async (id) => (await delivered(id, cases)).length)),
    (counts) => counts.every((count) => count === cases.length),
    'everything delivered',
    60_000,
  );
  return performance.now() - began;
}

test('[P3][N1] hostile partners cost their own channels only', async (t) => {
  const calm = await fileCases('CALM');
  startWorkers(() => 'well');
  const calmMs = await msUntilDelivered([...well, ...hostile], calm);
  await stopWorkers();

  const cases = await fileCases('HOSTILE');
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  startWorkers((id) => (hostile.includes(id) ? id : 'well'));
  const hostileMs = await msUntilDelivered(well, cases);
  const channelsNow = await until(
    () => hub.run(readChannels),
    (all) => all.filter((one) => hostile.includes(one.id)).every((one) => one.breaker.state !== 'closed'),
    'every hostile partner cut off',
    60_000,
  );
  clearInterval(watch);
  for (const one of channelsNow)
    if (well.includes(one.id)) assert.equal(one.breaker.state, 'closed', `${one.id} goes on`);
  for (const id of hostile) assert.equal((await delivered(id, cases)).length, 0, id);
  const taken = (await (await fetch(`http://127.0.0.1:${partners.ports.well}/`)).json()) as string[];
  // At least once on the wire: whoever answered later than his budget was asked again, with the same id.
  assert.equal(new Set(taken).size, channels.length * CASES + well.length * CASES);
  const grownMb = (highest - before) / 1024 / 1024;
  assert.ok(grownMb < MEMORY_MB, `the hub grew by ${grownMb.toFixed(0)} MB`);
  t.diagnostic(
    `all delivered: 14 well partners ${calmMs.toFixed(0)} ms, 5 beside 9 hostile ones ${hostileMs.toFixed(0)} ms; memory grew by ${grownMb.toFixed(0)} MB`,
  );
  await stopWorkers();
});

test('[P3] a partner that mends its ways gets what waited for it', async () => {
  startWorkers(() => 'well');
  const { items } = await hub.run((context) => readDeliveries(context, { channel: 'silent', limit: 100 }));
  const waiting = items.filter((one) => one.state === 'queued').map((one) => one.documentId);
  await until(
    async () => (await hub.run(readChannels)).filter((one) => one.queued > 0).map((one) => one.id),
    (left) => left.length === 0,
    'nothing waits any more',
    60_000,
  );
  await stopWorkers();
  const taken = (await (await fetch(`http://127.0.0.1:${partners.ports.well}/`)).json()) as string[];
  assert.ok(waiting.length > 0 && waiting.every((id) => taken.includes(id)));
});
