// Carriers (N11): manifests (MT2101) and arrivals (MT3101, also in their signed wrapper) come in; a manifest reference goes out.
import type { Channel, EncodedDocument, Interpretation, MappedField } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';
import { fromPartnerTime, readPartnerTime, toPartnerTime } from '../../kernel/instant.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, writeXml, type XmlNode } from '../../runtime/codec/xml.ts';

function interpret(bytes: Uint8Array): Interpretation {
  const manifest = findNode(parseXml(bytes), 'Manifest');
  const declaration = manifest?.children.find((c) => c.name === 'Declaration');
  const type = textAt(manifest, 'Head/MessageType');
  const id = textAt(manifest, 'Head/MessageID');
  if (!declaration || !id) throw new UnreadableMessage('不是舱单报文', 'It is not a manifest message');
  if (/^MT(1|2)\d01/.test(type)) return { format: type, partnerMessageId: id, facts: [manifested(declaration)] };
  if (/^MT3\d01/.test(type)) return { format: type, partnerMessageId: id, facts: [arrived(declaration)] };
  throw new UnreadableMessage(`暂不支持舱单类型 ${type}`, `Manifest type ${type} is not supported here`);
}

const containersOf = (node: XmlNode): string[] =>
  childrenOf(node, 'TransportEquipment')
    .map((e) => textAt(e, 'EquipmentIdentification/ID'))
    .filter(Boolean);

function manifested(declaration: XmlNode): Interpretation['facts'][number] {
  const voyage = textAt(declaration, 'BorderTransportMeans/JourneyID');
  const bills = childrenOf(declaration, 'Consignment').map((c) => {
    const packages = textAt(c, 'ConsignmentPackaging/QuantityQuantity');
    const grossMassKg = textAt(c, 'TotalGrossMassMeasure');
    // A pre-manifest may carry the booking number only on its equipment.
    const bill = textAt(c, 'TransportContractDocument/ID') || textAt(c, 'TransportEquipment/BookingNumber');
    return {
      bill,
      containers: containersOf(c),
      ...(packages ? { packages } : {}),
      ...(grossMassKg ? { grossMassKg } : {}),
    };
  });
  return {
    fact: 'manifested',
    conveyance: textAt(declaration, 'BorderTransportMeans/ID') || textAt(declaration, 'BorderTransportMeans/Name'),
    bills,
    ...(voyage ? { voyage } : {}),
  };
}

function arrived(declaration: XmlNode): Interpretation['facts'][number] {
  const when = textAt(declaration, 'UnloadingLocation/ArrivalDate');
  const arrivedAt = readPartnerTime(when) ?? fromPartnerTime(when.slice(0, 8), 'yyyyMMdd');
  if (!arrivedAt) throw new UnreadableMessage(`运抵时间不正确：${when}`, `The arrival date is wrong: ${when}`);
  return {
    fact: 'arrived',
    place: textAt(declaration, 'UnloadingLocation/ID'),
    arrivedAt,
    conveyance: textAt(declaration, 'BorderTransportMeans/ID'),
    containers: containersOf(declaration),
  };
}

const onBill: Condition = {
  all: [
    { element: 'transportMode', in: ['2', '3', '5'] },
    { element: 'billNumber', present: true },
  ],
};
const encodeReference = (fields: readonly MappedField[]): EncodedDocument => ({
  bytes: encodeText(writeXml(['ManifestReference', fields.map((f) => [f.target, f.value] as const)]), 'utf-8'),
  mediaType: 'application/xml',
  charset: 'utf-8',
  fileName: 'manifest-reference.xml',
});

export const carrier: Channel = {
  id: 'carrier',
  promise: 'N11',
  name: { zh: '运输公司', en: 'Carrier' },
  profile: {
    transport: 'http-push',
    simulatorPort: 9105,
    path: '/',
    charset: 'utf-8',
    timeoutMs: 10_000,
    maxBytes: 4 * 1024 * 1024,
    retryAfterMs: [1000, 5000, 30_000, 300_000],
    format: 'published',
  },
  documents: [
    {
      id: 'carrier.manifest-reference',
      name: { zh: '舱单核对', en: 'Manifest reference' },
      trigger: 'shipment.submitted',
      neededWhen: onBill,
      because: { zh: '与承运人舱单核对提运单和箱号', en: 'Bill and boxes are matched with the carrier’s manifest' },
      fields: [
        { target: 'Reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
        { target: 'BillNumber', from: ['billNumber'] },
        { target: 'Conveyance', from: ['conveyanceId'] },
        { target: 'Journey', from: ['voyageNumber'] },
        { target: 'StationCode', from: ['stationCode'] },
        { target: 'Packages', from: ['packageCount'] },
        { target: 'GrossMass', from: ['grossMassKg'] },
        { target: 'Equipment', from: ['containerNumber'], each: 'containers' },
      ],
      encode: encodeReference,
    },
    {
      id: 'carrier.manifest-reference-withdrawal',
      name: { zh: '撤回舱单核对', en: 'Withdrawal of the manifest reference' },
      trigger: 'shipment.withdrawn',
      neededWhen: onBill,
      because: { zh: '申报已撤回', en: 'The filing is withdrawn' },
      fields: [
        { target: 'Reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
        { target: 'Operation', from: ['dispatch.operation'], always: true },
        { target: 'BillNumber', from: ['billNumber'] },
        { target: 'Journey', from: ['voyageNumber'] },
      ],
      encode: encodeReference,
    },
  ],
  recognises: ({ bytes }) => /<(MFTMessage|Manifest)[\s>]/.test(Buffer.from(bytes.subarray(0, 400)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator: {
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
  },
};
