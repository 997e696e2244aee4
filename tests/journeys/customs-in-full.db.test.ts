// Customs in full through its simulator (N1): inspection notices that name boxes, summary tax under a general guarantee, manifests and what
// customs instructs on them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { BillView } from '../../src/hub/payment/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { findNode, parseXml, textAt } from '../../src/runtime/codec/xml.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { bondedForm, manifestForm, railImport } from '../support/forms.ts';
import { billsOf, pay, untilBill } from '../support/money.ts';

const { trader } = await applicationWith(['trader']);
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const disposition = (id: string) => trader.get<BlockingView>(`/shipments/${id}/disposition`);
const outcomesOf = async (id: string) =>
  Object.fromEntries((await disposition(id)).objects.map((o) => [o.id, o.disposition.outcome]));
const documents = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;

test('[N1][P6] an inspection notice: the named box is inspected as it says, its sibling is not', async () => {
  const { id } = await fileShipment(trader, {
    ...manifestForm('NOTICE-FULL-1'),
    manifestFiler: '',
    billNumber: 'YZNOTICE1',
  });
  const outcomes = await until(
    () => outcomesOf(id),
    (found) => found['container:CQPU1000014'] === 'inspection-required',
    'the notice',
  );
  assert.equal(outcomes['container:CQPU1000020'], 'awaiting');
  const ordered = (await disposition(id)).instructions.find((i) => i.kind === 'inspect' && i.authority === 'customs');
  assert.equal(ordered?.requirements?.inspectionKind, 'scan');
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items.length > 0,
    'the inspection',
  );
  assert.deepEqual(items[0]?.objectIds, ['container:CQPU1000014']);
});

test('[N1][X3] summary tax: customs lets the goods go under the general guarantee, the bills of the month are paid afterwards', async () => {
  const { id } = await fileShipment(trader, railImport('SUMTAX-FULL-2'));
  const bills = await until(
    () => billsOf(trader, id),
    (items) => items.length === 2,
    'the bills',
  );
  assert.ok(bills.every((b: BillView) => b.summary === true && b.guaranteeNumber === 'GT2026CQ000001'));
  await until(
    () => disposition(id),
    (found) => found.instructions.some((i) => i.kind === 'conditional-release' && i.term === 'surety'),
    'released under the guarantee before anything is paid',
  );
  assert.ok((await billsOf(trader, id)).every((b) => b.state === 'open'));
  for (const bill of bills) {
    await pay(trader, bill);
    await untilBill(trader, bill, 'confirmed');
  }
});

test('[N1][P5] a manifest of the case’s own: accepted; customs bars the bill by MT9999 and lets it go, and every box with it', async () => {
  const { id } = await fileShipment(trader, { ...manifestForm('NOLOAD-FULL-3'), billNumber: 'YZNOLOAD3' });
  const [sent] = await until(
    async () => (await documents(id)).filter((d) => d.kind === 'customs.original-manifest'),
    (list) => list[0]?.delivery?.state === 'delivered',
    'the manifest',
  );
  const xml = parseXml(Buffer.from(await (await trader.raw('GET', `/documents/${sent?.id}/content`)).arrayBuffer()));
  assert.deepEqual(
    [textAt(xml, 'Head/MessageType'), textAt(findNode(xml, 'Consignment'), 'TransportContractDocument/ID')],
    ['MT1101', 'YZNOLOAD3'],
  );
  await until(
    () => view(id),
    (s) => s.answers.some((a) => a.document === 'customs.original-manifest' && a.outcome === 'acknowledged'),
    'its receipt',
  );
  const barred = await until(
    () => disposition(id),
    (found) => found.instructions.some((i) => i.reasonCode === '13'),
    'barred',
  );
  const bill = barred.objects.find((o) => o.id === 'bill:YZNOLOAD3');
  assert.match(barred.instructions.find((i) => i.reasonCode === '13')?.reason.zh ?? '', /禁卸/);
  assert.ok(bill);
  await until(
    () => outcomesOf(id),
    (found) => ['released', 'awaiting'].includes(found['bill:YZNOLOAD3'] ?? ''),
    'lifted',
  );
});

test('[N1] goods under an account: the bonded list goes out in GB18030 and is approved under its own number', async () => {
  const { id } = await fileShipment(trader, { ...bondedForm('CLEAN-FULL-4'), billNumber: 'YZBONDED4' });
  const approved = await until(
    () => view(id),
    (s) => s.answers.some((a) => a.document === 'bonded.list' && a.text.zh.endsWith('通过')),
    'the list is approved',
  );
  const answer = approved.answers.find((a) => a.document === 'bonded.list' && a.text.zh.endsWith('通过'));
  assert.match(answer?.partnerNumber ?? '', /^QD800726I\d{9}$/);
  const [sent] = (await documents(id)).filter((d) => d.kind === 'bonded.list');
  const bytes = Buffer.from(await (await trader.raw('GET', `/documents/${sent?.id}/content`)).arrayBuffer());
  assert.equal(textAt(findNode(parseXml(bytes), 'InvtHeadType'), 'PutrecNo'), 'T8013W000001');
});
