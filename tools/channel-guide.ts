// docs/reference/channels.md: what an engineer of a partner has to know of each channel, written from its profile and tables, with a
// whole example of every message as it goes over the wire (`tests/support/channel-examples.ts`).
import { channels } from '../src/channels/index.ts';
import type { Channel, ChannelProfile } from '../src/hub/mapping/contract.ts';
import { callText, registerChannels } from '../src/hub/mapping/index.ts';
import { describe } from '../src/kernel/condition.ts';
import { oursOf, theirsOf, withoutExample } from '../tests/support/channel-examples.ts';

const MOST_LINES = 40;
const MOST_WIDTH = 160;

type Tools = {
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
  readonly labelOf: Parameters<typeof describe>[1];
};

/** `faults`: a message without an example. */
export function channelGuide({ table, labelOf }: Tools, faults: string[]): string {
  registerChannels(channels);
  faults.push(
    ...channels.flatMap(withoutExample).map((kind) => `${kind} has no example: tests/support/channel-examples.ts`),
  );
  return `${INTRODUCTION}\n\n${channels.map((channel) => chapterOf(channel, { table, labelOf })).join('\n\n')}`;
}

const INTRODUCTION = `For whoever connects a partner's system. Everything here is read from the profiles and tables in \`src/channels\`; the mapping tables
field by field are in [documents](documents.md), what a channel assumes of its partner in its README.

**We send** by \`POST\` to the partner's address: \`Authorization: Bearer\` with the key agreed on, \`X-Message-Id\` (the same on every attempt: answer a
repetition as you answered the first time), \`X-Document-Kind\`, \`X-File-Name\` (percent-encoded), \`X-Fencing-Token\` (a lower one than you have seen
comes from a node that has lost its lane) and \`traceparent\`. 2xx: delivered; what stands in the body is read as an answer. 4xx but 408, 425 and 429:
refused, not repeated, shown to an operator. Everything else, also no answer in time: repeated after the waits below. Where a public standard has a
method and a path for a document, it is named with the document and used below your address, over HTTPS only; there 409 is repeated too.

**You send** by \`POST /api/v1/messages\` with your channel's key as bearer token, the bytes as they are, at most as many as stated (a message is kept whole
with its digest before it is read, so it has to have an end; split a list that is longer, as your format does it). 201 with a receipt
once they are stored; the same bytes again have no second effect. What cannot be read lies in quarantine with the reason, nothing is lost.

**Several in one call**, up to fifty: \`multipart/form-data\` with a part \`index\`, a JSON list of \`{"id", "kind", "traceparent", "fencingToken"}\` (only \`id\` is
needed), and for each \`id\` a file of that name. You send it by \`POST /api/v1/messages/batch\`: all are kept, each with its receipt, or none. To get ours so,
have your address begin \`batch+https\` and answer 200 with \`{"items": [{"id", "status", "answer": {"contentType", "base64"}}]}\`, a status for each as above;
a document you name no status for goes again. 4xx to the whole: each is sent alone. 5xx: repeated, each alone.

**Other ways**, where the address agreed on names one: \`pull+https\` – you keep messages ready: \`GET <address>messages\` gives the oldest with
\`X-Message-Id\`, or 204; \`DELETE <address>messages/<id>\` says that we have it. \`soap+https\`, \`soap11+https\` – the document base64 in
\`{urn:portico:document:1}Document\`. \`sftp\` – ours in \`from-portico\` as \`<kind>.<message id>.<ending>\`, renamed when whole; yours in \`to-portico\`, moved
to \`done\` when we have them, to \`refused\` when too large or empty. \`nats+tls\` – JetStream subjects \`<path>.from-portico\` and \`<path>.to-portico\`.
\`mqtts\` – for devices: MQTT 5.0 (or 3.1.1), QoS 1; ours on \`<path>/from-portico/<kind>/<message id>\`, yours on any topic under \`<path>/to-portico\`. Our PUBACK
says that we have it. The broker keeps for us what comes while we are away from our first connection on; QoS 0 is not kept by it. AMQP is not
spoken: NATS is the queue here.

**Examples** are whole and made by the programs that write the messages, from the cases of the tests. What goes on one line over the wire is shown on several.

\`to-be-agreed\`: the partner's own format is not public; the nearest open form is spoken until both sides have agreed on theirs.`;

function chapterOf(channel: Channel, { table, labelOf }: Tools): string {
  const { profile, id, acknowledges } = channel;
  const setting = `PORTICO_CHANNEL_${id.toUpperCase().replaceAll('-', '_')}`;
  const examples = oursOf(channel);
  const shown = (kind: string) => fence(new TextDecoder(charsetOf(profile)).decode(examples.get(kind)));
  const sent = channel.documents.map((document) => {
    return [
      `#### \`${document.id}\` ${document.name.zh} / ${document.name.en}`,
      `On \`${document.trigger}\`, when ${describe(document.neededWhen, labelOf).en}. ${document.because.en}.${document.call ? ` By \`${callText(document.call)}\`${document.amends ? `, amended by \`${callText(document.amends)}\`` : ''}.` : ''}`,
      shown(document.id),
    ].join('\n\n');
  });
  return [
    `## ${channel.name.zh} / ${channel.name.en} (${channel.promise}) \`${id}\``,
    `[Its folder](../../src/channels/${id}/README.md); settings \`${setting}_URL\` and \`${setting}_KEY\`.`,
    table(
      ['profile', ''],
      [
        ['format', profile.format],
        ['transport', profile.transport],
        ['character set', profile.charset],
        ['signatures of messages', signaturesOf(profile)],
        ['connections at once', String(profile.budget.connections)],
        [
          'largest document of ours, largest answer',
          `${kib(profile.budget.requestBytes)}, ${kib(profile.budget.answerBytes)}`,
        ],
        ['largest message of theirs', `${kib(profile.maxBytes)}: ${profile.largest.en}`],
        [
          'time to connect, to the head of the answer, in all',
          [profile.budget.connectMs, profile.budget.firstByteMs, profile.budget.totalMs].map(seconds).join(', '),
        ],
        ['repeated after', profile.retryAfterMs.map(seconds).join(', ')],
        ['in order', profile.orderKey === 'shipment' ? 'the documents of a shipment' : 'all documents'],
        ['usual maintenance', windowsOf(profile)],
        ['told when it breaks', `role \`${profile.tells}\` of the port office`],
        ['simulator', `port ${profile.simulatorPort}${profile.shows ? `; in npm start by ${profile.shows}` : ''}`],
      ],
    ),
    '### What we send',
    ...sent,
    ...(acknowledges
      ? [
          `#### \`${acknowledges.kind}\` ${acknowledges.name.zh} / ${acknowledges.name.en}`,
          'For each of your interchanges that asks for it (UNB 0031 = 1): 7 read, 4 refused with the place of the fault, 8 received. Never for a CONTRL.',
          shown(acknowledges.kind),
        ]
      : []),
    '### What we read',
    ...answersOf(channel),
  ].join('\n\n');
}

const answersOf = (channel: Channel): string[] =>
  [...theirsOf(channel)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([says, { bytes }]) => `#### ${says}\n\n${fence(new TextDecoder(charsetOf(channel.profile)).decode(bytes))}`);

const charsetOf = (profile: ChannelProfile) => (profile.charset === 'us-ascii' ? 'utf-8' : profile.charset);
const signaturesOf = ({ signatures }: ChannelProfile): string =>
  signatures ? `${signatures.inbound}: ${signatures.algorithms.join(', ')}` : 'none';
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const windowsOf = ({ maintenance }: ChannelProfile): string =>
  maintenance
    .map(({ weekday, at, minutes, reason }) => `${days[weekday - 1]} ${at} UTC+8 for ${minutes} min: ${reason.en}`)
    .join('; ') || 'none is published or agreed';
const kib = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${Math.round(bytes / 1024)} KiB`;
const seconds = (ms: number): string => (ms >= 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`);

/** Whole; a long one is folded away. Nothing in it can end the block. */
function fence(text: string): string {
  const lines = text.replaceAll('\r', '').trimEnd().split('\n').flatMap(folded);
  const block = `\`\`\`\`\n${lines.join('\n').trimEnd()}\n\`\`\`\``;
  return lines.length > MOST_LINES
    ? `<details><summary>${lines.length} lines</summary>\n\n${block}\n\n</details>`
    : block;
}
/** What is written on one line is shown on several: segments of EDIFACT and elements each on one of their own. */
function folded(line: string): string[] {
  if (line.length <= MOST_WIDTH) return [line];
  const parts = line.startsWith('UN')
    ? line.split(/(?<=(?<!\?)')/)
    : line.startsWith('{')
      ? indented(line)
      : line.split(/(?<=>)(?=<)/);
  return parts.flatMap((part) => part.match(new RegExp(`.{1,${MOST_WIDTH}}`, 'gu')) ?? []);
}
const indented = (json: string): string[] => JSON.stringify(JSON.parse(json), null, 2).split('\n');
