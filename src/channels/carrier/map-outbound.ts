// What goes out to carriers: which form element becomes which field, and how it is written (P10).
import type { DocumentDefinition, EncodedDocument, MappedField } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml } from '../../runtime/codec/xml.ts';
import { bargeOrders } from './barge.ts';
import { bookings } from './booking.ts';
import { shippingInstructions } from './shipping-instructions.ts';

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

export const documents: readonly DocumentDefinition[] = [
  shippingInstructions,
  ...bookings,
  ...bargeOrders,
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
      { target: 'Piece', from: ['pieceNumber'], each: 'pieces', convert: 'plainNumber' },
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
];
