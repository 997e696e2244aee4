// A node that stands still (SIGSTOP) keeps its lanes no longer than its lease; when it wakes it can complete nothing it has lost.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { type Cluster, createCluster } from '../support/cluster.ts';
import { railImport } from '../support/forms.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'portico-zombie-'));
let cluster: Cluster;
let trader: Client;
before(async () => {
  cluster = await createCluster({
    dir,
    roles: { api: 'api', one: 'worker,channels', two: 'worker,channels', partners: 'simulators' },
    nats: false,
  });
  trader = await signIn({ url: cluster.url('api') }, 'trader');
});
after(async () => {
  for (const name of ['one', 'two']) cluster.signal(name, 'SIGCONT');
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
});

const file = async (round: string): Promise<string[]> =>
  Promise.all([0, 1, 2, 3].map(async (i) => (await fileShipment(trader, railImport(`CLEAN-${round}${i}`))).id));
const sentOf = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter(
    (d) => d.flow === 'outbound',
  );
const closed = (id: string) =>
  until(
    () => trader.get<{ state: string }>(`/shipments/${id}`),
    (shipment) => shipment.state === 'closed',
    `the end of ${id}`,
    30_000,
  );

test('[P3] the other node takes over from one that stands still, seconds or a minute; woken, it changes nothing', async () => {
  const ids: string[] = [];
  // Little longer than its lease, and longer than everything that waits for it: leases, idle transactions, probes, its partners' sockets.
  const still = { one: 0, two: 60_000 };
  for (const [round, [name, forMs]] of Object.entries(still).entries()) {
    // In the middle of its work, so that lanes and transactions stay open behind it.
    const filing = file(`Z${round}X`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    cluster.signal(name, 'SIGSTOP');
    const minute = new Promise((resolve) => setTimeout(resolve, forMs));
    const filed = await filing;
    ids.push(...filed, ...(await file(`Y${round}X`)));
    for (const id of ids) await closed(id);
    await minute;
    cluster.signal(name, 'SIGCONT');
  }
  ids.push(...(await file('AFTER')));
  for (const id of ids) await closed(id);
  const journals = Object.fromEntries(channels.map((channel) => [channel.id, cluster.journal(channel.id)]));
  for (const id of ids) {
    const documents = await until(
      () => sentOf(id),
      (sent) => sent.every((document) => document.delivery?.state === 'delivered'),
      `the deliveries of ${id}`,
      30_000,
    );
    for (const { id: messageId, channel, digest } of documents) {
      const taken = (journals[channel ?? ''] ?? []).filter((entry) => entry.messageId === messageId);
      assert.equal(taken.filter((entry) => !entry.again).length, 1, `${messageId} has its effect once`);
      assert.ok(
        taken.every((entry) => entry.digest === digest),
        `${messageId} comes again with the same bytes`,
      );
    }
    const { items } = await trader.get<{ items: unknown[] }>(`/shipments/${id}/releases`);
    assert.equal(items.length, 2, 'released once for each container');
  }
});
