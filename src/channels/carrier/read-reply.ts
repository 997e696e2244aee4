// What DCSA's APIs say on the connection itself (N11; Booking 2.0, eBL 3.0): 202 with the number given to what was created, and the error body of a
// no. How it stands comes later, in notifications.
import type { InboundBytes, InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { bookings } from './booking.ts';
import { isNode, type Node, textAt, unreadable } from './json-node.ts';
import { shippingInstructions } from './shipping-instructions.ts';

const NUMBERS = ['carrierBookingRequestReference', 'shippingInstructionsReference'] as const;
const MOST_ERRORS = 5;
/** `CreateBookingResponse`, `CreateShippingInstructionsResponse`: a number, and nothing that makes it a notification or an event. */
export const isReply = (head: string): boolean =>
  head.trimStart().startsWith('{') && hasKey(head, NUMBERS) && !hasKey(head, OF_OTHERS);
const OF_OTHERS = ['specversion', 'data', 'eventClassifierCode', 'vesselSchedules'];
const hasKey = (head: string, names: readonly string[]): boolean =>
  names.some((name) => head.split(`"${name}"`).some((after, i) => i > 0 && after.trimStart().startsWith(':')));

export function readReply({ bytes, answers }: InboundBytes): Interpretation {
  const said = nodeOf(bytes);
  const name = NUMBERS.find((one) => textAt(said, one) !== '');
  if (!name) throw unreadable('答复没有编号', 'the reply has no number');
  const number = textAt(said, name).slice(0, 100);
  return {
    format: `DCSA ${name}`,
    partnerMessageId: `${name}/${number}`,
    facts: answers ? factsOf(name, number, answers) : [],
  };
}
/** The number is of what we sent; what is said of it later may name nothing else (lightweight notifications). */
function factsOf(
  name: (typeof NUMBERS)[number],
  number: string,
  { kind, bytes, at }: NonNullable<InboundBytes['answers']>,
): InboundFact[] {
  if (name === 'carrierBookingRequestReference' && kind === bookings[0]?.id) {
    const ours = textAt(nodeOf(bytes), 'bookingChannelReference');
    return ours ? [{ fact: 'booking-told', ours, numbered: number }] : [];
  }
  if (name !== 'shippingInstructionsReference' || kind !== shippingInstructions.id) return [];
  const { references } = nodeOf(bytes);
  const ours = (Array.isArray(references) ? (references as unknown[]) : [])
    .filter(isNode)
    .find((one) => textAt(one, 'type') === 'FF');
  const text = { zh: `承运人已接收（${number}）`, en: `taken by the carrier (${number})` };
  return ours
    ? [
        {
          fact: 'answer',
          about: { clientNumber: textAt(ours, 'value') },
          outcome: 'noted',
          text,
          partnerNumber: number,
          at,
        },
      ]
    : [];
}

/** `ErrorResponse`: what is wrong with which property; the value itself is the document's and is not repeated. */
export function explainError({ bytes }: InboundBytes): string | undefined {
  const said = nodeOf(bytes);
  const errors = (Array.isArray(said.errors) ? (said.errors as unknown[]) : []).filter(isNode).slice(0, MOST_ERRORS);
  const lines = errors.map((error) =>
    [
      textAt(error, 'jsonPath') || textAt(error, 'property'),
      textAt(error, 'errorCodeText'),
      textAt(error, 'errorCodeMessage'),
    ]
      .filter(Boolean)
      .join(': '),
  );
  return [textAt(said, 'statusCodeMessage'), ...lines].filter(Boolean).join('; ') || undefined;
}
const nodeOf = (bytes: Uint8Array): Node => {
  const whole = parseJson(bytes);
  return isNode(whole) ? whole : {};
};
