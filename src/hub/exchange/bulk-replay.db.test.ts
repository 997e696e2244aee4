// Dead letters sent again: one by one and many at once, by two persons, each once however often and however many press at the same
// time; and one message nobody can take stands in nobody's way (exchange R8).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import type { Actor } from '../../runtime/context.ts';
import { confirmBulkReplay, proposeBulkReplay, readBulkReplays, withdrawBulkReplay } from './bulk-replay.ts';
import { createChannelWorker } from './lane/run-lane.ts';
import { readDeliveries } from './operate-exchange.ts';
import { replayDelivery } from './replay-delivery.ts';

const channel = probeChannel('probe');
let hub: TestHub;
let trader: Actor;
let first: Actor;
let second: Actor;
let partner: Server;
let url = '';
/** Messages the partner took, in order. */
let taken: string[] = [];
/** What it says to a document. */
let says: (number: string) => number = () => 200;
const faults: unknown[] = [];

before(async () => {
  hub = await startTestHub([channel]);
  trader = await hub.person('trader', ['declarant']);
  first = await hub.person('port-office', ['operator']);
  second = { ...first, id: 'second', name: '值班壬' };
  partner = createServer((request, reply) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const fields = JSON.parse(text) as { target: string; value: string }[];
      const status = says(fields.find((f) => f.target === 'Number')?.value ?? '');
      if (status === 200) taken.push(String(request.headers['x-message-id']));
      reply.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/`;
});
after(async () => {
  partner.closeAllConnections();
  await new Promise((resolve) => partner.close(resolve));
  await hub.stop();
  assert.deepEqual([...hub.faults, ...faults], []);
});
beforeEach(() => {
  taken = [];
  says = () => 200;
});

/** Everything that can go now, by a worker that then leaves. */
async function drain(): Promise<void> {
  const worker = createChannelWorker({
    channel,
    endpoint: () => ({ url }),
    unitOfWork: hub.unitOfWork,
    clock: hub.clock,
    steady: () => performance.now(),
    owner: randomUUID(),
    random: () => 0.5,
    onFault: (error) => faults.push(error),
  });
  while (await worker.step());
  await worker.stop();
}
async function file(reference: string): Promise<string> {
  const id = await hub.file(railImport(reference), trader);
  await hub.settle();
  return id;
}
const delivery = async (shipmentId: string) => {
  const [one] = (await hub.run((context) => readDeliveries(context, { shipmentId }))).items;
  assert.ok(one);
  return one;
};
/** So many cases whose documents the partner refused. */
async function dead(name: string, count: number): Promise<string[]> {
  says = () => 400;
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await file(`SILENT-${name}-${i}`));
  await drain();
  for (const id of ids) assert.equal((await delivery(id)).state, 'dead');
  says = () => 200;
  return ids;
}
const propose = (more: object = {}) =>
  hub.run((context) => proposeBulkReplay(context, { channel: 'probe', reason: '伙伴已修复', ...more }), first);
const confirm = (id: string, by: Actor) => hub.run((context) => confirmBulkReplay(context, id), by);

test('[P3] a bulk replay takes two persons; confirmed eight times at once, each dead letter goes once', async () => {
  const ids = await dead('BULK', 3);
  const proposed = await propose();
  assert.equal(proposed.count, 3);
  await drain();
  assert.deepEqual(taken, [], 'nothing goes before it is confirmed');
  await assert.rejects(confirm(proposed.id, first), { code: 'BULK_REPLAY_NEEDS_SECOND_PERSON' });
  await assert.rejects(confirm(proposed.id, { ...second, kind: 'program' }), { code: 'BULK_REPLAY_NEEDS_PERSON' });
  const told = await Promise.all(Array.from({ length: 8 }, () => confirm(proposed.id, second)));
  assert.ok(told.every((one) => one.state === 'confirmed' && one.replayed === 3 && one.decidedBy === '值班壬'));
  await drain();
  assert.equal(taken.length, 3);
  assert.equal(new Set(taken).size, 3);
  for (const id of ids) {
    const done = await delivery(id);
    assert.equal(done.state, 'delivered');
    assert.deepEqual(
      done.attempts.map((one) => one.outcome),
      ['refused', 'delivered'],
      'every attempt stays on record',
    );
  }
  await confirm(proposed.id, second);
  await drain();
  assert.equal(taken.length, 3, 'a later confirmation changes nothing');
  await assert.rejects(
    hub.run((context) => withdrawBulkReplay(context, proposed.id), first),
    { code: 'BULK_REPLAY_DONE' },
  );
});

test('[P3] only what was proposed goes: not what died later, nor what went by itself meanwhile', async () => {
  const [early, gone] = await dead('FIXED', 2);
  const proposed = await propose();
  const [late] = await dead('LATE', 1);
  await hub.run(async (context) => replayDelivery(context, (await delivery(gone ?? '')).id), first);
  await drain();
  assert.equal(taken.length, 1);
  assert.equal((await confirm(proposed.id, second)).replayed, 1);
  await drain();
  assert.equal(taken.length, 2);
  assert.equal((await delivery(early ?? '')).state, 'delivered');
  assert.equal((await delivery(late ?? '')).state, 'dead');
});

test('[P3] the filter is kept to, what fits nothing is refused, what is withdrawn is not confirmed', async () => {
  await assert.rejects(propose({ documentKind: 'probe.other' }), { code: 'NOTHING_TO_REPLAY' });
  await assert.rejects(propose({ until: '2020-01-01T00:00:00Z' }), { code: 'NOTHING_TO_REPLAY' });
  await assert.rejects(propose({ channel: 'nowhere' }), { code: 'CHANNEL_UNKNOWN' });
  const open = await propose({ documentKind: 'probe.probe', since: '2026-01-01T00:00:00Z' });
  await hub.run((context) => withdrawBulkReplay(context, open.id), second);
  await assert.rejects(confirm(open.id, second), { code: 'BULK_REPLAY_WITHDRAWN' });
  const { items } = await hub.run((context) => readBulkReplays(context, { state: 'withdrawn' }), first);
  assert.deepEqual(
    items.map((one) => [one.id, one.mine]),
    [[open.id, true]],
  );
  for (const type of ['bulk-replay.proposed', 'bulk-replay.confirmed', 'bulk-replay.withdrawn'])
    assert.ok((await hub.events(type)).length > 0, type);
});

test('[P3] replay pressed eight times at once has one effect', async () => {
  const [id] = await dead('PRESSED', 1);
  const one = await delivery(id ?? '');
  await Promise.all(Array.from({ length: 8 }, () => hub.run((context) => replayDelivery(context, one.id), first)));
  await drain();
  await drain();
  assert.equal(taken.length, 1);
  assert.equal((await delivery(id ?? '')).state, 'delivered');
});

test('[P3] a message the partner breaks on is set aside after its schedule; those after it flow meanwhile', async () => {
  const poison = await file('SILENT-POISON-0');
  const number = async (id: string) =>
    (await hub.run((context) => readDeliveries(context, { shipmentId: id }))).items[0]?.shipmentNumber ?? '';
  const digits = (await number(poison)).replace(/\D/g, '');
  says = (client) => (client.includes(digits) ? 500 : 200);
  const later: string[] = [];
  for (let i = 0; i < 4; i++) {
    later.push(await file(`SILENT-AFTER-${i}`));
    await drain();
    assert.equal((await delivery(later[i] ?? '')).state, 'delivered', 'not held up');
    hub.clock.advance(3000);
  }
  await drain();
  const given = await delivery(poison);
  assert.equal(given.state, 'dead');
  assert.equal(given.attempts.length, 3, 'its whole schedule');
  assert.equal(taken.length, 4);
  says = () => 200;
  await hub.run((context) => replayDelivery(context, given.id), first);
  await drain();
  assert.equal(taken.length, 5);
  assert.equal(taken.filter((id) => id === given.documentId).length, 1);
});
