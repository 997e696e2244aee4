// Cargo-XML of the air cargo station (N10): read as other senders write it (prefixes, zones, pounds, parts, codes that mean nothing here), kept
// with everything in it, and written with the names, namespaces and order of the public descriptions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { airportStation } from './index.ts';
import { mapDocument } from '../../hub/mapping/index.ts';
import { XmlSources } from '../../runtime/codec/xml-node.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { canonicalize } from '../../runtime/signatures/c14n.ts';
import { airExport } from '../../../tests/support/forms.ts';

const message = (root: string, namespace: string, body: string, purpose = 'Creation') => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:${root} xmlns:rsm="${namespace}" xmlns:ram="iata:datamodel:3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <rsm:MessageHeaderDocument>
  <ram:ID>112-12345675</ram:ID><ram:Name>x</ram:Name><ram:TypeCode>740</ram:TypeCode>
  <ram:IssueDateTime>2026-11-20T10:00:00.5+08:00</ram:IssueDateTime>
  <ram:PurposeCode>${purpose}</ram:PurposeCode><ram:VersionID>3.00</ram:VersionID>
  <ram:ConversationID>c-1</ram:ConversationID>
  <ram:SenderParty><ram:PrimaryID schemeID="P">REUAIR08CKG</ram:PrimaryID></ram:SenderParty>
 </rsm:MessageHeaderDocument>
 ${body}
</rsm:${root}>`;
  return { bytes: Buffer.from(text), contentType: 'application/xml' };
};
const status = (code: string, when: string, more = '') =>
  `<ram:ReportedStatus><ram:ReasonCode>${code}</ram:ReasonCode><ram:AssociatedStatusConsignment>
   <ram:GrossWeightMeasure unitCode="KGM">2100</ram:GrossWeightMeasure><ram:PieceQuantity>80</ram:PieceQuantity>
   <ram:SpecifiedLocation><ram:ID>CKG</ram:ID></ram:SpecifiedLocation>
   <ram:SpecifiedEvent><ram:OccurrenceDateTime>${when}</ram:OccurrenceDateTime><ram:DateTimeTypeCode>A</ram:DateTimeTypeCode></ram:SpecifiedEvent>
   ${more}</ram:AssociatedStatusConsignment></ram:ReportedStatus>`;
const xfsu = (statuses: string, purpose?: string) =>
  message(
    'StatusMessage',
    'iata:statusmessage:1',
    `<rsm:BusinessHeaderDocument><ram:ID>1</ram:ID></rsm:BusinessHeaderDocument>
 <rsm:MasterConsignment><ram:TransportContractDocument><ram:ID>11212345675</ram:ID></ram:TransportContractDocument>${statuses}</rsm:MasterConsignment>`,
    purpose,
  );
const reasonOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableMessage) return `${error.reason.zh} ${error.reason.en}`;
    throw error;
  }
  return 'it was read';
};

test('[N10] XFSU: each status that says something here is a fact, with its own time; what means nothing here is passed over', () => {
  const osi = '<ram:HandlingOSIInstructions><ram:Description>REL R-1</ram:Description></ram:HandlingOSIInstructions>';
  const sent = xfsu(
    status('RCF', '2026-11-20T11:00:00') +
      status('NFD', '2026-11-20T11:30:00') +
      status('DLV', '2026-11-20T04:00:00Z', osi),
  );
  assert.ok(airportStation.recognises(sent));
  const told = airportStation.interpret(sent);
  assert.equal(told.format, 'XFSU RCF');
  assert.deepEqual(told.facts, [
    {
      fact: 'arrived',
      place: 'CKG-JIANGBEI',
      arrivedAt: '2026-11-20T03:00:00.000Z',
      bill: '112-12345675',
      containers: [],
      discharged: true,
    },
    {
      fact: 'gated-out',
      place: 'CKG-JIANGBEI',
      at: '2026-11-20T04:00:00.000Z',
      bill: '112-12345675',
      releaseNumber: 'R-1',
    },
  ]);
});

test('[N10] XFSU: a deletion takes the status back and has another number', () => {
  const said = airportStation.interpret(xfsu(status('MAN', '2026-11-20T11:00:00')));
  const back = airportStation.interpret(xfsu(status('MAN', '2026-11-20T11:00:00'), 'Deletion'));
  assert.notEqual(said.partnerMessageId, back.partnerMessageId);
  assert.equal(back.format, 'XFSU MAN Deletion');
  assert.deepEqual(
    back.facts.map((fact) => 'reversed' in fact && fact.reversed),
    [true],
  );
});

test('[N10] XFSU: an unknown code, a missing time or an unknown purpose is a reason that names it', () => {
  assert.match(
    reasonOf(() => airportStation.interpret(xfsu(status('QQQ', '2026-11-20T11:00:00')))),
    /QQQ.*QQQ/,
  );
  assert.match(
    reasonOf(() => airportStation.interpret(xfsu(status('DLV', '2026-02-30T11:00:00')))),
    /DLV.*2026-02-30/,
  );
  assert.match(
    reasonOf(() => airportStation.interpret(xfsu(status('DLV', '2026-11-20T11:00:00'), 'Maybe'))),
    /Maybe/,
  );
});

test('[N10] XFFM: of a flight that comes, what is unloaded here; a part is no count of the waybill, and pounds are left alone', () => {
  const consignment = (bill: string, split: string, unit = 'KGM') =>
    `<ram:IncludedMasterConsignment><ram:GrossWeightMeasure unitCode="${unit}">2100</ram:GrossWeightMeasure>
     <ram:TotalPieceQuantity>80</ram:TotalPieceQuantity><ram:TransportSplitDescription>${split}</ram:TransportSplitDescription>
     <ram:TransportContractDocument><ram:ID>${bill}</ram:ID></ram:TransportContractDocument></ram:IncludedMasterConsignment>`;
  const arrival = (at: string, inside: string) =>
    `<rsm:ArrivalEvent><ram:OccurrenceArrivalLocation><ram:ID>${at}</ram:ID></ram:OccurrenceArrivalLocation>
     <ram:AssociatedTransportCargo><ram:TypeCode>ULD</ram:TypeCode>${inside}</ram:AssociatedTransportCargo></rsm:ArrivalEvent>`;
  const flight = (from: string) =>
    message(
      'FlightManifest',
      'iata:flightmanifest:1',
      `<rsm:BusinessHeaderDocument><ram:ID>CA442</ram:ID></rsm:BusinessHeaderDocument>
       <rsm:LogisticsTransportMovement><ram:ID>CA442</ram:ID><ram:DepartureEvent><ram:OccurrenceDepartureLocation><ram:ID>${from}</ram:ID>
       </ram:OccurrenceDepartureLocation></ram:DepartureEvent></rsm:LogisticsTransportMovement>
       ${arrival('URC', consignment('112-00000011', 'T'))}
       ${arrival('CKG', consignment('112-12345675', 'T') + consignment('112-12345686', 'P') + consignment('112-12345690', 'T', 'LBR'))}`,
    );
  const [fact] = airportStation.interpret(flight('FRA')).facts;
  assert.deepEqual(fact, {
    fact: 'manifested',
    conveyance: 'CA442',
    bills: [
      { bill: '112-12345675', packages: '80', grossMassKg: '2100', containers: [] },
      { bill: '112-12345686', containers: [] },
      { bill: '112-12345690', packages: '80', containers: [] },
    ],
  });
  const [leaving] = airportStation.interpret(flight('CKG')).facts;
  assert.equal(leaving?.fact === 'manifested' && leaving.bills.length, 4);
});

test('[N10][P3] everything in a message survives reading and writing again, known here or not', () => {
  const odd = '<ram:Odd ram:of="1">2 &lt; 3<ram:Deep/></ram:Odd>';
  const { bytes } = xfsu(status('RCF', '2026-11-20T11:00:00', odd));
  const again = writtenAgain(bytes);
  assert.deepEqual(plain(parseXml(again)), plain(parseXml(bytes)));
  assert.match(again.toString(), /<ram:Odd ram:of="1">2 &lt; 3<ram:Deep><\/ram:Deep><\/ram:Odd>/);
  assert.deepEqual(airportStation.interpret({ bytes: again }), airportStation.interpret({ bytes }));
});
function writtenAgain(bytes: Uint8Array): Buffer {
  const sources = new XmlSources();
  const root = parseXml(bytes, undefined, sources);
  return canonicalize(root, sources, { exclusive: false, comments: true });
}
const plain = (node: XmlNode): unknown => [
  node.namespace,
  node.name,
  [...node.attributes],
  node.text,
  node.children.map(plain),
];

const overlay = {
  'dispatch.clientNumber': 'I26112600000010001',
  'dispatch.shipmentNumber': 'PT2611260000001',
  'dispatch.sentAt': '2026-11-20T02:00:00.000Z',
  'dispatch.operation': 'amend',
};
function written(id: string, more = {}): Uint8Array {
  const document = airportStation.documents.find((one) => one.id === id);
  assert.ok(document);
  const form = { ...airExport('CLEAN-1'), ...more };
  const fields = mapDocument(document.fields, form, overlay, undefined, '2026-11-20');
  return document.encode(fields, { form, overlay }).bytes;
}
const names = (node: XmlNode | undefined): string[] => node?.children.map((child) => child.name) ?? [];

test('[N10][P10] XFWB of an export: the parts in the namespace of the message, all below in that of the model, in the order of the public samples', () => {
  const root = parseXml(
    written('airport-station.waybill', { billNumber: '112-12345686_CQH1', consigneeName: 'ROTTERDAM PARTS BV' }),
  );
  assert.deepEqual([root.name, root.namespace], ['Waybill', 'iata:waybill:1']);
  assert.deepEqual(names(root), ['MessageHeaderDocument', 'BusinessHeaderDocument', 'MasterConsignment']);
  for (const part of root.children) {
    assert.equal(part.namespace, 'iata:waybill:1');
    const below = (node: XmlNode): XmlNode[] => node.children.flatMap((child) => [child, ...below(child)]);
    assert.deepEqual([...new Set(below(part).map((node) => node.namespace))], ['iata:datamodel:3']);
  }
  const [header, business, master] = root.children;
  assert.deepEqual(names(header), ['ID', 'Name', 'TypeCode', 'IssueDateTime', 'PurposeCode', 'VersionID']);
  assert.equal(textAt(header, 'TypeCode'), '740');
  assert.equal(textAt(header, 'IssueDateTime'), '2026-11-20T10:00:00');
  assert.equal(textAt(header, 'PurposeCode'), 'Update');
  assert.equal(textAt(business, 'ID'), '112-12345686');
  assert.deepEqual(names(master), [
    'IncludedTareGrossWeightMeasure',
    'TotalPieceQuantity',
    'ConsignorParty',
    'ConsigneeParty',
    'OriginLocation',
    'FinalDestinationLocation',
    'SpecifiedLogisticsTransportMovement',
  ]);
  assert.equal(textAt(master, 'ConsigneeParty/PostalStructuredAddress/CountryID'), 'NL');
  assert.equal(textAt(master, 'FinalDestinationLocation/ID'), 'AMS');
  assert.equal(master?.children[0]?.attributes.get('unitCode'), 'KGM');
});

test('[N10][P10] XFHL of an export: the house that the case is of, under its master', () => {
  const bytes = written('airport-station.house-manifest');
  assert.equal(parseXml(bytes).namespace, 'iata:housemanifest:1');
  const [fact] = airportStation.interpret({ bytes }).facts;
  assert.ok(fact?.fact === 'manifested');
  assert.deepEqual(
    fact.bills.map(({ bill }) => bill),
    ['112-12345686', 'CQH2611001'],
  );
});
