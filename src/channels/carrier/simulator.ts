// The far end of carriers for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { childrenOf, parseXml, textAt, writeXml } from '../../runtime/codec/xml.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';

export const simulator: SimulatorDefinition = {
  name: { zh: '运输公司（模拟）', en: 'Carrier (simulated)' },
  referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'Reference'),
  react: ({ bytes }, world) => {
    const asked = parseXml(bytes);
    const equipment = childrenOf(asked, 'Equipment').map(
      (e) => ['TransportEquipment', [['EquipmentIdentification', [['ID', e.text]]]]] as const,
    );
    const head = (type: string) =>
      [
        'Head',
        [
          ['MessageID', `SIM_${world.next()}_${textAt(asked, 'BillNumber')}`],
          ['FunctionCode', '9'],
          ['MessageType', type],
          ['SenderID', 'SIM'],
          ['ReceiverID', 'PORTICO'],
          ['SendTime', toPartnerTime(world.now, 'yyyyMMddHHmmssSSS')],
          ['Version', '1.0'],
        ],
      ] as const;
    const means = [
      'BorderTransportMeans',
      [
        ['JourneyID', textAt(asked, 'Journey')],
        ['ID', textAt(asked, 'Conveyance')],
      ],
    ] as const;
    const manifest = writeXml([
      'Manifest',
      [
        head('MT2101'),
        [
          'Declaration',
          [
            means,
            [
              'Consignment',
              [
                ['TransportContractDocument', [['ID', textAt(asked, 'BillNumber')]]],
                ['ConsignmentPackaging', [['QuantityQuantity', textAt(asked, 'Packages')]]],
                ['TotalGrossMassMeasure', textAt(asked, 'GrossMass')],
                ...equipment,
              ],
            ],
          ],
        ],
      ],
    ]);
    const arrival = writeXml([
      'Manifest',
      [
        head('MT3101'),
        [
          'Declaration',
          [
            means,
            [
              'UnloadingLocation',
              [
                ['ID', textAt(asked, 'StationCode')],
                ['ArrivalDate', toPartnerTime(world.now, 'yyyyMMdd')],
              ],
            ],
            ...equipment,
          ],
        ],
      ],
    ]);
    return {
      status: 200,
      later: [
        {
          afterMs: 400,
          message: { bytes: Buffer.from(manifest), contentType: 'application/xml', fileName: 'MT2101.xml' },
        },
        {
          afterMs: 1200,
          message: { bytes: Buffer.from(arrival), contentType: 'application/xml', fileName: 'MT3101.xml' },
        },
      ],
    };
  },
};
