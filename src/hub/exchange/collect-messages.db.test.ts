// A channel over an SFTP folder and over HTTPS pull: what goes out lies there whole, what waits is stored before it is acknowledged, by the
// owner of the lane alone, and everything behind the wire is as it is with HTTPS push (P3, N).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { startMqtt } from '../../../tests/support/mqtt-way.ts';
import { probeChannel, probeMessage } from '../../../tests/support/probe-channel.ts';
import type { Actor } from '../../runtime/context.ts';
import { type SftpServer, startSftpServer } from '../../runtime/simulator/sftp-server.ts';
import type { PickUp } from '../../runtime/transport/transport.ts';
import { createMessageCollection } from './collect-messages.ts';
import { createChannelWorker } from './lane/run-lane.ts';
import { pauseChannel, readDeliveries, readMessages, resumeChannel } from './operate-exchange.ts';

const folder = probeChannel('folder');
const queue = probeChannel('queue');
const device = probeChannel('device');
let hub: TestHub;
let trader: Actor;
let sftp: SftpServer;
let partner: Server;
/** What waits at the partner that is asked over HTTPS, the oldest first. */
const waiting = new Map<string, Buffer>();
const faults: unknown[] = [];
let atFolder: PickUp;
let atQueue: PickUp;

before(async () => {
  hub = await startTestHub([folder, queue, device]);
  trader = await hub.person('trader', ['declarant']);
  sftp = await startSftpServer({ user: 'portico', password: 'agreed', now: () => 1 });
  atFolder = { url: sftp.url, key: 'agreed', hostKey: sftp.hostKey };
  partner = createServer((request, reply) => {
    request.resume();
    const [first] = waiting;
    if (request.headers.authorization !== 'Bearer agreed') return reply.writeHead(401).end();
    if (request.method === 'POST') return reply.writeHead(200).end();
    if (request.method === 'DELETE')
      return reply.writeHead(waiting.delete(request.url?.split('/').pop() ?? '') ? 200 : 404).end();
    if (!first) return reply.writeHead(204).end();
    return reply.writeHead(200, { 'x-message-id': first[0], 'content-type': 'application/json' }).end(first[1]);
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  atQueue = { url: `pull+http://127.0.0.1:${(partner.address() as { port: number }).port}/`, key: 'agreed' };
});
after(async () => {
  partner.closeAllConnections();
  partner.close();
  await sftp.stop();
  await hub.stop();
  assert.deepEqual([...hub.faults, ...faults], []);
});

function node(channel: typeof folder, to: PickUp) {
  const shared = {
    channel,
    endpoint: () => to,
    unitOfWork: hub.unitOfWork,
    clock: hub.clock,
    random: () => 0.5,
    onFault: (error: unknown) => faults.push(error),
  };
  const worker = createChannelWorker({ ...shared, owner: randomUUID(), steady: () => performance.now() });
  const collection = createMessageCollection({ ...shared, mayCollect: worker.mayCollect });
  return {
    worker,
    collection,
    stop: async () => {
      await collection.stop();
      await worker.stop();
    },
  };
}
const filed = async (reference: string): Promise<string> => {
  const id = await hub.file(railImport(reference), trader);
  await hub.settle();
  return id;
};
const sentOf = async (shipmentId: string, channel: string) =>
  (await hub.run((context) => readDeliveries(context, { shipmentId, channel }))).items[0];
const messagesOf = async (channel: string) => (await hub.run((context) => readMessages(context, { channel }))).items;
const answerTo = (channel: string, text: string, id: string) => {
  const number = (JSON.parse(text) as { target: string; value: string }[]).find((f) => f.target === 'Number')?.value;
  const about = { clientNumber: number ?? '' };
  const said = { zh: '收到', en: 'Taken' };
  return Buffer.from(
    probeMessage(channel, id, [
      { fact: 'answer', about, outcome: 'acknowledged', text: said, at: '2026-11-20T02:00:00.000Z' },
    ]),
  );
};
/** Looks until the folder has settled: a second of the steady clock. */
async function collectFolder(collection: ReturnType<typeof createMessageCollection>): Promise<void> {
  await collection.step();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await collection.step();
}

test('[P3][N12] over an SFTP folder: the document lies there whole, the answer laid there is stored, read and moved away', async () => {
  const id = await filed('WAYS-1');
  const { worker, collection, stop } = node(folder, atFolder);
  assert.equal(await collection.step(), false, 'who does not own the lane asks for nothing');
  assert.equal(sftp.opened(), 0);
  while (await worker.step());
  assert.equal((await sentOf(id, 'folder'))?.state, 'delivered');
  const [name, file] = [...sftp.files].find(([at]) => at.startsWith('/from-portico/')) ?? [];
  assert.match(name ?? '', /^\/from-portico\/folder\.probe\.[0-9a-f-]{36}\.json$/);
  const answer = answerTo('folder', String(file?.bytes), 'f-1');
  sftp.files.set('/to-portico/answer.json', { bytes: answer, time: 2 });
  sftp.files.set('/to-portico/.hidden', { bytes: Buffer.from('x'), time: 2 });
  sftp.files.set('/to-portico/growing.json.part', { bytes: Buffer.from('x'), time: 2 });
  await collectFolder(collection);
  await hub.settle();
  assert.deepEqual(
    (await messagesOf('folder')).map((m) => [m.state, m.partnerMessageId]),
    [['interpreted', 'f-1']],
  );
  assert.equal((await hub.events('document.answered')).filter((e) => e.shipmentId === id).length, 1);
  assert.deepEqual(
    [...sftp.files.keys()].filter((at) => at.startsWith('/to-portico/')),
    ['/to-portico/.hidden', '/to-portico/growing.json.part', '/to-portico/done/answer.json'],
  );
  // The same bytes under another name: stored, and of no second effect.
  sftp.files.set('/to-portico/answer-2.json', { bytes: answer, time: 3 });
  await collectFolder(collection);
  await hub.settle();
  assert.deepEqual((await messagesOf('folder')).map((m) => m.state).sort(), ['duplicate', 'interpreted']);
  assert.equal((await hub.events('document.answered')).filter((e) => e.shipmentId === id).length, 1);
  await stop();
});

test('[P3][N12] a folder: what is too large or empty is set aside there and told, and a pause stops the asking', async () => {
  const { worker, collection, stop } = node(folder, atFolder);
  sftp.files.set('/to-portico/large.json', { bytes: Buffer.alloc(folder.profile.maxBytes + 1), time: 2 });
  sftp.files.set('/to-portico/empty.json', { bytes: Buffer.alloc(0), time: 2 });
  await hub.run((context) => pauseChannel(context, 'folder'));
  await worker.step();
  await collectFolder(collection);
  assert.ok(sftp.files.has('/to-portico/large.json'), 'paused: nothing is asked for');
  await hub.run((context) => resumeChannel(context, 'folder'));
  await worker.step();
  await collectFolder(collection);
  const told = (await hub.events('message.set-aside')).map((e) => `${e.channel} ${e.name}`).sort();
  assert.deepEqual(told, ['folder empty.json', 'folder large.json']);
  assert.ok(sftp.files.has('/to-portico/refused/large.json') && sftp.files.has('/to-portico/refused/empty.json'));
  assert.equal((await messagesOf('folder')).length, 2, 'nothing of it is stored');
  await stop();
});

test('[P3][N12] over HTTPS pull: each message is stored, then acknowledged; of two nodes one asks', async () => {
  const id = await filed('WAYS-2');
  const one = node(queue, atQueue);
  const two = node(queue, atQueue);
  while (await one.worker.step());
  await two.worker.step();
  assert.equal((await sentOf(id, 'queue'))?.state, 'delivered');
  waiting.set('q-1', Buffer.from(probeMessage('queue', 'q-1', [])));
  waiting.set('q-2', Buffer.from('no message at all'));
  await two.collection.step();
  assert.equal(waiting.size, 2, 'the lane is another’s');
  while (await one.collection.step());
  await hub.settle();
  assert.equal(waiting.size, 0);
  assert.deepEqual((await messagesOf('queue')).map((m) => m.state).sort(), ['interpreted', 'quarantined']);
  await one.stop();
  await two.stop();
});

test('[P3][N12] a partner who does not answer is left in peace by a breaker, and asked again when it is over', async () => {
  const { worker, collection, stop } = node(queue, { ...atQueue, key: 'another' });
  await worker.step();
  let asked = 0;
  partner.on('request', () => {
    asked += 1;
  });
  for (let i = 0; i < 8; i++) await collection.step();
  assert.equal(asked, 5);
  hub.clock.advance(7000);
  await worker.step();
  await collection.step();
  assert.equal(asked, 6);
  await stop();
});

test('[P3][N10] over MQTT: the document is published under its id, and what a device says twice is one message', async (t) => {
  const broker = await startMqtt();
  t.after(() => broker.stop());
  const to = { url: `mqtt://127.0.0.1:${broker.port()}/gate/probe`, key: broker.key };
  const id = await filed('WAYS-MQTT');
  const { worker, collection, stop } = node(device, to);
  t.after(stop);
  while (await worker.step());
  assert.equal((await sentOf(id, 'device'))?.state, 'delivered');
  // Cases of the tests before have one there too; the lane keeps their order.
  const sent = broker.heard.at(-1);
  assert.match(sent?.topic ?? '', /^gate\/probe\/from-portico\/device\.probe\/[0-9a-f-]{36}$/);
  await collection.step();
  const answer = answerTo('device', String(sent?.bytes), 'd-1');
  for (let n = 0; n < 2; n++) await broker.publish('gate/probe/to-portico/scale-1', answer);
  await broker.publish('gate/probe/to-portico/scale-1', Buffer.alloc(device.profile.maxBytes + 1, 'x'));
  for (let n = 0; n < 5 && broker.acknowledged.length < 3; n++) await collection.step();
  await hub.settle();
  // Both are stored, one has its effect.
  assert.deepEqual((await messagesOf('device')).map((m) => [m.state, m.partnerMessageId]).sort(), [
    ['duplicate', 'd-1'],
    ['interpreted', 'd-1'],
  ]);
  assert.equal((await hub.events('document.answered')).filter((e) => e.shipmentId === id).length, 1);
  assert.equal(broker.acknowledged.length, 3, 'what is too large is set aside, and does not stand in the way');
});
