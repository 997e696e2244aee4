// The bonded area system against the public samples (N1): GB18030 in and out, numbers of countries, approvals and gate passes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mapDocument } from '../../hub/mapping/index.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt } from '../../runtime/codec/xml.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { bonded } from './index.ts';
import { documents } from './map-outbound.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'bonded');
const skip = existsSync(dir) ? false : `no samples at ${dir}`;

test('[N1] every public bonded message is recognised and read, Chinese and all', { skip }, () => {
  const said = readdirSync(dir)
    .sort()
    .map((name) => {
      const message = { bytes: readFileSync(path.join(dir, name)), fileName: name };
      assert.ok(bonded.recognises(message), name);
      const { format, facts } = bonded.interpret(message);
      const [fact] = facts;
      assert.equal(fact?.fact, 'answer');
      return fact.fact === 'answer' ? [format, fact.outcome, fact.partnerNumber, fact.text.zh] : [];
    });
  assert.deepEqual(said, [
    ['INV201', 'acknowledged', 'QD292420E000007507', '核注清单 QD292420E000007507 入库成功：报文入库成功'],
    ['INV201', 'acknowledged', 'QD292420E000007507', '核注清单 QD292420E000007507 通过'],
    ['INV202', 'acknowledged', 'QD520719E000023456', '核注清单生成报关单草稿 E20190000341106667 通过'],
    ['SAS221', 'acknowledged', 'Z2924I200723000000000071', '核放单 Z2924I200723000000000071 通过'],
    ['CommonResponeMessage', 'acknowledged', '201900000014419208', '处理成功'],
  ]);
});

test('[N1] a bonded list is GB18030, with the customs’ own numbers for country and currency', () => {
  const list = documents.find(({ id }) => id === 'bonded.list');
  assert.ok(list);
  const form = {
    direction: 'import',
    recordNumber: 'T8013W000001',
    tradeCountry: 'DEU',
    traderName: '重庆山城光电有限公司（演示）',
    goods: [
      { lineNumber: '1', goodsName: '零件', originCountry: 'CHN', currency: 'EUR' },
      { lineNumber: '2', goodsName: '外壳', originCountry: 'USA', currency: 'USD' },
    ],
  };
  const overlay = { 'dispatch.clientNumber': 'I26112600000010001', 'dispatch.operation': 'declare' };
  const { bytes, charset } = list.encode(mapDocument(list.fields, form, overlay, undefined, '2026-11-26'), {
    form,
    overlay,
  });
  assert.equal(charset, 'gb18030');
  assert.match(decodeText(bytes), /encoding="GB18030"[\s\S]*重庆山城光电有限公司（演示）/);
  assert.throws(() => decodeText(bytes, 'utf-8'), UnreadableMessage);
  const xml = parseXml(bytes);
  assert.equal(textAt(findNode(xml, 'InvtHeadType'), 'StshipTrsarvNatcd'), '304');
  assert.deepEqual(
    childrenOf(findNode(xml, 'InvtMessage'), 'InvtListType').map((l) =>
      ['GdsNm', 'Natcd', 'DclCurrcd'].map((n) => textAt(l, n)),
    ),
    [
      ['零件', '142', '300'],
      ['外壳', '502', '502'],
    ],
  );
});

test('[N1][P3] an unknown type, result or flag is set aside', () => {
  const result = (type: string, code: string, date = '2026-11-26 10:00:00') =>
    `<Package><EnvelopInfo><message_id>M1</message_id><message_type>${type}</message_type></EnvelopInfo><HdeApprResult><etpsPreentNo>1</etpsPreentNo><businessId>QD1</businessId><manageResult>${code}</manageResult><manageDate>${date}</manageDate></HdeApprResult></Package>`;
  assert.equal(bonded.interpret({ bytes: Buffer.from(result('INV201', '3')) }).format, 'INV201');
  for (const bad of [
    result('INV999', '1'),
    result('INV201', '9'),
    result('SAS223', '3'),
    result('SAS224', '1'),
    result('INV201', '1', 'today'),
    '<CommonResponeMessage><EtpsPreentNo>I1</EtpsPreentNo><DealFlag>X</DealFlag></CommonResponeMessage>',
  ])
    assert.throws(() => bonded.interpret({ bytes: Buffer.from(bad) }), UnreadableMessage, bad);
});

const passForm: Form = {
  direction: 'import',
  transportMode: 'Y',
  traderReference: 'ZONE-1',
  declarationOffice: '8013',
  recordNumber: 'T8013W000001',
  traderCode: '5003160A01',
  agentCode: '5003160A02',
  pickupVehicle: '渝A12345',
  vehicleTareKg: '13000',
  chassisTareKg: '1000',
  grossMassKg: '292.8',
  netMassKg: '280',
  declarantPerson: '陈演示',
  declarantPhone: '13800000000',
  goods: [{ lineNumber: '1', hsCode: '9505100090', goodsName: '圣诞饰品', quantity: '17568', quantityUnit: '011' }],
  containers: [
    { containerNumber: 'CQPU1000014', containerTareKg: '2200.5' },
    { containerNumber: 'CQPU1000020', containerTareKg: '2200' },
  ],
};
const written = (id: string, more: Record<string, string>) => {
  const document = documents.find((one) => one.id === id);
  assert.ok(document);
  const overlay = {
    'dispatch.clientNumber': 'I26112600000010002',
    'dispatch.operation': 'amend',
    'dispatch.sentAt': '2026-11-26T17:00:00.000Z',
    ...more,
  };
  const mapped = mapDocument(document.fields, passForm, overlay, undefined, '2026-11-27');
  return document.encode(mapped, { form: passForm, overlay });
};

test('[N1] an application for a gate pass names the list, the vehicle and what it weighs, in the order of the message', () => {
  const { bytes, charset, fileName } = written('bonded.gate-pass', { 'paper.number': 'QD801326I000000007' });
  assert.deepEqual([charset, fileName], ['gb18030', 'I26112600000010002.SAS.xml']);
  const xml = parseXml(bytes);
  assert.equal(textAt(findNode(xml, 'EnvelopInfo'), 'message_type'), 'SAS121');
  assert.equal(textAt(findNode(xml, 'BussinessData'), 'DelcareFlag'), '1');
  assert.equal(textAt(findNode(xml, 'PassPortMessage'), 'OperCusRegCode'), '5003160A02');
  assert.deepEqual(
    findNode(xml, 'PassportHead')?.children.map(({ name, text }) => [name, text]),
    [
      ['EtpsPreentNo', 'I26112600000010002'],
      ['RltTbTypecd', '1'],
      ['RltNo', 'QD801326I000000007'],
      ['DclTypecd', '1'],
      ['IoTypecd', 'I'],
      ['PassportTypecd', '3'],
      ['BindTypecd', '2'],
      ['MasterCuscd', '8013'],
      ['AreainOriactNo', 'T8013W000001'],
      ['AreainEtpsno', '5003160A01'],
      ['DclEtpsno', '5003160A02'],
      ['VehicleNo', '渝A12345'],
      ['VehicleWt', '13000'],
      ['VehicleFrameWt', '1000'],
      ['ContainerNo', 'CQPU1000014,CQPU1000020'],
      ['ContainerWt', '4400.5'],
      ['TotalGrossWt', '292.8'],
      ['TotalNetWt', '280'],
      ['TotalWt', '18693.3'],
      ['DclErConc', '陈演示 13800000000'],
      ['DclTime', '20261127'],
    ],
  );
  const [line] = childrenOf(findNode(xml, 'PassPortMessage'), 'PassportList');
  assert.deepEqual(
    ['PassportSeqNo', 'RltGdsSeqno', 'Gdecd', 'DclQty'].map((name) => textAt(line, name)),
    ['1', '1', '9505100090', '17568'],
  );
  assert.equal(textAt(findNode(xml, 'PassportAcmp'), 'RtlBillNo'), 'QD801326I000000007');
});

test('[N1] a pass is taken back by both of its numbers; an amended list says which list it amends', () => {
  const back = findNode(
    parseXml(written('bonded.gate-pass-withdrawal', { 'zone.pass': 'Z8013I1', 'zone.passCentre': '20261' }).bytes),
    'PassportHead',
  );
  assert.deepEqual(
    ['SeqNo', 'PassportNo', 'DclTypecd', 'RltNo'].map((name) => textAt(back, name)),
    ['20261', 'Z8013I1', '3', ''],
  );
  const list = findNode(parseXml(written('bonded.list', { 'zone.list': 'QD1' }).bytes), 'InvtHeadType');
  assert.deepEqual(
    ['BondInvtNo', 'DclTypecd'].map((name) => textAt(list, name)),
    ['QD1', '2'],
  );
});

test('[N1] what customs says of gate passes: granted, taken back, passed at the last gate, handled there', () => {
  const said = (type: string, code: string, more = '', stucd = '2') => {
    const { facts } = bonded.interpret({
      bytes: Buffer.from(
        `<Package><EnvelopInfo><message_id>M1</message_id><message_type>${type}</message_type></EnvelopInfo><${type}><HdeApprResult><etpsPreentNo>20261</etpsPreentNo><businessId>Z1</businessId>${more}<manageResult>${code}</manageResult><manageDate>2026-11-26 10:00:00</manageDate></HdeApprResult><SasPassportBsc><passportNo>Z1</passportNo><stucd>${stucd}</stucd></SasPassportBsc></${type}></Package>`,
      ),
    });
    const [fact] = facts;
    assert.equal(fact?.fact, 'answer');
    return fact.fact === 'answer' ? [fact.outcome, fact.text.zh, fact.zonePaper?.say] : [];
  };
  assert.deepEqual(
    [
      said('SAS221', '1', '<typecd>1</typecd>'),
      said('SAS221', '3', '<typecd>1</typecd>'),
      said('SAS221', '1', '<typecd>3</typecd>'),
      said('SAS222', '1'),
      said('SAS223', '1'),
      said('SAS223', '1', '', '3'),
      said('SAS223', '2'),
      said('SAS224', '3'),
      said('SAS224', '2'),
    ],
    [
      ['acknowledged', '核放单 Z1 通过', 'granted'],
      ['rejected', '核放单 Z1 退单', undefined],
      ['acknowledged', '核放单 Z1 作废通过', 'ended'],
      ['acknowledged', '核放单变更 Z1 通过', undefined],
      ['noted', '核放单 Z1 已过卡', 'passed'],
      ['noted', '核放单 Z1 已过卡', undefined],
      ['noted', '核放单 Z1 未过卡', undefined],
      ['noted', '核放单 Z1 卡口放行', undefined],
      ['noted', '核放单 Z1 卡口拒绝过卡', undefined],
    ],
  );
  const failed = bonded.interpret({
    bytes: Buffer.from(
      '<CommonResponeMessage><EtpsPreentNo>I1</EtpsPreentNo><CheckInfo>报文类型为SAS121,\n    编号重复</CheckInfo><DealFlag>-1</DealFlag></CommonResponeMessage>',
    ),
  });
  assert.deepEqual(
    failed.facts.map((fact) => fact.fact === 'answer' && [fact.outcome, fact.text.zh]),
    [['rejected', '报文类型为SAS121, 编号重复']],
  );
});
