// Partners that answer at once: each takes a delivery and posts exactly one message back, as the goals F1 and F2 count it – the gateway's
// reply of customs, the word of border inspection and of maritime safety, the carrier's manifest, the terminal's arrival report. Batched (F2):
// they take several in a call, and what they have to say while a call of theirs is under way goes together with the next one.
import { randomUUID } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { channels } from '../../src/channels/index.ts';
import { channelById, registerChannels } from '../../src/hub/mapping/index.ts';
import { decodeText } from '../../src/runtime/codec/charset.ts';
import { MOST_OF_A_BATCH, readBatch, writeBatch, writeBatchAnswer } from '../../src/runtime/codec/message-batch.ts';
import { parseEdifact, partOf, segmentsOf, writeEdifact } from '../../src/runtime/codec/edifact.ts';

type Message = { readonly bytes: Uint8Array; readonly contentType?: string; readonly fileName?: string };
export type Partners = {
  readonly url: string;
  /** Where and with which keys they post from now on. */
  answerTo(url: string, keys: ReadonlyMap<string, string>): void;
  /** Deliveries taken, messages the hub took. */
  counts(): { readonly taken: number; readonly posted: number };
  stop(): Promise<void>;
};

/** Which of the simulator's answers is the one. */
const ANSWER: Readonly<Record<string, number>> = { 'border-inspection': 1, maritime: 1 };

export async function startPartners(batched: boolean): Promise<Partners> {
  registerChannels(channels);
  const memories = new Map(channels.map(({ id }) => [id, new Map<string, string>()]));
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const waiting = new Map<string, Message[]>();
  let serial = 0;
  let taken = 0;
  let posted = 0;
  let target: { url: string; keys: ReadonlyMap<string, string> } | undefined;

  function answerOf(channelId: string, bytes: Uint8Array, kind: string, messageId: string): Message | undefined {
    if (kind === 'port-terminal.pick-up-plan') return arrival(bytes, (serial += 1));
    const world = {
      now: new Date().toISOString(),
      next: () => (serial += 1),
      memory: memories.get(channelId) ?? new Map(),
    };
    const reaction = channelById(channelId)?.simulator.react({ bytes, kind, messageId, scenario: 'CLEAN' }, world);
    return reaction?.later[ANSWER[channelId] ?? 0]?.message;
  }

  function post(channelId: string, path: string, body: Uint8Array, headers: Record<string, string>): Promise<boolean> {
    return new Promise((resolve) => {
      const failed = (why: unknown) => {
        process.stderr.write(`a partner's message: ${why}\n`);
        resolve(false);
      };
      if (!target) return failed('nowhere to go');
      const heads = {
        ...headers,
        authorization: `Bearer ${target.keys.get(channelId)}`,
        'content-length': body.length,
      };
      const out = request(`${target.url}/api/v1${path}`, { method: 'POST', agent, headers: heads }, (reply) => {
        reply.resume();
        if (reply.statusCode === 201 || reply.statusCode === 200) resolve(true);
        else failed(reply.statusCode);
      });
      out.on('error', failed);
      out.end(body);
    });
  }

  const typeOf = (message: Message) => message.contentType ?? 'application/xml';
  async function say(channelId: string, message: Message): Promise<void> {
    if (!batched) {
      const name = message.fileName ? { 'x-file-name': encodeURIComponent(message.fileName) } : {};
      if (await post(channelId, '/messages', message.bytes, { 'content-type': typeOf(message), ...name })) posted += 1;
      return;
    }
    const queue = waiting.get(channelId);
    if (queue) return void queue.push(message);
    const own = [message];
    waiting.set(channelId, own);
    while (own.length > 0) {
      const some = own.splice(0, MOST_OF_A_BATCH);
      const { bytes, contentType } = writeBatch(
        some.map((one) => ({ ...one, id: randomUUID(), contentType: typeOf(one) })),
      );
      if (await post(channelId, '/messages/batch', bytes, { 'content-type': contentType })) posted += some.length;
    }
    waiting.delete(channelId);
  }

  async function take(incoming: IncomingMessage): Promise<string> {
    const bytes = await readAll(incoming);
    const channelId = (incoming.url ?? '').slice(1);
    const { headers } = incoming;
    const messages = batched
      ? await readBatch(bytes, String(headers['content-type']))
      : [{ bytes, id: String(headers['x-message-id']), kind: String(headers['x-document-kind']) }];
    taken += messages.length;
    for (const { bytes, kind = '', id } of messages) {
      const message = answerOf(channelId, bytes, kind, id);
      if (message) void say(channelId, message);
    }
    return batched ? writeBatchAnswer(messages.map(({ id }) => ({ id, status: 200 }))) : '';
  }

  const server = createServer((incoming, reply) => {
    void take(incoming).then((answer) => reply.writeHead(200).end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `${batched ? 'batch+' : ''}http://127.0.0.1:${port}`,
    answerTo: (url, keys) => void (target = { url, keys }),
    counts: () => ({ taken, posted }),
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** COARRI: the containers of the plan are on the quay. */
function arrival(plan: Uint8Array, serial: number): Message {
  const boxes = segmentsOf(parseEdifact(decodeText(plan, 'utf-8')), 'EQD').map((s) => partOf(s, 1));
  const id = String(serial).padStart(6, '0');
  const text = writeEdifact([
    ['UNB', ['UNOA', '2'], ['CKGTERM'], ['PORTICO'], ['261126', '0900'], [`A${id}`]],
    ['UNH', [id], ['COARRI', 'D', '95B', 'UN']],
    ['BGM', ['46'], [`AR${id}`], ['9']],
    ['NAD', ['MS'], ['CKGTERM']],
    ...boxes.map((box) => ['EQD', ['CN'], [box], [], [], [], ['5']] as const),
    ['DTM', ['7', '202611260900', '203']],
    ['UNT', [String(5 + boxes.length)], [id]],
    ['UNZ', ['1'], [`A${id}`]],
  ]);
  return { bytes: Buffer.from(text), contentType: 'application/edifact', fileName: `COARRI-${id}.edi` };
}
