// The stream for data platforms against a real nats-server: every committed event once and in order, whoever is killed in mid-stream;
// a stream that forgot its end is filled up; one that is gone waits for the operator's word; nothing personal goes out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createDatabase, type Database } from '../../src/runtime/database/connect.ts';
import { readEventsAfter } from '../../src/runtime/outbox/store.ts';
import { type Client, signIn, until } from '../support/application.ts';
import { type Cluster, createCluster, hasNats } from '../support/cluster.ts';

const skip = hasNats() ? false : 'no nats-server here';
const dir = mkdtempSync(path.join(tmpdir(), 'portico-exporter-'));
const STREAM = 'PORTICO_EVENTS';
let cluster: Cluster;
let trader: Client;
let database: Database;
before(async () => {
  if (skip) return;
  cluster = await createCluster({ dir, roles: { api: 'api', export: 'exporter' }, nats: true });
  database = createDatabase(cluster.databaseUrl, { maxConnections: 2 });
  trader = await signIn({ url: cluster.url('api') }, 'trader');
});
after(async () => {
  await database?.close();
  await cluster?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const draft = () => trader.send('POST', '/shipments', { from: 'empty', direction: 'import', transportMode: '3' });
const draftMany = async (count: number) => {
  for (let i = 0; i < count; i += 4) await Promise.all([0, 1, 2, 3].map(draft));
};
const kill = async (name: string) => {
  cluster.signal(name, 'SIGKILL');
  await cluster.ended(name);
};

type Told = { id: string; position: string; type: string; data?: Record<string, unknown> };
async function onStream<T>(act: (jsm: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<T>): Promise<T> {
  const connection = await connect({ servers: cluster.natsUrl });
  try {
    return await act(await jetstreamManager(connection));
  } finally {
    await connection.close();
  }
}
const told = (): Promise<Told[]> =>
  onStream(async ({ streams }) => {
    const { state } = await streams.info(STREAM);
    const messages: Told[] = [];
    for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq++) {
      const message = await streams.getMessage(STREAM, { seq });
      const envelope = JSON.parse(message?.string() ?? '') as Told;
      assert.equal(message?.subject, `portico.event.${envelope.type}`);
      messages.push(envelope);
    }
    return messages;
  });
const committed = () => readEventsAfter(database.kysely, 0, 100_000);
const placeOf = (events: readonly { id: string; position: number | string }[]) =>
  events.map((event) => `${event.position} ${event.id}`);
/** Everything from a position on stands in the stream, each once, in the order of the log. */
async function complete(from = 0): Promise<void> {
  const wanted = placeOf((await committed()).filter((event) => event.position > from));
  await until(
    () => onStream(({ streams }) => streams.info(STREAM).then(({ state }) => state.messages)).catch(() => 0),
    (messages) => messages >= wanted.length,
    'the whole log in the stream',
    60_000,
  );
  assert.deepEqual(placeOf(await told()), wanted);
}
const figure = async (line: string) =>
  (await (await fetch(`${cluster.url('export')}/metrics`)).text())
    .split('\n')
    .find((one) => one.startsWith(line))
    ?.split(' ')
    .at(-1);

test('[P3] every event once and in order, though exporter and nats-server are killed in mid-stream', {
  skip,
}, async () => {
  await draftMany(12);
  const load = draftMany(40);
  await kill('export');
  await cluster.start('export');
  await kill('nats');
  await draftMany(8);
  await cluster.start('nats');
  await Promise.all([kill('export'), kill('nats')]);
  await cluster.start('nats');
  await cluster.start('export');
  await load;
  await complete();
  await until(
    () => figure('portico_exporter_events_behind '),
    (value) => value === '0',
    'an exporter that is through',
  );
});

test('[P3] while the bus is away nothing is lost, and the exporter says that it waits', { skip }, async () => {
  await kill('nats');
  await draftMany(4);
  await until(
    () => figure('portico_exporter_state{state="waiting"}'),
    (value) => value === '1',
    'an exporter that waits',
    30_000,
  );
  assert.notEqual(await figure('portico_exporter_events_behind '), '0');
  await cluster.start('nats');
  await complete();
});

test('[P3] a stream that forgot its last messages gets them again', { skip }, async () => {
  await kill('nats');
  cpSync(path.join(dir, 'nats'), path.join(dir, 'nats-before'), { recursive: true });
  await cluster.start('nats');
  await draftMany(8);
  await complete();
  await kill('nats');
  rmSync(path.join(dir, 'nats'), { recursive: true });
  cpSync(path.join(dir, 'nats-before'), path.join(dir, 'nats'), { recursive: true });
  await cluster.start('nats');
  await complete();
});

test('[P3] envelopes name ids and codes, and nobody', { skip }, async () => {
  const text = JSON.stringify(await told());
  assert.doesNotMatch(text, /\p{Script=Han}|actor|陈|trader/u);
  const drafted = (await told()).find((event) => event.type === 'shipment.drafted');
  assert.match(String(drafted?.data?.shipmentId), /^[0-9a-f-]{36}$/);
});

test('[P3] a stream that is gone is not begun anew by itself: the operator says where it goes on', {
  skip,
}, async () => {
  await onStream(({ streams }) => streams.delete(STREAM));
  await draftMany(4);
  await until(
    () => figure('portico_exporter_state{state="lost"}'),
    (value) => value === '1',
    'an exporter that says the stream is lost',
    30_000,
  );
  await assert.rejects(told(), 'no stream was made');
  const from = (await committed()).at(-3)?.position ?? 0;
  const ran = spawnSync('node', ['--disable-warning=ExperimentalWarning', 'tools/set-export-cursor.ts', String(from)], {
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: cluster.databaseUrl },
    encoding: 'utf-8',
  });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, new RegExp(`→ ${from} `));
  await complete(from);
});
