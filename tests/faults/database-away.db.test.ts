// The database goes away under load – its postmaster is killed, it is restarted in order, its backends are ended one after the other –
// and the hub comes back unaided: never a 500, never a request without an answer, nothing acknowledged lost (exchange R2).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { insistentTrader } from '../support/insistent-trader.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-away-'));
let server: EmbeddedPostgres;
let application: TestApplication;
let trader: Client;
before(async () => {
  server = await startEmbeddedPostgres({ dataDir, password: randomBytes(12).toString('hex') });
  application = await startTestApplication({ database: { url: server.url, drop: () => server.stop() } });
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const postmaster = () =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf-8').split('\n', 1)[0]);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Files until `over`, and says what it was acknowledged and every status it met on the way. */
async function underLoad(name: string, disturb: () => Promise<void>) {
  const clerk = insistentTrader(trader);
  let over = false;
  const filing = Promise.all(
    [0, 1, 2].map(async (worker) => {
      const filed: string[] = [];
      for (let i = 0; !over; i++) {
        filed.push(await clerk.file(`CLEAN-${name}X${worker}X${i}`));
        await wait(150);
      }
      return filed;
    }),
  );
  await disturb();
  over = true;
  const filed = (await filing).flat();
  assert.ok(filed.length > 0);
  for (const id of filed)
    await until(
      () => clerk.insist<ShipmentView>('GET', `/shipments/${id}`),
      (shipment) => shipment.state === 'closed',
      `the end of ${id}`,
      60_000,
    );
  assert.deepEqual([...clerk.bad], [], 'anything but an answer or a 503 with Retry-After');
  const faulty = application.faults.filter((fault) => /instance|urn:uuid/.test(fault));
  assert.deepEqual(faulty, []);
  return { filed, ...clerk };
}

test('[P3] the postmaster is killed: 503 with Retry-After while it is away, back by itself, nothing lost', async () => {
  const { refused } = await underLoad('PM', async () => {
    for (let i = 0; i < 3; i++) {
      await wait(700);
      const old = postmaster();
      process.kill(old, 'SIGKILL');
      await until(
        async () => ({ reply: await fetch(`${application.url}/readyz`), now: postmasterOr(0) }),
        ({ reply, now }) => reply.ok && now !== old && now !== 0,
        'another postmaster and a ready hub',
        15_000,
      );
    }
  });
  assert.ok(refused() > 0, 'somebody was asked to wait');
});
function postmasterOr(none: number): number {
  try {
    return postmaster();
  } catch {
    return none;
  }
}

test('[P3] an orderly restart of the database looks the same', async () => {
  await underLoad('RE', async () => {
    await wait(500);
    const old = postmaster();
    process.kill(old, 'SIGINT');
    await until(
      async () => ({ ok: (await fetch(`${application.url}/readyz`)).ok, now: postmasterOr(0) }),
      ({ ok, now }) => ok && now !== old && now !== 0,
      'another postmaster and a ready hub',
      15_000,
    );
  });
});

test('[P3] twenty backends a second are ended for a while: the work goes on', async () => {
  const ended = { count: 0 };
  await underLoad('TB', async () => {
    const admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    for (let i = 0; i < 100; i++) {
      const { rows } = await admin.query<{ ended: boolean }>(
        `select pg_terminate_backend(pid) as ended from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`,
      );
      if (rows[0]?.ended) ended.count += 1;
      await wait(50);
    }
    await admin.end();
  });
  assert.ok(ended.count > 50, `${ended.count} backends were ended`);
});
