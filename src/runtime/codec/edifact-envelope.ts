// What stands around EDIFACT messages (ISO 9735): interchange UNB–UNZ, groups UNG–UNE, messages UNH–UNT, each with its own count and number, taken
// segment by segment so that no more than one message is held. Interactive interchanges (UIB) and packages of objects (UNO) are not spoken.
import { type FaultPlace, SyntaxFault } from './edifact-fault.ts';
import { partOf, type Segment } from './edifact.ts';

export type Interchange = {
  readonly syntax: string;
  readonly version: string;
  readonly sender: string;
  readonly recipient: string;
  /** The whole of S002 and S003, where they say more than a name (qualifier, address within). */
  readonly senderParts?: readonly string[];
  readonly recipientParts?: readonly string[];
  /** Local time of the sender, yyMMddHHmm or yyyyMMddHHmm. */
  readonly preparedAt: string;
  readonly reference: string;
  readonly application: string;
  /** The sender wants a CONTRL. */
  readonly asksAcknowledgement: boolean;
  readonly test: boolean;
};
export type EdifactMessage = {
  readonly reference: string;
  readonly type: string;
  readonly version: string;
  readonly release: string;
  readonly agency: string;
  readonly association: string;
  /** Reference of its group, where there are groups. */
  readonly group?: string;
  /** From UNH to UNT. */
  readonly segments: readonly Segment[];
};

const wrong = (zh: string, en: string, place: FaultPlace) => new SyntaxFault(zh, en, 'NOT_WELL_FORMED', place);
/** 0085, as the reader finds them. */
const [MISSING, NOT_SUPPORTED, REFERENCES, COUNTS, OUTSIDE, REPEATED] = ['13', '15', '28', '29', '33', '35'] as const;
const foreign = new Set(['UIB', 'UIH', 'UIT', 'UIZ', 'UNO', 'UNP']);
const countOf = (segment: Segment): number => Number(partOf(segment, 0) || Number.NaN);

export function interchangeOf(unb: Segment): Interchange {
  const [, , senderParts = [], recipientParts = []] = unb;
  return {
    syntax: partOf(unb, 0),
    version: partOf(unb, 0, 1),
    sender: partOf(unb, 1),
    recipient: partOf(unb, 2),
    preparedAt: partOf(unb, 3) + partOf(unb, 3, 1),
    reference: partOf(unb, 4),
    application: partOf(unb, 6),
    asksAcknowledgement: partOf(unb, 8) === '1',
    test: partOf(unb, 10) === '1',
    ...(senderParts.length > 1 ? { senderParts } : {}),
    ...(recipientParts.length > 1 ? { recipientParts } : {}),
  };
}

/** Takes segments one after the other and gives each message when it is whole. */
export class EnvelopeReader {
  interchange: Interchange | undefined;
  #most: number;
  #message: Segment[] | undefined;
  #group: (NonNullable<FaultPlace['group']> & { messages: number }) | undefined;
  #messages = 0;
  #groups = 0;
  #ended = false;

  constructor(most = 100_000) {
    this.#most = most;
  }

  take(segment: Segment): EdifactMessage | undefined {
    const tag = segment[0];
    if (this.#ended) throw wrong('UNZ 之后还有内容', 'There is more after UNZ', { error: OUTSIDE });
    if (this.#message) {
      this.#message.push(segment);
      if (this.#message.length > this.#most)
        throw new SyntaxFault('一个报文的段数过多', 'A message has too many segments', 'TOO_MANY', this.#at(REPEATED));
      if (tag === 'UNT') return this.#endMessage(segment, this.#message);
      if (tag === 'UNH' || tag === 'UNE' || tag === 'UNZ')
        throw wrong(
          'EDIFACT 报文不完整（缺少 UNT）',
          'An EDIFACT message is cut short (no UNT)',
          this.#at(MISSING, 'UNT'),
        );
      return undefined;
    }
    if (foreign.has(tag))
      throw new SyntaxFault(
        `不支持 EDIFACT 段 ${tag}`,
        `The EDIFACT segment ${tag} is not spoken here`,
        'UNEXPECTED_CONTENT',
        { error: NOT_SUPPORTED },
      );
    if (!this.interchange) {
      if (tag !== 'UNB') throw wrong('EDIFACT 缺少 UNB', 'The EDIFACT interchange has no UNB', { error: MISSING });
      this.interchange = interchangeOf(segment);
    } else if (tag === 'UNH') this.#message = [segment];
    else if (tag === 'UNG') this.#beginGroup(segment);
    else if (tag === 'UNE') this.#endGroup(segment);
    else if (tag === 'UNZ') this.#endInterchange(segment, this.interchange);
    else throw wrong(`段 ${tag} 在报文之外`, `The segment ${tag} stands outside of any message`, { error: OUTSIDE });
    return undefined;
  }

  end(): void {
    if (this.#ended) return;
    throw wrong(
      'EDIFACT 报文不完整（缺少 UNT 或 UNZ）',
      'The EDIFACT interchange is cut short (no UNT or UNZ)',
      this.#at(MISSING, this.#message ? 'UNT' : this.#group ? 'UNE' : 'UNZ'),
    );
  }

  /** At the lowest level that is open. */
  #at(error: string, tag?: string): FaultPlace {
    const unh = this.#message?.[0];
    const group = this.#group;
    return {
      error,
      ...(tag ? { tag } : {}),
      ...(group ? { group: { reference: group.reference, sender: group.sender, recipient: group.recipient } } : {}),
      ...(unh ? { message: { reference: partOf(unh, 0), type: unh[2] ?? [] } } : {}),
    };
  }

  #endMessage(unt: Segment, segments: Segment[]): EdifactMessage {
    const unh = segments[0];
    const reference = partOf(unh, 0);
    if (countOf(unt) !== segments.length)
      throw wrong('UNT 段数与实际不符', 'The segment count in UNT does not fit', this.#at(COUNTS, 'UNT'));
    if (partOf(unt, 1) !== reference)
      throw wrong('UNT 与 UNH 的报文编号不同', 'UNT and UNH do not name the same message', this.#at(REFERENCES, 'UNT'));
    this.#message = undefined;
    this.#messages += 1;
    if (this.#group) this.#group.messages += 1;
    const part = (n: number) => partOf(unh, 1, n);
    return {
      reference,
      type: part(0),
      version: part(1),
      release: part(2),
      agency: part(3),
      association: part(4),
      ...(this.#group ? { group: this.#group.reference } : {}),
      segments,
    };
  }

  #beginGroup(ung: Segment): void {
    if (this.#group)
      throw wrong('UNG 之前缺少 UNE', 'A group begins before the last has ended (no UNE)', this.#at(MISSING, 'UNE'));
    this.#groups += 1;
    this.#group = { reference: partOf(ung, 4), sender: partOf(ung, 1), recipient: partOf(ung, 2), messages: 0 };
  }
  #endGroup(une: Segment): void {
    if (!this.#group) throw wrong('UNE 没有对应的 UNG', 'UNE ends no group', { error: OUTSIDE });
    if (countOf(une) !== this.#group.messages)
      throw wrong('UNE 报文数与实际不符', 'The message count in UNE does not fit', this.#at(COUNTS, 'UNE'));
    if (partOf(une, 1) !== this.#group.reference)
      throw wrong('UNE 与 UNG 的编号不同', 'UNE and UNG do not name the same group', this.#at(REFERENCES, 'UNE'));
    this.#group = undefined;
  }
  #endInterchange(unz: Segment, { reference }: Interchange): void {
    if (this.#group)
      throw wrong('EDIFACT 报文组不完整（缺少 UNE）', 'A group is cut short (no UNE)', this.#at(MISSING, 'UNE'));
    if (countOf(unz) !== (this.#groups > 0 ? this.#groups : this.#messages))
      throw wrong('UNZ 报文数与实际不符', 'The message count in UNZ does not fit', this.#at(COUNTS, 'UNZ'));
    if (partOf(unz, 1) !== reference)
      throw wrong('UNZ 与 UNB 的编号不同', 'UNZ and UNB do not name the same interchange', this.#at(REFERENCES, 'UNZ'));
    this.#ended = true;
  }
}

export type WholeInterchange = { readonly interchange: Interchange; readonly messages: readonly EdifactMessage[] };
/** Refuses an interchange whose own counts (UNT 0074, UNE 0060, UNZ 0036) or numbers do not fit, or that was cut short. */
export function readEnvelope(segments: readonly Segment[]): WholeInterchange {
  const reader = new EnvelopeReader();
  const messages: EdifactMessage[] = [];
  for (const segment of segments) {
    const message = reader.take(segment);
    if (message) messages.push(message);
  }
  reader.end();
  return { interchange: reader.interchange as Interchange, messages };
}
export const checkEnvelope = (segments: readonly Segment[]): void => void readEnvelope(segments);

export type MessageToSend = {
  readonly reference: string;
  /** Type, version, release, agency, and the association's own code. */
  readonly type: readonly [type: string, version: string, release: string, agency: string, association?: string];
  readonly body: readonly Segment[];
};
/** `at`: local time as yyyyMMddHHmm; syntax 3 writes two digits of the year. */
export function writeEnvelope(
  of: {
    readonly syntax: 'UNOA' | 'UNOB' | 'UNOY';
    readonly version?: '3' | '4';
    readonly sender: string;
    readonly recipient: string;
    readonly at: string;
    readonly reference: string;
    readonly asksAcknowledgement?: boolean;
  },
  messages: readonly MessageToSend[],
): Segment[] {
  const { syntax, version = '3', sender, recipient, at, reference } = of;
  const day = version === '4' ? at.slice(0, 8) : at.slice(2, 8);
  const ask: readonly string[][] = of.asksAcknowledgement ? [[], [], [], ['1']] : [];
  return [
    ['UNB', [syntax, version], [sender], [recipient], [day, at.slice(8, 12)], [reference], ...ask],
    ...messages.flatMap(({ reference: number, type, body }): Segment[] => [
      ['UNH', [number], type.filter((part) => part !== undefined)],
      ...body,
      ['UNT', [String(body.length + 2)], [number]],
    ]),
    ['UNZ', [String(messages.length)], [reference]],
  ];
}

/** Who sends and what the first message is, without reading the rest: for telling whose an interchange is. */
export function peekEdifact(bytes: Uint8Array): { readonly sender: string; readonly type: string } | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const begin = /^(?:\u00ef\u00bb\u00bf)?(?:UNA(.{6}))?\s*UNB/s.exec(head);
  if (!begin) return undefined;
  const [component = ':', element = '+'] = begin[1] ?? ':+';
  const parts = head.slice(begin[0].length).split(element);
  const unh = head.search(/UNH[^A-Za-z0-9]/);
  const type = unh < 0 ? '' : (head.slice(unh).split(element)[2] ?? '').split(component)[0];
  return { sender: (parts[2] ?? '').split(component)[0] ?? '', type: type ?? '' };
}
