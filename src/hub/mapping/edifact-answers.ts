// CONTRL and APERAK as answers to our documents, for every channel that speaks EDIFACT (N3, N5, N10): a CONTRL names the interchange, whose
// reference holds our client number; an APERAK names the message.
import { readPartnerTime } from '../../kernel/instant.ts';
import { readApplicationAnswer, readControl } from '../../runtime/codec/edifact-acknowledge.ts';
import type { EdifactMessage, Interchange } from '../../runtime/codec/edifact-envelope.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type { InboundFact } from './contract.ts';

const NUMBER = /^([IE])(\d{17})$/;
/** An interchange reference has 14 characters (0020), a client number 18: the digits are written to the base of 36. */
export function interchangeReference(clientNumber: string): string {
  const [, letter, digits] = NUMBER.exec(clientNumber) ?? [];
  return letter && digits
    ? letter + BigInt(digits).toString(36).toUpperCase()
    : clientNumber.replace(/[^A-Za-z0-9]/g, '').slice(-14) || '1';
}
function clientNumberOf(reference: string): string {
  const digits = /^[IE][0-9A-Z]{1,12}$/.test(reference) ? digitsOf(reference.slice(1)) : '';
  return digits.length > 0 && digits.length <= 17 ? reference.charAt(0) + digits.padStart(17, '0') : reference;
}
const digitsOf = (text: string): string =>
  [...text].reduce((sum, c) => sum * 36n + BigInt(Number.parseInt(c, 36)), 0n).toString();

/** Undefined where the message is neither. */
export function answersOfEdifact(
  message: EdifactMessage,
  interchange: Interchange,
): readonly InboundFact[] | undefined {
  if (message.type === 'CONTRL') return [fromControl(message, interchange)];
  if (message.type === 'APERAK') return fromApplication(message);
  return undefined;
}

function fromControl({ segments }: EdifactMessage, { preparedAt }: Interchange): InboundFact {
  const control = readControl(segments);
  // It has no time of its own; that of its interchange has two or four digits of the year.
  const at = readPartnerTime(preparedAt.length === 10 ? `20${preparedAt}` : preparedAt);
  if (!control || !at)
    throw new UnreadableMessage(
      'CONTRL 报文没有编号、结论或时间',
      'The CONTRL names no interchange, says no verdict or no time',
    );
  const places = control.messages.flatMap((m) => (m.places ?? []).map((p) => `${p.segment}: ${p.error}`));
  const bad = control.outcome === 'rejected' || control.messages.some((m) => !m.accepted);
  const codes = [control.error, ...control.messages.map((m) => m.error), ...places].filter(Boolean).join(', ');
  return {
    fact: 'answer',
    about: { clientNumber: clientNumberOf(control.reference) },
    outcome: bad ? 'rejected' : 'noted',
    text: bad
      ? {
          zh: `对方系统读不了该报文（CONTRL ${codes}）`,
          en: `The partner’s system cannot read the message (CONTRL ${codes})`,
        }
      : { zh: '对方系统已收到并读懂该报文', en: 'The partner’s system has the message and can read it' },
    at,
  };
}

function fromApplication({ segments }: EdifactMessage): InboundFact[] {
  const answer = readApplicationAnswer(segments);
  const at = answer && readPartnerTime(answer.at);
  if (!answer || !at)
    throw new UnreadableMessage(
      'APERAK 报文没有所答编号、结论或时间',
      'The APERAK lacks the number it answers, a verdict or the time',
    );
  const about = { clientNumber: answer.about };
  const given = answer.given ? { partnerNumber: answer.given } : {};
  if (answer.outcome !== 'rejected')
    return [
      {
        fact: 'answer',
        about,
        outcome: answer.outcome === 'accepted' ? 'acknowledged' : 'noted',
        text: { zh: '对方已受理', en: 'The partner has accepted it' },
        at,
        ...given,
      },
    ];
  const errors = answer.errors.length > 0 ? answer.errors : [{ code: '?', texts: [] }];
  return errors.map((error) => {
    const [zh = `错误 ${error.code}`, en = `Error ${error.code}`] = error.texts;
    return {
      fact: 'answer',
      about: { ...about },
      outcome: 'rejected',
      text: { zh, en },
      at,
      ...given,
      ...('field' in error && error.field ? { partnerField: error.field } : {}),
      ...('row' in error && error.row !== undefined ? { row: error.row } : {}),
    };
  });
}
