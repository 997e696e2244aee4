// What a station says of goods goes on to customs as arrival report, loading manifest and tally report, and customs answers each (N1).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { writeEnvelope } from '../../src/runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../src/runtime/codec/edifact.ts';
import { findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { untilAcknowledged } from '../support/customs-answers.ts';
import { manifestForm, waterExport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const terminalKey = await application.unitOfWork.run(portico, (c) =>
  issueChannelKey(c, 'port-terminal', 'report test'),
);
const customsKey = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'customs', 'report test'));
const filers = { manifestFiler: '8007MA5UTRA01', arrivalFiler: '8007MA5UTRB02', tallyFiler: '8007MA5UTRC03' };

const answered = (id: string, kinds: readonly string[]) => untilAcknowledged(trader, id, kinds);
/** The one of the newest version. */
async function sent(id: string, kind: string) {
  const version = (one: DocumentView) => one.shipmentVersion ?? 0;
  const [found] = (await documentsOf(id, kind)).sort((a, b) => version(b) - version(a));
  assert.ok(found, kind);
  return parseXml(Buffer.from(await (await trader.raw('GET', `/documents/${found.id}/content`)).arrayBuffer()));
}

test('[N1][N10] an export by water: its arrival at the terminal, its loading and the tally are told customs', async () => {
  const { id } = await fileShipment(trader, { ...waterExport('TERMINAL-RPT-1'), ...filers, billNumber: 'YZRPT1' });
  // The terminal's own script says the arrival, takes it back and says it again; posted over HTTP these overtake each other, and what was taken back
  // before it came leads to no deletion (the deletion has a test of its own below).
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

/** One message of the terminal about a box; `cancels`: taken back (BGM 1225 = 1). */
async function terminalSays(
  number: string,
  { type, name, box, cancels = false }: { type: 'CODECO' | 'COARRI'; name: string; box: string; cancels?: boolean },
): Promise<void> {
  const head = {
    syntax: 'UNOA',
    sender: 'CKGTERM',
    recipient: 'PORTICO',
    at: '202611201200',
    reference: number,
  } as const;
  const body: Segment[] = [
    ['BGM', [name], [number], [cancels ? '1' : '9']],
    ['NAD', ['MS'], ['CKGTERM']],
    ['EQD', ['CN'], [box], [], [], [], ['5']],
    ['DTM', [type === 'CODECO' ? '7' : '203', '202611201200', '203']],
    ['CNT', ['16', '1']],
  ];
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${terminalKey}`, 'content-type': 'application/edifact' },
    body: writeEdifact(writeEnvelope(head, [{ reference: '1', type: [type, 'D', '95B', 'UN'], body }])),
  });
  assert.ok(reply.ok, await reply.text());
}
/** Customs says no to a document of ours. */
async function refuses(id: string, kind: string, number: string): Promise<void> {
  const type = textAt(await sent(id, kind), 'Head/MessageType');
  const of = textAt(await sent(id, kind), 'Head/MessageID');
  const head = `<MessageID>${number}</MessageID><FunctionCode>11</FunctionCode><MessageType>${type}</MessageType><SendTime>20261120120000000</SendTime>`;
  const said = `<DocumentID>${of}</DocumentID><ResponseTypeCode>03</ResponseTypeCode><Text>企业未备案</Text>`;
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customsKey}`, 'content-type': 'application/xml' },
    body: `<Manifest xmlns="urn:Declaration:datamodel:standard:CN:${type}:1"><Head>${head}</Head><Response>${said}</Response></Manifest>`,
  });
  assert.ok(reply.ok, await reply.text());
}
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const rejected = (id: string, kind: string) =>
  until(
    () => shipment(id),
    ({ answers }) => answers.some((a) => a.document === kind && a.outcome === 'rejected'),
    `${kind} is refused`,
  );
const documentsOf = async (id: string, kind: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter((one) => one.kind === kind);
const amend = (id: string, changes: object): Promise<unknown> => amended(id, changes);
async function amended(id: string, changes: object, status?: number): Promise<unknown> {
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, ...changes },
    revision: amendment.revision,
  });
  const command = { revision: saved.revision, reason: '更正备案企业' };
  return trader.send('POST', `/shipments/${id}/submit`, command, status);
}
const written = (id: string, kind: string) =>
  until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items,
    (items) => items.some((one) => one.kind === kind),
    kind,
  );

test('[N1][N10] an import by water: what the terminal discharges is tallied, of a part no pieces are told; taken back, it is deleted', async () => {
  const { id } = await fileShipment(trader, { ...manifestForm('SILENT-RPT-2'), ...filers, billNumber: 'YZRPT2' });
  const discharged = { type: 'COARRI', name: '46', box: 'CQPU1000014' } as const;
  await terminalSays('RPT2', discharged);
  await written(id, 'customs.discharge-tally');
  const head = (message: Awaited<ReturnType<typeof sent>>) => [
    textAt(message, 'Head/MessageType'),
    textAt(message, 'Head/FunctionCode'),
    textAt(message, 'Head/SenderID'),
    textAt(findNode(message, 'Consignment'), 'TransportEquipment/EquipmentIdentification/ID'),
    textAt(findNode(message, 'Consignment'), 'ConsignmentPackaging/QuantityQuantity'),
  ];
  const tally = ['MT5101', '9', filers.tallyFiler, 'CQPU1000014', ''];
  assert.deepEqual(head(await sent(id, 'customs.discharge-tally')), tally);
  await terminalSays('RPT2-BACK', { ...discharged, cancels: true });
  await written(id, 'customs.discharge-tally-deletion');
  assert.deepEqual(head(await sent(id, 'customs.discharge-tally-deletion')), tally.with(1, '3'));
});

test('[N1][N10] an export by water: an arrival that the terminal takes back is deleted with customs', async () => {
  const form: Form = { ...waterExport('SILENT-RPT-3'), ...filers, billNumber: 'YZRPT3' };
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [{ ...(form.containers as Form[])[0], containerNumber: 'YXEU4000026' }],
  } as unknown as Form);
  const arrived = { type: 'CODECO', name: '34', box: 'YXEU4000026' } as const;
  await terminalSays('RPT3', arrived);
  await written(id, 'customs.arrival-report');
  await terminalSays('RPT3-BACK', { ...arrived, cancels: true });
  await written(id, 'customs.arrival-deletion');
  const deletion = await sent(id, 'customs.arrival-deletion');
  assert.deepEqual(
    [
      textAt(deletion, 'Head/MessageType'),
      textAt(deletion, 'Head/FunctionCode'),
      textAt(findNode(deletion, 'TransportEquipment'), 'EquipmentIdentification/ID'),
    ],
    ['MT3101', '3', 'YXEU4000026'],
  );
});

test('[N1][P5] a report that customs refuses holds up nothing but itself, and goes again corrected with the next version', async () => {
  const form: Form = { ...waterExport('SILENT-RPT-5'), ...filers, billNumber: 'YZRPT5' };
  const box = 'YXEU4000031';
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [{ ...(form.containers as Form[])[0], containerNumber: box }],
  } as unknown as Form);
  await terminalSays('RPT5', { type: 'CODECO', name: '34', box });
  await written(id, 'customs.arrival-report');
  await refuses(id, 'customs.arrival-report', 'CUS-RPT5-1');
  const refused = await rejected(id, 'customs.arrival-report');
  assert.equal(refused.answers.find((a) => a.outcome === 'rejected')?.text.zh, '运抵报告退单：企业未备案');
  assert.equal(refused.progress, 'awaiting', 'the declaration waits for the authorities as before');
  const { objects } = await trader.get<BlockingView>(`/shipments/${id}/disposition`);
  const kinds = objects.flatMap((object) => object.disposition.holders.map((holder) => holder.kind));
  assert.ok(kinds.includes('not-yet-spoken') && !kinds.includes('rejected'), kinds.join());

  await amend(id, { arrivalFiler: '8007MA5UTRD04' });
  const corrected = await until(
    () => documentsOf(id, 'customs.arrival-report'),
    (items) => items.length === 2,
    'the report goes again',
  );
  assert.deepEqual(corrected.map((one) => one.shipmentVersion).sort(), [1, 2]);
  const again = corrected.find((one) => one.shipmentVersion === 2);
  const bytes = await (await trader.raw('GET', `/documents/${again?.id}/content`)).arrayBuffer();
  const report = parseXml(Buffer.from(bytes));
  assert.deepEqual(
    [
      textAt(report, 'Head/SenderID'),
      textAt(report, 'Head/FunctionCode'),
      textAt(findNode(report, 'TransportEquipment'), 'EquipmentIdentification/ID'),
    ],
    ['8007MA5UTRD04', '2', box],
  );
  // Not refused this time: the next version leaves it alone. What is no report turns the case to the trader, as ever.
  await amend(id, { shippingMarks: 'CQ' });
  await until(
    () => documentsOf(id, 'customs.advance-manifest'),
    (items) => items.some((one) => one.shipmentVersion === 3),
    'the third version is filed',
  );
  assert.equal((await documentsOf(id, 'customs.arrival-report')).length, 2);
  await refuses(id, 'customs.advance-manifest', 'CUS-RPT5-2');
  await until(
    () => shipment(id),
    (s) => s.progress === 'rejected',
    'a refused manifest is a refused filing',
  );
});

const tookBack = (id: string) =>
  until(
    async () => (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items,
    (items) => items.some(({ type, text }) => type === 'shipment.cargo-arrived' && /撤销运抵/.test(text.zh)),
    'the terminal takes it back',
  );

test('[N1] what was never reported is not deleted: a case filed after its box came in, and a box that is not in the report', async () => {
  const [box, other] = ['YXEU4000052', 'YXEU4000068'];
  const form: Form = { ...waterExport('SILENT-RPT-7'), ...filers, billNumber: 'YZRPT7' };
  const [row] = form.containers as Form[];
  await terminalSays('RPT7-EARLY', { type: 'CODECO', name: '34', box });
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [box, other].map((containerNumber) => ({ ...row, containerNumber, containerGoodsMassKg: '1000' })),
  } as unknown as Form);
  await terminalSays('RPT7-OTHER', { type: 'CODECO', name: '34', box: other });
  await written(id, 'customs.arrival-report');
  await terminalSays('RPT7-BACK', { type: 'CODECO', name: '34', box, cancels: true });
  await tookBack(id);
  assert.deepEqual(await documentsOf(id, 'customs.arrival-deletion'), [], 'of the first box customs has nothing');
  // Of the other it has: that is deleted once, however often the terminal says so.
  await terminalSays('RPT7-BACK-2', { type: 'CODECO', name: '34', box: other, cancels: true });
  await written(id, 'customs.arrival-deletion');
  await terminalSays('RPT7-BACK-3', { type: 'CODECO', name: '34', box: other, cancels: true });
  await until(
    async () => (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items,
    (items) => items.filter(({ text }) => /撤销运抵/.test(text.zh)).length === 3,
    'said three times',
  );
  assert.equal((await documentsOf(id, 'customs.arrival-deletion')).length, 1);
});

test('[N1] a report refused after all goods have left goes again: the closed case takes what the reports carry, and nothing else', async () => {
  const form: Form = { ...waterExport('TERMINAL-RPT-8'), ...filers, billNumber: 'YZRPT8' };
  const box = 'YXEU4000073';
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [{ ...(form.containers as Form[])[0], containerNumber: box }],
  } as unknown as Form);
  await answered(id, ['customs.loading-tally', 'customs.loading-manifest']);
  const closed = await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
    90_000,
  );
  // What customs has taken may be changed by application (0072); nothing else may while no report is refused.
  assert.ok(closed.can.includes('amend'));
  assert.match(JSON.stringify(await amended(id, { pickupParty: '别处' }, 422)), /CLOSED_CASE_NOBODY_DECIDES/);
  await trader.send('DELETE', `/shipments/${id}/amendment`);

  await refuses(id, 'customs.loading-tally', 'CUS-RPT8-1');
  const refused = await rejected(id, 'customs.loading-tally');
  assert.equal(refused.state, 'closed');
  assert.ok(refused.can.includes('amend'));
  const declarations = (await documentsOf(id, 'customs.goods-declaration')).length;
  // What no report carries is no correction of one.
  const no = await amended(id, { pickupParty: '别处' }, 422);
  assert.match(JSON.stringify(no), /CLOSED_CASE_REPORTS_ONLY.*别处/s);
  await trader.send('DELETE', `/shipments/${id}/amendment`);

  await amend(id, { tallyFiler: '8007MA5UTRD04' });
  const again = await until(
    () => documentsOf(id, 'customs.loading-tally'),
    (items) => items.length === 2,
    'the report goes again',
  );
  const second = again.find((one) => one.shipmentVersion === 2);
  const bytes = await (await trader.raw('GET', `/documents/${second?.id}/content`)).arrayBuffer();
  assert.equal(textAt(parseXml(Buffer.from(bytes)), 'Head/SenderID'), '8007MA5UTRD04');
  const after = await until(
    () => shipment(id),
    ({ answers }) => answers.some((a) => a.document === 'customs.loading-tally' && a.version === 2),
    'customs takes it',
  );
  assert.deepEqual([after.state, after.progress, after.version], ['closed', 'gated-out', 2]);
  assert.match(
    JSON.stringify(await amended(id, { tallyFiler: '8007MA5UTRE05' }, 422)),
    /CLOSED_CASE_NOBODY_DECIDES/,
    'nothing stands refused any more',
  );
  assert.equal(
    (await documentsOf(id, 'customs.goods-declaration')).length,
    declarations,
    'the declaration is not filed again',
  );
});

test('[N1] a refused report of what the terminal has taken back since is not filed again', async () => {
  const form: Form = { ...waterExport('SILENT-RPT-6'), ...filers, billNumber: 'YZRPT6' };
  const box = 'YXEU4000047';
  const { id } = await fileShipment(trader, {
    ...form,
    containers: [{ ...(form.containers as Form[])[0], containerNumber: box }],
  } as unknown as Form);
  await terminalSays('RPT6', { type: 'CODECO', name: '34', box });
  await written(id, 'customs.arrival-report');
  await refuses(id, 'customs.arrival-report', 'CUS-RPT6-1');
  await rejected(id, 'customs.arrival-report');
  await terminalSays('RPT6-BACK', { type: 'CODECO', name: '34', box, cancels: true });
  await tookBack(id);
  // Customs has refused it: there is nothing to delete.
  assert.deepEqual(await documentsOf(id, 'customs.arrival-deletion'), []);
  await amend(id, { arrivalFiler: '8007MA5UTRD04' });
  await until(
    () => documentsOf(id, 'customs.advance-manifest'),
    (items) => items.some((one) => one.shipmentVersion === 2),
    'the second version is filed',
  );
  assert.equal((await documentsOf(id, 'customs.arrival-report')).length, 1);
});
