// Notifications of DCSA Booking 2.0 read into facts (N11): how a booking stands, by the reference we gave with it or by the carrier's own. One of a
// booking made elsewhere is told on the case that names its number.
import type { BookingWord, CutOff, Feedback, PlannedLeg } from '../../hub/carriage/contract.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { amendmentStates, bookingStates, bookingStatuses, cancellationStates } from './codes.ts';
import { instantOf, isNode, type Node, textAt, unreadable } from './json-node.ts';

const MOST = 20;
const listAt = (node: Node, name: string): Node[] =>
  (Array.isArray(node[name]) ? (node[name] as unknown[]) : []).filter(isNode).slice(0, MOST);

export function readBooking(id: string, data: Node, at: string): Interpretation {
  const code = textAt(data, 'bookingStatus');
  const state = bookingStates.get(code);
  const text = bookingStatuses.get(code);
  const requestReference = textAt(data, 'carrierBookingRequestReference').slice(0, 100);
  const bookingReference = textAt(data, 'carrierBookingReference').slice(0, 35);
  if (!state || !text || (!requestReference && !bookingReference))
    throw unreadable(`订舱状态未知：${code}`, `unknown state of a booking: ${code}`);
  const booking: Node = isNode(data.booking) ? data.booking : {};
  const amended: Node = isNode(data.amendedBooking) ? data.amendedBooking : {};
  const ours = textAt(booking, 'bookingChannelReference') || textAt(amended, 'bookingChannelReference');
  const amendment = codeIn(amendmentStates, textAt(data, 'amendedBookingStatus'));
  const cancellation = codeIn(cancellationStates, textAt(data, 'bookingCancellationStatus'));
  const plan = listAt(booking, 'transportPlan').map(legOf);
  const cutOffs = listAt(booking, 'shipmentCutOffTimes').map(cutOffOf);
  const word: BookingWord = {
    state,
    feedbacks: listAt(data, 'feedbacks').map(feedbackOf),
    at,
    ...(amendment ? { amendment } : {}),
    ...(cancellation ? { cancellation } : {}),
    ...(requestReference ? { requestReference } : {}),
    ...(bookingReference ? { bookingReference } : {}),
    ...(plan.length > 0 ? { plan } : {}),
    ...(cutOffs.length > 0 ? { cutOffs } : {}),
  };
  const told: InboundFact = { fact: 'booking-told', word, ...(ours ? { ours } : {}) };
  return {
    format: `DCSA booking ${code}`,
    partnerMessageId: id,
    facts:
      ours || !bookingReference
        ? [told]
        : [told, { fact: 'tracked', bill: bookingReference, containers: [], place: '', at, certainty: 'actual', text }],
  };
}

/** An empty status says that nothing was asked for; one that is not known is no status of DCSA's. */
function codeIn<T>(codes: ReadonlyMap<string, T>, code: string): T | undefined {
  const found = codes.get(code);
  if (code !== '' && found === undefined)
    throw unreadable(`订舱变更或取消的状态未知：${code}`, `unknown state of an amendment or cancellation: ${code}`);
  return found;
}
function feedbackOf(node: Node): Feedback {
  const field = (textAt(node, 'jsonPath') || textAt(node, 'property')).slice(0, 200);
  return {
    severity: textAt(node, 'severity').slice(0, 50),
    text: textAt(node, 'message').slice(0, 500),
    ...(field ? { field } : {}),
  };
}
function legOf(node: Node): PlannedLeg {
  const vessel = (textAt(node, 'vesselName') || textAt(node, 'vesselIMONumber')).slice(0, 50);
  const voyage = textAt(node, 'carrierExportVoyageNumber').slice(0, 50);
  return {
    from: placeOf(node, 'loadLocation'),
    to: placeOf(node, 'dischargeLocation'),
    departsOn: textAt(node, 'plannedDepartureDate').slice(0, 10),
    arrivesOn: textAt(node, 'plannedArrivalDate').slice(0, 10),
    ...(vessel ? { vessel } : {}),
    ...(voyage ? { voyage } : {}),
  };
}
const placeOf = (node: Node, name: string): string =>
  (textAt(node, name, 'UNLocationCode') || textAt(node, name, 'locationName')).slice(0, 100);
const cutOffOf = (node: Node): CutOff => ({
  code: textAt(node, 'cutOffDateTimeCode').slice(0, 3),
  at: instantOf(textAt(node, 'cutOffDateTime')),
});
