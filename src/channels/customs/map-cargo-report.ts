// What is told customs of goods under way (舱单, formats §3.1): arrival reports of exports (运抵 MT3101, 3201, 3402), loading manifests (装载 MT4101,
// 4201) and tally reports (理货 MT51xx, 52xx), from what stations say. Only the layout of MT3101 is public; the others follow it and the manifest
// with the published data items, to be agreed.
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { uneceMode, unecePackage } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

const field = (target: string, from: readonly string[], more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from,
  ...more,
});
const headOf = (filer: string, type: FieldMapping): FieldMapping[] => [
  field('Head/MessageID', ['dispatch.clientNumber'], { always: true }),
  type,
  field('Head/SenderID', [filer], { length: '13', always: true }),
  field('Head/ReceiverID', ['borderOffice'], { always: true }),
  field('Head/SendTime', ['dispatch.sentAt'], { convert: 'partnerMilli', always: true }),
  field('Declaration/DeclarationOfficeID', ['declarationOffice']),
  field('BorderTransportMeans/JourneyID', ['voyageNumber']),
  field('BorderTransportMeans/TypeCode', ['transportMode'], { codes: uneceMode }),
  field('BorderTransportMeans/ID', ['conveyanceId']),
  field('BorderTransportMeans/Name', ['conveyanceName']),
  field('Consignment/TransportContractDocument', ['billNumber']),
];
const boxes = [
  field('TransportEquipment/ID', ['containerNumber'], { each: 'containers' }),
  field('TransportEquipment/CharacteristicCode', ['containerSpec'], { each: 'containers', convert: 'isoSizeType' }),
];
const counts = [
  field('ConsignmentPackaging/QuantityQuantity', ['packageCount']),
  field('ConsignmentPackaging/TypeCode', ['packageKind'], { codes: unecePackage }),
  field('Consignment/TotalGrossMassMeasure', ['grossMassKg']),
];
const typeFrom = (convert: FieldMapping['convert'] & string, from: readonly string[]): FieldMapping =>
  field('Head/MessageType', from, { convert, always: true });
const arrivedAt = [
  field('UnloadingLocation/ID', ['yardCode', 'arrival.place']),
  field('UnloadingLocation/ArrivalDate', ['arrival.arrivedAt'], { convert: 'partnerMilli' }),
];
const reference = field('Reference', ['traderReference']);

const arrival = [
  ...headOf('arrivalFiler', typeFrom('arrivalReportType', ['transportMode'])),
  ...arrivedAt,
  ...boxes,
  reference,
];
const loading = [
  ...headOf('manifestFiler', typeFrom('loadingManifestType', ['transportMode'])),
  field('LoadingLocation/ID', ['entryExitPort']),
  field('LoadingLocation/LoadingDate', ['release.at'], { convert: 'partnerMilli' }),
  ...counts,
  ...boxes,
  reference,
];
const tally = headOf('tallyFiler', typeFrom('tallyReportType', ['direction', 'transportMode']));
const dischargeTally = [
  ...tally,
  field('UnloadingLocation/ID', ['yardCode', 'arrival.place']),
  field('UnloadingLocation/CompletionDate', ['arrival.arrivedAt'], { convert: 'partnerMilli' }),
  ...counts,
  ...boxes,
  reference,
];
const loadingTally = [
  ...tally,
  field('LoadingLocation/ID', ['yardCode', 'release.stationId']),
  field('LoadingLocation/CompletionDate', ['release.at'], { convert: 'partnerMilli' }),
  ...counts,
  ...boxes,
  reference,
];

/** 5 in the public sample; a case declares no empty box. */
const FULL = '5';
/** Of the message function: 2 adds to what customs has, as the sample's arrival report does; 9 the main data, 3 deletes. */
type MessageFunction = '2' | '9' | '3';

const encoder =
  (messageFunction: MessageFunction): DocumentDefinition['encode'] =>
  (mapped, { overlay }) => {
    const one = (target: string) => mapped.find((f) => f.target === target)?.value ?? '';
    const leaf = (name: string, target: string): XmlPart[] => (one(target) ? [[name, one(target)]] : []);
    const part = (name: string, children: readonly XmlPart[]): XmlPart[] =>
      children.length > 0 ? [[name, children]] : [];
    const office = one('Declaration/DeclarationOfficeID');
    // A train or a vessel brings boxes of many cases: only this one's are named. A report that names none is of the bill.
    const named = (overlay['arrival.containers'] ?? '').split(',').filter(Boolean);
    const all = boxesIn(mapped);
    const told = named.length === 0 ? all : all.filter((row) => named.includes(row.get('TransportEquipment/ID') ?? ''));
    const whole = told.length === all.length;
    const equipment = told.map((row): XmlPart => {
      const size = row.get('TransportEquipment/CharacteristicCode');
      return [
        'TransportEquipment',
        [
          ['EquipmentIdentification', [['ID', row.get('TransportEquipment/ID') ?? '']]],
          ...(size ? [['CharacteristicCode', size] as const] : []),
          ['FullnessCode', FULL],
        ],
      ];
    });
    // Place as the sample has it: the yard's code, a stroke, the customs office.
    const place = (name: string): XmlPart[] =>
      part(name, [
        ...(one(`${name}/ID`) ? [['ID', office ? `${one(`${name}/ID`)}/${office}` : one(`${name}/ID`)] as const] : []),
        ...leaf('ArrivalDate', `${name}/ArrivalDate`).map(([tag, at]): XmlPart => [tag, String(at).slice(0, 8)]),
        ...leaf('LoadingDate', `${name}/LoadingDate`).map(([tag, at]): XmlPart => [tag, String(at).slice(0, 12)]),
        ...leaf('CompletionDate', `${name}/CompletionDate`).map(([tag, at]): XmlPart => [tag, String(at).slice(0, 14)]),
      ]);
    const type = one('Head/MessageType');
    const head: XmlPart[] = [
      ['MessageID', one('Head/MessageID')],
      ['FunctionCode', messageFunction],
      ...['MessageType', 'SenderID', 'ReceiverID', 'SendTime'].map((name): XmlPart => [name, one(`Head/${name}`)]),
      ['Version', '1.0'],
    ];
    const isArrival = type.startsWith('MT3');
    const contract = part('TransportContractDocument', leaf('ID', 'Consignment/TransportContractDocument'));
    // Pieces and mass are the whole bill's: a report of some of its boxes does not know theirs.
    const consignment = [
      ...contract,
      ...(whole
        ? [
            ...part('ConsignmentPackaging', [
              ...leaf('QuantityQuantity', 'ConsignmentPackaging/QuantityQuantity'),
              ...leaf('TypeCode', 'ConsignmentPackaging/TypeCode'),
            ]),
            ...leaf('TotalGrossMassMeasure', 'Consignment/TotalGrossMassMeasure'),
          ]
        : []),
      ...equipment,
    ];
    const means = ['JourneyID', 'TypeCode', 'ID', 'Name'].flatMap((name) => leaf(name, `BorderTransportMeans/${name}`));
    const xml = writeXml([
      'Manifest',
      [
        ['Head', head],
        [
          'Declaration',
          [
            ...leaf('DeclarationOfficeID', 'Declaration/DeclarationOfficeID'),
            ...part('BorderTransportMeans', means),
            ...place('LoadingLocation'),
            ...place('UnloadingLocation'),
            ...(isArrival && equipment.length > 0
              ? equipment
              : part('Consignment', isArrival ? contract : consignment)),
            ...leaf('AdditionalInformation', 'Reference'),
          ],
        ],
      ],
      { xmlns: `urn:Declaration:datamodel:standard:CN:${type}:1` },
    ]);
    const fileName = `CN_${type}_${one('Head/MessageID')}.xml`;
    return { bytes: encodeText(xml, 'utf-8'), mediaType: 'application/xml', charset: 'utf-8', fileName };
  };
function boxesIn(mapped: readonly MappedField[]): ReadonlyMap<string, string>[] {
  const rows: Map<string, string>[] = [];
  for (const f of mapped.filter((m) => m.each === 'containers'))
    (rows[f.row ?? 0] ??= new Map()).set(f.target, f.value);
  return rows.filter(Boolean);
}

const is = (element: string, equals: string): Condition => ({ element, equals });
const exports = (modes: readonly string[]): Condition[] => [
  is('direction', 'export'),
  { element: 'transportMode', in: modes },
];
const byStation: Condition = { element: 'arrival.station', present: true };
const back: Condition = { element: 'arrival.reversed', present: true };
const stands: Condition = { element: 'arrival.reversed', present: false };
const arrives: Condition[] = [{ element: 'arrivalFiler', present: true }, byStation, ...exports(['2', '4', '5'])];
const discharges: Condition[] = [
  { element: 'tallyFiler', present: true },
  byStation,
  is('arrival.discharged', 'true'),
  is('direction', 'import'),
  { element: 'transportMode', in: ['2', '5'] },
];
const allLoaded: Condition[] = [is('release.movement', 'loaded'), is('release.notLoaded', '0'), ...exports(['2', '5'])];
/** The one taken back was the last to make it whole; of the next ones customs has nothing any more. */
const oneUnloaded: Condition[] = [
  is('release.movement', 'loaded'),
  is('release.notLoaded', '1'),
  ...exports(['2', '5']),
];
const files = (element: string): Condition => ({ element, present: true });

const words = {
  arrived: { zh: '货物运抵监管场所（公告 2010-70）', en: 'The goods have come into the supervised place' },
  loaded: { zh: '出口货物全部装载（公告 2010-70）', en: 'All goods of the export are loaded' },
  tallied: { zh: '货物已卸下，须理货报告（公告 2010-70）', en: 'The goods are discharged and tallied' },
  taken: { zh: '场站撤销其报告', en: 'The station takes back what it said' },
} as const;
type Row = readonly [
  id: string,
  zh: string,
  en: string,
  trigger: DocumentDefinition['trigger'],
  when: readonly Condition[],
  because: DocumentDefinition['because'],
  fields: readonly FieldMapping[],
  messageFunction: MessageFunction,
  deletes?: string,
];
const rows: readonly Row[] = [
  [
    'arrival-report',
    '运抵报告',
    'Arrival report',
    'shipment.cargo-arrived',
    [...arrives, stands],
    words.arrived,
    arrival,
    '2',
  ],
  [
    'arrival-deletion',
    '运抵报告删除',
    'Deletion of the arrival report',
    'shipment.cargo-arrived',
    [...arrives, back],
    words.taken,
    arrival,
    '3',
    'arrival-report',
  ],
  [
    'loading-manifest',
    '装载舱单',
    'Loading manifest',
    'release.moved',
    [files('manifestFiler'), ...allLoaded],
    words.loaded,
    loading,
    '9',
  ],
  [
    'loading-deletion',
    '装载舱单删除',
    'Deletion of the loading manifest',
    'release.move-reversed',
    [files('manifestFiler'), ...oneUnloaded],
    words.taken,
    loading,
    '3',
    'loading-manifest',
  ],
  [
    'discharge-tally',
    '进口理货报告',
    'Tally report of the discharge',
    'shipment.cargo-arrived',
    [...discharges, stands],
    words.tallied,
    dischargeTally,
    '9',
  ],
  [
    'discharge-tally-deletion',
    '进口理货报告删除',
    'Deletion of the tally of the discharge',
    'shipment.cargo-arrived',
    [...discharges, back],
    words.taken,
    dischargeTally,
    '3',
    'discharge-tally',
  ],
  [
    'loading-tally',
    '出口理货报告',
    'Tally report of the loading',
    'release.moved',
    [files('tallyFiler'), ...allLoaded],
    words.loaded,
    loadingTally,
    '9',
  ],
  [
    'loading-tally-deletion',
    '出口理货报告删除',
    'Deletion of the tally of the loading',
    'release.move-reversed',
    [files('tallyFiler'), ...oneUnloaded],
    words.taken,
    loadingTally,
    '3',
    'loading-tally',
  ],
];
export const cargoReports: readonly DocumentDefinition[] = rows.map(
  ([id, zh, en, trigger, when, because, fields, messageFunction, deletes]) => ({
    id: `customs.${id}`,
    name: { zh, en },
    trigger,
    neededWhen: { all: when },
    because,
    fields,
    standsAlone: true,
    ...(deletes ? { deletes: `customs.${deletes}` } : {}),
    encode: encoder(messageFunction),
  }),
);
