// What the airport and the road gate say of goods goes on to customs as the reports of their modes: MT3201, 4201, 5201 and 5202 by air, 3402 by
// road, each deleted when it is taken back (N1, N10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
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
async function stationSays(bill: string, status: string, back = false): Promise<void> {
  const pieces = 'T80K2100';
  const lines = ['FSU/14', `${bill}CKGFRA/${pieces}`, `${status}/20/CKG/${pieces}`, 'OSI/AT 20261120120000'];
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stationKey}`, 'content-type': 'text/plain' },
    body: [...lines, ...(back ? ['OSI/CXL'] : []), ''].join('\n'),
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
  const { id } = await fileShipment(trader, { ...airExport('RETURN-AIRRPT-2'), ...filers, billNumber: bill });
  // The station's own script loads it, takes that back and loads it again.
  await answered(id, [
    'customs.loading-manifest',
    'customs.loading-deletion',
    'customs.loading-tally',
    'customs.loading-tally-deletion',
  ]);
  assert.equal(await said(id, 'customs.loading-manifest'), `MT4201 9 ${filers.manifestFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-deletion'), `MT4201 3 ${filers.manifestFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-tally'), `MT5202 9 ${filers.tallyFiler} ${bill} 80 2100`);
  assert.equal(await said(id, 'customs.loading-tally-deletion'), `MT5202 3 ${filers.tallyFiler} ${bill} 80 2100`);
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

test('[N1][N10] an export by road: the gate says that the lorry is there, takes it back and says it again; nothing is loaded or tallied', async () => {
  const goods = (airExport('').goods as Form[]).map((line) => ({ ...line, destinationCountry: 'VNM' }));
  const { id } = await fileShipment(trader, {
    ...roadImport('RETURN-ROADRPT-1'),
    ...filers,
    direction: 'export',
    tradeTerms: '3',
    estimatedDeparture: '2026-12-20T04:00:00Z',
    goods,
  } as unknown as Form);
  const { billNumber } = await answered(id, ['customs.arrival-report', 'customs.arrival-deletion']);
  assert.ok(billNumber);
  assert.equal(await said(id, 'customs.arrival-report'), `MT3402 2 ${filers.arrivalFiler} ${billNumber}  `);
  assert.equal(await said(id, 'customs.arrival-deletion'), `MT3402 3 ${filers.arrivalFiler} ${billNumber}  `);
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
    90_000,
  );
  const kinds = (await documentsOf(id)).map((one) => one.kind);
  assert.equal(kinds.filter((kind) => kind === 'customs.arrival-report').length, 2, 'said again, it is reported again');
  assert.deepEqual(
    kinds.filter((kind) => /^customs\.(loading|discharge)/.test(kind)),
    [],
  );
});
