// Carriers over the wire (N11): schedules, tracking, shipping instructions and the bill of lading as DCSA writes them, and the consignment note of a
// train.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { parcelImport, railImport, waterExport } from '../support/forms.ts';
import { pluggedChannel } from '../support/plugged.ts';

const CHANNEL = 'carrier';
const { application, trader } = await applicationWith(['trader']);

const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
const answers = async (id: string) =>
  (await trader.get<ShipmentView>(`/shipments/${id}`)).answers.filter((a) => a.channel === CHANNEL);

test('[N11][M2] schedule, boxes and bill of a vessel are told on the case as its carrier tells them', async () => {
  const { id } = await fileShipment(trader, waterExport('TRACK-CARRIER-1'));
  const told = await until(
    async () => (await timeline(id)).filter((entry) => entry.type === 'shipment.tracked'),
    (list) => list.length >= 6,
    'tracked',
  );
  const texts = told.map((entry) => entry.text.zh).join('\n');
  for (const said of [/YXEU4000010 进闸，Guoyuan（实际/, /装船/, /卸船/, /船舶离港.*（预计/, /已签发/, /订舱已确认/])
    assert.match(texts, said);
  const operator = await signIn(application, 'operator');
  const messages = await until(
    async () => (await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}&limit=100`)).items,
    (items) => items.some((m) => m.format === 'DCSA OVS'),
    'the schedule is read',
  );
  assert.deepEqual(
    messages.filter((m) => m.state === 'quarantined').map((m) => m.reason),
    [],
  );
});

test('[N11] shipping instructions go to the carrier of the booking; its bill of lading comes back on them', async () => {
  const { id, submitted } = await fileShipment(trader, {
    ...waterExport('CLEAN-CARRIER-2'),
    voyageNumber: '2648E',
    bookingNumber: 'BKG2611260001',
  });
  assert.ok(submitted.plan.documents.some((d) => d.document === 'carrier.shipping-instructions'));
  const told = await until(
    () => answers(id),
    (list) => list.some((a) => /电子提单已签发/.test(a.text.zh)),
    'the bill is issued',
  );
  assert.ok(told.some((a) => a.outcome === 'acknowledged' && a.partnerNumber?.startsWith('SI')));
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const sent = items.find((d) => d.kind === 'carrier.shipping-instructions');
  const body = (await (await trader.raw('GET', `/documents/${sent?.id}/content`)).json()) as {
    consignmentItems: { carrierBookingReference: string; cargoItems: { cargoGrossWeight: { value: number } }[] }[];
    references: { type: string; value: string }[];
  };
  assert.equal(body.consignmentItems[0]?.carrierBookingReference, 'BKG2611260001');
  assert.equal(body.consignmentItems[0]?.cargoItems[0]?.cargoGrossWeight.value, 2000);
  assert.match(body.references.find((one) => one.type === 'FF')?.value ?? '', /^E\d{17}$/);
});

test('[N11][P10] a booking that the carrier does not find leads back to the box; once amended the instructions are taken', async () => {
  // Nothing is released meanwhile, so that there is something to amend.
  const operator = await signIn(application, 'operator');
  await operator.send('POST', '/exchange/channels/customs/pause');
  const { id } = await fileShipment(trader, {
    ...waterExport('BOOKING-CARRIER-3'),
    voyageNumber: '2649E',
    bookingNumber: 'BKG-WRONG',
  });
  const rejected = await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'rejected'),
    'rejected',
  );
  assert.equal(rejected.find((a) => a.outcome === 'rejected')?.path, 'bookingNumber');
  await trader.send('POST', `/shipments/${id}/amendment`, {});
  const { form, revision } = await trader.get<ShipmentView>(`/shipments/${id}`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...form, bookingNumber: 'BKG2611260003' },
    revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision });
  await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'acknowledged'),
    'taken',
  );
  // What the carrier has numbered is updated under that number, by PUT: it makes no second one of it.
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const sent = items.filter((d) => d.kind === 'carrier.shipping-instructions');
  const numbers = await Promise.all(
    sent.map(async (one) => {
      const body = await (await trader.raw('GET', `/documents/${one.id}/content`)).json();
      return (body as { shippingInstructionsReference?: string }).shippingInstructionsReference;
    }),
  );
  assert.deepEqual([numbers.length, numbers.filter((one) => /^SI[0-9A-F]{12}$/.test(one ?? '')).length], [2, 1]);
  await operator.send('POST', '/exchange/channels/customs/resume');
});

test('[N11] the CIM/SMGS consignment note of a train is compared with what was filed', async () => {
  const { id } = await fileShipment(trader, { ...railImport('TRACK-CARRIER-4'), voyageNumber: '20261214' });
  const operator = await signIn(application, 'operator');
  await until(
    async () =>
      (await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}&limit=100`)).items.filter(
        (m) => m.state === 'interpreted' && m.partnerMessageId?.includes('RWTRACK-CARRIER-4'),
      ),
    (list) => list.some((m) => m.format?.startsWith('consignment note')) && list.some((m) => m.format === 'MT2101'),
    'manifest and consignment note',
  );
  const manifested = await until(
    async () => (await timeline(id)).filter((entry) => entry.type === 'shipment.manifested'),
    (list) => list.length > 0,
    'compared',
  );
  assert.match(manifested[0]?.text.zh ?? '', /相符/);
});

test('[N11] departures from elsewhere close nothing here, and a time without its offset is refused', () => {
  const event = (more: object, call: object = {}) =>
    Buffer.from(
      JSON.stringify({
        eventID: 'e1',
        eventType: 'TRANSPORT',
        transportEventTypeCode: 'DEPA',
        eventClassifierCode: 'EST',
        eventDateTime: '2026-11-26T10:00:00+08:00',
        transportCall: {
          exportVoyageNumber: '1',
          vessel: { vesselIMONumber: '9469560', vesselName: 'M' },
          UNLocationCode: 'CNCKG',
          ...call,
        },
        ...more,
      }),
    );
  const facts = (bytes: Uint8Array) =>
    pluggedChannel('carrier')
      .interpret({ bytes })
      .facts.map((one) => one.fact);
  assert.deepEqual(facts(event({})), ['sailing', 'tracked']);
  assert.deepEqual(facts(event({}, { UNLocationCode: 'CNSHA' })), ['tracked']);
  const [sailing] = pluggedChannel('carrier').interpret({ bytes: event({}) }).facts;
  assert.equal(sailing?.fact === 'sailing' && sailing.departsAt, '2026-11-26T02:00:00.000Z');
  assert.throws(() => facts(event({ eventDateTime: '2026-11-26T10:00:00' })), /time is wrong|Unreadable/);
});

test('[N11] an express company says which parcels its waybill has and where one of them was seen: told of the case’s own, and only those', async () => {
  const { id } = await fileShipment(trader, { ...parcelImport('TRACK-EXPRESS-1'), billNumber: '112-12345723' });
  const told = await until(
    async () => (await timeline(id)).filter((entry) => entry.type === 'shipment.tracked').map((entry) => entry.text.zh),
    (list) => list.length >= 3,
    'tracked',
  );
  const own = 'SFTRACKEXPRESS11';
  assert.ok(told.some((text) => text.includes(own) && /运单 112-12345723 含包裹 3 件/.test(text)));
  assert.ok(told.some((text) => text.includes('SFTRACKEXPRESS13') && /已收寄/.test(text)));
  assert.ok(told.some((text) => text.includes(own) && !text.includes('SFTRACKEXPRESS12') && /已离开/.test(text)));
  // A parcel of somebody else on the same waybill is nobody's business here.
  const message = {
    type: 'EPCISDocument',
    epcisBody: {
      eventList: ['SF0000000000009', own].map((number) => ({
        type: 'ObjectEvent',
        eventID: `urn:uuid:${number}`,
        eventTime: '2026-11-21T03:00:00Z',
        action: 'OBSERVE',
        bizStep: 'receiving',
        epcList: [`urn:portico:parcel:${number}`],
        bizTransactionList: [{ type: 'bol', bizTransaction: 'urn:portico:bill:112-12345723' }],
      })),
    },
  };
  const key = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, CHANNEL, 'express test'));
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json' },
    body: JSON.stringify(message),
  });
  assert.ok(reply.ok, await reply.text());
  const after = await until(
    async () => (await timeline(id)).filter((entry) => entry.type === 'shipment.tracked').map((entry) => entry.text.zh),
    (list) => list.some((text) => /已签收/.test(text)),
    'received',
  );
  assert.ok(!after.some((text) => text.includes('SF0000000000009')));
});
