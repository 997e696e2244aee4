// What partners do that never let go of a call costs nobody else anything (exchange R7), shown without a clock: the documents of who is well are
// all delivered and recorded while each of the others still holds every connection it was given, from its first call on.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { after, before, test } from 'node:test';
import { type ChannelWorker, createChannelWorker } from '../../src/hub/exchange/lane/run-lane.ts';
import { readChannels, readDeliveries } from '../../src/hub/exchange/operate-exchange.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { probeChannel } from '../support/probe-channel.ts';

const CASES = 10;
const CONNECTIONS = 4;
const AN_HOUR = 3_600_000;
/** What each does with a call, so that it never ends by itself. */
const holding: Readonly<Record<string, (socket: Socket) => void>> = {
  silent: () => undefined,
  'half-head': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-type: applic'),
  'half-body': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nx'),
  'early-hints': (socket) => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
};
const well = ['well-a', 'well-b'];
const { profile } = probeChannel('any');
/** So long that no limit of time ends a call in this test, whatever the machine does meanwhile. */
const budget = {
  ...profile.budget,
  ...{ connections: CONNECTIONS, connectMs: AN_HOUR, firstByteMs: AN_HOUR, totalMs: AN_HOUR },
};
const channels = [...well, ...Object.keys(holding)].map((id) => probeChannel(id, { profile: { ...profile, budget } }));

let hub: TestHub;
let trader: Actor;
const faults: unknown[] = [];
const calls = new Map<string, Set<Socket>>(Object.keys(holding).map((id) => [id, new Set()]));
const ports = new Map<string, number>();
const servers: { close(): unknown }[] = [];
const running: ChannelWorker[] = [];

async function listen(id: string, server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ports.set(id, (server.address() as AddressInfo).port);
  servers.push(server);
}
before(async () => {
  hub = await startTestHub(channels);
  trader = await hub.person('trader', ['declarant']);
  for (const [id, act] of Object.entries(holding))
    await listen(
      id,
      createServer((socket) => {
        const open = calls.get(id);
        socket.on('error', () => undefined);
        socket.on('close', () => open?.delete(socket));
        socket.once('data', () => {
          open?.add(socket);
          act(socket);
        });
      }),
    );
  for (const id of well)
    await listen(
      id,
      createHttpServer((request, reply) => {
        request.resume().once('end', () => reply.writeHead(200).end());
      }),
    );
});
after(async () => {
  const ended = Promise.all(running.map((worker) => worker.stop()));
  for (const open of calls.values()) for (const socket of open) socket.destroy();
  await ended;
  for (const server of servers) server.close();
  await hub.stop();
  assert.deepEqual([...hub.faults, ...faults], []);
});

const ends: string[] = [];
function startWorkers(ids: readonly string[]): void {
  for (const channel of channels.filter(({ id }) => ids.includes(id))) {
    const worker = createChannelWorker({
      channel,
      endpoint: () => ({ url: `http://127.0.0.1:${ports.get(channel.id)}/` }),
      unitOfWork: hub.unitOfWork,
      clock: { now: () => new Date() },
      steady: () => performance.now(),
      owner: randomUUID(),
      random: Math.random,
      onFault: (error) => faults.push(error),
      onAttempt: ({ channel: id }) => ends.push(id),
    });
    worker.start();
    running.push(worker);
  }
}
const held = () => Object.fromEntries([...calls].map(([id, open]) => [id, open.size]));
const all = Object.fromEntries(Object.keys(holding).map((id) => [id, CONNECTIONS]));

test('[P3][N1] who is well has everything while every hostile partner’s first call is still open', async () => {
  for (let i = 0; i < CASES; i++) await hub.file(railImport(`SILENT-ISOLATED-${i}`), trader);
  await hub.settle();
  startWorkers(Object.keys(holding));
  await until(
    async () => held(),
    (now) => Object.values(now).every((count) => count === CONNECTIONS),
    'every hostile partner holds all its connections',
    120_000,
  );
  const first = [...calls.values()].flatMap((open) => [...open]);

  startWorkers(well);
  const deliveredOf = (channel: string) =>
    hub.run((context) => readDeliveries(context, { channel, state: 'delivered', limit: 100 }));
  await until(
    () => Promise.all(well.map(async (id) => (await deliveredOf(id)).items.length)),
    (counts) => counts.every((count) => count === CASES),
    'everything delivered to who is well',
    120_000,
  );

  assert.deepEqual(held(), all, 'no call has ended, none was begun');
  assert.ok(first.every((socket) => !socket.destroyed));
  assert.deepEqual([...new Set(ends)].sort(), well, 'only attempts at who is well have ended');
  assert.equal(ends.length, well.length * CASES, 'and each at the first attempt');
  for (const one of await hub.run(readChannels)) {
    assert.equal(one.breaker.state, 'closed', `${one.id}: nothing has failed yet`);
    assert.equal(one.queued, well.includes(one.id) ? 0 : CASES, one.id);
  }
});
