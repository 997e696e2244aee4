// The clock of the hub jumps by hours and days, forwards and back, under load: order, leases and retries do not depend on it, and nothing
// waits for an instant that a wrong clock wrote down (exchange R13).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { createPlayedTime } from '../../src/runtime/timers.ts';
import { signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { type InsistentTrader, insistentTrader } from '../support/insistent-trader.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let offset = 0;
const real = createPlayedTime();
const time = { ...real, now: () => new Date(real.now().getTime() + offset) };
let application: TestApplication;
let trader: ReturnType<typeof keyHolder>;
before(async () => {
  application = await startTestApplication({ time });
  // A program with its key: a person's session ends when the clock says that its day is over.
  const person = await signIn(application, 'trader');
  const { secret } = await person.send<{ secret: string }>('POST', '/api-keys', { name: 'ERP' });
  trader = keyHolder(application.url, secret);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const keyHolder = (url: string, secret: string) => ({
  raw: (method: string, at: string, body?: Uint8Array | string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1${at}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    }),
});

type Told = { position: number; type: string; shipmentId?: string };
async function pullAll(clerk: InsistentTrader): Promise<Told[]> {
  const told: Told[] = [];
  for (let next = 0, more = true; more; ) {
    const page = await clerk.insist<{ items: Told[]; next: number; more: boolean }>(
      'GET',
      `/event-pages?after=${next}&limit=500`,
    );
    told.push(...page.items);
    ({ next, more } = page);
  }
  return told;
}

test('[P3] filed while the clock jumps by ±1 hour and ±1 day: every case ends as always, nothing twice, no order lost', async () => {
  const clerk = insistentTrader(trader);
  const filed: string[] = [];
  for (const [i, jump] of [HOUR, -2 * HOUR, DAY, -2 * DAY, 40 * 60_000, -HOUR, DAY].entries()) {
    const filing = Promise.all(['CLEAN', 'DISORDER', 'DUPLICATE'].map((s) => clerk.file(`${s}-JUMP${i}`)));
    await new Promise((resolve) => setTimeout(resolve, 120));
    offset += jump;
    filed.push(...(await filing));
  }
  for (const id of filed)
    await until(
      () => clerk.insist<ShipmentView>('GET', `/shipments/${id}`),
      (shipment) => shipment.state === 'closed',
      `the end of ${id} while the clock is ${offset / HOUR} h off`,
    );
  const told = await pullAll(clerk);
  assert.ok(told.every((event, i) => event.position > (told[i - 1]?.position ?? 0)));
  for (const id of filed) {
    const of = (type: string) => told.filter((event) => event.shipmentId === id && event.type === type).length;
    assert.equal(of('shipment.submitted'), 1);
    assert.equal(of('release.granted'), 2);
    assert.equal(of('release.used'), 2);
    // What is told of a case that has ended may be under way still.
    await until(
      () => clerk.insist<{ items: DocumentView[] }>('GET', `/shipments/${id}/documents`),
      ({ items }) => items.every(({ flow, delivery }) => flow !== 'outbound' || delivery?.state === 'delivered'),
      `every document of ${id} at its partner`,
    );
  }
  assert.deepEqual([...clerk.bad], []);
});
