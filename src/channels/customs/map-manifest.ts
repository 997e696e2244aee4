// Manifests written from the case (舱单, formats §3.1): the original manifest of an import (MT1101 by sea, MT1201 by air, MT1401 by road) and the
// advance manifest of an export (MT2101, MT2201, MT2401), where the case names who files it. The table mirrors the message.
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { uneceMode, unecePackage } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

const HEAD = 'Head';
const field = (target: string, from: string | readonly string[], more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from: typeof from === 'string' ? [from] : from,
  ...more,
});
const fields: readonly FieldMapping[] = [
  field(`${HEAD}/MessageID`, 'dispatch.clientNumber', { always: true }),
  field(`${HEAD}/FunctionCode`, 'dispatch.operation', { convert: 'manifestFunction', always: true }),
  field(`${HEAD}/MessageType`, ['direction', 'transportMode'], { convert: 'manifestType', always: true }),
  field(`${HEAD}/SenderID`, ['manifestFiler'], { length: '13', always: true }),
  field(`${HEAD}/ReceiverID`, 'borderOffice', { always: true }),
  field(`${HEAD}/SendTime`, 'dispatch.sentAt', { convert: 'partnerMilli', always: true }),
  field('Declaration/DeclarationOfficeID', 'declarationOffice'),
  field('BorderTransportMeans/JourneyID', 'voyageNumber'),
  field('BorderTransportMeans/TypeCode', 'transportMode', { codes: uneceMode }),
  field('BorderTransportMeans/ID', 'conveyanceId'),
  field('BorderTransportMeans/Name', 'conveyanceName'),
  field('Consignment/TransportContractDocument', 'billNumber'),
  field('Consignment/LoadingLocation', 'departurePort'),
  field('Consignment/UnloadingLocation', 'entryExitPort'),
  field('ConsignmentPackaging/QuantityQuantity', 'packageCount'),
  field('ConsignmentPackaging/TypeCode', 'packageKind', { codes: unecePackage }),
  field('Consignment/TotalGrossMassMeasure', 'grossMassKg'),
  field('Consignee/Name', ['consigneeName', 'traderName']),
  field('Consignor/Name', ['consignorName', 'traderName']),
  field('TransportEquipment/ID', 'containerNumber', { each: 'containers' }),
  field('TransportEquipment/CharacteristicCode', 'containerSpec', { each: 'containers', convert: 'isoSizeType' }),
  field('TransportEquipment/SealID', 'sealNumber', { each: 'containers' }),
  field('TransportEquipment/Lines', 'containerGoods', { each: 'containers' }),
  field('ConsignmentItem/SequenceNumeric', 'lineNumber', { each: 'goods' }),
  field('ConsignmentItem/CargoDescription', 'goodsName', { each: 'goods' }),
  field('ConsignmentItem/UNDGCode', 'unNumber', { each: 'goods' }),
  field('Reference', 'traderReference'),
];

function encode(mapped: readonly MappedField[]) {
  const one = (target: string) => mapped.find((f) => f.target === target)?.value ?? '';
  const leaf = (name: string, target: string): XmlPart[] => (one(target) ? [[name, one(target)]] : []);
  const part = (name: string, children: readonly XmlPart[]): XmlPart[] =>
    children.length > 0 ? [[name, children]] : [];
  const rowsOf = (group: string): ReadonlyMap<string, string>[] => {
    const rows: Map<string, string>[] = [];
    for (const f of mapped.filter((m) => m.each === group)) (rows[f.row ?? 0] ??= new Map()).set(f.target, f.value);
    return rows.filter(Boolean);
  };
  const boxes = rowsOf('containers');
  const box = (number: string): XmlPart => ['EquipmentIdentification', [['ID', number]]];
  const given = (row: ReadonlyMap<string, string>, name: string, target: string): XmlPart[] =>
    row.get(target) ? [[name, row.get(target) ?? '']] : [];
  const equipment = boxes.map((row): XmlPart => {
    const seal = row.get('TransportEquipment/SealID');
    return [
      'TransportEquipment',
      [
        box(row.get('TransportEquipment/ID') ?? ''),
        ...given(row, 'CharacteristicCode', 'TransportEquipment/CharacteristicCode'),
        ...(seal ? [['SealID', `M/${seal}`, { AgencyCode: 'AB' }] as const] : []),
      ],
    ];
  });
  /** A box that names no lines may hold any of them. */
  const boxesOf = (line: string): string[] =>
    boxes
      .filter((row) => {
        const lines = (row.get('TransportEquipment/Lines') ?? '')
          .split(',')
          .map((n) => n.trim())
          .filter(Boolean);
        return lines.length === 0 || lines.includes(line);
      })
      .map((row) => row.get('TransportEquipment/ID') ?? '');
  const items = rowsOf('goods').map((row): XmlPart => {
    const line = row.get('ConsignmentItem/SequenceNumeric') ?? '';
    return [
      'ConsignmentItem',
      [
        ['SequenceNumeric', line],
        [
          'Commodity',
          [
            ...given(row, 'CargoDescription', 'ConsignmentItem/CargoDescription'),
            ...given(row, 'UNDGCode', 'ConsignmentItem/UNDGCode'),
          ],
        ],
        ...boxesOf(line).map(box),
      ],
    ];
  });
  const type = one(`${HEAD}/MessageType`);
  const means = ['JourneyID', 'TypeCode', 'ID', 'Name'].flatMap((name) => leaf(name, `BorderTransportMeans/${name}`));
  const head = ['MessageID', 'FunctionCode', 'MessageType', 'SenderID', 'ReceiverID', 'SendTime'];
  const xml = writeXml([
    'Manifest',
    [
      [HEAD, [...head.map((name): XmlPart => [name, one(`${HEAD}/${name}`)]), ['Version', '1.0']]],
      [
        'Declaration',
        [
          ...leaf('DeclarationOfficeID', 'Declaration/DeclarationOfficeID'),
          ...part('BorderTransportMeans', means),
          [
            'Consignment',
            [
              ...part('TransportContractDocument', leaf('ID', 'Consignment/TransportContractDocument')),
              ...part('LoadingLocation', leaf('ID', 'Consignment/LoadingLocation')),
              ...part('UnloadingLocation', leaf('ID', 'Consignment/UnloadingLocation')),
              ...part('ConsignmentPackaging', [
                ...leaf('QuantityQuantity', 'ConsignmentPackaging/QuantityQuantity'),
                ...leaf('TypeCode', 'ConsignmentPackaging/TypeCode'),
              ]),
              ...leaf('TotalGrossMassMeasure', 'Consignment/TotalGrossMassMeasure'),
              ...part('Consignee', leaf('Name', 'Consignee/Name')),
              ...part('Consignor', leaf('Name', 'Consignor/Name')),
              ...equipment,
              ...items,
            ],
          ],
          ...leaf('AdditionalInformation', 'Reference'),
        ],
      ],
    ],
    { xmlns: `urn:Declaration:datamodel:standard:CN:${type}:1` },
  ]);
  const fileName = `CN_${type}_${one(`${HEAD}/MessageID`)}.xml`;
  return { bytes: encodeText(xml, 'utf-8'), mediaType: 'application/xml', charset: 'utf-8', fileName };
}

const filed: Condition = { element: 'manifestFiler', present: true };
const modes: Condition = { element: 'transportMode', in: ['2', '4', '5'] };
const byModes = (direction: string): Condition => ({
  all: [filed, { element: 'direction', equals: direction }, modes],
});
export const manifests: readonly DocumentDefinition[] = [
  {
    id: 'customs.original-manifest',
    name: { zh: '原始舱单', en: 'Original manifest' },
    trigger: 'shipment.submitted',
    neededWhen: byModes('import'),
    because: { zh: '本票由企业传输进境舱单（公告 2010-70）', en: 'The case files the manifest of arrival itself' },
    fields,
    encode,
  },
  {
    id: 'customs.advance-manifest',
    name: { zh: '预配舱单', en: 'Advance manifest' },
    trigger: 'shipment.submitted',
    neededWhen: byModes('export'),
    because: { zh: '本票由企业传输出境舱单（公告 2010-70）', en: 'The case files the manifest of departure itself' },
    fields,
    encode,
  },
  {
    id: 'customs.manifest-withdrawal',
    name: { zh: '舱单删除', en: 'Deletion of the manifest' },
    trigger: 'shipment.withdrawn',
    neededWhen: { all: [filed, modes] },
    because: { zh: '本票已撤回', en: 'The case is withdrawn' },
    fields,
    encode,
  },
];
