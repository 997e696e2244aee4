// The composite form files whatever goes in or out by water, rail or air, and every such case reaches the gate (P10).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airExport, airImport, railExport, railImport, waterExport, waterImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const always = ['border-inspection.conveyance-report', 'carrier.manifest-reference', 'customs.goods-declaration'];
const ways: readonly (readonly [way: string, form: Form, more: readonly string[], objects: number])[] = [
  ['import by rail', railImport('CLEAN-WAY-1'), ['railway-yard.pick-up-plan'], 2],
  ['export by rail', railExport('CLEAN-WAY-2'), [], 1],
  ['import by air', airImport('CLEAN-WAY-3'), ['airport-station.pick-up-plan'], 1],
  ['export by air', airExport('CLEAN-WAY-4'), ['airport-station.house-manifest', 'airport-station.waybill'], 1],
  ['import by water', waterImport('CLEAN-WAY-5'), ['maritime.conveyance-report', 'port-terminal.pick-up-plan'], 2],
  ['export by water', waterExport('CLEAN-WAY-6'), ['maritime.conveyance-report', 'port-terminal.announcement'], 1],
];

for (const [way, form, more, objects] of ways)
  test(`[P10][P7][N10] ${way}: the right documents, one release per object, through the gate`, async () => {
    const { id, submitted } = await fileShipment(trader, form);
    assert.deepEqual(submitted.plan.documents.map((d) => d.document).sort(), [...always, ...more].sort());
    const closed = await until(
      () => trader.get<ShipmentView>(`/shipments/${id}`),
      (s) => s.state === 'closed',
      `${way} closes`,
    );
    assert.equal(closed.progress, 'gated-out');
    const releases = (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;
    assert.deepEqual(
      releases.map((r) => r.state),
      Array.from({ length: objects }, () => 'used'),
    );
  });
