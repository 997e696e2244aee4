// CONTRL as our own answer to an interchange that asks for one (UNB 0031; ISO 9735-4): read, refused with the place of the fault, or, where the
// fault may be ours, received and no more. A CONTRL is never answered with another.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { toPartnerTime } from '../../kernel/instant.ts';
import { type Control, controlFor, refusalFor, writeControl } from '../../runtime/codec/edifact-acknowledge.ts';
import { decodeEdifact, decoderOf, fitTo, syntaxIdentifierOf } from '../../runtime/codec/edifact-charset.ts';
import { type Interchange, interchangeOf, peekEdifact, writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { type FaultPlace, SyntaxFault } from '../../runtime/codec/edifact-fault.ts';
import {
  parseEdifact,
  partOf,
  readAdvice,
  type Segment,
  SegmentReader,
  writeEdifact,
} from '../../runtime/codec/edifact.ts';
import type { Acknowledgement } from './contract.ts';

const NAME: Bilingual = { zh: '语法回执（CONTRL）', en: 'Functional acknowledgement (CONTRL)' };
/** No interchange begins later: UNA and UNB are a few dozen characters. */
const HEAD = 1024;

/** As far as it can be read in the set that UNB names; a name of other characters than ASCII is lost where it cannot. */
function textOfHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  try {
    return decoderOf(syntaxIdentifierOf(bytes)).write(head);
  } catch {
    return Buffer.from(head)
      .toString('latin1')
      .replaceAll(/[\u0080-\u00ff]/g, '');
  }
}
/** UNB alone, whatever comes after it: who is to be told that the rest cannot be read. */
function headOf(bytes: Uint8Array): Interchange | undefined {
  const text = textOfHead(bytes);
  const segments: Segment[] = [];
  try {
    const { advice, start } = readAdvice(text);
    new SegmentReader(advice).push(text, start, segments);
  } catch {
    return undefined;
  }
  const [unb] = segments;
  return unb?.[0] === 'UNB' ? interchangeOf(unb) : undefined;
}

function holdsControl(bytes: Uint8Array): boolean {
  if (peekEdifact(bytes)?.type === 'CONTRL') return true;
  try {
    return parseEdifact(decodeEdifact(bytes)).some((s) => s[0] === 'UNH' && partOf(s, 1) === 'CONTRL');
  } catch {
    return false;
  }
}

/** What does not fit its element is no reference any more: such an interchange has no name it could be answered by (0020, 0004). */
const isNamed = ({ reference, sender, recipient }: Interchange): boolean =>
  [reference, sender, recipient].every((part) => part !== '') &&
  reference.length <= 14 &&
  sender.length <= 35 &&
  recipient.length <= 35;

function verdictOf(interchange: Interchange, failure: unknown): Control {
  if (failure === undefined) return controlFor(interchange, 'acknowledged');
  // Whatever else went wrong is about what it says, or about our reader: nobody is told that his syntax is bad for it.
  return failure instanceof SyntaxFault ? refusalFor(interchange, failure.place) : controlFor(interchange, 'received');
}

export const acknowledgesEdifact = (channel: string): Acknowledgement => ({
  kind: `${channel}.acknowledgement`,
  name: NAME,
  write: ({ bytes }, { failure, at, serial }) => {
    const interchange = headOf(bytes);
    if (!interchange?.asksAcknowledgement || !isNamed(interchange) || holdsControl(bytes)) return undefined;
    const control = verdictOf(interchange, failure);
    const number = `C${serial.toString(36).toUpperCase()}${control.outcome.charAt(0).toUpperCase()}`;
    const write = (syntax: 'UNOA' | 'UNOY') =>
      writeEdifact(
        writeEnvelope(
          {
            syntax,
            sender: interchange.recipient,
            recipient: interchange.sender,
            at: toPartnerTime(at, 'yyyyMMddHHmm'),
            reference: number,
          },
          [writeControl('1', control)],
        ),
      );
    const plain = write('UNOA');
    return {
      bytes: Buffer.from(fitTo('UNOA', plain) === plain ? plain : write('UNOY'), 'utf-8'),
      mediaType: 'application/edifact',
      charset: 'utf-8',
      fileName: `CONTRL-${number}.edi`,
      verdict: control.outcome,
    };
  },
});

/** A type of message the channel has no agreement about (0085: 17), in UNH's message identifier. */
export const notSpoken = (message: { readonly segments: readonly Segment[] }, zh: string, en: string): SyntaxFault =>
  faultIn(message, zh, en, { error: '17', tag: 'UNH' });

/** Of a message that was read: what is wrong in it, and where. */
export const faultIn = (
  { segments }: { readonly segments: readonly Segment[] },
  zh: string,
  en: string,
  place: FaultPlace,
): SyntaxFault => {
  const unh = segments[0];
  return new SyntaxFault(zh, en, 'UNEXPECTED_CONTENT', {
    ...place,
    message: { reference: partOf(unh, 0), type: unh?.[2] ?? [] },
  });
};
