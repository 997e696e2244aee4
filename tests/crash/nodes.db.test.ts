// Three nodes and more on one PostgreSQL and a real nats-server: work is shared, a reader on one node sees what is filed at another, a
// dead node's work is taken over within ten seconds, the death of the bus costs nothing, and who leaves in order is not waited for.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { type Cluster, createCluster, hasNats } from '../support/cluster.ts';
import { railImport } from '../support/forms.ts';
import { openLive } from '../support/live.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'portico-nodes-'));
const nats = hasNats();
let cluster: Cluster;
let first: Client;
let second: Client;
before(async () => {
  cluster = await createCluster({
    dir,
    roles: { api: 'api', api2: 'api', work1: 'worker,channels', work2: 'worker,channels', partners: 'simulators' },
    nats,
  });
  first = await signIn({ url: cluster.url('api') }, 'trader');
  second = await signIn({ url: cluster.url('api2') }, 'trader');
});
after(async () => {
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
});
const closed = (id: string, timeoutMs?: number) =>
  until(
    () => second.get<ShipmentView>(`/shipments/${id}`),
    (shipment) => shipment.state === 'closed',
    `the end of ${id}`,
    timeoutMs,
  );
const outbound = async (id: string) => {
  const { items } = await second.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  return items.filter((document) => document.flow === 'outbound');
};
const takenAt = (document: DocumentView) =>
  cluster.journal(document.channel ?? '').filter((one) => one.messageId === document.id);
/** A case can be over while something told about it is still under way, and longer if who carried it died: that is waited for. */
const takenOnce = async (id: string) => {
  const sent = await until(
    () => outbound(id),
    (documents) => documents.length >= 5 && documents.every((document) => takenAt(document).length > 0),
    `every document of ${id} at its partner`,
    30_000,
  );
  for (const document of sent) {
    const taken = takenAt(document);
    assert.equal(taken.filter((one) => !one.again).length, 1, document.kind);
    assert.ok(taken.every((one) => one.digest === document.digest));
  }
};
// Whatever became of a test, the next one finds every node there, and running.
afterEach(() => cluster.restore());

test('[P3][M2] filed at one node, seen live at another, done by the workers', async () => {
  const seen: string[] = [];
  const live = await openLive(
    cluster.url('api2'),
    { cookie: second.cookie },
    { onTold: (told) => seen.push(told.event) },
  );
  const { id } = await fileShipment(first, railImport('CLEAN-NODES-1'));
  await closed(id);
  await until(
    async () => seen,
    (events) => events.filter((event) => event === 'release.granted').length === 2,
    'the releases on the other node',
  );
  live.close();
  await takenOnce(id);
});

test('[P3] a worker that dies is replaced within ten seconds, and everything ends once', async () => {
  const ids = await Promise.all(
    [0, 1, 2, 3].map(async (i) => (await fileShipment(i % 2 ? first : second, railImport(`CLEAN-NODES-2${i}`))).id),
  );
  cluster.signal('work1', 'SIGKILL');
  await cluster.ended('work1');
  const late = (await fileShipment(first, railImport('CLEAN-NODES-2L'))).id;
  for (const id of [...ids, late]) await closed(id, 30_000);
  for (const id of [...ids, late]) await takenOnce(id);
});

test('[P3] a node that stands still is not waited for, and does no harm when it goes on', async () => {
  cluster.signal('work2', 'SIGSTOP');
  const { id } = await fileShipment(first, railImport('CLEAN-NODES-3'));
  await closed(id, 40_000);
  cluster.signal('work2', 'SIGCONT');
  const after_ = (await fileShipment(first, railImport('CLEAN-NODES-3B'))).id;
  await closed(after_, 40_000);
  await takenOnce(id);
  await takenOnce(after_);
});

test('[P3] without the bus it goes on, and with it again', { skip: nats ? false : 'no nats-server here' }, async () => {
  cluster.signal('nats', 'SIGKILL');
  await cluster.ended('nats');
  const { id } = await fileShipment(first, railImport('CLEAN-NODES-4'));
  await closed(id, 30_000);
  await cluster.start('nats');
  const again = (await fileShipment(second, railImport('CLEAN-NODES-4B'))).id;
  await closed(again, 30_000);
  await takenOnce(id);
});

test('[P3] who is told to stop ends what he does, and exits well', async () => {
  const ids = [(await fileShipment(first, railImport('CLEAN-NODES-5'))).id];
  cluster.signal('work2', 'SIGTERM');
  assert.equal(await cluster.ended('work2'), 0, cluster.output('work2'));
  for (const id of ids) await closed(id, 30_000);
});
