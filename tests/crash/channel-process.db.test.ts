// One channel in a process of its own: the others leave its lane alone, and killing it changes nothing for any other channel (B16 三(二):
// 确保各自数据交换通道的独立性、安全性、高可用性).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { DeliveryView } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, fileShipment, signIn, until } from '../support/application.ts';
import { type Cluster, createCluster } from '../support/cluster.ts';
import { railImport } from '../support/forms.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'portico-channel-'));
let cluster: Cluster;
let trader: Client;
let operator: Client;
let database: pg.Client;
before(async () => {
  cluster = await createCluster({
    dir,
    roles: { main: 'api,worker,channels', customs: 'only:customs', partners: 'simulators' },
    nats: false,
    settings: { PORTICO_CHANNELS_ELSEWHERE: 'customs' },
  });
  trader = await signIn({ url: cluster.url('main') }, 'trader');
  operator = await signIn({ url: cluster.url('main') }, 'operator');
  database = new pg.Client(cluster.databaseUrl);
  database.on('error', () => undefined);
  await database.connect();
});
after(async () => {
  await database.end().catch(() => undefined);
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
});
const state = async (id: string) => (await trader.get<ShipmentView>(`/shipments/${id}`)).state;
const closed = (id: string) =>
  until(
    () => state(id),
    (now) => now === 'closed',
    `the end of ${id}`,
  );
const deliveries = async (shipmentId: string) =>
  (await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?shipmentId=${shipmentId}`)).items;
const lane = async () => {
  const { rows } = await database.query<{ owner: string; free: boolean }>(
    `select owner, leased_until < clock_timestamp() as free from exchange.lane where channel = 'customs'`,
  );
  return rows[0];
};

test('[P3][N1] the process of a channel carries it, and nobody else does', async () => {
  const { id } = await fileShipment(trader, railImport('CLEAN-OWN-1'));
  await closed(id);
  const owner = (await lane())?.owner ?? '';
  const nonce = /node ([0-9a-f]+): http/.exec(cluster.output('customs'))?.[1] ?? '?';
  assert.equal(owner, `${nonce} customs`);
});

test('[P3][N1] kill -9 of it: every other channel goes on, its own documents wait, and go out once when it is there again', async () => {
  cluster.signal('customs', 'SIGKILL');
  await cluster.ended('customs');
  const dead = (await lane())?.owner;
  // Where anybody else offered to own the lane, he would have it by the time its lease has run out.
  await until(lane, (now) => now?.free === true, 'the lease of the dead process ends', 30_000);
  const { id } = await fileShipment(trader, railImport('CLEAN-OWN-2'));
  const others = await until(
    () => deliveries(id),
    (list) => list.filter((d) => d.channel !== 'customs').every((d) => d.state === 'delivered') && list.length >= 4,
    'every other channel delivers',
  );
  const own = others.filter((d) => d.channel === 'customs');
  assert.deepEqual(
    own.map((d) => [d.state, d.attempts.length]),
    [['queued', 0]],
  );
  assert.equal((await lane())?.owner, dead, 'nobody has taken the lane');
  await cluster.start('customs');
  await closed(id);
  const taken = cluster.journal('customs').filter((one) => one.messageId === own[0]?.documentId);
  assert.deepEqual(
    taken.map((one) => one.again),
    [false],
  );
});
