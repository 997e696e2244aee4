// What carriers and stations say of the goods stands on the case: the manifest agrees or not, the goods have arrived.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let key: string;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  key = (await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'carrier', 'cargo test'))) ?? '';
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const post = async (xml: string) => {
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml' },
    body: xml,
  });
  assert.ok(reply.ok, await reply.text());
};
const message = (type: string, id: string, declaration: string) =>
  `<Manifest><Head><MessageID>${id}</MessageID><MessageType>${type}</MessageType></Head><Declaration>${declaration}</Declaration></Manifest>`;
const manifest = (id: string, bill: string, packages: string) =>
  message(
    'MT2101',
    id,
    `<BorderTransportMeans><JourneyID>20261120</JourneyID><ID>X8084</ID></BorderTransportMeans><Consignment>
     <TransportContractDocument><ID>${bill}</ID></TransportContractDocument>
     <ConsignmentPackaging><QuantityQuantity>${packages}</QuantityQuantity></ConsignmentPackaging>
     <TotalGrossMassMeasure>2100.00</TotalGrossMassMeasure></Consignment>`,
  );
const told = async (id: string, type: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items.filter((e) => e.type === type);

test('[N11] a manifest that says otherwise is told with both figures; one that agrees is told too', async () => {
  const { id } = await fileShipment(trader, railImport('SILENT-CARGO-1'));
  const bill = 'RWSILENT-CARGO-1';
  await post(manifest('MF1', bill, '79'));
  const [differs] = await until(
    () => told(id, 'shipment.manifested'),
    (e) => e.length === 1,
    'the manifest is told',
  );
  assert.equal(differs?.tone, 'bad');
  assert.match(differs?.text.zh ?? '', /件数 79 \/ 80/);
  assert.doesNotMatch(differs?.text.zh ?? '', /毛重/, '2100.00 is 2100');
  await post(manifest('MF2', bill, '80'));
  const both = await until(
    () => told(id, 'shipment.manifested'),
    (e) => e.length === 2,
    'the corrected one is told',
  );
  assert.equal(both.at(-1)?.tone, 'good');
  // The same again is not told again; what changes is.
  await post(manifest('MF3', bill, '80'));
  await post(manifest('MF4', bill, '81'));
  const all = await until(
    () => told(id, 'shipment.manifested'),
    (e) => e.some(({ text }) => /件数 81 \/ 80/.test(text.zh)),
    'another difference is told',
  );
  assert.equal(all.length, 3);
});

test('[N11] an arrival is told on the case of its container, once however often it is sent', async () => {
  const { id } = await fileShipment(trader, { ...railImport('SILENT-CARGO-2'), billNumber: 'RWCARGO2' });
  const arrival = message(
    'MT3101',
    'AR1',
    `<BorderTransportMeans><ID>X8084</ID></BorderTransportMeans><UnloadingLocation><ID>CKGTJC</ID><ArrivalDate>20261121083000</ArrivalDate></UnloadingLocation>
     <TransportEquipment><EquipmentIdentification><ID>CQPU1000020</ID></EquipmentIdentification></TransportEquipment>`,
  );
  for (let i = 0; i < 3; i++) await post(arrival);
  const [arrived] = await until(
    () => told(id, 'shipment.cargo-arrived'),
    (e) => e.length > 0,
    'the arrival is told',
  );
  assert.match(arrived?.text.zh ?? '', /CKGTJC/);
  await application.isQuiet();
  assert.equal((await told(id, 'shipment.cargo-arrived')).length, 1);
});
