// A backlog goes by portions (R10): what many messages cost together is counted in readings and recordings, so that no change makes each cost its
// own again. What is counted are acts, not times.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestHub, type TestHub } from '../../../../tests/support/hub.ts';
import { probeChannel } from '../../../../tests/support/probe-channel.ts';
import { sha256Hex } from '../../../kernel/digest.ts';
import { readBatch, writeBatchAnswer } from '../../../runtime/codec/message-batch.ts';
import { createChannelWorker } from './run-lane.ts';

const WAITING = 400;
/** With time enough on any machine: what is counted must not be a second attempt, nor another owner's. */
const LEASE_MS = 120_000;
const patient = (id: string) => {
  const { profile, ...channel } = probeChannel(id);
  const budget = { ...profile.budget, connectMs: 60_000, firstByteMs: 60_000, totalMs: 100_000 };
  return { ...channel, profile: { ...profile, budget } };
};
const channels = [patient('lone'), patient('many')] as const;
let hub: TestHub;
let partner: Server;
let address = '';
const taken = new Map<string, number>();

before(async () => {
  hub = await startTestHub(channels);
  partner = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', async () => {
      const type = String(request.headers['content-type']);
      const isBatch = type.startsWith('multipart/');
      const ids = isBatch
        ? (await readBatch(Buffer.concat(chunks), type)).map(({ id }) => id)
        : [String(request.headers['x-message-id'])];
      for (const id of ids) taken.set(id, (taken.get(id) ?? 0) + 1);
      reply.end(isBatch ? writeBatchAnswer(ids.map((id) => ({ id, status: 200 }))) : undefined);
    });
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(partner.address() as { port: number }).port}/`;
});
after(async () => {
  partner.closeAllConnections();
  await new Promise((resolve) => partner.close(resolve));
  await hub.stop();
});

/** Each of a case of its own, with bytes of its own. */
const pile = (channel: string) =>
  hub.run(async ({ db }) => {
    const bytes = Array.from({ length: WAITING }, (_, i) => `${channel} ${i}`);
    const rows = bytes.map((text) => ({ id: randomUUID(), shipment: randomUUID(), text, digest: sha256Hex(text) }));
    const given = JSON.stringify(rows);
    const from = sql`jsonb_to_recordset(${given}::jsonb) as r(id uuid, shipment uuid, text text, digest text)`;
    await sql`insert into documents.body (digest, bytes) select digest, convert_to(text, 'UTF8') from ${from}`.execute(
      db,
    );
    await sql`
      insert into documents.document (id, kind, name, flow, channel, media_type, charset, file_name, size_bytes, digest, simulated, created_at)
      select id, 'probe', '{"zh":"试","en":"Probe"}', 'outbound', ${channel}, 'text/plain', 'utf-8', 'probe.txt', length(text), digest, true, now()
      from ${from}`.execute(db);
    await sql`
      insert into exchange.delivery (id, channel, document_id, document_kind, shipment_id, state, next_attempt_at, created_at)
      select uuidv7(), ${channel}, id, 'probe', shipment, 'queued', now(), now() from ${from}`.execute(db);
    await sql`
      insert into runtime.event (id, type, subject, payload, actor, occurred_at)
      select uuidv7(), 'document.dispatched', shipment::text,
             jsonb_build_object('shipmentId', shipment, 'documentId', id, 'document', 'probe', 'channel', ${channel}::text, 'version', 1),
             '{"kind":"system","id":"portico","name":"Portico"}', now() from ${from}`.execute(db);
    return rows.map(({ id }) => id);
  });

for (const [channel, way] of [
  [channels[0], ''],
  [channels[1], 'batch+'],
] as const)
  test(`[P3] a backlog of ${WAITING} goes once each, by portions (${way || 'one call a message'})`, async () => {
    const ids = await pile(channel.id);
    const acts = { read: 0, recorded: 0 };
    const { unitOfWork } = hub;
    let ended = 0;
    const worker = createChannelWorker({
      channel,
      endpoint: () => ({ url: `${way}${address}` }),
      unitOfWork: {
        ...unitOfWork,
        read: (...given) => {
          acts.read += 1;
          return unitOfWork.read(...given);
        },
        runTogether: (...given) => {
          acts.recorded += 1;
          return unitOfWork.runTogether(...given);
        },
      },
      clock: hub.clock,
      steady: () => performance.now(),
      owner: randomUUID(),
      random: () => 0.5,
      leaseMs: LEASE_MS,
      onFault: (error) => assert.fail(String(error)),
      onAttempt: () => (ended += 1),
    });
    while (ended < WAITING) await worker.step();
    await worker.stop();
    assert.deepEqual(
      ids.map((id) => taken.get(id)),
      ids.map(() => 1),
    );
    const { rows } = await hub.run(({ db }) =>
      sql<{ state: string; attempts: number; n: number }>`
        select state, attempts, count(*)::integer as n from exchange.delivery where channel = ${channel.id} group by 1, 2`.execute(
        db,
      ),
    );
    assert.deepEqual(rows, [{ state: 'delivered', attempts: 1, n: WAITING }]);
    // Each its own was 1.2 readings and 0.7 recordings a message; a slow machine has more to look at, and nothing near that.
    assert.ok(acts.read < WAITING / 4, `${acts.read} readings`);
    assert.ok(acts.recorded < WAITING / 2, `${acts.recorded} recordings`);
  });
