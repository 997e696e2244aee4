// A dead letter whose matter was taken back meanwhile stays where it is, sent again by one or by many (P3).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { letDie } from '../../../tests/support/dead-letter.ts';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import type { Actor } from '../../runtime/context.ts';
import { openAmendment, readShipment, saveForm, submitShipment, withdrawShipment } from '../shipment/index.ts';
import { readDeliveries } from './operate-exchange.ts';
import { replayDelivery, requeueAll } from './replay-delivery.ts';
import { lockDelivery } from './store.ts';

const channel = probeChannel('probe');
const definition = channel.documents[0] ?? assert.fail();
const { encode } = definition;
let hub: TestHub;
let trader: Actor;
before(async () => {
  hub = await startTestHub([channel]);
  trader = await hub.person('trader', ['declarant']);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

const delivery = async (shipmentId: string) =>
  (await hub.run((context) => readDeliveries(context, { shipmentId }))).items[0] ?? assert.fail();
const replay = (id: string) => hub.run((context) => replayDelivery(context, id));
const replayAll = (id: string) =>
  hub.run(async (context) => requeueAll(context, [(await lockDelivery(context, id)) ?? assert.fail()]));
async function dead(reference: string, how: 'unwritten' | 'given-up'): Promise<string> {
  if (how === 'unwritten')
    Object.assign(definition, {
      encode: () => {
        throw new Error('no code for this mode');
      },
    });
  const shipmentId = await hub.file(railImport(reference), trader);
  await hub.settle();
  Object.assign(definition, { encode });
  if (how === 'given-up') await letDie(hub.unitOfWork, (await delivery(shipmentId)).id);
  assert.equal((await delivery(shipmentId)).state, 'dead');
  return shipmentId;
}

for (const how of ['unwritten', 'given-up'] as const)
  test(`[P3] a filing that was ${how} and withdrawn is not sent by a replay, and it is said why`, async () => {
    const shipmentId = await dead(`BACK-${how}`, how);
    await hub.run((context) => withdrawShipment(context, { shipmentId, reason: '不出口了' }), trader);
    await hub.settle();
    const { id, attempts } = await delivery(shipmentId);
    await assert.rejects(replay(id), { code: 'DELIVERY_TAKEN_BACK', message: /the filing was withdrawn/ });
    assert.equal(await replayAll(id), 0);
    const left = await delivery(shipmentId);
    assert.equal(left.state, 'dead');
    assert.equal(left.attempts.length, attempts.length + 1);
    const last = left.attempts.at(-1);
    assert.equal(last?.outcome, 'taken-back');
    assert.match(last?.detail ?? '', /申报已撤回 \/ the filing was withdrawn/);
    assert.deepEqual(
      (await hub.events('delivery.replayed')).filter((event) => event.shipmentId === shipmentId),
      [],
    );
  });

for (const how of ['unwritten', 'given-up'] as const)
  test(`[P3] a filing that was ${how} is not sent by a replay once a later version has gone out, and it is said why; while that one is dead too, it is`, async () => {
    const shipmentId = await dead(`LATER-${how}`, how);
    const { id } = await delivery(shipmentId);
    await hub.run(async (context) => {
      await openAmendment(context, shipmentId);
      const { form, revision } = await readShipment(context, shipmentId);
      const saved = await saveForm(context, { shipmentId, form: { ...form, grossMassKg: '2250' }, revision });
      await submitShipment(context, { shipmentId, revision: saved.revision });
    }, trader);
    await hub.settle();
    const deliveries = async () => (await hub.run((context) => readDeliveries(context, { shipmentId }))).items;
    const next = (await deliveries()).find((one) => one.id !== id) ?? assert.fail();
    await assert.rejects(replay(id), { code: 'DELIVERY_SUPERSEDED', message: /version 2 has gone out/ });
    assert.equal(await replayAll(id), 0);
    const left = (await deliveries()).find((one) => one.id === id);
    assert.deepEqual([left?.state, left?.attempts.at(-1)?.outcome], ['dead', 'superseded']);
    assert.match(left?.attempts.at(-1)?.detail ?? '', /第 2 版已发出 \/ version 2 has gone out/);
    // The later one can be sent again, and then the first goes before it.
    await letDie(hub.unitOfWork, next.id);
    await replay(id);
    await replay(next.id);
    assert.deepEqual(
      (await deliveries()).map((one) => one.state),
      ['queued', 'queued'],
    );
  });

test('[P3] one that nothing took back goes again', async () => {
  const written = await dead('BACK-NOT-1', 'unwritten');
  await replay((await delivery(written)).id);
  const given = await dead('BACK-NOT-2', 'given-up');
  assert.equal(await replayAll((await delivery(given)).id), 1);
  assert.deepEqual([(await delivery(written)).state, (await delivery(given)).state], ['queued', 'queued']);
});
