// An example of every message of a channel, made and not typed: ours as the exchange writes them for the forms of the tests, theirs as the channel's simulator
// says them, as our own documents are where the other side speaks the same, and, for what no simulator says, by the writers of the formats.
import { channels } from '../../src/channels/index.ts';
import type { MessageReceipt } from '../../src/hub/exchange/contract.ts';
import type { Channel, InboundBytes, InboundFact } from '../../src/hub/mapping/contract.ts';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { toPartnerTime } from '../../src/kernel/instant.ts';
import { decodeEdifact } from '../../src/runtime/codec/edifact-charset.ts';
import { parseEdifact, type Segment, writeEdifact } from '../../src/runtime/codec/edifact.ts';
import { writeFlatRecords } from '../../src/runtime/codec/flat-records.ts';
import { corpusOf, examplesOf, NOW, writtenOf } from './channel-corpus.ts';
import { waterImport } from './forms.ts';

type Example = { readonly bytes: Uint8Array; readonly format: string; readonly facts: readonly InboundFact[] };

/** What of the channel has no example, ours by its kind; `docs --check` fails where something is left. */
export function withoutExample(channel: Channel): string[] {
  const ours = oursOf(channel);
  const kinds = channel.documents.map(({ id }) => id);
  return [...kinds, ...(channel.acknowledges ? [channel.acknowledges.kind] : [])].filter((kind) => !ours.has(kind));
}
/** Ours, by the kind of the document, the acknowledgement among them. */
export function oursOf(channel: Channel): ReadonlyMap<string, Uint8Array> {
  const found = new Map(examplesOf(channel));
  const written = acknowledgementOf(channel);
  if (channel.acknowledges && written) found.set(channel.acknowledges.kind, written);
  return found;
}
/** To an interchange of theirs that asks for one (UNB 0031). */
function acknowledgementOf(channel: Channel): Uint8Array | undefined {
  for (const { bytes } of theirMessages(channel)) {
    if (!/^UN[AB]/.test(Buffer.from(bytes.subarray(0, 3)).toString('latin1'))) continue;
    const [unb, ...rest] = parseEdifact(decodeEdifact(bytes));
    if (!unb) continue;
    const [tag, ...elements] = unb;
    const asking: Segment = [tag, ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => (i === 8 ? ['1'] : (elements[i] ?? [''])))];
    const message = { bytes: Buffer.from(writeEdifact([asking, ...rest])), contentType: 'application/edifact' };
    const answer = channel.acknowledges?.write(message, { at: NOW, serial: 1 });
    if (answer) return answer.bytes;
  }
  return undefined;
}

/** Theirs: one of each format and of what is told by it. */
export function theirsOf(channel: Channel): ReadonlyMap<string, Example> {
  const found = new Map<string, Example>();
  for (const message of theirMessages(channel)) {
    const { format, facts } = channel.interpret(message);
    const says = [...new Set(facts.map(factText))].sort().join(', ') || 'a receipt';
    const key = `${format}: ${says}`;
    if (!found.has(key)) found.set(key, { bytes: message.bytes, format, facts });
  }
  return found;
}
function factText(fact: InboundFact): string {
  if (fact.fact === 'answer') return `answer, ${fact.outcome}`;
  return fact.fact === 'instruction' ? `instruction, ${fact.kind}` : fact.fact;
}

function theirMessages(channel: Channel): InboundBytes[] {
  return [
    ...corpusOf(channel).map(({ message }) => message),
    ...sameFromThem(channel),
    ...(saidByNoSimulator[channel.id]?.(channel) ?? []),
  ];
}
/** What we write is what they write too, between windows and hubs that speak the same. */
function sameFromThem(channel: Channel): InboundBytes[] {
  return writtenOf(channel)
    .map(({ bytes }): InboundBytes => ({ bytes, contentType: '' }))
    .filter((message) => channels.every((one) => one.recognises(message) === (one === channel)))
    .filter((message) => isRead(channel, message));
}

const json = (value: unknown): InboundBytes => ({
  bytes: Buffer.from(JSON.stringify(value)),
  contentType: 'application/json',
});
const flat = (records: readonly (readonly string[])[]): InboundBytes => ({
  bytes: Buffer.from(writeFlatRecords(records)),
  contentType: 'text/plain',
});
const form = waterImport('CLEAN-1');
const word = (id: string): string => (typeof form[id] === 'string' ? form[id] : '');
const boxes = (Array.isArray(form.containers) ? form.containers : []).map((row) => String(row.containerNumber));
const made = toPartnerTime(NOW, 'yyyyMMddHHmmss');
const head = (type: string) => ['00', type, '', '9', 'CKGPORT', 'PORTICO', made];
const vessel = ['10', '', word('conveyanceName'), '', word('voyageNumber')];

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).toString('utf-8');
const withText = (message: InboundBytes, text: string): InboundBytes => ({ ...message, bytes: Buffer.from(text) });
/** The bank gives back what it paid by the order of a tax that customs takes back: told by the order's number. */
function givenBack(channel: Channel): InboundBytes[] {
  const order = writtenOf(channel)[0];
  if (!order) return [];
  const bytes = Buffer.from(textOf(order).replaceAll('-A01', '-L01'));
  let serial = 0;
  const world = { now: NOW, next: () => ++serial, memory: new Map<string, string>() };
  const received = { bytes, kind: order.document.id, messageId: 'm-1', scenario: 'TAXBACK' };
  return channel.simulator.react(received, world).later.map(({ message }) => message);
}
const certificateOf = (channel: Channel | undefined): InboundBytes | undefined =>
  channel && corpusOf(channel).find(({ message }) => channel.interpret(message).format === 'certificate')?.message;
const bodyOf = (message: InboundBytes | undefined): Record<string, unknown> =>
  message ? (Object.values(JSON.parse(textOf(message)) as Record<string, Record<string, unknown>>)[0] ?? {}) : {};

const saidByNoSimulator: Readonly<Record<string, (channel: Channel) => InboundBytes[]>> = {
  'port-terminal': (channel) => [
    ...inOtherWords(channel, [['BGM+44+', 'BGM+46+']]),
    flat([head('BAPLIE'), vessel, ...boxes.map((box, i) => ['50', box, '22G1', 'F', `0${i + 1}0102`]), ['99']]),
    flat([
      head('IFCSUM'),
      vessel,
      ['12', word('billNumber')],
      ...boxes.map((box) => ['51', '1', box, '', '', '', '10', '1000']),
      ['99'],
    ]),
  ],
  bank: (channel) => [
    ...givenBack(channel),
    ...(['guarantee', 'letter-of-credit'] as const).map((kind) =>
      json({
        undertaking: {
          messageId: `U-${kind}-1`,
          kind,
          number: `U-2026-${kind}`,
          applicantUscc: word('traderUscc'),
          bank: 'CKG-BANK',
          state: 'issued',
          currency: 'CNY',
          amount: '100000.00',
          validTo: '2027-11-26',
          text: '已开立',
          textEn: 'issued',
          at: NOW,
        },
      }),
    ),
  ],
  'china-singapore': (channel) => {
    const { credential: _, ...about } = bodyOf(certificateOf(channel));
    return [json({ certificateRevocation: { ...about, issuer: 'did:web:sg', credentialId: 'SG-1', reason: '更正' } })];
  },
  /** Ours with the certificate of another in it: what stands in ours for a test is none. */
  'other-window': (channel) => {
    const { credential: token } = bodyOf(certificateOf(channels.find(({ id }) => id === 'china-singapore')));
    const issued = writtenOf(channel).find(({ document }) => document.id === 'other-window.certificate');
    const receipt = json({
      messageId: '0b9c6a52-6d1f-4c0e-9f0e-26112600a001',
      digest: sha256Hex('the message'),
      receivedAt: NOW,
      duplicate: false,
      channel: 'other-window',
      receiptId: '26112600000001',
    } satisfies MessageReceipt);
    if (!issued || typeof token !== 'string') return [receipt];
    const text = textOf(issued).replace(/>WC[\w+/]+=*</, `>${Buffer.from(token).toString('base64')}<`);
    return [receipt, withText({ bytes: issued.bytes, contentType: 'application/xml' }, text)];
  },
  /** Said as their neighbours are: draft and change as approvals, exports as imports, discharge as loading. */
  bonded: (channel) => [
    ...inOtherWords(channel, [['SAS221', 'SAS222']]),
    ...inOtherWords(channel, [
      ['SAS223', 'SAS224'],
      ['<manageResult>1<', '<manageResult>3<'],
    ]),
    ...inOtherWords(channel, [
      ['INV201', 'INV202'],
      ['HdeApprResult', 'InvApprResult'],
    ]),
  ],
  'railway-yard': (channel) =>
    ['ERTA', 'ERTD', 'ERRA', 'ERRD'].flatMap((type) =>
      inOtherWords(channel, [[`WLJK_IRT${type.at(-1)}`, `WLJK_${type}`]]),
    ),
};
/** What the simulator says with other names in it, where that is read. */
function inOtherWords(channel: Channel, words: readonly (readonly [from: string, to: string])[]): InboundBytes[] {
  return corpusOf(channel)
    .map(({ message }) => ({ message, text: textOf(message) }))
    .filter(({ text }) => words.every(([from]) => text.includes(from)))
    .map(({ message, text }) =>
      withText(
        message,
        words.reduce((said, [from, to]) => said.replaceAll(from, to), text),
      ),
    )
    .filter((message) => isRead(channel, message));
}
function isRead(channel: Channel, message: InboundBytes): boolean {
  try {
    return channel.interpret(message).format !== '';
  } catch {
    return false;
  }
}
