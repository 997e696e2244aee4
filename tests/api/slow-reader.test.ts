// The live stream towards a reader who does not read: heartbeats go out, memory stays bounded, he is cut off (M2).
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import type { Actor, StoredEvent } from '../../src/runtime/context.ts';
import { createEventStreams, type EventStream } from '../../src/runtime/http/event-stream.ts';

const actor: Actor = { kind: 'person', id: 'reader', name: 'reader', roles: ['declarant'] };
const event = (position: number): StoredEvent => ({
  position,
  id: String(position),
  type: 'shipment.drafted',
  subject: 's',
  payload: {},
  occurredAt: '2026-11-20T00:00:00Z',
  actor,
});

async function serve(timing: { heartbeatMs: number; renewMs: number }) {
  let tell: (events: readonly StoredEvent[]) => void = () => undefined;
  let subscribed = 0;
  const stream: EventStream = {
    subscribe: (listener) => {
      tell = listener;
      subscribed += 1;
      return () => {
        subscribed -= 1;
      };
    },
    readAfter: async () => [],
    look: async (events) => {
      const entries = events.map(({ position, type }) => ({ position, type, filler: 'x'.repeat(4000) }));
      return async () => entries;
    },
    renew: async (credentials) => credentials.map(() => actor),
  };
  const streams = createEventStreams(stream, timing);
  const server = fastify({ forceCloseConnections: true });
  await server.register(cookie);
  server.get('/api/v1/events', (request, reply) =>
    streams.open(request, reply, actor, { cookie: 'c', bearer: undefined }),
  );
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  return { server, port, tell: (events: readonly StoredEvent[]) => tell(events), subscribed: () => subscribed };
}
const waitFor = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('[M2] an idle stream shows that it lives', async () => {
  const { server, port } = await serve({ heartbeatMs: 10, renewMs: 1000 });
  const abort = new AbortController();
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/events`, { signal: abort.signal });
  let text = '';
  for await (const chunk of reply.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text.split(': still here').length > 3) break;
  }
  abort.abort();
  await server.close();
});

test('[M2] a reader who takes nothing is cut off instead of filling the memory', { timeout: 30_000 }, async () => {
  const { server, port, tell, subscribed } = await serve({ heartbeatMs: 60_000, renewMs: 1000 });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  socket.write('GET /api/v1/events HTTP/1.1\r\nhost: x\r\n\r\n');
  await waitFor(() => subscribed() === 1);
  for (let at = 0; subscribed() === 1; at += 100) {
    assert.ok(at < 20_000, 'still connected after 80 MB');
    tell(Array.from({ length: 100 }, (_, i) => event(at + i + 1)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(subscribed(), 0);
  socket.destroy();
  await server.close();
});

test('[M2] a reader whose line hangs is cut off at the second heartbeat that finds it so', {
  timeout: 30_000,
}, async () => {
  const { server, port, tell, subscribed } = await serve({ heartbeatMs: 50, renewMs: 1000 });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  socket.write('GET /api/v1/events HTTP/1.1\r\nhost: x\r\n\r\n');
  await waitFor(() => subscribed() === 1);
  // Fills the line's own buffers and leaves a rest below the bound.
  for (let at = 0; subscribed() === 1 && at < 5000; at += 20) {
    tell(Array.from({ length: 20 }, (_, i) => event(at + i + 1)));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await waitFor(() => subscribed() === 0);
  socket.destroy();
  await server.close();
});
