// DCSA messages (dcsa.org: Track & Trace 2.2, Operational Vessel Schedules 3.0, eBL 3.0 notifications) read into facts (N11): when vessels leave a
// port of ours, where boxes are, and what becomes of shipping instructions. Codes that are not known are left alone where a message has others.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { readNotification } from './read-notification.ts';
import { certaintyOf, equipmentTexts, HOME_PORTS, shipmentTexts } from './codes.ts';
import { instantOf, isNode, type Node, textAt, unreadable } from './json-node.ts';

const nodesAt = (node: Node, name: string): Node[] =>
  Array.isArray(node[name]) ? (node[name] as unknown[]).filter(isNode) : [];
export function readDcsa(bytes: Uint8Array): Interpretation {
  const whole = parseJson(bytes);
  const parts = (Array.isArray(whole) ? whole : [whole]).filter(isNode);
  const [first] = parts;
  if (!first) throw unreadable('不是报文', 'it is no message');
  if (parts.some((part) => 'specversion' in part)) return readNotification(first);
  if (parts.some((part) => Array.isArray(part.vesselSchedules))) return readSchedules(parts, bytes);
  const events = parts.flatMap((event) => readEvent(event));
  if (events.length === 0) throw unreadable('没有可读的事件', 'there is no event that can be read');
  const id = textAt(first, 'eventID');
  if (!id) throw unreadable('事件没有编号', 'the event has no id');
  const kinds = [...new Set(parts.map((event) => textAt(event, 'eventType')))].sort();
  const number = parts.length === 1 ? id : `${id}+${sha256Hex(Buffer.from(bytes).toString('utf-8')).slice(0, 16)}`;
  return { format: `DCSA T&T ${kinds.join(' ')}`, partnerMessageId: number, facts: events };
}

function readEvent(event: Node): InboundFact[] {
  const kind = textAt(event, 'eventType');
  const certainty = certaintyOf(textAt(event, 'eventClassifierCode'));
  if (!certainty)
    throw unreadable('事件分类（eventClassifierCode）未知', 'the classifier (eventClassifierCode) is unknown');
  const at = instantOf(textAt(event, 'eventDateTime'));
  const call: Node = isNode(event.transportCall) ? event.transportCall : {};
  const place = placeOf(call) || placeOf(isNode(event.eventLocation) ? { location: event.eventLocation } : {});
  const references = nodesAt(event, 'documentReferences');
  const bill = referenceOf(references, 'TRD') || referenceOf(references, 'BKG');
  const box = textAt(event, 'equipmentReference');
  const about = { place, at, certainty, ...(bill ? { bill } : {}), containers: box ? [box] : [] };
  switch (kind) {
    case 'EQUIPMENT': {
      const code = textAt(event, 'equipmentEventTypeCode');
      const text = equipmentTexts.get(code);
      if (!text || !box) throw unreadable(`箱事件未知：${code}`, `unknown equipment event: ${code}`);
      const tracked = { fact: 'tracked', ...about, text } as const;
      // What is off the vessel at a port of ours has arrived; everything else is told and moves nothing.
      if (code === 'DISC' && certainty === 'actual' && HOME_PORTS.has(unlocodeOf(call)))
        return [{ fact: 'arrived', place, arrivedAt: at, containers: [box], ...(bill ? { bill } : {}) }, tracked];
      return [tracked];
    }
    case 'TRANSPORT': {
      const code = textAt(event, 'transportEventTypeCode');
      if (code !== 'ARRI' && code !== 'DEPA')
        throw unreadable(`运输事件未知：${code}`, `unknown transport event: ${code}`);
      const text = code === 'ARRI' ? { zh: '船舶抵港', en: 'vessel arrives' } : { zh: '船舶离港', en: 'vessel leaves' };
      const sailing = code === 'DEPA' ? sailingOf(call, vesselOf(call), at, certainty, event) : [];
      return [...sailing, { fact: 'tracked', ...about, text }];
    }
    case 'SHIPMENT': {
      const code = textAt(event, 'shipmentEventTypeCode');
      const text = shipmentTexts.get(code);
      const own = textAt(event, 'documentID') || bill;
      if (!text || !own) throw unreadable(`单证事件未知：${code}`, `unknown shipment event: ${code}`);
      return [{ fact: 'tracked', ...about, bill: own, text }];
    }
    default:
      throw unreadable(`事件类型未知：${kind}`, `unknown type of event: ${kind}`);
  }
}

const referenceOf = (references: readonly Node[], type: string): string =>
  textAt(
    references.find((one) => textAt(one, 'documentReferenceType') === type),
    'documentReferenceValue',
  );
const unlocodeOf = (call: Node): string => textAt(call, 'UNLocationCode') || textAt(call, 'location', 'UNLocationCode');
const placeOf = (call: Node): string =>
  textAt(call, 'location', 'locationName') || textAt(call, 'facilityCode') || unlocodeOf(call);
const vesselOf = (call: Node) => ({
  conveyance: textAt(call, 'vessel', 'vesselIMONumber'),
  name: textAt(call, 'vessel', 'vesselName'),
});

function sailingOf(
  call: Node,
  vessel: { readonly conveyance: string; readonly name: string },
  departsAt: string,
  certainty: 'planned' | 'estimated' | 'actual',
  said: Node,
): InboundFact[] {
  const voyage = textAt(call, 'exportVoyageNumber') || textAt(call, 'carrierExportVoyageNumber');
  const place = unlocodeOf(call);
  // Departures elsewhere close nothing here.
  if (!HOME_PORTS.has(place) || !vessel.conveyance || !voyage) return [];
  const saidAt = textAt(said, 'eventCreatedDateTime');
  return [
    {
      fact: 'sailing',
      ...vessel,
      voyage,
      place,
      departsAt,
      certainty,
      ...(saidAt ? { saidAt: instantOf(saidAt) } : {}),
    },
  ];
}

/** A service with its vessels and their calls: the departures from ports of ours, the surest word of each. */
function readSchedules(services: readonly Node[], bytes: Uint8Array): Interpretation {
  const facts = services.flatMap((service) =>
    nodesAt(service, 'vesselSchedules').flatMap((vessel) =>
      nodesAt(vessel, 'transportCalls').flatMap((call) => departureOf(vessel, call)),
    ),
  );
  if (facts.length === 0)
    throw unreadable('船期中没有本地港口的离港时间', 'the schedule has no departure from a port here');
  const code = textAt(services[0], 'carrierServiceCode');
  if (!code) throw unreadable('船期没有航线代码', 'the schedule has no service code');
  const digest = sha256Hex(Buffer.from(bytes).toString('utf-8')).slice(0, 16);
  return { format: 'DCSA OVS', partnerMessageId: `${code}/${digest}`, facts };
}
function departureOf(vessel: Node, call: Node): InboundFact[] {
  const stamps = nodesAt(call, 'timestamps').filter((stamp) => textAt(stamp, 'eventTypeCode') === 'DEPA');
  const of = (code: string) => stamps.find((stamp) => textAt(stamp, 'eventClassifierCode') === code);
  const surest = of('ACT') ?? of('EST') ?? of('PLN');
  const certainty = certaintyOf(textAt(surest, 'eventClassifierCode'));
  if (!surest || !certainty) return [];
  const named = { conveyance: textAt(vessel, 'vesselIMONumber'), name: textAt(vessel, 'vesselName') };
  return sailingOf(call, named, instantOf(textAt(surest, 'eventDateTime')), certainty, surest);
}
