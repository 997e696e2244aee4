// What the simulated air cargo station says in Cargo-XML: the waybill, its house, the flight it came on, and where the goods are (N10).
import type { XmlPart } from '../../runtime/codec/xml.ts';
import { airport, type CargoXmlHead, kilograms, writeCargoXml } from './cargo-xml.ts';

export type Arriving = {
  readonly bill: string;
  readonly flight: string;
  readonly origin: string;
  readonly pieces: string;
  readonly mass: string;
};
const HERE = 'CKG';
const headOf = (id: string, at: string, name: string, business: string): CargoXmlHead => ({
  id,
  name,
  at,
  purpose: 'Creation',
  business: [['ID', business]],
});
const contract = (id: string): XmlPart => ['TransportContractDocument', [['ID', id]]];
const places = ({ origin }: Arriving): XmlPart[] => [
  airport('OriginLocation', origin),
  airport('FinalDestinationLocation', HERE),
];

export const waybill = (id: string, at: string, goods: Arriving): string =>
  writeCargoXml('XFWB', headOf(id, at, 'Air Waybill', goods.bill), [
    [
      'MasterConsignment',
      [
        kilograms('IncludedTareGrossWeightMeasure', goods.mass),
        ['TotalPieceQuantity', goods.pieces],
        ...places(goods),
        ['SpecifiedLogisticsTransportMovement', [['ID', goods.flight]]],
      ],
    ],
  ]);

export const houseManifest = (id: string, at: string, goods: Arriving): string =>
  writeCargoXml('XFHL', headOf(id, at, 'House Manifest', goods.bill), [
    [
      'MasterConsignment',
      [
        kilograms('IncludedTareGrossWeightMeasure', goods.mass),
        ['TotalPieceQuantity', goods.pieces],
        contract(goods.bill),
        ...places(goods),
        [
          'IncludedHouseConsignment',
          [
            ['SequenceNumeric', '1'],
            kilograms('GrossWeightMeasure', goods.mass),
            ['TotalPieceQuantity', goods.pieces],
            contract(`H${goods.bill.slice(-7)}`),
            ...places(goods),
          ],
        ],
      ],
    ],
  ]);

export const flightManifest = (id: string, at: string, goods: Arriving): string =>
  writeCargoXml('XFFM', headOf(id, at, 'Transport Loading Report', `${goods.flight}${goods.origin}`), [
    [
      'LogisticsTransportMovement',
      [
        ['StageCode', 'Main-Carriage'],
        ['ID', goods.flight],
        ['DepartureEvent', [airport('OccurrenceDepartureLocation', goods.origin)]],
      ],
    ],
    [
      'ArrivalEvent',
      [
        airport('OccurrenceArrivalLocation', HERE),
        [
          'AssociatedTransportCargo',
          [
            ['TypeCode', 'BLK'],
            [
              'IncludedMasterConsignment',
              [
                kilograms('GrossWeightMeasure', goods.mass),
                ['TotalPieceQuantity', goods.pieces],
                ['TransportSplitDescription', 'T'],
                contract(goods.bill),
                ...places(goods),
              ],
            ],
          ],
        ],
      ],
    ],
  ]);

export const statusMessage = (
  id: string,
  at: string,
  said: { readonly bill: string; readonly code: string; readonly back: boolean; readonly releaseNumber: string },
): string =>
  writeCargoXml(
    'XFSU',
    { ...headOf(id, at, 'Status Message', said.bill), purpose: said.back ? 'Deletion' : 'Creation' },
    [
      [
        'MasterConsignment',
        [
          contract(said.bill),
          [
            'ReportedStatus',
            [
              ['ReasonCode', said.code],
              [
                'AssociatedStatusConsignment',
                [
                  airport('SpecifiedLocation', HERE),
                  ['SpecifiedEvent', [['OccurrenceDateTime', at]]],
                  ...(said.releaseNumber
                    ? [['HandlingOSIInstructions', [['Description', `REL ${said.releaseNumber}`]]] as const]
                    : []),
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  );
