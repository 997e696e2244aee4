// What a station says of goods goes on to customs as arrival report, loading manifest and tally report, and customs answers each (N1).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { writeEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { writeEdifact } from '../../src/runtime/codec/edifact.ts';
import { findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { manifestForm, waterExport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const filers = { manifestFiler: '8007MA5UTRA01', arrivalFiler: '8007MA5UTRB02', tallyFiler: '8007MA5UTRC03' };

const answered = (id: string, kinds: readonly string[]) =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    ({ answers }) => kinds.every((kind) => answers.some((a) => a.document === kind && a.outcome === 'acknowledged')),
    `customs answers ${kinds.join()}`,
    90_000,
  );
async function sent(id: string, kind: string) {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const found = items.find((one) => one.kind === kind);
  assert.ok(found, kind);
  return parseXml(Buffer.from(await (await trader.raw('GET', `/documents/${found.id}/content`)).arrayBuffer()));
}

test('[N1][N10] an export by water: its arrival at the terminal, its loading and the tally are told customs', async () => {
  const { id } = await fileShipment(trader, { ...waterExport('TERMINAL-RPT-1'), ...filers, billNumber: 'YZRPT1' });
  await answered(id, ['customs.arrival-report', 'customs.loading-manifest', 'customs.loading-tally']);
  const arrival = await sent(id, 'customs.arrival-report');
  assert.deepEqual(
    ['Head/MessageType', 'Head/FunctionCode', 'Head/SenderID'].map((at) => textAt(arrival, at)),
    ['MT3101', '2', filers.arrivalFiler],
  );
  assert.equal(textAt(findNode(arrival, 'TransportEquipment'), 'EquipmentIdentification/ID'), 'YXEU4000010');
  const loading = await sent(id, 'customs.loading-manifest');
  assert.deepEqual(
    [textAt(loading, 'Head/MessageType'), textAt(findNode(loading, 'Consignment'), 'TransportContractDocument/ID')],
    ['MT4101', 'YZRPT1'],
  );
  assert.equal(textAt(await sent(id, 'customs.loading-tally'), 'Head/MessageType'), 'MT5102');
});

test('[N1][N10] an import by water: what the terminal discharges is tallied, and of a part no pieces are told', async () => {
  const { id } = await fileShipment(trader, { ...manifestForm('SILENT-RPT-2'), ...filers, billNumber: 'YZRPT2' });
  const key = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'port-terminal', 'report test'));
  const head = {
    syntax: 'UNOA',
    sender: 'CKGTERM',
    recipient: 'PORTICO',
    at: '202611201200',
    reference: 'RPT2',
  } as const;
  const body = [
    ['BGM', ['46'], ['RPT2'], ['9']],
    ['NAD', ['MS'], ['CKGTERM']],
    ['EQD', ['CN'], ['CQPU1000014'], [], [], [], ['5']],
    ['DTM', ['203', '202611201200', '203']],
    ['CNT', ['16', '1']],
  ] as const;
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/edifact' },
    body: writeEdifact(
      writeEnvelope(head, [{ reference: '1', type: ['COARRI', 'D', '95B', 'UN'], body: body as never }]),
    ),
  });
  assert.ok(reply.ok, await reply.text());
  await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items,
    (items) => items.some((one) => one.kind === 'customs.discharge-tally'),
    'the tally report',
  );
  const tally = await sent(id, 'customs.discharge-tally');
  const consignment = findNode(tally, 'Consignment');
  assert.deepEqual(
    [
      textAt(tally, 'Head/MessageType'),
      textAt(tally, 'Head/SenderID'),
      textAt(consignment, 'TransportEquipment/EquipmentIdentification/ID'),
      textAt(consignment, 'ConsignmentPackaging/QuantityQuantity'),
    ],
    ['MT5101', filers.tallyFiler, 'CQPU1000014', ''],
  );
});
