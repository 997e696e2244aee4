// What `npm start` shows once the demo week is played (N10, N13; decision 0056): the railway yard by SFTP folder, municipal approval by SOAP, the road
// gate by MQTT, each over its whole case; what is still owed when a way opens, or waits for a simulator that is down, comes by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ChannelHealth, InboundView } from '../../src/hub/exchange/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport, roadImport } from '../support/forms.ts';

const { application, trader, operator } = await applicationWith(['trader', 'operator']);
// Filed over HTTP; what is owed then goes the way that is open by then.
const before = await fileShipment(trader, roadImport('CLEAN-SHOWN-0'));
await application.showWays();

const closed = (id: string) =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
    120_000,
  );
const usedAt = async (id: string) =>
  (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items.map((r) => [
    r.state,
    r.place.stationId,
  ]);
const approval: Form = {
  ...railImport('CLEAN-SHOWN-1'),
  approvalItem: 'WJ-0712',
  contractNumber: 'HT-2026-11',
};

test('[N10][N13][P3] the desk shows the ways: SFTP, SOAP and MQTT beside HTTP', async () => {
  const { items } = await operator.get<{ items: ChannelHealth[] }>('/exchange/channels');
  const schemes = Object.fromEntries(items.map((one) => [one.id, one.endpoint.split('://')[0]]));
  assert.deepEqual(
    [schemes['railway-yard'], schemes['municipal-approval'], schemes['road-gate'], schemes.customs],
    ['sftp', 'soap+http', 'mqtt', 'http'],
  );
});

test('[N10][P7] what was owed when the ways opened comes by them', async () => {
  await closed(before.id);
  assert.deepEqual(await usedAt(before.id), [['used', 'CKG-NANPENG']]);
});

test('[N10][N13][P7] a rail case with an approval goes by SFTP folder and SOAP, a road case by MQTT, each to its end', async () => {
  const rail = await fileShipment(trader, approval);
  const road = await fileShipment(trader, roadImport('CLEAN-SHOWN-2'));
  await Promise.all([closed(rail.id), closed(road.id)]);
  assert.deepEqual(await usedAt(road.id), [['used', 'CKG-NANPENG']]);
  assert.ok((await usedAt(rail.id)).every(([state]) => state === 'used'));
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${rail.id}/documents`);
  const sent = items.filter((d) => d.flow === 'outbound');
  for (const channel of ['railway-yard', 'municipal-approval'])
    assert.ok(
      sent.some((d) => d.channel === channel && d.delivery?.state === 'delivered'),
      channel,
    );
  assert.ok(
    items.some((d) => d.kind === 'municipal-approval.file'),
    'the decision came',
  );
});

test('[N10][P3] a simulator that is down at first is reached later by its folder and its broker', async () => {
  const cases = [
    await fileShipment(trader, { ...railImport('DOWN-SHOWN-3') }),
    await fileShipment(trader, roadImport('DOWN-SHOWN-4')),
  ];
  for (const { id } of cases) await closed(id);
});

test('[N10][N13][P3] every message that came by these ways was read', async () => {
  for (const channel of ['railway-yard', 'municipal-approval', 'road-gate']) {
    const { items } = await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${channel}&limit=100`);
    assert.ok(items.length > 0, channel);
    assert.deepEqual(
      items.filter((m) => !['interpreted', 'duplicate'].includes(m.state)),
      [],
      channel,
    );
  }
});
