// What a portion of events costs while many read along (F5): counted, not timed. Judging is by audience, each reader is one write, the
// bytes are made once, and neither timers nor questions grow with the readers.
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { mock, test } from 'node:test';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import type { Actor, StoredEvent } from '../../src/runtime/context.ts';
import { createEventStreams, type EventStream } from '../../src/runtime/http/event-stream.ts';

const KEYS = 5;
const EACH = 12;
const READERS = KEYS * EACH;
const actorOf = (key: string): Actor => ({ kind: 'program', id: key, name: key, roles: ['declarant'] });
const event = (position: number): StoredEvent => ({
  position,
  id: String(position),
  type: 'shipment.drafted',
  subject: 's',
  payload: {},
  occurredAt: '2026-11-20T00:00:00Z',
  actor: actorOf('somebody'),
});
const keyOf = (n: number) => `key-${n % KEYS}`;
/** Nobody whose key is this one sees anything. */
const BLIND = keyOf(4);

async function serve() {
  const intervals = mock.method(globalThis, 'setInterval');
  const counted = { subscribed: 0, looks: 0, judged: 0, renewed: [] as number[], writes: 0, bytes: new Set<unknown>() };
  let tell: (events: readonly StoredEvent[]) => void = () => undefined;
  const stream: EventStream = {
    subscribe: (listener) => {
      tell = listener;
      counted.subscribed += 1;
      return () => {
        counted.subscribed -= 1;
      };
    },
    readAfter: async (position) => (position < 3 ? [event(3)] : []),
    look: async (events) => {
      counted.looks += 1;
      const entries = events.map(({ position, type }) => ({ position, type }));
      const nothing = events.map(() => undefined);
      return async (actor) => {
        counted.judged += 1;
        return actor.id === BLIND ? nothing : entries;
      };
    },
    renew: async (credentials) => {
      counted.renewed.push(credentials.length);
      return credentials.map(({ bearer }) => actorOf(bearer ?? ''));
    },
  };
  const streams = createEventStreams(stream, { heartbeatMs: 3_600_000, renewMs: 3_600_000 });
  const server = fastify({ forceCloseConnections: true });
  await server.register(cookie);
  server.get('/events', (request, reply) => {
    const write = reply.raw.write.bind(reply.raw) as (chunk: unknown) => boolean;
    reply.raw.write = (chunk: unknown) => {
      counted.writes += 1;
      if (Buffer.isBuffer(chunk)) counted.bytes.add(chunk);
      return write(chunk);
    };
    const bearer = (request.query as { key: string }).key;
    return streams.open(request, reply, actorOf(bearer), { cookie: undefined, bearer });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  return { server, port, counted, intervals, tell: (events: readonly StoredEvent[]) => tell(events) };
}
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
type Reader = { readonly socket: Socket; text: string };
const readers = (port: number, queries: readonly string[]) =>
  Promise.all(
    queries.map(async (query) => {
      const reader: Reader = { socket: connect(port, '127.0.0.1'), text: '' };
      reader.socket.setEncoding('utf-8').on('data', (text: string) => {
        reader.text += text;
      });
      reader.socket.write(`GET /events?${query} HTTP/1.1\r\nhost: x\r\n\r\n`);
      await until(() => reader.text.includes(': connected'));
      return reader;
    }),
  );

test('[P3][M2] a portion is looked at once, judged once for each audience, and is one write of the same bytes for each reader', {
  timeout: 30_000,
}, async () => {
  const { server, port, counted, intervals, tell } = await serve();
  const first = await readers(port, [`key=${keyOf(0)}`]);
  const timers = intervals.mock.callCount();
  const all = first.concat(
    await readers(
      port,
      Array.from({ length: READERS - 1 }, (_, i) => `key=${keyOf(i + 1)}`),
    ),
  );
  assert.equal(intervals.mock.callCount(), timers, 'a timer for a reader');
  assert.equal(counted.subscribed, 1);
  counted.writes = 0;
  for (const portion of [[event(1), event(2)], [event(4)]]) tell(portion);
  const seeing = all.filter((_, n) => keyOf(n) !== BLIND);
  await until(() => seeing.every(({ text }) => text.includes('id: 4')));
  for (const { text } of seeing) assert.deepEqual(text.match(/(?<=^id: )\d+$/gm), ['1', '2', '4']);
  for (const { text } of all.filter((_, n) => keyOf(n) === BLIND)) assert.doesNotMatch(text, /id:/);
  assert.equal(counted.looks, 2);
  assert.equal(counted.judged, 2 * KEYS);
  assert.deepEqual(counted.renewed, [KEYS], 'each key is asked for once');
  assert.equal(counted.writes, 2 * seeing.length);
  assert.equal(counted.bytes.size, 2);
  intervals.mock.restore();
  for (const { socket } of all) socket.destroy();
  await until(() => counted.subscribed === 0);
  await server.close();
});

test('[P3][M2] who resumes is told what he missed and then what all are told, each once and in order', {
  timeout: 30_000,
}, async () => {
  const { server, port, tell } = await serve();
  const [whole, resumed] = await readers(port, [`key=${keyOf(0)}`, `key=${keyOf(0)}&after=2`]);
  if (!whole || !resumed) throw new Error('no readers');
  tell([event(3), event(4)]);
  tell([event(5)]);
  await until(() => [whole, resumed].every(({ text }) => text.includes('id: 5')));
  for (const { text } of [whole, resumed]) assert.deepEqual(text.match(/(?<=^id: )\d+$/gm), ['3', '4', '5']);
  await server.close();
});
