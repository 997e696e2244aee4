// The air waybill of an export, told to the station in Cargo-XML (XFWB, and XFHL where a house waybill is named): what the form knows of it. Rates,
// signatures and the addresses of the parties stand in the carrier's own waybill and are not made up here (N10).
import type { Condition } from '../../kernel/condition.ts';
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { readPartnerTime, toPartnerTime } from '../../kernel/instant.ts';
import { alphaTwoCountry } from '../../hub/mapping/index.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import type { XmlPart } from '../../runtime/codec/xml.ts';
import { airport, kilograms, writeCargoXml } from './cargo-xml.ts';
import { iataAirports } from './codes.ts';

/** Where the airport of destination has an IATA code in our table: a waybill to nowhere is none. */
const byAir: Condition = {
  all: [
    { element: 'transportMode', equals: '5' },
    { element: 'direction', equals: 'export' },
    { element: 'billNumber', present: true },
    { element: 'transitPort', in: iataAirports.rows.map((row) => row.ours) },
  ],
};
const PURPOSE = 'MessageHeaderDocument/PurposeCode';
const MASTER = 'MasterConsignment';
const fields: readonly FieldMapping[] = [
  { target: 'MessageHeaderDocument/ID', from: ['dispatch.clientNumber'], always: true },
  { target: 'MessageHeaderDocument/IssueDateTime', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
  { target: PURPOSE, from: ['dispatch.operation'], always: true },
  { target: 'BusinessHeaderDocument/ID', from: ['billNumber'], required: true },
  { target: 'BusinessHeaderDocument/Reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: `${MASTER}/IncludedTareGrossWeightMeasure`, from: ['grossMassKg'], convert: 'massThree' },
  { target: `${MASTER}/TotalPieceQuantity`, from: ['packageCount'] },
  { target: `${MASTER}/ConsignorParty`, from: ['traderNameForeign', 'traderName'], length: '70' },
  { target: `${MASTER}/ConsigneeParty`, from: ['consigneeName'], length: '70' },
  {
    target: `${MASTER}/ConsigneeCountry`,
    from: ['tradeCountry'],
    codes: alphaTwoCountry,
    when: { element: 'tradeCountry', in: alphaTwoCountry.rows.map((row) => row.ours) },
  },
  { target: `${MASTER}/FinalDestinationLocation`, from: ['transitPort'], codes: iataAirports },
  { target: `${MASTER}/Flight`, from: ['conveyanceName'] },
  { target: `${MASTER}/IncludedHouseConsignment`, from: ['houseBillNumber'] },
  { target: `${MASTER}/SummaryDescription`, from: ['goodsNameForeign', 'goodsName'], each: 'goods' },
];

type Parts = readonly XmlPart[];
const purposes = { declare: 'Creation', amend: 'Update', withdraw: 'Deletion' } as const;
const purposeOf = (operation: string) => purposes[operation as keyof typeof purposes] ?? 'Creation';

/** XFWB: the master waybill. XFHL: the master and the one house that the case is of. */
const encoder =
  (kind: 'XFWB' | 'XFHL') =>
  (mapped: readonly MappedField[]): EncodedDocument => {
    const one = (target: string): string => mapped.find((f) => f.target === target)?.value ?? '';
    const of = (name: string): string => one(`${MASTER}/${name}`);
    const leaf = (name: string): Parts => (of(name) ? [[name, of(name)]] : []);
    const named = (name: string, country: string): Parts =>
      of(name)
        ? [
            [
              name,
              [
                ['Name', of(name).slice(0, 70)],
                ...(country ? [['PostalStructuredAddress', [['CountryID', country]]] as const] : []),
              ],
            ],
          ]
        : [];
    const mass = (name: string): Parts =>
      of('IncludedTareGrossWeightMeasure') ? [kilograms(name, of('IncludedTareGrossWeightMeasure'))] : [];
    const at = readPartnerTime(one('MessageHeaderDocument/IssueDateTime'));
    // `112-12345675_H001`: the declaration names master and house in one.
    const waybill = one('BusinessHeaderDocument/ID').split('_', 1)[0] ?? '';
    const id = one('MessageHeaderDocument/ID');
    const places: Parts = [
      airport('OriginLocation', 'CKG'),
      airport('FinalDestinationLocation', of('FinalDestinationLocation')),
    ];
    const flight = of('Flight');
    const business: Parts = [
      ['ID', waybill],
      ['Reference', one('BusinessHeaderDocument/Reference')],
    ];
    const master: Parts =
      kind === 'XFWB'
        ? [
            ...mass('IncludedTareGrossWeightMeasure'),
            ...leaf('TotalPieceQuantity'),
            ...named('ConsignorParty', 'CN'),
            ...named('ConsigneeParty', of('ConsigneeCountry')),
            ...places,
            ...(flight
              ? [
                  [
                    'SpecifiedLogisticsTransportMovement',
                    [
                      ['StageCode', 'Main-Carriage'],
                      ['ID', flight],
                    ],
                  ] as const,
                ]
              : []),
          ]
        : [
            ...mass('IncludedTareGrossWeightMeasure'),
            ...leaf('TotalPieceQuantity'),
            ['TransportContractDocument', [['ID', waybill]]],
            ...places,
            [
              'IncludedHouseConsignment',
              [
                ['SequenceNumeric', '1'],
                ...mass('GrossWeightMeasure'),
                ...leaf('TotalPieceQuantity'),
                ...leaf('SummaryDescription'),
                ['TransportContractDocument', [['ID', of('IncludedHouseConsignment')]]],
                ...places,
              ],
            ],
          ];
    const text = writeCargoXml(
      kind,
      {
        id,
        name: kind === 'XFWB' ? 'Air Waybill' : 'House Manifest',
        at: at ? toPartnerTime(at, 'yyyy-MM-ddTHH:mm:ss') : '',
        purpose: purposeOf(one(PURPOSE)),
        business,
      },
      [[MASTER, master]],
    );
    return {
      bytes: encodeText(text, 'utf-8'),
      mediaType: 'application/xml',
      charset: 'utf-8',
      fileName: `${kind}.xml`,
    };
  };

const filed = { zh: '空运出口，货站凭运单收运', en: 'An export by air is taken in on its waybill' };
const withdrawn = { zh: '申报已撤回', en: 'The filing is withdrawn' };
const inHouse: Condition = { all: [byAir, { element: 'houseBillNumber', present: true }] };

export const waybills: readonly DocumentDefinition[] = [
  {
    id: 'airport-station.waybill',
    name: { zh: '空运单', en: 'Air waybill' },
    trigger: 'shipment.submitted',
    neededWhen: byAir,
    because: filed,
    fields,
    encode: encoder('XFWB'),
  },
  {
    id: 'airport-station.house-manifest',
    name: { zh: '分运单清单', en: 'House manifest' },
    trigger: 'shipment.submitted',
    neededWhen: inHouse,
    because: filed,
    fields,
    encode: encoder('XFHL'),
  },
  {
    id: 'airport-station.waybill-withdrawal',
    name: { zh: '撤回空运单', en: 'Withdrawal of the air waybill' },
    trigger: 'shipment.withdrawn',
    neededWhen: byAir,
    because: withdrawn,
    fields,
    encode: encoder('XFWB'),
  },
  {
    id: 'airport-station.house-manifest-withdrawal',
    name: { zh: '撤回分运单清单', en: 'Withdrawal of the house manifest' },
    trigger: 'shipment.withdrawn',
    neededWhen: inHouse,
    because: withdrawn,
    fields,
    encode: encoder('XFHL'),
  },
];
