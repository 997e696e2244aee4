// Functional acknowledgement: CONTRL says whether an interchange could be read (ISO 9735-4), APERAK what the application thinks of a message
// (UN/EDIFACT D.95B). Written and read.
import type { Interchange, MessageToSend } from './edifact-envelope.ts';
import type { FaultPlace } from './edifact-fault.ts';
import { partOf, type Segment, segmentsOf } from './edifact.ts';

/** 0083 for the interchange as a whole. */
const RECEIVED = '8';
const ACKNOWLEDGED = '7';
const REJECTED = '4';
export type MessageVerdict = {
  readonly reference: string;
  readonly type: readonly string[];
  readonly accepted: boolean;
  /** 0085: why, e.g. 12 invalid value, 13 missing, 29 counts differ. */
  readonly error?: string;
  /** 0013: UNH or UNT, where the fault is in one of them. */
  readonly tag?: string;
  /** Position of the segment in the message, counted from 1, with why; element and component where they are known. */
  readonly places?: readonly {
    readonly segment: number;
    readonly error: string;
    readonly element?: number;
    readonly component?: number;
  }[];
};
export type Control = {
  /** Of the interchange that is acknowledged. */
  readonly reference: string;
  readonly sender: string;
  readonly recipient: string;
  readonly senderParts?: readonly string[];
  readonly recipientParts?: readonly string[];
  readonly outcome: 'received' | 'acknowledged' | 'rejected';
  readonly error?: string;
  /** 0013: UNA, UNB or UNZ. */
  readonly tag?: string;
  /** The group with the fault, or with the message that has it (UCF). */
  readonly group?: NonNullable<FaultPlace['group']> & { readonly error?: string; readonly tag?: string };
  readonly messages: readonly MessageVerdict[];
};

const optional = (text: string | undefined): string[] => (text ? [text] : []);
export function writeControl(reference: string, control: Control): MessageToSend {
  const action = { received: RECEIVED, acknowledged: ACKNOWLEDGED, rejected: REJECTED }[control.outcome];
  const { sender, recipient, senderParts = [sender], recipientParts = [recipient], group } = control;
  const why = (of: { readonly error?: string; readonly tag?: string }) => [optional(of.error), optional(of.tag)];
  const body: Segment[] = [
    ['UCI', [control.reference], senderParts, recipientParts, [action], ...why(control)],
    ...(group
      ? [['UCF', [group.reference], [group.sender], [group.recipient], [REJECTED], ...why(group)] as Segment]
      : []),
    ...control.messages.flatMap((m): Segment[] => [
      ['UCM', [m.reference], m.type, [m.accepted ? ACKNOWLEDGED : REJECTED], ...why(m)],
      ...(m.places ?? []).flatMap((place): Segment[] =>
        place.element === undefined
          ? [['UCS', [String(place.segment)], [place.error]]]
          : [
              ['UCS', [String(place.segment)]],
              ['UCD', [place.error], [String(place.element), ...optional(place.component?.toString())]],
            ],
      ),
    ]),
  ];
  return { reference, type: ['CONTRL', 'D', '3', 'UN'], body };
}

/** The verdict over a whole interchange, by who received it. */
export const controlFor = (
  interchange: Pick<Interchange, 'reference' | 'sender' | 'recipient' | 'senderParts' | 'recipientParts'>,
  outcome: Control['outcome'],
  messages: readonly MessageVerdict[] = [],
): Control => ({
  reference: interchange.reference,
  sender: interchange.sender,
  recipient: interchange.recipient,
  ...(interchange.senderParts ? { senderParts: interchange.senderParts } : {}),
  ...(interchange.recipientParts ? { recipientParts: interchange.recipientParts } : {}),
  outcome,
  messages,
});

/** The refusal of a whole interchange: nothing of it is taken, and the one fault stands at its level (UCI, UCF, UCM, UCS, UCD). */
export function refusalFor(interchange: Interchange, place: FaultPlace): Control {
  const { error, tag, group, message, segment, element, component } = place;
  const whole = controlFor(interchange, 'rejected');
  const why = { error, ...(tag ? { tag } : {}) };
  // What has no number or type cannot be named: it is said one level up.
  const named = message && message.reference !== '' && (message.type[0] ?? '') !== '' ? message : undefined;
  if (!named) return group ? { ...whole, group: { ...group, ...why } } : { ...whole, ...why };
  const within = { ...(element ? { element } : {}), ...(element && component ? { component } : {}) };
  const verdict: MessageVerdict =
    segment === undefined
      ? { ...named, accepted: false, places: [], ...why }
      : { ...named, accepted: false, places: [{ segment, error, ...within }] };
  return { ...whole, ...(group ? { group } : {}), messages: [verdict] };
}

export function readControl(segments: readonly Segment[]): Control | undefined {
  const uci = segmentsOf(segments, 'UCI')[0];
  const outcome = { [RECEIVED]: 'received', [ACKNOWLEDGED]: 'acknowledged', [REJECTED]: 'rejected' }[partOf(uci, 3)];
  if (!uci || !outcome || !partOf(uci, 0)) return undefined;
  const ucf = segmentsOf(segments, 'UCF')[0];
  type Place = { segment: number; error: string; element?: number; component?: number };
  const messages: (Omit<MessageVerdict, 'places'> & { readonly places: Place[] })[] = [];
  for (const segment of segments) {
    const message = messages.at(-1);
    if (segment[0] === 'UCM')
      messages.push({
        reference: partOf(segment, 0),
        type: segment[2] ?? [],
        accepted: partOf(segment, 2) !== REJECTED,
        places: [],
        ...(partOf(segment, 3) ? { error: partOf(segment, 3) } : {}),
        ...(partOf(segment, 4) ? { tag: partOf(segment, 4) } : {}),
      });
    else if (segment[0] === 'UCS')
      message?.places.push({ segment: Number(partOf(segment, 0)), error: partOf(segment, 1) });
    else if (segment[0] === 'UCD') {
      const place = message?.places.at(-1);
      if (!place) continue;
      place.error = partOf(segment, 0);
      place.element = Number(partOf(segment, 1));
      if (partOf(segment, 1, 1)) place.component = Number(partOf(segment, 1, 1));
    }
  }
  return {
    reference: partOf(uci, 0),
    sender: partOf(uci, 1),
    recipient: partOf(uci, 2),
    outcome: outcome as Control['outcome'],
    messages,
    ...((uci[2]?.length ?? 0) > 1 ? { senderParts: uci[2] ?? [] } : {}),
    ...((uci[3]?.length ?? 0) > 1 ? { recipientParts: uci[3] ?? [] } : {}),
    ...(partOf(uci, 4) ? { error: partOf(uci, 4) } : {}),
    ...(partOf(uci, 5) ? { tag: partOf(uci, 5) } : {}),
    ...(ucf
      ? {
          group: {
            reference: partOf(ucf, 0),
            sender: partOf(ucf, 1),
            recipient: partOf(ucf, 2),
            ...(partOf(ucf, 4) ? { error: partOf(ucf, 4) } : {}),
            ...(partOf(ucf, 5) ? { tag: partOf(ucf, 5) } : {}),
          },
        }
      : {}),
  };
}

/** BGM 1001: acknowledgement or application error; 4343: what is decided. */
const responses = { accepted: ['312', 'AP'], rejected: ['313', 'RE'], noted: ['312', 'AB'] } as const;
export type ApplicationAnswer = {
  readonly number: string;
  /** Of the message that is answered, its own BGM 1004. */
  readonly about: string;
  readonly outcome: keyof typeof responses;
  /** The number the partner gives the matter. */
  readonly given?: string;
  /** Local time, yyyyMMddHHmm. */
  readonly at: string;
  readonly errors: readonly {
    readonly code: string;
    /** As many languages as there are, one component each. */
    readonly texts: readonly string[];
    readonly field?: string;
    readonly row?: number;
  }[];
};

export function writeApplicationAnswer(reference: string, answer: ApplicationAnswer): MessageToSend {
  const [name, response] = responses[answer.outcome];
  const body: Segment[] = [
    ['BGM', [name], [answer.number], ['9'], [response]],
    ['DTM', ['137', answer.at, '203']],
    ['RFF', ['ACW', answer.about]],
    ...(answer.given ? [['RFF', ['AHI', answer.given]] as Segment] : []),
    ...answer.errors.flatMap(({ code, texts, field, row }): Segment[] => [
      ['ERC', [code]],
      ...(texts.length > 0 ? [['FTX', ['AAO'], [], [], texts.slice(0, 5).map((t) => t.slice(0, 70))] as Segment] : []),
      ...(field ? [['RFF', ['AAG', field, ...(row === undefined ? [] : [String(row + 1)])]] as Segment] : []),
    ]),
  ];
  return { reference, type: ['APERAK', 'D', '95B', 'UN'], body };
}

export function readApplicationAnswer(segments: readonly Segment[]): ApplicationAnswer | undefined {
  const begin = segmentsOf(segments, 'BGM')[0];
  const outcome = (Object.keys(responses) as (keyof typeof responses)[]).find(
    (key) => responses[key][1] === partOf(begin, 3),
  );
  const reference = (qualifier: string) => segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === qualifier);
  const about = partOf(reference('ACW'), 0, 1);
  const given = partOf(reference('AHI'), 0, 1);
  const at = partOf(
    segmentsOf(segments, 'DTM').find((s) => partOf(s, 0) === '137'),
    0,
    1,
  );
  if (!outcome || !about || !partOf(begin, 1)) return undefined;
  const errors: { code: string; texts: readonly string[]; field?: string; row?: number }[] = [];
  for (const segment of segments) {
    if (segment[0] === 'ERC') errors.push({ code: partOf(segment, 0), texts: [] });
    const error = errors.at(-1);
    if (!error) continue;
    if (segment[0] === 'FTX') error.texts = [...error.texts, ...(segment[4] ?? []).filter((t) => t !== '')];
    if (segment[0] === 'RFF' && partOf(segment, 0) === 'AAG') {
      error.field = partOf(segment, 0, 1);
      if (/^[1-9]\d{0,4}$/.test(partOf(segment, 0, 2))) error.row = Number(partOf(segment, 0, 2)) - 1;
    }
  }
  return { number: partOf(begin, 1), about, outcome, at, errors, ...(given ? { given } : {}) };
}
