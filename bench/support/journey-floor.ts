// How many journeys this machine makes where nothing of Portico is in the way (`bare-hub.ts`): what a goal in R0 can be judged against.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const MESSAGES = 5;

export type JourneyFloor = {
  /** A second, as many at once as asked. */
  readonly rate: number;
  /** From submit to the last message back, ms, in order: where so many begin a second, however long each takes. */
  readonly lasted: readonly number[];
};
/** `each`: submit, the end of each delivery and each message back are a transaction; `one`: only the submit is. */
export async function measureJourneyFloor(
  url: string,
  options: {
    readonly transactions: 'each' | 'one';
    readonly atOnce: number;
    readonly ms: number;
    readonly perSecond: number;
  },
): Promise<JourneyFloor> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await pool.query('create table bare_account (id int primary key, balance int not null, filler text not null)');
  await pool.query('create table bare_history (account int, delta int, at timestamptz)');
  await pool.query(`insert into bare_account select n, 0, repeat('x', 84) from generate_series(1, 100000) as n`);
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const left = new Map<string, { n: number; ended: () => void }>();
  let hub = '';
  const post = (path: string, then: () => void): void => {
    const headers = { 'content-length': 300 };
    const out = request(`${hub}${path}`, { method: 'POST', agent, headers }, (reply) => {
      reply.resume();
      reply.once('end', then);
    });
    out.end(Buffer.alloc(300, 'y'));
  };
  const answered = (journey: string): void => {
    const waits = left.get(journey);
    if (waits && (waits.n -= 1) === 0) waits.ended();
  };
  const partner = createServer((incoming, reply) => {
    incoming.resume();
    incoming.once('end', () => {
      reply.writeHead(200).end();
      const journey = incoming.url ?? '';
      post(journey, () => answered(journey));
    });
  });
  await once(partner.listen(0, '127.0.0.1'), 'listening');
  const partnerUrl = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  const child = fork(new URL('./bare-hub.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, DATABASE_URL: url, BARE_PARTNER: partnerUrl, BARE_TRANSACTIONS: options.transactions },
  });
  const [port] = (await once(child, 'message')) as [number];
  hub = `http://127.0.0.1:${port}`;

  let serial = 0;
  const journey = (): Promise<void> =>
    new Promise((ended) => {
      const name = `/${(serial += 1)}`;
      left.set(name, { n: MESSAGES, ended });
      post(`/submit${name}`, () => undefined);
    });
  const load = async (ms: number): Promise<number> => {
    const until = performance.now() + ms;
    let done = 0;
    const turns = Array.from({ length: options.atOnce }, async () => {
      for (; performance.now() < until; done++) await journey();
    });
    await Promise.all(turns);
    return done;
  };
  async function openLoop(perSecond: number, ms: number): Promise<number[]> {
    const times: number[] = [];
    const underWay: Promise<void>[] = [];
    const began = performance.now();
    for (let passed = 0; passed < ms; passed = performance.now() - began) {
      while (underWay.length < (Math.min(passed, ms) * perSecond) / 1000) {
        const since = performance.now();
        underWay.push(journey().then(() => void times.push(performance.now() - since)));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(underWay);
    return times.sort((a, b) => a - b);
  }
  await load(options.ms / 3); // warm
  const began = performance.now();
  const done = await load(options.ms);
  const seconds = (performance.now() - began) / 1000;
  const lasted = options.perSecond > 0 ? await openLoop(options.perSecond, options.ms) : [];
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  agent.destroy();
  partner.closeAllConnections();
  partner.close();
  await pool.query('drop table bare_account, bare_history');
  await pool.end();
  return { rate: done / seconds, lasted };
}
