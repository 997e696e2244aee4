// Deliveries against partners that are slow, broken, rude or gone: order kept per case, nothing lost, nobody else delayed.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { railImport } from '../../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../../tests/support/hub.ts';
import { probeChannel, probeMessage } from '../../../../tests/support/probe-channel.ts';
import type { Actor } from '../../../runtime/context.ts';
import { type ChannelWorker, createChannelWorker } from './run-lane.ts';
import { drainChannel, pauseChannel, readChannels, readDeliveries, resumeChannel } from '../operate-exchange.ts';
import { replayDelivery } from '../replay-delivery.ts';

type Seen = { readonly messageId: string; readonly version: string; readonly token: number };
const channels = [probeChannel('probe'), probeChannel('second')] as const;
let hub: TestHub;
let trader: Actor;
let partner: Server;
let url = '';
let seen: Seen[] = [];
/** What the partner does with the next request; the last one repeats. */
let mood: (number | 'hang' | 'redirect' | 'answer')[] = [200];

before(async () => {
  hub = await startTestHub(channels);
  trader = await hub.person('trader', ['declarant']);
  partner = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const fields = JSON.parse(text) as { target: string; value: string }[];
      const value = (target: string) => fields.find((f) => f.target === target)?.value ?? '';
      const act = (mood.length > 1 ? mood.shift() : mood[0]) ?? 200;
      seen.push({
        messageId: String(request.headers['x-message-id']),
        version: value('Version'),
        token: Number(request.headers['x-fencing-token']),
      });
      if (act === 'hang') return;
      if (act === 'redirect') return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      if (act === 'answer')
        return response.writeHead(200, { 'content-type': 'application/json' }).end(
          probeMessage('probe', `sync ${value('Number')}`, [
            {
              fact: 'answer',
              about: { clientNumber: value('Number') },
              outcome: 'acknowledged',
              text: { zh: '收到', en: 'Taken' },
              at: '2026-11-20T02:00:00.000Z',
            },
          ]),
        );
      return response.writeHead(act).end();
    });
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/`;
});
after(async () => {
  partner.closeAllConnections();
  await new Promise((resolve) => partner.close(resolve));
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});
beforeEach(() => {
  seen = [];
  mood = [200];
});

const faults: unknown[] = [];
const workerOf = (channel: (typeof channels)[number], to = url): ChannelWorker =>
  createChannelWorker({
    channel,
    endpoint: () => ({ url: to }),
    unitOfWork: hub.unitOfWork,
    clock: hub.clock,
    steady: () => performance.now(),
    owner: randomUUID(),
    random: () => 0.5,
    onFault: (error) => faults.push(error),
  });
/** Everything that can go now. */
async function drain(worker: ChannelWorker): Promise<void> {
  while (await worker.step());
}
/** The same by a worker that then leaves the lane to the next one. */
async function drainBy(worker: ChannelWorker): Promise<void> {
  await drain(worker);
  await worker.stop();
}
async function filed(reference: string): Promise<string> {
  const shipmentId = await hub.file(railImport(reference), trader);
  await hub.settle();
  return shipmentId;
}
const deliveries = async (shipmentId: string, channel = 'probe') =>
  (await hub.run((context) => readDeliveries(context, { shipmentId, channel }))).items;
const delivery = async (shipmentId: string) => (await deliveries(shipmentId))[0];

test('[P3] an unreachable partner is tried again after each wait with the same message id, then delivered once', async () => {
  const id = await filed('WORK-1');
  mood = [503, 'hang', 200];
  const worker = workerOf(channels[0]);
  await drain(worker);
  assert.equal((await delivery(id))?.state, 'queued');
  assert.equal(await worker.step(), false, 'not before its wait is over');
  hub.clock.advance(1100);
  await drain(worker);
  hub.clock.advance(2100);
  await drain(worker);
  const done = await delivery(id);
  assert.equal(done?.state, 'delivered');
  assert.deepEqual(
    done?.attempts.map((a) => [a.outcome, a.detail]),
    [
      ['unreachable', 'HTTP 503'],
      ['unreachable', 'FIRST_BYTE_TIMEOUT'],
      ['delivered', 'HTTP 200'],
    ],
  );
  assert.equal(new Set(seen.map((s) => s.messageId)).size, 1);
  await drain(worker);
  assert.equal(seen.length, 3);
  await worker.stop();
});

test('[P3] after the last wait the delivery is dead and told; a replay starts with the whole back-off again', async () => {
  const id = await filed('WORK-2');
  mood = [500];
  const worker = workerOf(channels[0]);
  for (let i = 0; i < 4; i++) {
    await drain(worker);
    hub.clock.advance(3000);
  }
  const dead = await delivery(id);
  assert.equal(dead?.state, 'dead');
  assert.equal(dead?.attempts.length, 3);
  assert.equal((await hub.events('delivery.died')).filter((e) => e.shipmentId === id).length, 1);
  assert.equal((await hub.run(readChannels)).find((c) => c.id === 'probe')?.state, 'failing');
  await hub.run((context) => replayDelivery(context, dead?.id ?? ''));
  mood = [500, 200];
  await drain(worker);
  assert.equal((await delivery(id))?.state, 'queued', 'one more failure does not kill it at once');
  hub.clock.advance(3000);
  await drain(worker);
  assert.equal((await delivery(id))?.state, 'delivered');
  await assert.rejects(
    hub.run((context) => replayDelivery(context, dead?.id ?? '')),
    { code: 'DELIVERY_NOT_REPLAYABLE' },
  );
  await worker.stop();
});

test('[P3] a partner that refuses is not asked again; a redirect is never followed', async () => {
  const refused = await filed('WORK-3');
  mood = [400];
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(refused))?.state, 'dead');
  const moved = await filed('WORK-4');
  mood = ['redirect'];
  await drainBy(workerOf(channels[0]));
  assert.deepEqual(
    (await delivery(moved))?.attempts.map((a) => a.outcome),
    ['unreachable'],
  );
  mood = [200];
  hub.clock.advance(3000);
  await drainBy(workerOf(channels[0]));
});

test('[P3] a dead partner delays no other channel, nor other cases of its own', async () => {
  const first = await filed('WORK-5');
  const gone = workerOf(channels[0], 'http://127.0.0.1:9/');
  await drainBy(gone);
  await drainBy(workerOf(channels[1]));
  assert.equal((await delivery(first))?.state, 'queued');
  assert.equal((await deliveries(first, 'second'))[0]?.state, 'delivered');
  const other = await filed('WORK-6');
  seen = [];
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(other))?.state, 'delivered');
  assert.equal((await delivery(first))?.state, 'queued', 'still waiting for its turn');
});

test('[P3] two workers on one channel send each delivery once', async () => {
  const ids = await Promise.all(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => hub.file(railImport(`WORK-7${letter}`), trader)),
  );
  await hub.settle();
  seen = [];
  hub.clock.advance(5000);
  await Promise.all([drainBy(workerOf(channels[0])), drainBy(workerOf(channels[0]))]);
  for (const id of ids) assert.equal((await delivery(id))?.attempts.length, 1);
  assert.equal(new Set(seen.map((s) => s.messageId)).size, seen.length);
});

test('[P3] who lost the lane cannot record: the next owner’s word stands, under a higher token', async () => {
  const id = await filed('WORK-8');
  mood = ['hang', 200];
  const zombie = workerOf(channels[0]);
  const underWay = zombie.step();
  while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  // What a stopped process looks like from outside: its lease ran out while it was doing something.
  await hub.run((context) =>
    sql`update exchange.lane set leased_until = now() - interval '1 second'`.execute(context.db),
  );
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(id))?.state, 'delivered');
  await underWay;
  const done = await delivery(id);
  assert.equal(done?.state, 'delivered', 'the lost worker’s timeout does not bring it back');
  assert.equal(done?.attempts.length, 1);
  assert.equal(new Set(seen.map((s) => s.messageId)).size, 1);
  assert.ok((seen[1]?.token ?? 0) > (seen[0]?.token ?? 0), JSON.stringify(seen));
  await zombie.stop();
});

test('[P3] a paused channel keeps its deliveries until it is resumed', async () => {
  await hub.run((context) => pauseChannel(context, 'probe'));
  const id = await filed('WORK-9');
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(id))?.state, 'queued');
  assert.equal((await hub.run(readChannels)).find((c) => c.id === 'probe')?.state, 'paused');
  await hub.run((context) => resumeChannel(context, 'probe'));
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(id))?.state, 'delivered');
});

test('[P3] a drained channel sends what was queued and keeps what comes later', async () => {
  const early = await filed('WORK-11');
  await hub.run((context) => drainChannel(context, 'probe'));
  const late = await filed('WORK-12');
  const state = async () => (await hub.run(readChannels)).find((c) => c.id === 'probe')?.state;
  assert.equal(await state(), 'draining');
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(early))?.state, 'delivered');
  assert.equal((await delivery(late))?.state, 'queued');
  assert.equal(await state(), 'paused');
  await hub.run((context) => resumeChannel(context, 'probe'));
  await drainBy(workerOf(channels[0]));
  assert.equal((await delivery(late))?.state, 'delivered');
});

test('[P3] a partner that is down is left alone after five failures, probed once, and everything goes when it answers', async () => {
  const ids = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => filed(`WORK-13${letter}`)));
  mood = [503];
  const worker = workerOf(channels[0]);
  await drain(worker);
  const health = async () => (await hub.run(readChannels)).find((c) => c.id === 'probe');
  assert.equal((await health())?.breaker.state, 'open');
  assert.equal((await health())?.state, 'failing');
  const asked = seen.length;
  assert.ok(asked >= 5 && asked <= 8, String(asked));
  hub.clock.advance(4000);
  await drain(worker);
  assert.equal(seen.length, asked, 'nothing goes while it is open');
  hub.clock.advance(2000);
  assert.equal(await worker.step(), true);
  assert.equal(seen.length, asked + 1, 'one probe');
  await drain(worker);
  assert.equal(seen.length, asked + 1, 'a failed probe opens it again');
  mood = [200];
  hub.clock.advance(40_000);
  await drain(worker);
  assert.equal((await health())?.breaker.state, 'closed');
  for (const id of ids) assert.equal((await delivery(id))?.state, 'delivered');
  assert.equal((await hub.events('channel.opened')).length, 2);
  assert.equal((await hub.events('channel.closed')).length, 1);
  await worker.stop();
});

test('[P3] a profile says what goes in order: where it says the channel, another case waits for one that is tried again', async () => {
  const [channel] = channels;
  const inTurn = { ...channel, profile: { ...channel.profile, orderKey: 'channel' as const } };
  for (const [of, asked] of [
    [inTurn, 1],
    [channel, 2],
  ] as const) {
    const ids = [await filed(`WORK-14-${asked}`), await filed(`WORK-15-${asked}`)];
    seen = [];
    mood = [503, 200];
    const worker = workerOf(of);
    await drain(worker);
    assert.equal(seen.length, asked, of.profile.orderKey);
    hub.clock.advance(1100);
    await drainBy(worker);
    for (const id of ids) assert.equal((await delivery(id))?.state, 'delivered');
    assert.equal(seen.length, 3);
    const first = seen[0]?.messageId;
    assert.deepEqual(
      seen.map(({ messageId }) => messageId === first),
      asked === 1 ? [true, true, false] : [true, false, true],
    );
  }
});

test('[P3] a synchronous answer is a message like any other', async () => {
  const id = await filed('WORK-10');
  mood = ['answer'];
  await drainBy(workerOf(channels[0]));
  await hub.settle();
  assert.equal((await hub.events('document.answered')).filter((e) => e.shipmentId === id).length, 1);
});

test('[P3] no worker met a fault', () => assert.deepEqual(faults, []));
