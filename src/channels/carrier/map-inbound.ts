// What carriers say, read into facts (P3, N11): manifests and arrivals of the manifest system, rail consignment notes, DCSA.
import type { InboundBytes, Interpretation } from '../../hub/mapping/contract.ts';
import { fromPartnerTime, readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { isBargeStatus, readBargeStatus } from './read-barge.ts';
import { readConsignmentNote } from './read-consignment-note.ts';
import { readDcsa } from './read-dcsa.ts';
import { expressIn, readExpress } from './read-express.ts';
import { isReply, readReply } from './read-reply.ts';

export function interpret(message: InboundBytes): Interpretation {
  const { bytes } = message;
  if (isBargeStatus(bytes)) return readBargeStatus(bytes);
  const first = Buffer.from(bytes.subarray(0, 50)).toString('utf-8').replace('\uFEFF', '').trimStart()[0];
  if (first === '{' || first === '[') {
    if (isReply(Buffer.from(bytes.subarray(0, 1500)).toString('utf-8'))) return readReply(message);
    const express = expressIn(bytes);
    return express ? readExpress(express) : readDcsa(bytes);
  }
  const root = parseXml(bytes);
  const note = findNode(root, 'ConsignmentNote');
  if (note) return readConsignmentNote(note);
  const manifest = findNode(root, 'Manifest');
  const declaration = manifest?.children.find((c) => c.name === 'Declaration');
  const type = textAt(manifest, 'Head/MessageType');
  const id = textAt(manifest, 'Head/MessageID');
  if (!declaration || !id) throw new UnreadableMessage('不是舱单报文', 'It is not a manifest message');
  // Original, advance and loading manifests; arrivals, also split ones, and tally reports.
  if (/^MT[124]\d01/.test(type))
    return { format: type, partnerMessageId: id, facts: [manifested(declaration, manifest)] };
  if (/^MT[35]\d0[12]/.test(type)) return { format: type, partnerMessageId: id, facts: [arrived(declaration)] };
  throw new UnreadableMessage(`暂不支持舱单类型 ${type}`, `Manifest type ${type} is not supported here`);
}

const containersOf = (node: XmlNode): string[] =>
  childrenOf(node, 'TransportEquipment')
    .map((e) => textAt(e, 'EquipmentIdentification/ID'))
    .filter(Boolean);

/** Goods as the carrier describes them, each with the boxes it lies in. */
const itemsOf = (consignment: XmlNode) =>
  childrenOf(consignment, 'ConsignmentItem')
    .map((item) => ({
      description: textAt(item, 'Commodity/CargoDescription'),
      containers: childrenOf(item, 'EquipmentIdentification')
        .map((e) => textAt(e, 'ID'))
        .filter(Boolean),
    }))
    .filter((item) => item.description !== '' && item.containers.length > 0);

function manifested(declaration: XmlNode, manifest: XmlNode | undefined): Interpretation['facts'][number] {
  const sentAt = readPartnerTime(textAt(manifest, 'Head/SendTime'));
  const deleted = textAt(manifest, 'Head/FunctionCode') === '3';
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
      ...(itemsOf(c).length > 0 ? { items: itemsOf(c) } : {}),
      ...(deleted ? { deleted: true as const } : {}),
    };
  });
  return {
    fact: 'manifested',
    conveyance: textAt(declaration, 'BorderTransportMeans/ID') || textAt(declaration, 'BorderTransportMeans/Name'),
    bills,
    ...(voyage ? { voyage } : {}),
    ...(sentAt ? { sentAt } : {}),
  };
}

function arrived(declaration: XmlNode): Interpretation['facts'][number] {
  // A tally report says when discharging ended.
  const when =
    textAt(declaration, 'UnloadingLocation/ArrivalDate') || textAt(declaration, 'UnloadingLocation/CompletionDate');
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
