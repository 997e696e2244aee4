// Manifests (N1): what the case's own manifest says, held to the shape of the public sample; receipts and instructions of customs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mapDocument } from '../../hub/mapping/index.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { customs } from './index.ts';
import { manifests } from './map-manifest.ts';

const sample = path.join(
  process.env.PORTICO_SAMPLES ?? '../shared/samples',
  'manifest/CN_MFT_MT2101A_201909271807563265.xml',
);
const skip = existsSync(sample) ? false : `no sample at ${sample}`;
const form = (more: Form = {}): Form => ({
  direction: 'import',
  transportMode: '2',
  manifestFiler: '8007MA5UTRA01',
  declarationOffice: '8007',
  borderOffice: '8007',
  conveyanceId: '9469560',
  conveyanceName: 'MIN SHENG 1',
  voyageNumber: '2647W',
  billNumber: 'YZ1',
  packageCount: '20',
  packageKind: '22',
  grossMassKg: '2100',
  departurePort: 'SGP000',
  entryExitPort: '500001',
  consigneeName: 'X',
  goods: [
    { lineNumber: '1', goodsName: '零件', unNumber: '3480' },
    { lineNumber: '2', goodsName: '外壳' },
  ],
  containers: [
    { containerNumber: 'CQPU1000014', containerSpec: '11', containerGoods: '1,2', sealNumber: 'S1' },
    { containerNumber: 'CQPU1000020', containerSpec: '21', containerGoods: '2' },
  ],
  ...more,
});
const overlay = {
  'dispatch.clientNumber': 'I26112600000010001',
  'dispatch.operation': 'declare',
  'dispatch.sentAt': '2026-11-26T02:00:00.000Z',
};
function written(given: Form, source = overlay): XmlNode {
  const [document] = manifests;
  assert.ok(document);
  return parseXml(document.encode(mapDocument(document.fields, given, source), { form: given, overlay: source }).bytes);
}
const pathsOf = (node: XmlNode, at = ''): string[] =>
  node.children.flatMap((child) => [`${at}/${child.name}`, ...pathsOf(child, `${at}/${child.name}`)]);

test('[N1] the kind of a manifest is of direction and mode, its function of what is done', () => {
  const type = (direction: string, transportMode: string) =>
    textAt(written(form({ direction, transportMode })), 'Head/MessageType');
  assert.deepEqual(
    ['2', '5', '4'].flatMap((mode) => [type('import', mode), type('export', mode)]),
    ['MT1101', 'MT2101', 'MT1201', 'MT2201', 'MT1401', 'MT2401'],
  );
  const functionOf = (operation: string) =>
    textAt(written(form(), { ...overlay, 'dispatch.operation': operation }), 'Head/FunctionCode');
  assert.deepEqual(['declare', 'amend', 'withdraw'].map(functionOf), ['9', '5', '3']);
  assert.equal(textAt(written(form()), 'Head/SendTime'), '20261126100000000', 'local time');
});

test('[N1][P5] goods and boxes stand many to many, as the form says', () => {
  const consignment = findNode(written(form()), 'Consignment');
  const items = childrenOf(consignment, 'ConsignmentItem').map((item) => [
    textAt(item, 'Commodity/CargoDescription'),
    childrenOf(item, 'EquipmentIdentification').map((e) => textAt(e, 'ID')),
  ]);
  assert.deepEqual(items, [
    ['零件', ['CQPU1000014']],
    ['外壳', ['CQPU1000014', 'CQPU1000020']],
  ]);
  const [first] = childrenOf(consignment, 'TransportEquipment');
  assert.deepEqual(
    [textAt(first, 'SealID'), first?.children.find((c) => c.name === 'SealID')?.attributes.get('AgencyCode')],
    ['M/S1', 'AB'],
  );
});

test('[N1] every element of ours stands where the public manifest has it', { skip }, () => {
  const known = new Set(pathsOf(parseXml(readFileSync(sample))));
  // Of the published data items, not in this sample: bill, office of declaration, kind of conveyance.
  const published = [
    '/Declaration/DeclarationOfficeID',
    '/Declaration/BorderTransportMeans/TypeCode',
    '/Declaration/Consignment/TransportContractDocument/ID',
  ];
  const ours = [...new Set(pathsOf(written(form())))].filter((at) => !known.has(at) && !published.includes(at));
  assert.deepEqual(ours, []);
});

const message = (type: string, code: string, response: string, body = '') =>
  `<Manifest><Head><MessageID>C1</MessageID><FunctionCode>${type === 'MT9999' ? '9' : '11'}</FunctionCode><MessageType>${type}</MessageType><SendTime>20261126100000000</SendTime></Head><Response>${response}<ResponseTypeCode>${code}</ResponseTypeCode></Response><Declaration>${body}</Declaration></Manifest>`;
const read = (xml: string) => customs.interpret({ bytes: Buffer.from(xml) });

test('[N1] a receipt answers the manifest it names: accepted, with an officer, rejected', () => {
  const outcome = (code: string) => {
    const [fact] = read(message('MT1101', code, '<DocumentID>I26112600000010001</DocumentID>')).facts;
    return fact?.fact === 'answer' ? [fact.outcome, fact.about.clientNumber] : [];
  };
  assert.deepEqual(['01', '02', '03'].map(outcome), [
    ['acknowledged', 'I26112600000010001'],
    ['noted', 'I26112600000010001'],
    ['rejected', 'I26112600000010001'],
  ]);
  for (const bad of [message('MT1101', '77', '<DocumentID>I1</DocumentID>'), message('MT1101', '01', '')])
    assert.throws(() => read(bad), UnreadableMessage, bad);
});

test('[N1][P5] an instruction on the manifest holds or releases the smallest thing it names: boxes, bills, the voyage', () => {
  const box =
    '<TransportEquipment><EquipmentIdentification><ID>CQPU1000014</ID></EquipmentIdentification></TransportEquipment>';
  const bill = '<TransportContractDocument><ID>YZ1</ID></TransportContractDocument>';
  const means = '<BorderTransportMeans><JourneyID>2647W</JourneyID><ID>UN9469560</ID></BorderTransportMeans>';
  const told = (code: string, body: string) => {
    const [fact] = read(message('MT9999', code, '<ID>ZL1</ID>', body)).facts;
    return fact?.fact === 'instruction'
      ? [fact.kind, fact.number, ...fact.about.objects.map((o) => `${o.type}:${o.key}`)]
      : [];
  };
  assert.deepEqual(told('12', `${means}<Consignment>${bill}${box}</Consignment>`), [
    'hold',
    'ZL1',
    'container:CQPU1000014',
  ]);
  assert.deepEqual(told('13', `${means}<Consignment>${bill}</Consignment>`), ['hold', 'ZL1', 'bill:YZ1']);
  assert.deepEqual(told('11', means), ['release', 'ZL1', 'conveyance:9469560/2647W']);
  assert.throws(() => read(message('MT9999', '11', '<ID>ZL1</ID>')), UnreadableMessage);
});
