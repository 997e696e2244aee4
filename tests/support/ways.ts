// A far end for each way there is, that does as it is told: what the contract of transports is tried on (tests/conformance/transports.test.ts).
import { createServer } from 'node:http';
import { readBatch, writeBatchAnswer } from '../../src/runtime/codec/message-batch.ts';
import { startSftpServer } from '../../src/runtime/simulator/sftp-server.ts';
import { createBatchPusher } from '../../src/runtime/transport/http-batch.ts';
import { createHttpPuller } from '../../src/runtime/transport/http-pull.ts';
import { createPusher } from '../../src/runtime/transport/http-push.ts';
import { createSoapPusher } from '../../src/runtime/transport/soap.ts';
import { createSftpCollector, createSftpPusher } from '../../src/runtime/transport/sftp-folder.ts';
import type { CollectBudget, Collector, PickUp, PushBudget, Pusher } from '../../src/runtime/transport/transport.ts';

export const pushBudget: PushBudget = {
  connections: 2,
  requestBytes: 100_000,
  answerBytes: 10_000,
  connectMs: 4000,
  firstByteMs: 700,
  totalMs: 2500,
};
export const collectBudget: CollectBudget = { ...pushBudget, maxBytes: 10_000, batch: 10 };

/** `denying`: says no. `silent`: takes what comes and answers nothing. `cutting`: hangs up in the middle. */
export type Mood = 'well' | 'denying' | 'silent' | 'cutting';
export type Rig = {
  readonly to: PickUp;
  /** The same where nobody listens. */
  readonly nowhere: PickUp;
  behave(mood: Mood): void | Promise<void>;
  stop(): Promise<void>;
};
/** Documents the far end has as wholes, each by its message id. */
export type PushRig = Rig & {
  readonly pusher: Pusher;
  received(): ReadonlyMap<string, Buffer> | Promise<ReadonlyMap<string, Buffer>>;
};
/** What waits there, and what was acknowledged. */
export type CollectRig = Rig & {
  readonly collector: Collector;
  offer(id: string, bytes: Buffer): void | Promise<void>;
  waiting(): string[] | Promise<string[]>;
  /** Ids that lie aside there. */
  aside(): string[] | Promise<string[]>;
  /** Time passes for what must settle. */
  pass(ms: number): void;
};

async function httpFarEnd(
  handle: (
    mood: Mood,
    request: import('node:http').IncomingMessage,
    body: Buffer,
    reply: import('node:http').ServerResponse,
  ) => void,
) {
  let mood: Mood = 'well';
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    if (mood === 'cutting' && request.method === 'POST') {
      request.once('data', () => request.socket.destroy());
      return;
    }
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (mood === 'denying') reply.writeHead(403).end();
      else if (mood !== 'silent') handle(mood, request, Buffer.concat(chunks), reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    behave: (next: Mood) => {
      mood = next;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type FarEnd = Awaited<ReturnType<typeof httpFarEnd>>;
/** A way that posts to a far end which keeps what it takes in `documents`. */
const posting = (scheme: string, far: FarEnd, documents: ReadonlyMap<string, Buffer>, pusher: Pusher): PushRig => ({
  to: { url: `${scheme}://127.0.0.1:${far.port}/`, key: 'secret-of-the-way' },
  nowhere: { url: `${scheme}://127.0.0.1:9/`, key: 'secret-of-the-way' },
  pusher,
  received: () => documents,
  behave: far.behave,
  stop: async () => {
    pusher.close();
    await far.stop();
  },
});

export async function httpPushRig(): Promise<PushRig> {
  const documents = new Map<string, Buffer>();
  const far = await httpFarEnd((_mood, request, body, reply) => {
    documents.set(String(request.headers['x-message-id']), body);
    reply.writeHead(200).end();
  });
  return posting('http', far, documents, createPusher(pushBudget));
}

export async function httpBatchRig(): Promise<PushRig> {
  const documents = new Map<string, Buffer>();
  const far = await httpFarEnd((_mood, request, body, reply) => {
    void readBatch(body, String(request.headers['content-type'])).then((messages) => {
      for (const { id, bytes } of messages) documents.set(id, Buffer.from(bytes));
      reply.writeHead(200).end(writeBatchAnswer(messages.map(({ id }) => ({ id, status: 200 }))));
    });
  });
  return posting('batch+http', far, documents, createBatchPusher(pushBudget));
}

export async function soapRig(): Promise<PushRig> {
  const documents = new Map<string, Buffer>();
  const far = await httpFarEnd((_mood, request, body, reply) => {
    const sent = /<p:Document[^>]*>([^<]*)</.exec(String(body))?.[1] ?? '';
    documents.set(String(request.headers['x-message-id']), Buffer.from(sent, 'base64'));
    reply.writeHead(202).end();
  });
  return posting('soap+http', far, documents, createSoapPusher(pushBudget));
}

export async function httpPullRig(): Promise<CollectRig> {
  const queue = new Map<string, Buffer>();
  const far = await httpFarEnd((mood, request, _body, reply) => {
    const id = decodeURIComponent(/^\/messages\/(.+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (request.method === 'DELETE') return void reply.writeHead(queue.delete(id) ? 200 : 404).end();
    const [first] = queue;
    if (!first) return void reply.writeHead(204).end();
    const [name, bytes] = first;
    reply.writeHead(200, { 'x-message-id': name, 'content-length': bytes.length, 'content-type': 'application/json' });
    if (mood !== 'cutting') return void reply.end(bytes);
    reply.write(bytes.subarray(0, 2), () => reply.socket?.destroy());
    return undefined;
  });
  const collector = createHttpPuller(collectBudget);
  return {
    to: { url: `http://127.0.0.1:${far.port}/`, key: 'secret-of-the-way' },
    nowhere: { url: 'http://127.0.0.1:9/', key: 'secret-of-the-way' },
    collector,
    offer: (id, bytes) => void queue.set(id, bytes),
    waiting: () => [...queue.keys()],
    aside: () => [],
    pass: () => undefined,
    behave: far.behave,
    stop: async () => {
      collector.close();
      await far.stop();
    },
  };
}

async function sftpFarEnd() {
  const server = await startSftpServer({ user: 'portico', password: 'secret-of-the-way', now: () => 1 });
  const to = { url: server.url, hostKey: server.hostKey, key: 'secret-of-the-way' };
  return { server, to, nowhere: { ...to, url: 'sftp://portico@127.0.0.1:9/' } };
}
const below = (files: ReadonlyMap<string, { readonly bytes: Buffer }>, folder: string) =>
  [...files].flatMap(([name, { bytes }]) =>
    name.startsWith(folder) && !name.slice(folder.length).includes('/') && !name.slice(folder.length).startsWith('.')
      ? [[name.slice(folder.length), bytes] as const]
      : [],
  );

export async function sftpPushRig(): Promise<PushRig> {
  const { server, to, nowhere } = await sftpFarEnd();
  const pusher = createSftpPusher(pushBudget);
  return {
    to,
    nowhere,
    pusher,
    received: () =>
      new Map(below(server.files, '/from-portico/').map(([name, bytes]) => [name.split('.')[1] ?? '', bytes])),
    behave: server.behave,
    stop: async () => {
      pusher.close();
      await server.stop();
    },
  };
}

export async function sftpCollectRig(): Promise<CollectRig> {
  const { server, to, nowhere } = await sftpFarEnd();
  let now = 0;
  const collector = createSftpCollector(collectBudget, undefined, { steady: () => now, settleMs: 1000 });
  return {
    to,
    nowhere,
    collector,
    offer: (id, bytes) => void server.files.set(`/to-portico/${id}`, { bytes, time: 1 }),
    waiting: () => below(server.files, '/to-portico/').map(([name]) => name),
    aside: () => below(server.files, '/to-portico/refused/').map(([name]) => name),
    pass: (ms) => {
      now += ms;
    },
    behave: server.behave,
    stop: async () => {
      collector.close();
      await server.stop();
    },
  };
}
