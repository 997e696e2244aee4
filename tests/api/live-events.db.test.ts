// The live stream: nothing lost, nothing twice, nothing one may not read, and no longer than the session (P3, M2, P11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { readEventsAfter } from '../../src/runtime/outbox/store.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { type LiveReader, openLive, type Told } from '../support/live.ts';

let application: TestApplication;
let trader: Client;
let other: Client;
before(async () => {
  application = await startTestApplication();
  [trader, other] = await Promise.all([signIn(application, 'trader'), signIn(application, 'trader2')]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const start = (client: Client) =>
  client.send<{ id: string; revision: number }>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
const lastPosition = () =>
  application.unitOfWork.read(portico, async (context) => (await readEventsAfter(context.db, 0, 100_000)).length);
const own = (client: Client, more = {}) => openLive(application.url, { cookie: client.cookie }, more);

test('[P3][M2] with writers at work and a reader that keeps breaking off, every event comes once and in order', async () => {
  const from = await lastPosition();
  const told: Told[] = [];
  let reader: LiveReader | undefined;
  let stop = false;
  const read = (async () => {
    // Breaks off after 1, 2, 3 … messages and resumes after the last one it has.
    for (let most = 1; !stop; most = (most % 5) + 1) {
      let here = 0;
      const now = await own(trader, {
        lastEventId: told.at(-1)?.id ?? from,
        onTold: (one: Told) => {
          if (here >= most || now === undefined) return;
          here += 1;
          told.push(one);
          if (here === most) now.close();
        },
      }).then((opened) => {
        reader = opened;
        // Opened while the end was being called: nobody else would close it.
        if (stop) opened.close();
        return opened;
      });
      await now.ended;
    }
  })();
  const made = await Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      const ids: string[] = [];
      for (let n = 0; n < 6; n += 1) ids.push((await start(writer % 2 === 0 ? trader : other)).id);
      return writer % 2 === 0 ? ids : [];
    }),
  );
  const mine = new Set(made.flat());
  await until(
    async () => new Set(told.map((t) => t.data.shipmentId)).size,
    (n) => n >= mine.size,
    'every event of the trader is told',
  );
  stop = true;
  reader?.close();
  await read;
  assert.deepEqual(
    told.map((t) => t.id),
    [...new Set(told.map((t) => t.id))].sort((a, b) => a - b),
    'in order and once',
  );
  assert.deepEqual(new Set(told.map((t) => t.data.shipmentId)), mine, 'all of mine, none of others');
});

test('[P11][M2] nobody is told of what he may not GET, and everybody of what he may', async () => {
  const accounts = ['trader', 'trader2', 'broker', 'carrier', 'customs', 'maritime', 'railway', 'terminal', 'operator'];
  const clients = await Promise.all(accounts.map((account) => signIn(application, account)));
  const from = await lastPosition();
  const readers = await Promise.all(clients.map((client) => own(client)));
  assert.ok(readers.every((r) => r.status === 200));
  const draft = await start(trader);
  const hidden = await start(other);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form: railImport('CLEAN-LIVE'),
    revision: draft.revision,
  });
  await trader.send('POST', `/shipments/${draft.id}/submit`, { revision: saved.revision });
  await until(
    () => trader.get<{ state: string }>(`/shipments/${draft.id}`),
    (s) => s.state === 'closed',
    'the case closes',
    60_000,
  );
  const timeline = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${draft.id}/timeline`)).items;
  const last = timeline.at(-1)?.position ?? 0;
  await until(
    async () => readers[0]?.told.at(-1)?.id ?? 0,
    (id) => id >= last,
    'the trader has heard all',
  );
  for (const [i, client] of clients.entries()) {
    const told = readers[i]?.told ?? [];
    for (const id of new Set(told.map((t) => t.data.shipmentId ?? '')))
      assert.equal((await client.raw('GET', `/shipments/${id}`)).status, 200, `${accounts[i]} was told of ${id}`);
    const sees = (await client.raw('GET', `/shipments/${draft.id}`)).status === 200;
    const heard = told.some((t) => t.data.shipmentId === draft.id && t.event === 'shipment.closed');
    await until(
      async () =>
        readers[i]?.told.some((t) => t.data.shipmentId === draft.id && t.event === 'shipment.closed') ?? false,
      (now) => now === sees,
      `${accounts[i]} sees the case: ${sees}, heard of it: ${heard}`,
    );
    if (accounts[i] !== 'trader2') assert.ok(!told.some((t) => t.data.shipmentId === hidden.id), accounts[i]);
    // What was written before a case was filed becomes visible to officers with it: resuming may tell more, never less.
    const again = await openLive(application.url, { cookie: client.cookie }, { lastEventId: from });
    const live = told.map((t) => t.id);
    await until(
      async () => new Set(again.told.map((t) => t.id)),
      (ids) => live.every((id) => ids.has(id)),
      `${accounts[i]} resumes from before`,
    );
    again.close();
  }
  for (const reader of readers) reader.close();
});

test('[P11] a broker is told while he is authorised and no longer', async () => {
  const broker = await signIn(application, 'broker');
  const reader = await own(broker);
  const offered = await trader.send<{ id: string }>('POST', '/authorisations', {
    brokerUscc: '91500107MA5UBRK036',
    scope: 'declare',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  });
  await broker.send('POST', `/authorisations/${offered.id}/acceptance`);
  const seen = await start(trader);
  await until(
    async () => reader.told.some((t) => t.data.shipmentId === seen.id),
    (heard) => heard,
    'the authorised broker hears',
  );
  await trader.send('POST', `/authorisations/${offered.id}/revocation`);
  const unseen = await start(trader);
  const mark = await start(broker);
  await until(
    async () => reader.told.some((t) => t.data.shipmentId === mark.id),
    (heard) => heard,
    'the broker hears of his own',
  );
  assert.ok(!reader.told.some((t) => t.data.shipmentId === unseen.id));
  reader.close();
});

test('[P11] the stream ends with the session and with the key', async () => {
  const leaving = await signIn(application, 'trader');
  const reader = await own(leaving);
  await leaving.send('DELETE', '/session', undefined, 204);
  await reader.ended;
  assert.equal((await own(leaving)).status, 401);

  const key = await trader.send<{ id: string; secret: string }>('POST', '/api-keys', { name: 'live' }, 201);
  const program = { authorization: `Bearer ${key.secret}` };
  const stream = await openLive(application.url, program);
  await trader.send('DELETE', `/api-keys/${key.id}`, undefined, 204);
  await stream.ended;
  assert.equal((await openLive(application.url, program)).status, 401);
});

test('[P11] one reader opens so many streams and no more; a wrong cursor is refused', async () => {
  const reader = await signIn(application, 'commerce');
  const streams = await Promise.all(Array.from({ length: 20 }, () => own(reader)));
  assert.ok(streams.every((s) => s.status === 200));
  assert.equal((await own(reader)).status, 429);
  for (const stream of streams) stream.close();
  assert.equal((await own(reader, { query: '?shipmentId=x' })).status, 400);
  assert.equal((await openLive(application.url, {})).status, 401);
});
