// Isolation of channels (exchange R7; B16 三(二) 独立性): how long the deliveries of one well partner take alone, beside nine others that are well, and
// beside nine that hang, drip, flood, answer garbage, redirect or die. Each document goes when the one before has gone, so that none waits
// for its own kind. From the wake-up after its commit to the end of its attempt. BENCH_DELIVERIES (of each of the three).
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { type ChannelWorker, createChannelWorker } from '../src/hub/exchange/lane/run-lane.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { railImport } from '../tests/support/forms.ts';
import { startTestHub } from '../tests/support/hub.ts';
import { probeChannel } from '../tests/support/probe-channel.ts';
import { startHostilePartners } from '../tests/support/start-hostile-partners.ts';
import { measureFloor } from './support/floor.ts';

const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 200);
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'isolation', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);

const measured = await createTestDatabase();
const floor = await measureFloor(measured.url, { clients: 8, ms: 1000 });
await measured.drop();
const partners = await startHostilePartners();
const hostile = Object.keys(partners.ports).filter((name) => name !== 'well');
/** Who is well may take his time on a loaded machine; the others have the usual second. */
const patient = { firstByteMs: 30_000, totalMs: 45_000 };
const channels = ['own', ...hostile].map((id) => {
  const { profile } = probeChannel(id);
  const budget = { ...profile.budget, ...(id === 'own' ? patient : { firstByteMs: 1000, totalMs: 2000 }) };
  return probeChannel(id, { profile: { ...profile, budget } });
});
const hub = await startTestHub(channels);
const trader = await hub.person('trader', ['declarant']);

type Run = { readonly took: number[]; readonly hostileCalls: number };
/** `behaviour`: what the partner of a channel is like; undefined: nobody works for that channel. */
async function run(round: string, behaviour: (id: string) => string | undefined): Promise<Run> {
  let ended: ((ms: number) => void) | undefined;
  let hostileCalls = 0;
  const workers = channels.flatMap((channel): ChannelWorker[] => {
    const name = behaviour(channel.id);
    if (name === undefined) return [];
    const worker = createChannelWorker({
      channel,
      endpoint: () => ({ url: `${name === 'garbage' ? 'https' : 'http'}://127.0.0.1:${partners.ports[name]}/` }),
      unitOfWork: hub.unitOfWork,
      clock: { now: () => new Date() },
      steady: () => performance.now(),
      owner: randomUUID(),
      random: Math.random,
      onFault: (error) => process.stderr.write(`${String(error)}\n`),
      onAttempt: ({ channel: id }) => {
        if (id === 'own') ended?.(performance.now());
        else hostileCalls += 1;
      },
    });
    worker.start();
    return [worker];
  });
  const took: number[] = [];
  for (let i = 0; i < DELIVERIES; i++) {
    await hub.file(railImport(`SILENT-${round}-${i}`), trader);
    const gone = new Promise<number>((resolve) => {
      ended = resolve;
    });
    await hub.settle();
    const began = performance.now();
    for (const worker of workers) worker.wake();
    took.push((await gone) - began);
  }
  await Promise.all(workers.map((worker) => worker.stop()));
  return { took, hostileCalls };
}
const at = (of: readonly number[], p: number): number => {
  const sorted = of.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};

// The well ones first: what the others leave undone is then there for the hostile ones, which only makes it harder.
const beside = await run('WELL', () => 'well');
const alone = await run('ALONE', (id) => (id === 'own' ? 'well' : undefined));
const attacked = await run('HOSTILE', (id) => (id === 'own' ? 'well' : id));
await partners.stop();
await hub.stop();

say('R0 simple-update transactions', floor, '1/s');
say('load of the machine in the last minute', loadavg()[0] ?? 0, 'processes');
say('deliveries measured of each', DELIVERIES, 'deliveries');
for (const [name, { took }] of [
  ['alone', alone],
  ['beside nine well partners', beside],
  ['beside nine hostile partners', attacked],
] as const)
  for (const p of [0.5, 0.95]) say(`delivery ${name} p${p * 100}`, at(took, p), 'ms');
say('attempts at hostile partners meanwhile', attacked.hostileCalls, 'attempts');
for (const p of [0.5, 0.95]) {
  say(`hostile / alone p${p * 100}`, at(attacked.took, p) / at(alone.took, p), 'ratio');
  say(`hostile / well p${p * 100}`, at(attacked.took, p) / at(beside.took, p), 'ratio');
}
