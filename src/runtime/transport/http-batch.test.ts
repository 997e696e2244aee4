// Batches form themselves from what waits; each document has its own end, and one that the partner cannot take holds up no other.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { type BatchedMessage, readBatch, writeBatchAnswer } from '../codec/message-batch.ts';
import { createBatchPusher } from './http-batch.ts';
import type { Push, PushBudget } from './transport.ts';

const budget: PushBudget = {
  connections: 1,
  requestBytes: 1000,
  answerBytes: 100_000,
  connectMs: 4000,
  firstByteMs: 4000,
  totalMs: 8000,
};
type Answer = (messages: readonly BatchedMessage[], reply: ServerResponse, request: IncomingMessage) => void;
const taken: Answer = (messages, reply) =>
  reply.writeHead(200).end(writeBatchAnswer(messages.map(({ id }) => ({ id, status: 202 }))));

async function partner(answer: Answer) {
  const calls: string[][] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const messages = await readBatch(Buffer.concat(chunks), String(request.headers['content-type']));
      calls.push(messages.map(({ id }) => id));
      answer(messages, reply, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pusher = createBatchPusher(budget);
  after(() => {
    pusher.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const push = (messageId: string, more: Partial<Push> = {}) =>
    pusher.push({
      url: `batch+http://127.0.0.1:${port}/`,
      bytes: Buffer.from('x'),
      contentType: 'application/xml',
      messageId,
      kind: 'probe',
      fileName: '单证.xml',
      ...more,
    });
  return { calls, push };
}
const ids = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`);

test('[P3] what waits goes together, fifty at most, in order', async () => {
  const { calls, push } = await partner(taken);
  const outcomes = await Promise.all(ids(120).map((id) => push(id)));
  assert.deepEqual(
    outcomes,
    ids(120).map(() => ({ outcome: 'delivered', detail: 'HTTP 202' })),
  );
  assert.deepEqual(
    calls.map((call) => call.length),
    [50, 50, 20],
  );
  assert.deepEqual(calls.flat(), ids(120));
});

test('[P3] what comes while a call is under way waits for it and goes together', async () => {
  let go: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (begun = resolve));
  const { calls, push } = await partner((messages, reply, request) => {
    if (messages[0]?.id !== 'a') return taken(messages, reply, request);
    go = () => taken(messages, reply, request);
    begun();
  });
  const pushed = [push('a')];
  await first;
  pushed.push(push('b'), push('c'));
  await new Promise((resolve) => setImmediate(resolve));
  pushed.push(push('d'));
  assert.equal(calls.length, 1);
  go();
  await Promise.all(pushed);
  assert.deepEqual(calls, [['a'], ['b', 'c', 'd']]);
});

test('[P3] no call is larger than its budget, and none has two addresses or keys', async () => {
  const { calls, push } = await partner(taken);
  const large = { bytes: Buffer.alloc(400) };
  await Promise.all([push('a', large), push('b', large), push('c', large), push('d', { key: 'other' }), push('e')]);
  assert.deepEqual(calls, [['a', 'b'], ['c'], ['d'], ['e']]);
});

test('[P3] each document has its own end and its own answer', async () => {
  const bytes = Buffer.from('<回执/>');
  const { push } = await partner((_messages, reply) =>
    reply.writeHead(200).end(
      writeBatchAnswer([
        { id: 'c', status: 503 },
        { id: 'b', status: 422 },
        { id: 'a', status: 200, answer: { contentType: 'application/xml', bytes } },
        { id: 'stranger', status: 200 },
      ]),
    ),
  );
  assert.deepEqual(await Promise.all([push('a'), push('b'), push('c'), push('d')]), [
    { outcome: 'delivered', detail: 'HTTP 200', answer: { contentType: 'application/xml', bytes } },
    { outcome: 'refused', detail: 'HTTP 422' },
    { outcome: 'unreachable', detail: 'HTTP 503' },
    { outcome: 'unreachable', detail: 'NO_RESULT' },
  ]);
});

test('[P3] a no to the whole batch is asked of each alone', async () => {
  const { calls, push } = await partner((messages, reply, request) =>
    messages.some(({ id }) => id === 'b') ? reply.writeHead(400).end() : taken(messages, reply, request),
  );
  const outcomes = await Promise.all([push('a'), push('b'), push('c')]);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['delivered', 'refused', 'delivered'],
  );
  assert.deepEqual(calls, [['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('[P3] what breaks the partner down goes alone the next time, and so do the others of its batch', async () => {
  const { calls, push } = await partner((messages, reply, request) =>
    messages.some(({ id }) => id === 'b') ? reply.writeHead(500).end() : taken(messages, reply, request),
  );
  const once = await Promise.all([push('a'), push('b'), push('c')]);
  assert.deepEqual(
    once.map(({ outcome }) => outcome),
    ['unreachable', 'unreachable', 'unreachable'],
  );
  const again = await Promise.all([push('a'), push('b'), push('c'), push('d'), push('e')]);
  assert.deepEqual(
    again.map(({ outcome }) => outcome),
    ['delivered', 'unreachable', 'delivered', 'delivered', 'delivered'],
  );
  assert.deepEqual(calls.slice(1), [['a'], ['b'], ['c'], ['d', 'e']]);
});

test('[P3] an answer that is none leaves it open what was taken', async () => {
  const { push } = await partner((_messages, reply) => reply.writeHead(200).end('OK'));
  assert.deepEqual(await push('a'), { outcome: 'unreachable', detail: 'ANSWER_NOT_READABLE' });
});
