// The far end of carriers for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { childrenOf, parseXml, textAt, writeXml, type XmlNode } from '../../runtime/codec/xml.ts';
import type { SimulatorDefinition, SimulatorReaction } from '../../hub/mapping/contract.ts';
import { answerBarge, isBargeOrder, referenceOfBarge } from './simulate-barge.ts';
import { findApiFault, jsonAnswer, remember } from './simulate-api.ts';
import { isBooking, referenceOfBooking, takeBooking } from './simulate-booking.ts';
import { trackParcels } from './simulate-express.ts';
import { answerInstructions, carriersReference, instructionsIn, referenceOf, trackVessel } from './simulate-dcsa.ts';

const SHIPPING_INSTRUCTIONS = 'carrier.shipping-instructions';

/** What a railway says of the same: the note of the train. */
function consignmentNote(asked: XmlNode): SimulatorReaction['later'][number] {
  const text = writeXml([
    'ConsignmentNote',
    [
      ['Kind', 'CIM/SMGS'],
      ['ConsignmentNumber', textAt(asked, 'BillNumber')],
      ['TrainNumber', textAt(asked, 'Conveyance')],
      ['NumberOfPackages', textAt(asked, 'Packages')],
      ['GrossMassKg', textAt(asked, 'GrossMass')],
      [
        'Wagon',
        [
          ['WagonNumber', '12345678'],
          ...childrenOf(asked, 'Equipment').map((e) => ['Container', [['ContainerNumber', e.text]]] as const),
        ],
      ],
    ],
  ]);
  return {
    afterMs: 2000,
    message: { bytes: Buffer.from(text), contentType: 'application/xml', fileName: 'consignment-note.xml' },
  };
}

export const simulator: SimulatorDefinition = {
  name: { zh: '运输公司（模拟）', en: 'Carrier (simulated)' },
  referenceIn: (received, memory) => {
    const { bytes, kind } = received;
    if (isBargeOrder(kind)) return referenceOfBarge(bytes);
    if (isBooking(kind)) return referenceOfBooking(received, memory);
    return kind === SHIPPING_INSTRUCTIONS
      ? referenceOf(instructionsIn(bytes), 'SI')
      : textAt(parseXml(bytes), 'Reference');
  },
  react: (received, world) => {
    const { bytes, kind, scenario } = received;
    if (isBargeOrder(kind)) return { status: 200, later: answerBarge(bytes, scenario, world) };
    if (isBooking(kind)) return takeBooking(received, world);
    if (kind === SHIPPING_INSTRUCTIONS) {
      const fault = findApiFault(received, world);
      if (fault) return fault;
      const later = answerInstructions(bytes, scenario, world);
      // An update is taken without a word (DCSA).
      if (received.call?.method === 'PUT') return { status: 202, later };
      const shippingInstructionsReference = carriersReference(bytes);
      remember(world.memory, [shippingInstructionsReference], referenceOf(instructionsIn(bytes), 'SI'));
      return { status: 202, answer: jsonAnswer({ shippingInstructionsReference }), later };
    }
    const asked = parseXml(bytes);
    const vessel = textAt(asked, 'Conveyance');
    const parcels = childrenOf(asked, 'Piece').map((e) => e.text);
    const byWater = /^\d{7}$/.test(vessel);
    const tracked =
      scenario === 'TRACK' && byWater
        ? trackVessel(
            {
              vessel,
              voyage: textAt(asked, 'Journey'),
              bill: textAt(asked, 'BillNumber'),
              boxes: childrenOf(asked, 'Equipment').map((e) => e.text),
            },
            world,
          )
        : scenario !== 'TRACK'
          ? []
          : parcels.length > 0
            ? trackParcels(textAt(asked, 'BillNumber'), parcels, world)
            : [consignmentNote(asked)];
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
        ...tracked,
      ],
    };
  },
};
