// Revocation (P7: within one second to every connected terminal): terminals with open streams on two nodes of one database, an officer's
// word that revokes a release, and how long from sending that word until each terminal is told. BENCH_TERMINALS, BENCH_REVOCATIONS.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { ReleaseView } from '../src/hub/release/contract.ts';
import { fileShipment, signIn, until } from '../tests/support/application.ts';
import { createCluster, hasNats } from '../tests/support/cluster.ts';
import { railImport } from '../tests/support/forms.ts';
import { openLive } from '../tests/support/live.ts';
import { measureFloor } from './support/floor.ts';

const TERMINALS = Number(process.env.BENCH_TERMINALS ?? 200);
const REVOCATIONS = Number(process.env.BENCH_REVOCATIONS ?? 20);
/** The server lets one reader open so many. */
const PER_READER = 20;
const say = (name: string, value: number, unit: string) =>
  process.stdout.write(
    `${JSON.stringify({ bench: 'revocation', name, value: Math.round(value * 1e4) / 1e4, unit })}\n`,
  );

const dir = mkdtempSync(path.join(tmpdir(), 'portico-bench-revocation-'));
const nats = hasNats();
const cluster = await createCluster({
  dir,
  roles: { api: 'api', api2: 'api', work: 'worker,channels', partners: 'simulators' },
  nats,
});
const floor = await measureFloor(cluster.databaseUrl, { clients: 8, ms: 1000 });
const nodes = [cluster.url('api'), cluster.url('api2')];
const [trader, customs, operator] = await Promise.all(
  ['trader', 'customs', 'operator'].map((account) => signIn({ url: nodes[0] ?? '' }, account)),
);
if (!trader || !customs || !operator) throw new Error('nobody signed in');

// Nobody drives the goods out before they are held: the yard is not told of the release.
await operator.send('POST', '/exchange/channels/railway-yard/pause');
// A release an object, two objects a case: granted before anything is measured.
const releases: ReleaseView[] = [];
for (let i = 0; releases.length < REVOCATIONS; i++) {
  const { id } = await fileShipment(trader, railImport(`CLEAN-BENCH-${i}`));
  const { items } = await until(
    () => trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`),
    (list) => list.items.length === 2,
    'the releases',
  );
  releases.push(...items);
}

const sentAt = new Map<string, number>();
const delays = nodes.map((): number[] => []);
const database = new pg.Client({ connectionString: cluster.databaseUrl });
await database.connect();
/** Signs in one more clerk of the yard; gives the secret of the session. */
const clerk = async (): Promise<string> => {
  const id = randomUUID();
  await database.query(
    `insert into enterprise.person (id, organisation_id, account, name, password_hash, roles, created_at)
     select $1::uuid, organisation_id, $1::uuid::text, name, '', roles, now() from enterprise.person where account = 'railway'`,
    [id],
  );
  await database.query(
    `insert into enterprise.session (token_digest, person_id, created_at, expires_at)
     values ($1, $2, now(), now() + interval '1 hour')`,
    [createHash('sha256').update(id).digest('hex'), id],
  );
  return id;
};
const clerks: string[] = [];
for (let i = 0; i < Math.ceil(TERMINALS / PER_READER); i++) clerks.push(await clerk());
await database.end();
const terminals = await Promise.all(
  Array.from({ length: TERMINALS }, (_, i) =>
    openLive(
      nodes[i % nodes.length] ?? '',
      { cookie: `portico_session=${clerks[Math.floor(i / PER_READER)]}` },
      {
        onTold: ({ event, data }) => {
          const since = sentAt.get(data.links?.releaseId ?? '');
          if (event === 'release.revoked' && since !== undefined)
            delays[i % nodes.length]?.push(performance.now() - since);
        },
      },
    ),
  ),
);
const refused = terminals.find(({ status }) => status !== 200);
if (refused) throw new Error(`a stream was refused: ${refused.status}`);
const told = () => delays.reduce((sum, of) => sum + of.length, 0);
const work: number[] = [];
for (const [n, { id, shipmentId, objectId }] of releases.slice(0, REVOCATIONS).entries()) {
  const began = performance.now();
  sentAt.set(id, began);
  await customs.send('POST', '/instructions', { shipmentId, objects: [objectId], kind: 'hold', reason: '布控' });
  work.push(performance.now() - began);
  await until(
    async () => told(),
    (count) => count >= (n + 1) * TERMINALS,
    'every terminal is told',
  );
}
const at = (of: readonly number[], p: number) => {
  const sorted = of.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};
const all = delays.flat();
say('R0 simple-update transactions', floor, '1/s');
say('nodes wake each other by NATS', nats ? 1 : 0, 'yes or no');
say('terminals that were told of every revocation', TERMINALS, 'terminals');
say('the officer’s answer p50', at(work, 0.5), 'ms');
say('word sent → terminal told p50', at(all, 0.5), 'ms');
say('word sent → terminal told p99', at(all, 0.99), 'ms');
say('word sent → last terminal told', at(all, 1), 'ms');
for (const [i, of] of delays.entries()) say(`word sent → terminal told p99, node ${i + 1}`, at(of, 0.99), 'ms');
say('told within one second', all.filter((ms) => ms <= 1000).length / all.length, 'share');
say('word sent → terminal told p50 × R0', (at(all, 0.5) * floor) / 1000, 'transactions');
for (const terminal of terminals) terminal.close();
await cluster.stop();
rmSync(dir, { recursive: true, force: true });
