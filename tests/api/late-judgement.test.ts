// The second of R17 itself, with a look and credentials that take too long: what was judged too long ago is judged again before a byte
// of it goes out, however busy the process is (P11, M2).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import type { Actor, StoredEvent } from '../../src/runtime/context.ts';
import { createEventStreams, type EventStream } from '../../src/runtime/http/event-stream.ts';

const actor: Actor = { kind: 'person', id: 'reader', name: 'reader', roles: ['declarant'] };
const event: StoredEvent = {
  position: 7,
  id: '7',
  type: 'shipment.drafted',
  subject: 's',
  payload: {},
  occurredAt: '2026-11-20T00:00:00Z',
  actor,
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than an answer may be old. */
const TOO_LONG_MS = 900;

async function serve(overrides: Partial<EventStream>) {
  let tell: (events: readonly StoredEvent[]) => void = () => undefined;
  const looks: number[] = [];
  const stream: EventStream = {
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
    readAfter: async () => [],
    look: async (events) => {
      looks.push(events.length);
      return async () => events.map(({ position, type }) => ({ position, type }));
    },
    renew: async (credentials) => credentials.map(() => actor),
    ...overrides,
  };
  const streams = createEventStreams(stream, { heartbeatMs: 60_000, renewMs: 60_000 });
  const server = fastify({ forceCloseConnections: true });
  await server.register(cookie);
  server.get('/events', (request, reply) => streams.open(request, reply, actor, { cookie: 'c', bearer: undefined }));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  const reply = await fetch(`http://127.0.0.1:${port}/events`);
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const read = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
    }
  })().catch(() => undefined);
  return { server, read, looks, tell: () => tell([event]), text: () => text };
}

test('[P11][M2] an event that took too long to judge is judged again, and a right that went meanwhile counts', {
  timeout: 60_000,
}, async () => {
  let turns = 0;
  const { server, read, tell, text } = await serve({
    look: async (events) => {
      turns += 1;
      const first = turns === 1;
      return async () => {
        if (first) await pause(TOO_LONG_MS);
        return events.map(({ position, type }) => (first ? { position, type } : undefined));
      };
    },
  });
  tell();
  while (turns < 2) await pause(20);
  await pause(100);
  assert.doesNotMatch(text(), /id: 7/);
  await server.close();
  await read;
});

test('[P11][M2] credentials that ended, or a role that went, end the stream before the next event', {
  timeout: 60_000,
}, async () => {
  for (const now of [undefined, { ...actor, roles: [] }, { ...actor, roles: ['partner-system'] }]) {
    const { server, read, tell, text } = await serve({ renew: async (credentials) => credentials.map(() => now) });
    tell();
    await read;
    assert.doesNotMatch(text(), /id: 7/);
    await server.close();
  }
  const { server, read, tell, text, looks } = await serve({});
  tell();
  while (!/id: 7/.test(text())) await pause(5);
  assert.equal(looks.length, 1);
  await server.close();
  await read;
});
