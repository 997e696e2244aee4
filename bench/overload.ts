// Overload (exchange R23): one enterprise offers twice what the hub can do, open loop, while another asks for a tenth of it. How much still gets
// done, how long what is taken on takes, whether whoever is turned away is told when to come back, what the quiet one gets, and how soon it is
// over. A request is the draft of a case; hub, database and whoever offers are processes of their own. BENCH_SECONDS (60) of overload.
import pg from 'pg';
import { signIn } from '../tests/support/application.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { cost } from './support/cost.ts';
import { measureFloor } from './support/floor.ts';
import { startHub, surroundings } from './support/hub-process.ts';
import { type Answer, type Client, closedLoop, drafting, openLoop } from './support/offer.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
/** How long to look for the saturation, at each of these many at once. */
const LADDER = [8, 32, 64];
const RUNG_MS = Math.min(8000, SECONDS * 200);
const SECOND = 1000;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'overload', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);
const isDone = ({ status }: Answer) => status >= 200 && status < 300;
const isRefused = ({ status }: Answer) => status === 429 || status === 503;
const share = (part: readonly Answer[], of: readonly Answer[]) => (of.length === 0 ? 1 : part.length / of.length);
const percentile = (answers: readonly Answer[], p: number) => {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};

const database = await createTestDatabase();
const floor = await measureFloor(database.url, { clients: 8, ms: 2000 });
const around = await surroundings(database.url);
// Its long-run quota is not what is looked at: it would turn the loud one away before the hub has too much.
const hub = await startHub({ ...around, env: { ...around.env, PORTICO_ORGANISATION_RATE: '1000000' } }, 'api,worker');
const [loud, quiet] = (await Promise.all(
  ['trader', 'trader2'].map(async (account) => drafting(hub.url, (await signIn(hub, account)).cookie)),
)) as [Client, Client];

await closedLoop(loud, 8, RUNG_MS); // warm
/** CPU, in cores: what the hub with its database had, and what was taken by whoever offers. */
type Cores = { readonly working: number; readonly offering: number };
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
async function cores<T>(act: () => Promise<T>): Promise<T & Cores> {
  const look = async () => {
    const { user, system } = process.cpuUsage();
    return { working: (await hub.count()).cpu + (await cost(pool)).cpu, offering: user + system };
  };
  const [before, began] = [await look(), performance.now()];
  const done = await act();
  const ms = performance.now() - began;
  const after = await look();
  const share = (key: keyof Cores) => (after[key] - before[key]) / 1000 / ms;
  return { ...done, working: share('working'), offering: share('offering') };
}
let peak = { perSecond: 0, working: 0, offering: 0 };
for (const atOnce of LADDER) {
  const rung = await cores(async () => {
    const began = performance.now();
    const done = (await closedLoop(loud, atOnce, RUNG_MS)).filter(isDone);
    return { perSecond: (done.length * SECOND) / (performance.now() - began) };
  });
  if (rung.perSecond > peak.perSecond) peak = rung;
}
const calm = (await openLoop(loud, peak.perSecond / 2, RUNG_MS)).filter(isDone);

const began = performance.now();
const { many, few, ...flood } = await cores(async () => {
  const [many, few] = await Promise.all([
    openLoop(loud, peak.perSecond * 2, SECONDS * SECOND),
    openLoop(quiet, peak.perSecond / 10, SECONDS * SECOND),
  ]);
  return { many, few };
});
const offeredUntil = began + SECONDS * SECOND;
const { rows: behind } = await pool.query<{ cases: number; events: number }>(
  `select (select count(*) from shipment.changed)::float as cases,
          ((select max(position) from runtime.event) - (select min(position) from runtime.consumer))::float as events`,
);
const all = [...many, ...few];
const done = all.filter(isDone);
const goodput = done.filter(({ endedAt }) => endedAt <= offeredUntil).length / SECONDS;
const refused = all.filter(isRefused);
const lost = all.filter((answer) => !isDone(answer) && !isRefused(answer));

// Half of what it can do, asked for at once: the first second that is as good as before.
let recoveredAfter = 0;
const since = performance.now();
for (let second = 1; second <= 30; second++) {
  const answers = await openLoop(loud, peak.perSecond / 2, SECOND);
  recoveredAfter = (performance.now() - since) / SECOND;
  if (share(answers.filter(isDone), answers) === 1 && percentile(answers, 0.5) <= 2 * percentile(calm, 0.5)) break;
}

say('R0 simple-update transactions', floor, '1/s');
say('saturation: drafts a second, closed loop', peak.perSecond, '1/s');
say('saturation / R0', peak.perSecond / floor, 'ratio');
say('at saturation: CPU of hub and database', peak.working, 'cores');
say('at saturation: CPU of whoever offers', peak.offering, 'cores');
say('at half of it: p50', percentile(calm, 0.5), 'ms');
say('at half of it: p99', percentile(calm, 0.99), 'ms');
say('offered', all.length / SECONDS, '1/s');
say('offered / saturation', all.length / SECONDS / peak.perSecond, 'ratio');
say('goodput', goodput, '1/s');
say('goodput / saturation', goodput / peak.perSecond, 'ratio');
say('CPU of hub and database meanwhile', flood.working, 'cores');
say('CPU of whoever offers meanwhile', flood.offering, 'cores');
// On a machine of its own whoever offers would take nothing from the hub.
say('goodput / saturation, for the same CPU', goodput / flood.working / (peak.perSecond / peak.working), 'ratio');
say('taken on: p50', percentile(done, 0.5), 'ms');
say('taken on: p99', percentile(done, 0.99), 'ms');
say('turned away', share(refused, all), 'share');
say('turned away: answered within p99', percentile(refused, 0.99), 'ms');
say(
  'turned away with Retry-After',
  share(
    refused.filter(({ retryAfter }) => retryAfter),
    refused,
  ),
  'share',
);
say('neither done nor turned away', lost.length, 'requests');
say('the quiet one: done', share(few.filter(isDone), few), 'share');
say('the loud one: done', share(many.filter(isDone), many), 'share');
say('the quiet one: p99', percentile(few.filter(isDone), 0.99), 'ms');
say('when it ended: cases the library had not read yet', behind[0]?.cases ?? 0, 'cases');
say('when it ended: events the slowest follower had not read yet', behind[0]?.events ?? 0, 'events');
say('as before again after', recoveredAfter, 's');
loud.close();
quiet.close();
await pool.end();
await hub.stop();
around.stop();
await database.drop();
