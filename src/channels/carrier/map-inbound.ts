// What carriers says, read into facts (P3).
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { fromPartnerTime, readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

export function interpret(bytes: Uint8Array): Interpretation {
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
