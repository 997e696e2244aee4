// The road gate whose devices speak for themselves (N10, P7; decision 0046): over MQTT with TLS and client certificates they are told of the release,
// say who is there, in and out, one of them twice; a stranger's device and a stranger's broker are told and believed nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { connectAsync } from 'mqtt';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ChannelHealth, InboundView } from '../../src/hub/exchange/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { roadImport } from '../support/forms.ts';
import { startMqtt } from '../support/mqtt-way.ts';
import { type Identity, makeTlsAuthority } from '../support/tls-authority.ts';

const skip = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';
const STATION = 'CKG-NANPENG';
const BASE = 'gate/nanpeng';
const { application, trader, operator } = await applicationWith(['trader', 'operator']);

type Gate = { broker: Awaited<ReturnType<typeof startMqtt>>; posing: Awaited<ReturnType<typeof startMqtt>> };
let gate: Gate;
let camera: Identity;
let forged: Identity;
let ours: Identity;
const place = (port: number) =>
  application.endpoints.set('road-gate', { url: `mqtts://127.0.0.1:${port}/${BASE}`, key: ours.both });

before(async () => {
  if (skip) return;
  const [office, stranger] = [makeTlsAuthority('road gate'), makeTlsAuthority('somebody else')];
  setDefaultCACertificates([...getCACertificates('default'), office.cert]);
  ours = office.issue('portico');
  camera = office.issue('camera-1');
  forged = stranger.issue('camera-1');
  gate = {
    broker: await startMqtt({ own: office.issue('broker'), ca: office.cert }),
    posing: await startMqtt({ own: stranger.issue('broker'), ca: office.cert }),
  };
  place(gate.broker.port());
  await until(
    async () => gate.broker.subscribed,
    (topics) => topics.includes(`${BASE}/to-portico/#`),
    'the owner of the lane listens',
  );
});
after(async () => {
  await gate?.broker.stop();
  await gate?.posing.stop();
});

/** As a device does: with a certificate of its own, on a topic of its own, acknowledged by the broker. */
async function publish(by: Identity, events: readonly object[]): Promise<void> {
  const at = `mqtts://127.0.0.1:${gate.broker.port()}`;
  const client = await connectAsync(at, { key: by.key, cert: by.cert, reconnectPeriod: 0 }, false);
  for (const event of events)
    await client.publishAsync(`${BASE}/to-portico/camera-1`, JSON.stringify(event), { qos: 1 });
  await client.endAsync();
}
type Papers = { readonly bill?: string; readonly release?: string };
const seen = (step: string, n: number, { bill, release }: Papers) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: new Date().toISOString(),
  epcisBody: {
    eventList: [
      {
        type: 'ObjectEvent',
        eventID: `urn:uuid:00000000-0000-4000-8000-00000000000${n}`,
        eventTime: new Date().toISOString(),
        eventTimeZoneOffset: '+08:00',
        action: 'OBSERVE',
        bizStep: step,
        bizLocation: { id: `urn:portico:station:${STATION}` },
        epcList: [],
        bizTransactionList: [
          ...(bill ? [{ type: 'bol', bizTransaction: `urn:portico:bill:${bill}` }] : []),
          ...(release ? [{ type: 'urn:portico:btt:release', bizTransaction: `urn:portico:release:${release}` }] : []),
        ],
      },
    ],
  },
});
/** What the gate was told of that kind, as its devices read it. */
const told = (kind: string) =>
  gate.broker.heard
    .filter(({ topic }) => topic.startsWith(`${BASE}/from-portico/${kind}/`))
    .map(({ bytes }) => Object.values(JSON.parse(String(bytes)) as Record<string, Record<string, string>>)[0] ?? {});
const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
const inbound = async () =>
  (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=road-gate&limit=100')).items;
const form = roadImport('CLEAN-MQTT-1');
const bill = String(form.billNumber);
let id = '';

test('[N10][P7] MQTT: the plan and the release reach the broker, and what the camera sees takes the goods out', {
  skip,
}, async () => {
  ({ id } = await fileShipment(trader, form));
  await until(
    async () => told('road-gate.passage-plan'),
    (plans) => plans.some((plan) => plan.bill === bill),
    'the plan is published',
  );
  await publish(camera, [seen('arriving', 1, { bill })]);
  const [order] = await until(
    async () => told('road-gate.release-order'),
    (orders) => orders.length > 0,
    'the release is published',
  );
  assert.match(order?.token ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/, 'the token goes along');
  const release = order?.releaseNumber ?? '';
  await publish(camera, [seen('entering_exiting', 2, { release })]);
  const moved = async () => (await timeline(id)).filter((entry) => entry.type === 'release.moved').length;
  await until(moved, (count) => count === 1, 'the lorry is in');
});

test('[N10][P3] MQTT: what the camera says twice is there once, and the gate-out closes the case once', {
  skip,
}, async () => {
  const release = told('road-gate.release-order')[0]?.releaseNumber ?? '';
  const loaded = seen('loading', 3, { release });
  const out = seen('departing', 4, { release });
  // The camera was not sure that it was heard, of each.
  await publish(camera, [loaded, loaded, out, out]);
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
  );
  await until(
    async () => gate.broker.acknowledged.filter((topic) => topic === `${BASE}/to-portico/camera-1`).length,
    (count) => count === 6,
    'every message is acknowledged to the broker, repeated or not',
  );
  const items = await timeline(id);
  const count = (type: string) => items.filter((entry) => entry.type === type).length;
  assert.deepEqual([count('release.moved'), count('release.used')], [2, 1]);
  const { items: releases } = await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`);
  assert.deepEqual(
    releases.map((r) => [r.state, r.place.stationId]),
    [['used', STATION]],
  );
  const kept = await until(inbound, (list) => list.every((m) => m.state !== 'stored'), 'all are read');
  assert.deepEqual(kept.map((m) => `${m.format} ${m.state}`).sort(), [
    'EPCIS arriving interpreted',
    'EPCIS departing duplicate',
    'EPCIS departing interpreted',
    'EPCIS entering_exiting interpreted',
    'EPCIS loading duplicate',
    'EPCIS loading interpreted',
  ]);
});

test('[N10][P11] MQTT: a device whose certificate another authority made says nothing, and a broker with such a one hears nothing until it is put right', {
  skip,
}, async () => {
  const before = (await inbound()).length;
  await assert.rejects(publish(forged, [seen('departing', 9, { bill })]));
  assert.ok(gate.broker.turnedAway.length > 0);
  assert.equal((await inbound()).length, before);

  place(gate.posing.port());
  const second = await fileShipment(trader, roadImport('CLEAN-MQTT-2'));
  const plan = async () =>
    (await trader.get<{ items: DocumentView[] }>(`/shipments/${second.id}/documents`)).items.find(
      (d) => d.kind === 'road-gate.passage-plan',
    );
  await until(plan, (d) => (d?.delivery?.attempts ?? 0) > 0, 'it was tried');
  const { items } = await operator.get<{ items: ChannelHealth[] }>('/exchange/channels');
  const health = items.find((one) => one.id === 'road-gate');
  assert.ok((health?.queued ?? 0) > 0);
  assert.deepEqual([gate.posing.heard, gate.posing.subscribed], [[], []]);

  place(gate.broker.port());
  await until(plan, (d) => d?.delivery?.state === 'delivered', 'the right broker gets it', 120_000);
  assert.deepEqual(gate.posing.heard, []);
});
