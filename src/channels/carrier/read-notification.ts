// Notifications of DCSA Booking 2.0 and eBL 3.0 (CloudEvents 1.0) read into facts (N11): what became of our shipping instructions, which bill of
// lading was made of them, and how a booking stands.
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { documentStatuses, instructionStatuses } from './codes.ts';
import { instantOf, isNode, type Node, textAt, unreadable } from './json-node.ts';
import { readBooking } from './read-booking.ts';

export function readNotification(notification: Node): Interpretation {
  const [id, type] = [textAt(notification, 'id'), textAt(notification, 'type')];
  const at = instantOf(textAt(notification, 'time'));
  const { data } = notification;
  if (!id || !isNode(data)) throw unreadable('通知没有编号或内容', 'the notification has no id or content');
  switch (/^org\.dcsa\.([a-z-]+)\.v\d+$/.exec(type)?.[1]) {
    case 'shipping-instructions':
      return readInstructions(id, data, at);
    case 'transport-document':
      return readDocument(id, data, at);
    case 'booking':
      return readBooking(id, data, at);
    default:
      throw unreadable(`通知类型未知：${type}`, `unknown type of notification: ${type}`);
  }
}

/** Ours by the reference that we gave with them (`FF`), else by the carrier's own. */
function readInstructions(id: string, data: Node, at: string): Interpretation {
  const code = textAt(data, 'shippingInstructionsStatus');
  const theirs = textAt(data, 'shippingInstructionsReference');
  const found = instructionStatuses.get(code);
  const sent = isNode(data.shippingInstructions) ? data.shippingInstructions : {};
  const references = Array.isArray(sent.references) ? sent.references.filter(isNode) : [];
  const ours = textAt(
    references.find((one) => textAt(one, 'type') === 'FF'),
    'value',
  );
  if (!found || (!ours && !theirs))
    throw unreadable(`提单补料状态未知：${code}`, `unknown state of shipping instructions: ${code}`);
  const feedback = (Array.isArray(data.feedbacks) ? data.feedbacks : []).filter(isNode)[0];
  const note = textAt(feedback, 'message').slice(0, 300);
  const field = targetOf(textAt(feedback, 'jsonPath') || textAt(feedback, 'property'));
  return {
    format: `DCSA shipping instructions ${code}`,
    partnerMessageId: id,
    facts: [
      {
        fact: 'answer',
        about: ours ? { clientNumber: ours } : { partnerNumber: theirs },
        outcome: found.outcome,
        text: note ? { zh: `${found.text.zh}：${note}`, en: `${found.text.en}: ${note}` } : found.text,
        at,
        ...(theirs ? { partnerNumber: theirs } : {}),
        ...(field ? { partnerField: field } : {}),
      },
    ],
  };
}
/** `$.consignmentItems[0].carrierBookingReference` → the path of our table. */
const targetOf = (jsonPath: string): string =>
  jsonPath
    .replace(/^\$\.?/, '')
    .replace(/\[\d{1,6}\]/g, '')
    .replaceAll('.', '/')
    .slice(0, 100);

function readDocument(id: string, data: Node, at: string): Interpretation {
  const code = textAt(data, 'transportDocumentStatus');
  const found = documentStatuses.get(code);
  const bill = textAt(data, 'transportDocumentReference');
  const instructions = textAt(data, 'shippingInstructionsReference');
  if (!found || !instructions) throw unreadable(`提单状态未知：${code}`, `unknown state of a bill of lading: ${code}`);
  const text = bill ? { zh: `${found.text.zh}（${bill}）`, en: `${found.text.en} (${bill})` } : found.text;
  return {
    format: `DCSA transport document ${code}`,
    partnerMessageId: id,
    facts: [{ fact: 'answer', about: { partnerNumber: instructions }, outcome: found.outcome, text, at }],
  };
}
