// A conveyance authority that takes lists and notifications as EDIFACT beside its notices (N3, N5): acknowledges by CONTRL, decides by APERAK.
import { toPartnerTime } from '../../kernel/instant.ts';
import { controlFor, writeApplicationAnswer, writeControl } from '../../runtime/codec/edifact-acknowledge.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { type MessageToSend, peekEdifact, readEnvelope, writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, type Segment, segmentsOf, writeEdifact } from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type {
  Channel,
  DocumentDefinition,
  InboundBytes,
  Interpretation,
  SimulatorReaction,
  SimulatorWorld,
} from './contract.ts';
import { acknowledgesEdifact, notSpoken } from './acknowledge-edifact.ts';
import { answersOfEdifact } from './edifact-answers.ts';

export type EdifactSide = {
  /** Who it is in UNB. */
  readonly sender: string;
  readonly documents: readonly DocumentDefinition[];
  /** What its simulator finds wrong in a message in a scenario, the first time. */
  readonly refuses?: {
    readonly scenario: string;
    readonly code: string;
    readonly texts: readonly [zh: string, en: string];
    readonly field: string;
    readonly row: number;
  };
};

const isEdifact = (bytes: Uint8Array): boolean => peekEdifact(bytes) !== undefined;
const referenceOf = (segments: readonly Segment[]): string =>
  partOf(
    segmentsOf(segments, 'RFF').find((s) => ['TN', 'ABO'].includes(partOf(s, 0))),
    0,
    1,
  );

export function alsoInEdifact(channel: Channel, side: EdifactSide): Channel {
  const { simulator } = channel;
  return {
    ...channel,
    documents: [...channel.documents, ...side.documents],
    acknowledges: acknowledgesEdifact(channel.id),
    recognises: (message) => peekEdifact(message.bytes)?.sender === side.sender || channel.recognises(message),
    interpret: (message) => (isEdifact(message.bytes) ? interpret(message) : channel.interpret(message)),
    simulator: {
      ...simulator,
      referenceIn: (received) =>
        isEdifact(received.bytes)
          ? referenceOf(parseEdifact(decodeEdifact(received.bytes)))
          : simulator.referenceIn(received),
      react: (received, world) =>
        isEdifact(received.bytes) ? react(side, received, world) : simulator.react(received, world),
    },
  };
}

function interpret({ bytes }: InboundBytes): Interpretation {
  const { interchange, messages } = readEnvelope(parseEdifact(decodeEdifact(bytes)));
  const [first] = messages;
  const facts = messages.flatMap((message) => {
    const answers = answersOfEdifact(message, interchange);
    if (answers) return answers;
    throw notSpoken(message, `该通道不支持 ${message.type}`, `The channel does not support ${message.type}`);
  });
  if (!first) throw new UnreadableMessage('EDIFACT 中没有报文', 'The EDIFACT interchange has no message');
  return { format: first.type, partnerMessageId: `${interchange.reference}/${first.reference}`, facts };
}

function react(
  side: EdifactSide,
  { bytes, scenario }: { readonly bytes: Uint8Array; readonly scenario: string },
  world: SimulatorWorld,
): SimulatorReaction {
  const read = readEnvelope(parseEdifact(decodeEdifact(bytes)));
  const [message] = read.messages;
  if (!message || message.type === 'CONTRL') return { status: 200, later: [] };
  const { type, segments } = message;
  const about = partOf(segmentsOf(segments, 'BGM')[0], 1);
  const asked = `edifact ${type} ${referenceOf(segments)}`;
  const { refuses } = side;
  const refused = refuses?.scenario === scenario && !world.memory.has(asked);
  world.memory.set(asked, about);
  const local = (afterMs: number) =>
    toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmm');
  const send = (afterMs: number, syntax: 'UNOA' | 'UNOY', make: (number: string) => MessageToSend): InboundBytes => {
    const number = String(world.next()).padStart(6, '0');
    const head = { syntax, sender: side.sender, recipient: 'PORTICO', at: local(afterMs), reference: `A${number}` };
    return {
      bytes: Buffer.from(writeEdifact(writeEnvelope(head, [make(number)]))),
      contentType: 'application/edifact',
      fileName: `${type}-answer-${number}.edi`,
    };
  };
  const verdicts = read.messages.map((one) => ({
    reference: one.reference,
    type: [one.type, one.version, one.release, one.agency],
    accepted: true,
  }));
  const answer = send(0, 'UNOA', (number) =>
    writeControl(number, controlFor(read.interchange, 'acknowledged', verdicts)),
  );
  const later = send(900, 'UNOY', (number) =>
    writeApplicationAnswer(number, {
      number: `AP${about.slice(-10)}`,
      about,
      outcome: refused ? 'rejected' : 'accepted',
      at: local(900),
      errors:
        refused && refuses
          ? [{ code: refuses.code, texts: refuses.texts, field: refuses.field, row: refuses.row }]
          : [],
    }),
  );
  return { status: 200, answer, later: [{ afterMs: 900, message: later }] };
}
