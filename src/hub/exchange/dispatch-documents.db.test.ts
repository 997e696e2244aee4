// Outbound: one filing, each recipient's own document, written once however often the event comes.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { railImport, waterExport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import type { Actor, StoredEvent } from '../../runtime/context.ts';
import { documentWithBytes } from '../documents/index.ts';
import type { ShipmentView } from '../shipment/contract.ts';
import { createChannelWorker } from './lane/run-lane.ts';
import { dispatchDocuments } from './dispatch-documents.ts';
import { readDeliveries } from './operate-exchange.ts';
import { replayDelivery, requeueAll } from './replay-delivery.ts';
import { lockDelivery } from './store.ts';

let hub: TestHub;
let trader: Actor;
const first = probeChannel('probe');
const second = probeChannel('second');
before(async () => {
  hub = await startTestHub([
    first,
    {
      ...second,
      documents: second.documents.map((d) => ({ ...d, neededWhen: { element: 'transportMode', equals: '2' } })),
    },
  ]);
  trader = await hub.person('trader', ['declarant']);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

type Dispatched = { shipmentId: string; documentId: string; document: string; version: number };
const dispatched = async (shipmentId: string) =>
  ((await hub.events('document.dispatched')) as Dispatched[]).filter((e) => e.shipmentId === shipmentId);
const fieldsOf = async (documentId: string) => {
  const document = await hub.run((context) => documentWithBytes(context, documentId));
  return JSON.parse(Buffer.from(document?.bytes ?? []).toString()) as { target: string; value: string }[];
};

test('[P10][P3] each recipient that needs one gets its own document; others get none', async () => {
  const rail = await hub.file(railImport('SEND-RAIL'), trader);
  const water = await hub.file(waterExport('SEND-WATER'), trader);
  await hub.settle();
  assert.deepEqual(
    (await dispatched(rail)).map((d) => d.document),
    ['probe.probe'],
  );
  assert.deepEqual(
    (await dispatched(water)).map((d) => d.document),
    ['probe.probe', 'second.probe'],
  );
});

test('[P3] the same event twice writes nothing twice', async () => {
  const id = await hub.file(railImport('SEND-TWICE'), trader);
  await hub.settle();
  const event: StoredEvent<{ shipmentId: string; version: number }> = {
    position: 0,
    id: '01999999-0000-7000-8000-000000000001',
    type: 'shipment.submitted',
    subject: id,
    payload: { shipmentId: id, version: 1 },
    occurredAt: '2026-11-20T02:00:00.000Z',
    actor: { kind: 'system', id: 'portico', name: 'Portico' },
  };
  await hub.run((context) => dispatchDocuments(context, event));
  await hub.run((context) => dispatchDocuments(context, event));
  assert.equal((await dispatched(id)).length, 2, 'one of the filing, one of the test’s own event');
  assert.equal((await hub.run((context) => readDeliveries(context, { shipmentId: id }))).items.length, 2);
});

test('[P10][P3] an amendment filed before the first version was written still gives each version its own document, sent in order', async () => {
  const id = await hub.file(railImport('SEND-AMEND'), trader);
  const amendment = await hub.call<ShipmentView>('POST', '/shipments/:id/amendment', { params: { id } }, trader);
  const form = { ...amendment.form, grossMassKg: '2250' };
  await hub.call(
    'PUT',
    '/shipments/:id/form',
    { params: { id }, body: { form, revision: amendment.revision } },
    trader,
  );
  await hub.call('POST', '/shipments/:id/submit', { params: { id }, body: {} }, trader);
  await hub.settle();
  const documents = await dispatched(id);
  assert.deepEqual(
    documents.map((d) => d.version),
    [1, 2],
  );
  const written = await Promise.all(documents.map((d) => fieldsOf(d.documentId)));
  const values = (target: string) => written.map((fields) => fields.find((f) => f.target === target)?.value);
  assert.deepEqual(values('Mass'), ['2100', '2250']);
  assert.deepEqual(values('Version'), ['1', '2']);
  assert.equal(new Set(values('Number')).size, 2, 'a client number names one document');
  for (const number of values('Number')) assert.match(number ?? '', /^I\d{17}$/);
  // The first version cannot be delivered, so the second does not overtake it.
  hub.clock.advance(10_000);
  const gone = createChannelWorker({
    channel: first,
    endpoint: () => ({ url: 'http://127.0.0.1:9/' }),
    unitOfWork: hub.unitOfWork,
    clock: hub.clock,
    steady: () => performance.now(),
    owner: randomUUID(),
    random: () => 0.5,
    onFault: (error) => hub.faults.push(error),
  });
  while (await gone.step());
  const { items } = await hub.run((context) => readDeliveries(context, { shipmentId: id }));
  assert.deepEqual(
    items.map((d) => d.attempts.length),
    [0, 1],
    'newest first: the amendment was not tried',
  );
});

test('[P3] a document that cannot be written is a dead letter with its reason; the others go, and a replay after the repair sends it', async () => {
  const definition = first.documents[0];
  assert.ok(definition);
  const encode = definition.encode;
  const poisoned = await withEncoder(definition, () => {
    throw new Error('no code for this mode');
  });
  const { items } = await hub.run((context) => readDeliveries(context, { shipmentId: poisoned }));
  assert.deepEqual(items.map((d) => [d.channel, d.state]).sort(), [
    ['probe', 'dead'],
    ['second', 'queued'],
  ]);
  const dead = items.find((d) => d.channel === 'probe');
  assert.deepEqual(
    dead?.attempts.map((a) => [a.outcome, a.detail]),
    [['unwritten', 'Error: no code for this mode']],
  );
  const died = (await hub.events('delivery.died')).filter((e) => e.shipmentId === poisoned);
  assert.equal(died.length, 1);

  Object.assign(definition, { encode: () => assert.fail('still broken') });
  await assert.rejects(
    hub.run((context) => replayDelivery(context, dead?.id ?? '')),
    { code: 'DOCUMENT_UNWRITABLE' },
  );
  const again = () => hub.run(async (c) => requeueAll(c, [(await lockDelivery(c, dead?.id ?? '')) ?? assert.fail()]));
  assert.equal(await again(), 0);
  Object.assign(definition, { encode });
  assert.equal(await again(), 1);
  const rows = (await hub.run((context) => readDeliveries(context, { shipmentId: poisoned }))).items;
  const mended = rows.find((d) => d.channel === 'probe');
  assert.equal(mended?.state, 'queued');
  assert.deepEqual(
    mended?.attempts.map((a) => a.outcome),
    ['unwritten', 'unwritten'],
    'every attempt is told',
  );
  const numbers = await Promise.all(rows.map(async (d) => numberOf(await fieldsOf(d.documentId))));
  assert.equal(new Set(numbers).size, 2, 'a client number names one document');
});

const numberOf = (fields: { target: string; value: string }[]) => fields.find((f) => f.target === 'Number')?.value;
async function withEncoder(definition: object, encode: () => never): Promise<string> {
  Object.assign(definition, { encode });
  const id = await hub.file(waterExport('SEND-POISON'), trader);
  await hub.settle();
  return id;
}
