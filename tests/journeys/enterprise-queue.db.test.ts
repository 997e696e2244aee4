// An enterprise's ERP that speaks NATS (N12): it publishes a file of shipments, reads the signed answer from the stream, and is told of the release.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Webhook } from 'standardwebhooks';
import type { FileAnswer } from '../../src/hub/erp/contract.ts';
import type { SubscriptionMade } from '../../src/hub/subscriptions/contract.ts';
import { applicationWith, until } from '../support/application.ts';
import { hasNats } from '../support/cluster.ts';
import { railImport } from '../support/forms.ts';
import { startNats } from '../support/nats-way.ts';

const skip = hasNats() ? false : 'no nats-server here';
const { trader } = await applicationWith(['trader']);
let nats: Awaited<ReturnType<typeof startNats>> | undefined;
before(async () => {
  if (!skip) nats = await startNats();
});
after(() => nats?.stop());

test('[N12][P3] over a NATS stream: a file is published, filed once, answered under signature, and the release is told', {
  skip,
}, async () => {
  if (!nats) return;
  const link = await trader.send<SubscriptionMade>('POST', '/subscriptions', {
    name: 'ERP queue',
    url: `nats://127.0.0.1:${nats.port}/erp`,
    key: 'secret-of-the-way',
    takesFiles: true,
    eventTypes: ['release.granted'],
  });
  const stream = jetstream(nats.connection);
  const file = JSON.stringify({ shipments: [railImport('CLEAN-QUEUE-1')] });
  await stream.publish('erp.to-portico', file, { msgID: 'order-1' });
  await stream.publish('erp.to-portico', file, { msgID: 'order-1-again' });
  const { streams } = await jetstreamManager(nats.connection);
  const told = async () => {
    const { state } = await streams.info('ERP');
    const found: { type: string; data: FileAnswer & { shipmentId?: string } }[] = [];
    for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq++) {
      const message = await streams.getMessage('ERP', { seq });
      if (message?.subject !== 'erp.from-portico') continue;
      const heads = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
      const body = Buffer.from(message.data).toString();
      new Webhook(link.secret).verify(body, Object.fromEntries(heads.map((name) => [name, message.header.get(name)])));
      found.push(JSON.parse(body) as (typeof found)[number]);
    }
    return found;
  };
  const all = await until(
    told,
    (list) =>
      list.filter((one) => one.type === 'erp.file-answered').length >= 1 &&
      list.filter((one) => one.type === 'release.granted').length === 2,
    'the answer and two releases in the stream',
  );
  const [answer] = all.filter((one) => one.type === 'erp.file-answered');
  const [filed] = answer?.data.shipments ?? [];
  assert.equal(filed?.outcome, 'filed', JSON.stringify(filed));
  assert.ok(
    all.filter((one) => one.type === 'release.granted').every((one) => one.data.shipmentId === filed?.shipmentId),
  );
  const { items } = await trader.get<{ items: unknown[] }>('/shipments');
  assert.equal(items.length, 1, 'the same bytes are the same file, whatever they are called');

  const strange = { ...railImport('CLEAN-QUEUE-2'), colour: 'red' };
  await stream.publish('erp.to-portico', JSON.stringify({ shipments: [strange] }), { msgID: 'order-2' });
  const refused = await until(
    async () => (await told()).filter((one) => one.type === 'erp.file-answered'),
    (list) => list.length >= 2,
    'the strange one is answered',
  );
  const [shipment] = refused.at(-1)?.data.shipments ?? [];
  assert.deepEqual(
    [shipment?.outcome, shipment?.findings.map((one) => [one.path, one.value, one.rule])],
    ['refused', [['colour', 'red', 'element-known']]],
  );
});
