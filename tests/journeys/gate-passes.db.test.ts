// Gate passes of special customs areas (N1, N10): applied for when customs has approved the list, told to the gate, taken back when what was filed is
// not filed any more, whichever word comes first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { findNode, parseXml, textAt, type XmlNode } from '../../src/runtime/codec/xml.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { bondedForm, zonePass } from '../support/forms.ts';
import { partnerOf } from '../support/money.ts';

const { application, trader } = await applicationWith(['trader']);
const post = await partnerOf(application, 'bonded');
const view = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
const sent = async (id: string, kind?: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter(
    (d) => d.flow === 'outbound' && (kind === undefined || d.kind === kind),
  );
const bytesOf = async (d: DocumentView) =>
  Buffer.from(await (await trader.raw('GET', `/documents/${d.id}/content`)).arrayBuffer());
const headOf = async (d: DocumentView): Promise<XmlNode | undefined> => {
  const root = parseXml(await bytesOf(d));
  return findNode(root, 'PassportHead') ?? findNode(root, 'InvtHeadType');
};
/** Ours, of the document: they grow with each that is written. */
const numberOf = async (d: DocumentView): Promise<string> => {
  const head = await headOf(d);
  return textAt(head, 'EtpsPreentNo') || textAt(head, 'EtpsInnerInvtNo');
};
/** The one that was written last, of so many. */
const untilSent = async (id: string, kind: string, count = 1): Promise<DocumentView> => {
  const list = await until(
    () => sent(id, kind),
    (found) => found.length >= count,
    `${count} of ${kind}`,
  );
  assert.equal(list.length, count, kind);
  if (count === 1) return list[0] as DocumentView;
  const numbered = await Promise.all(list.map(async (d) => ({ d, number: await numberOf(d) })));
  return numbered.toSorted((a, b) => a.number.localeCompare(b.number)).at(-1)?.d as DocumentView;
};
const textsOf = async (d: DocumentView, names: readonly string[]) => {
  const head = await headOf(d);
  return names.map((name) => textAt(head, name));
};
async function amend(id: string, change: Form): Promise<void> {
  const draft = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...draft.form, ...change },
    revision: draft.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision, reason: '换车' });
}
const told = (id: string, pattern: RegExp) =>
  until(
    async () => (await timeline(id)).map(({ text }) => text.zh),
    (texts) => texts.some((text) => pattern.test(text)),
    String(pattern),
  );

/** The bonded area system that only says what the test says. */
let serial = 0;
const taken = async (of: DocumentView, centre: string) =>
  post(
    `<CommonResponeMessage><SeqNo>${centre}</SeqNo><EtpsPreentNo>${await numberOf(of)}</EtpsPreentNo><CheckInfo>OK</CheckInfo><DealFlag>0</DealFlag></CommonResponeMessage>`,
  );
function say(type: string, centre: string, number: string, code: string, typecd = '1'): Promise<unknown> {
  serial += 1;
  const at = `2026-11-26 10:00:${String(serial).padStart(2, '0')}`;
  return post(
    `<Package><EnvelopInfo><message_id>T${serial}</message_id><message_type>${type}</message_type></EnvelopInfo><DataInfo><BussinessData><${type}><HdeApprResult><etpsPreentNo>${centre}</etpsPreentNo><businessId>${number}</businessId><typecd>${typecd}</typecd><manageResult>${code}</manageResult><manageDate>${at}</manageDate></HdeApprResult></${type}></BussinessData></DataInfo></Package>`,
  );
}
const LIST = 'QD801326I000000007';

test('[N1] by its simulator: the list is approved, the pass applied for under its number, granted and used', async () => {
  const { id } = await fileShipment(trader, { ...bondedForm('CLEAN-PASS-1'), billNumber: 'YZPASS1' });
  const used = await until(
    () => view(id),
    (s) => s.answers.some((a) => a.document === 'bonded.gate-pass' && a.text.zh.endsWith('已过卡')),
    'the vehicle has passed the gate',
  );
  const [application] = await sent(id, 'bonded.gate-pass');
  assert.ok(application);
  const list = used.answers.find((a) => a.document === 'bonded.list' && a.text.zh.endsWith('通过'))?.partnerNumber;
  assert.match(list ?? '', /^QD800726I\d{9}$/);
  assert.deepEqual(await textsOf(application, ['RltNo', 'DclTypecd', 'VehicleNo', 'PassportTypecd', 'TotalWt']), [
    list,
    '1',
    '渝A12345',
    '2',
    '16100',
  ]);
  const granted = used.answers.find((a) => a.document === 'bonded.gate-pass' && a.text.zh.endsWith('通过'));
  assert.match(granted?.partnerNumber ?? '', /^Z8007I26\d{4}\d{12}$/);
  await told(id, /^核放单 Z8007I\d+ 已过卡$/);
});

test('[N1][N10][P3] no pass before the list is approved; amended, it is taken back first and applied for again; granted too late, it goes back', async () => {
  const { id } = await fileShipment(trader, zonePass('SILENT-PASS-2'));
  const list = await untilSent(id, 'bonded.list');
  await taken(list, '202600000000000201');
  await say('INV201', '202600000000000201', LIST, 'Y');
  await told(id, /入库成功/);
  assert.deepEqual(await sent(id, 'bonded.gate-pass'), []);
  await say('INV201', '202600000000000201', LIST, '1');
  const first = await untilSent(id, 'bonded.gate-pass');
  assert.deepEqual(await textsOf(first, ['RltNo', 'PassportTypecd', 'ContainerWt', 'TotalWt']), [
    LIST,
    '3',
    '2200',
    '18300',
  ]);
  await taken(first, '202600000000000202');
  await say('SAS221', '202600000000000202', 'Z8013I261126000000000001', '1');
  const notice = await untilSent(id, 'zone-gate.gate-pass');
  const { gatePass } = JSON.parse((await bytesOf(notice)).toString()) as { gatePass: Record<string, string> };
  assert.deepEqual(
    [gatePass.gatePass, gatePass.bondedList, gatePass.vehicle],
    ['Z8013I261126000000000001', LIST, '渝A12345'],
  );

  await amend(id, { pickupVehicle: '渝B99999' });
  const recall = await untilSent(id, 'bonded.gate-pass-recall');
  assert.deepEqual(await textsOf(recall, ['DclTypecd', 'PassportNo', 'SeqNo']), [
    '3',
    'Z8013I261126000000000001',
    '202600000000000202',
  ]);
  const again = await untilSent(id, 'bonded.list', 2);
  assert.deepEqual(await textsOf(again, ['DclTypecd', 'BondInvtNo', 'SeqNo']), ['2', LIST, '202600000000000201']);
  assert.ok((await numberOf(recall)) < (await numberOf(again)), 'the pass goes before its list is changed');
  await taken(recall, '202600000000000202');
  await say('SAS221', '202600000000000202', 'Z8013I261126000000000001', '1', '3');
  await untilSent(id, 'zone-gate.gate-pass-withdrawal');
  assert.equal((await sent(id, 'bonded.gate-pass')).length, 1, 'the amended list is not approved yet');
  await taken(again, '202600000000000201');
  await say('INV201', '202600000000000201', LIST, '1', '2');
  const second = await untilSent(id, 'bonded.gate-pass', 2);
  assert.deepEqual(await textsOf(second, ['RltNo', 'DclTypecd', 'VehicleNo']), [LIST, '1', '渝B99999']);

  await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '不做了' });
  await untilSent(id, 'bonded.list-withdrawal');
  assert.deepEqual(await sent(id, 'bonded.gate-pass-withdrawal'), [], 'none was granted that is not taken back');
  await taken(second, '202600000000000203');
  await say('SAS221', '202600000000000203', 'Z8013I261126000000000002', '1');
  const late = await untilSent(id, 'bonded.gate-pass-return');
  assert.deepEqual(await textsOf(late, ['DclTypecd', 'PassportNo', 'SeqNo']), [
    '3',
    'Z8013I261126000000000002',
    '202600000000000203',
  ]);
  await told(id, /核放单 Z8013I261126000000000002 通过，所依据的申报已不再有效/);
  assert.equal((await sent(id, 'zone-gate.gate-pass')).length, 1, 'the gate hears nothing of a pass that is of no use');
});

test('[N1] a withdrawn case takes its pass back before its list is deleted; what is said twice or late is done once', async () => {
  const { id } = await fileShipment(trader, { ...zonePass('SILENT-PASS-3'), billNumber: 'ZNPASS3' });
  const list = await untilSent(id, 'bonded.list');
  await taken(list, '202600000000000301');
  await say('INV201', '202600000000000301', 'QD801326I000000008', '1');
  const application = await untilSent(id, 'bonded.gate-pass');
  await say('INV201', '202600000000000301', 'QD801326I000000008', '1');
  await taken(application, '202600000000000302');
  await say('SAS221', '202600000000000302', 'Z8013I261126000000000003', '1');
  await told(id, /核放单 Z8013I261126000000000003 通过$/);
  assert.equal((await sent(id, 'bonded.gate-pass')).length, 1);
  await trader.send('POST', `/shipments/${id}/withdrawal`, { reason: '不做了' });
  const back = await untilSent(id, 'bonded.gate-pass-withdrawal');
  const deleted = await untilSent(id, 'bonded.list-withdrawal');
  assert.deepEqual(await textsOf(back, ['DclTypecd', 'PassportNo']), ['3', 'Z8013I261126000000000003']);
  assert.deepEqual(await textsOf(deleted, ['DclTypecd', 'BondInvtNo']), ['3', 'QD801326I000000008']);
  assert.ok((await numberOf(back)) < (await numberOf(deleted)));
});

test('[N1][N10] customs rejects the first pass by its simulator; amended, the next is granted and the gate is told', async () => {
  const { id } = await fileShipment(trader, { ...zonePass('ZONE-PASS-4'), billNumber: 'ZNPASS4' });
  await until(
    () => view(id),
    (s) => s.answers.some((a) => a.document === 'bonded.gate-pass' && a.outcome === 'rejected'),
    'the rejection',
  );
  assert.deepEqual(await sent(id, 'zone-gate.gate-pass'), []);
  await amend(id, { vehicleTareKg: '12800' });
  const notice = await until(
    () => sent(id, 'zone-gate.gate-pass'),
    (list) => list[0]?.delivery?.state === 'delivered',
    'the gate is told',
  );
  assert.equal(notice.length, 1);
  assert.equal((await sent(id, 'bonded.gate-pass')).length, 2);
  assert.deepEqual(await sent(id, 'bonded.gate-pass-recall'), [], 'nothing was granted that could be taken back');
});

test('[N1][P10] under an account a vehicle is named with its weight', async () => {
  const { vehicleTareKg: _, ...form } = zonePass('CLEAN-PASS-5') as Record<string, Form[string]>;
  await assert.rejects(fileShipment(trader, { ...form, billNumber: 'ZNPASS5' }), /422[\s\S]*vehicleTareKg/);
});
