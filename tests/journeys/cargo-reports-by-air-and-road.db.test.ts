// What the airport and the road gate say of goods goes on to customs as the reports of their modes: MT3201, 4201, 5201 and 5202 by air, 3402 by
// road, each deleted when it is taken back (N1, N10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { BILL, STATION } from '../../src/hub/mapping/read-gate-events.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { untilAcknowledged } from '../support/customs-answers.ts';
import { airExport, airImport, roadImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const stationKey = await application.unitOfWork.run(portico, (c) =>
  issueChannelKey(c, 'airport-station', 'report test'),
);
const filers = { manifestFiler: '8003MA5UTRA01', arrivalFiler: '8003MA5UTRB02', tallyFiler: '8003MA5UTRC03' };

/** A status of the airport's cargo station; `back`: it takes it back. */
async function stationSays(
  bill: string,
  status: string,
  back = false,
  { hour = 12, release }: { readonly hour?: number; readonly release?: string } = {},
): Promise<void> {
  const pieces = 'T80K2100';
  const lines = ['FSU/14', `${bill}CKGFRA/${pieces}`, `${status}/20/CKG/${pieces}`, `OSI/AT 20261120${hour}0000`];
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stationKey}`, 'content-type': 'text/plain' },
    body: [...lines, ...(release ? [`OSI/REL ${release}`] : []), ...(back ? ['OSI/CXL'] : []), ''].join('\n'),
  });
  assert.ok(reply.ok, await reply.text());
}
const documentsOf = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
const written = (id: string, kind: string) =>
  until(
    () => documentsOf(id),
    (items) => items.some((one) => one.kind === kind),
    kind,
  );
const answered = (id: string, kinds: readonly string[]) => untilAcknowledged(trader, id, kinds);
/** Kind, function, sender and bill of a report, and the pieces and mass it tells. */
async function said(id: string, kind: string): Promise<string> {
  const found = (await documentsOf(id)).find((one) => one.kind === kind);
  assert.ok(found, kind);
  const bytes = await (await trader.raw('GET', `/documents/${found.id}/content`)).arrayBuffer();
  const report = parseXml(Buffer.from(bytes));
  const consignment = findNode(report, 'Consignment');
  return [
    ...['MessageType', 'FunctionCode', 'SenderID'].map((name) => textAt(report, `Head/${name}`)),
    textAt(consignment, 'TransportContractDocument/ID'),
    textAt(consignment, 'ConsignmentPackaging/QuantityQuantity'),
    textAt(consignment, 'TotalGrossMassMeasure'),
  ].join(' ');
}

test('[N1][N10] an export by air: received from the shipper it has arrived, and taken back it has not', async () => {
  const bill = '112-12345690';
  const { id } = await fileShipment(trader, { ...airExport('SILENT-AIRRPT-1'), ...filers, billNumber: bill });
  await stationSays(bill, 'RCS');
  await written(id, 'customs.arrival-report');
  // No counts: an arrival report names boxes, or the bill where there are none.
  assert.equal(await said(id, 'customs.arrival-report'), `MT3201 2 ${filers.arrivalFiler} ${bill}  `);
  await stationSays(bill, 'RCS', true);
  await written(id, 'customs.arrival-deletion');
  assert.equal(await said(id, 'customs.arrival-deletion'), `MT3201 3 ${filers.arrivalFiler} ${bill}  `);
});

test('[N1][N10] an export by air: manifested on the flight it is loaded and tallied, and customs takes each report and each deletion', async () => {
  const bill = '112-12345701';
  // Under this script the station leaves the goods to whoever tells of them, which is the test, in this order.
  const { id } = await fileShipment(trader, { ...airExport('ZONE-AIRRPT-2'), ...filers, billNumber: bill });
  const { items } = await until(
    () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`),
    (found) => found.items.length > 0,
    'released',
  );
  const release = items[0]?.number ?? assert.fail();
  await stationSays(bill, 'MAN', false, { release });
  await answered(id, ['customs.loading-manifest', 'customs.loading-tally']);
  await stationSays(bill, 'MAN', true, { hour: 13, release });
  await answered(id, ['customs.loading-deletion', 'customs.loading-tally-deletion']);
  assert.equal(await said(id, 'customs.loading-manifest'), `MT4201 9 ${filers.manifestFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-deletion'), `MT4201 3 ${filers.manifestFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-tally'), `MT5202 9 ${filers.tallyFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-tally-deletion'), `MT5202 3 ${filers.tallyFiler} ${bill} 80 2100`);
  await stationSays(bill, 'MAN', false, { hour: 14, release });
  await until(
    () => documentsOf(id),
    (items) => items.filter((one) => one.kind === 'customs.loading-manifest').length === 2,
    'said again, it is reported again',
  );
});

test('[N1][N10] an import by air: received from the flight it is tallied; that the flight is there tallies nothing', async () => {
  const bill = '112-12345712';
  const { id } = await fileShipment(trader, { ...airImport('SILENT-AIRRPT-3'), ...filers, billNumber: bill });
  await stationSays(bill, 'ARR');
  await stationSays(bill, 'RCF');
  await written(id, 'customs.discharge-tally');
  assert.equal(await said(id, 'customs.discharge-tally'), `MT5201 9 ${filers.tallyFiler} ${bill} 80 2100`);
  await stationSays(bill, 'RCF', true);
  const all = await written(id, 'customs.discharge-tally-deletion');
  assert.equal(await said(id, 'customs.discharge-tally-deletion'), `MT5201 3 ${filers.tallyFiler} ${bill} 80 2100`);
  assert.equal(all.filter((one) => one.kind === 'customs.discharge-tally').length, 1);
});

const roadKey = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'road-gate', 'report test'));
const roadExport = (reference: string): Form =>
  ({
    ...roadImport(reference),
    ...filers,
    direction: 'export',
    tradeTerms: '3',
    estimatedDeparture: '2026-12-20T04:00:00Z',
    goods: (airExport('').goods as Form[]).map((line) => ({ ...line, destinationCountry: 'VNM' })),
  }) as unknown as Form;
/** The lorry is there, as the gate says it; `back`: the same event did not occur. Done when Portico has read it. */
async function gateSays(bill: string, hour: number, back?: number): Promise<void> {
  const time = (at: number) => `2026-11-20T0${at}:00:00.000Z`;
  const event = {
    type: 'ObjectEvent',
    eventID: `urn:uuid:${bill}-${hour}`,
    eventTime: time(hour),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'arriving',
    disposition: 'in_progress',
    bizLocation: { id: `${STATION}CKG-NANPENG` },
    epcList: [],
    bizTransactionList: [{ type: 'bol', bizTransaction: `${BILL}${bill}` }],
    ...(back ? { errorDeclaration: { declarationTime: time(back), reason: 'did_not_occur' } } : {}),
  };
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${roadKey}`, 'content-type': 'application/ld+json' },
    body: JSON.stringify({
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: time(back ?? hour),
      epcisBody: { eventList: [event] },
    }),
  });
  assert.ok(reply.ok, await reply.text());
}
const arrivalsTold = (id: string, count: number) =>
  until(
    () => trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`),
    ({ items }) => items.filter((entry) => entry.type === 'shipment.cargo-arrived').length === count,
    `${count} words of arrival`,
  );
const arrivalReports = async (id: string) =>
  (await documentsOf(id))
    .filter(({ kind }) => kind.startsWith('customs.arrival-'))
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
    .map(({ kind }) => kind);

test('[N1][N10] an export by road: the gate says that the lorry is there, takes it back and says it again', async () => {
  const form = roadExport('SILENT-ROADRPT-1');
  const { id } = await fileShipment(trader, form);
  const bill = String(form.billNumber);
  await gateSays(bill, 1);
  await written(id, 'customs.arrival-report');
  await gateSays(bill, 1, 2);
  await written(id, 'customs.arrival-deletion');
  assert.equal(await said(id, 'customs.arrival-report'), `MT3402 2 ${filers.arrivalFiler} ${bill}  `);
  assert.equal(await said(id, 'customs.arrival-deletion'), `MT3402 3 ${filers.arrivalFiler} ${bill}  `);
  await gateSays(bill, 3);
  await until(
    () => arrivalReports(id),
    (kinds) => kinds.filter((kind) => kind === 'customs.arrival-report').length === 2,
    'said again, it is reported again',
  );
});

test('[N1][N10] an export by road: what was taken back before it came is told to nobody, and what comes after it is', async () => {
  const form = roadExport('SILENT-ROADRPT-2');
  const { id } = await fileShipment(trader, form);
  const bill = String(form.billNumber);
  await gateSays(bill, 1, 2);
  await arrivalsTold(id, 1);
  await gateSays(bill, 1);
  await arrivalsTold(id, 2);
  await gateSays(bill, 3);
  await written(id, 'customs.arrival-report');
  // A case's words are carried in order: once the last has led to a document, so has the first if it is to.
  await gateSays(bill, 3, 4);
  await written(id, 'customs.arrival-deletion');
  assert.deepEqual(await arrivalReports(id), ['customs.arrival-report', 'customs.arrival-deletion']);
});

test('[N1][N10] an export by road under the station’s own script closes, in whichever order its words come: customs has an arrival, and nothing is loaded or tallied', async () => {
  const { id } = await fileShipment(trader, roadExport('RETURN-ROADRPT-3'));
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
    90_000,
  );
  const reports = await arrivalReports(id);
  assert.equal(reports.at(-1), 'customs.arrival-report', String(reports));
  const kinds = (await documentsOf(id)).map((one) => one.kind);
  assert.deepEqual(
    kinds.filter((kind) => /^customs\.(loading|discharge)/.test(kind)),
    [],
  );
});
