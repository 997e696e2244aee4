// The tree in the database: whatever the steps, its heads and proofs are those of the tree built at once; two sequencers never
// fork it, one that dies leaves nothing half done, and one that finds the past changed signs nothing more (R18).
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createIdSource } from '../../kernel/id.ts';
import { isConsistent, isIncluded, type Sha256 } from '../../kernel/merkle-proof.ts';
import { portico } from '../context.ts';
import { createDatabase, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { createUnitOfWork, type UnitOfWork } from '../unit-of-work.ts';
import { readFrom, rootOf } from './merkle.ts';
import { proveEvent } from './prove-event.ts';
import { createSequencer } from './sequencer.ts';
import { createEd25519Signer } from './sign-head.ts';
import { findEvent, latestHead, listHeads, listKeys, readEvents, readLeaves, readLedgerLag } from './store.ts';
import { proveConsistency, proveInclusion } from './tree.ts';

const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const clock = { now: () => new Date('2026-11-20T02:00:00Z') };
const signer = createEd25519Signer('test/ledger', generateKeyPairSync('ed25519').privateKey);
let test_: TestDatabase;
let database: Database;
let unitOfWork: UnitOfWork;
let owner: pg.Client;
const sequencer = () =>
  createSequencer({ unitOfWork, clock, origin: 'test/ledger', signers: [signer], onFault: () => undefined });
const happen = (n: number) =>
  unitOfWork.run(portico, async (context) => {
    for (let i = 0; i < n; i++)
      await context.emit('a.happened', `s${i % 5}`, { i, text: '“中文” \u2028', none: undefined });
  });
const steps = async () => {
  while (await sequencer().step());
};

beforeEach(async () => {
  test_ = await createTestDatabase();
  database = createDatabase(test_.url);
  await migrate(database.pool, []);
  unitOfWork = createUnitOfWork({
    database,
    clock,
    settings: { mode: 'demo', baseUrl: 'http://localhost', releaseKeyPem: '', sealKey: '' },
    newId: createIdSource({ now: () => clock.now().getTime(), random: randomBytes }),
  });
  owner = new pg.Client({ connectionString: test_.url });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.close();
  await test_.drop();
});

test('[P4] in steps of any length the tree is the one built at once, and every proof from it holds', async () => {
  for (const n of [1, 2, 253, 1, 300, 255, 1, 700, 3]) {
    await happen(n);
    await steps();
  }
  const head = await latestHead(database.kysely);
  assert.equal(head?.size, 1516);
  const leaves = (await readLeaves(database.kysely, 0, 5000)).map((leaf) => leaf.hash);
  assert.equal(leaves.length, 1516);
  const heads = (await listHeads(database.kysely, undefined, 100)).reverse();
  assert.deepEqual(
    heads.map((h) => h.size),
    [1, 3, 256, 257, 557, 812, 813, 1513, 1516],
  );
  for (const { size, root } of heads)
    assert.ok(root.equals(rootOf({ begin: 0, end: size }, readFrom(leaves))), `root of ${size}`);
  for (const { size, root } of heads)
    for (const index of [0, 1, 254, 255, 256, 300, 511, 512, 812, 1515].filter((i) => i < size)) {
      const proof = await proveInclusion(database.kysely, index, size);
      assert.ok(
        await isIncluded(sha256, { index, size, leaf: leaves[index] as Buffer, proof, root }),
        `${index} of ${size}`,
      );
    }
  for (const first of heads)
    for (const second of heads.filter((h) => h.size >= first.size))
      assert.ok(
        await isConsistent(sha256, {
          first,
          second,
          proof: await proveConsistency(database.kysely, first.size, second.size),
        }),
      );
  for (const [i, event] of (await readEvents(database.kysely, 0, head?.position ?? 0)).entries()) {
    if (i % 97 !== 0 && i < 1500) continue;
    const proven = await proveEvent(database.kysely, event);
    assert.equal(proven.placed?.index, i);
    assert.ok(
      proven.leafHash.equals(leaves[i] as Buffer),
      'the leaf written with the event is what follows from its row',
    );
  }
  assert.deepEqual(
    (await listKeys(database.kysely)).map((key) => key.verifier),
    [signer.verifier],
  );
});

test('[P4] several sequencers at once, and events meanwhile: one line of heads', async () => {
  const writing = (async () => {
    for (let i = 0; i < 40; i++) await happen(1 + (i % 9));
  })();
  const racing = Array.from({ length: 4 }, async () => {
    const mine = sequencer();
    for (let i = 0; i < 12; i++) await mine.step();
  });
  await Promise.all([writing, ...racing]);
  await steps();
  const heads = (await listHeads(database.kysely, undefined, 1000)).reverse();
  let size = 0;
  for (const head of heads) {
    assert.equal(head.previous, size);
    size = head.size;
  }
  assert.equal(size, (await readLeaves(database.kysely, 0, 5000)).length);
  await assert.rejects(
    owner.query(
      `insert into runtime.ledger_head select size + 1, previous, position, root, note, signed_at from runtime.ledger_head order by size desc limit 1`,
    ),
    /ledger_head_previous_key/,
    'a second head cannot follow the same one',
  );
});

test('[P4] a sequencer that dies in the middle leaves nothing, and the next goes on', async () => {
  await happen(600);
  const dying = createSequencer({
    unitOfWork,
    clock,
    origin: 'test/ledger',
    signers: [
      {
        verifier: 'x',
        sign: () => {
          throw new Error('killed');
        },
      },
    ],
    onFault: () => undefined,
  });
  await assert.rejects(dying.step(), /killed/);
  assert.equal((await owner.query('select 1 from runtime.ledger_tile')).rowCount, 0);
  await steps();
  assert.equal((await latestHead(database.kysely))?.size, 600);
  assert.deepEqual(await readLedgerLag(database.kysely), { size: 600, events: 0, oldest: null });
});

test('[P4] events of a version without a ledger are leaves too', async () => {
  await happen(3);
  await owner.query(
    `insert into runtime.event (id, type, subject, payload, actor, occurred_at)
       values ('019a9f2e-7a10-7000-8000-0000000000aa', 'a.old', 's', '{"b": 1.50, "a": "x"}', '{"kind": "system", "id": "p", "name": "P"}', '2026-01-01T00:00:00Z')`,
  );
  await happen(2);
  await steps();
  assert.equal((await latestHead(database.kysely))?.size, 6);
  const old = await findEvent(database.kysely, 's', '019a9f2e-7a10-7000-8000-0000000000aa');
  assert.ok(old);
  const { leaf, placed } = await proveEvent(database.kysely, old);
  assert.equal(placed?.index, 3);
  assert.match(
    leaf,
    /^\{"at":"2026-01-01T00:00:00.000Z","content":"[0-9a-f]{64}","id":"019a9f2e-7a10-7000-8000-0000000000aa","subject":"s","type":"a.old","v":1\}$/,
  );
});

test('[P4] where what was signed was changed since, nothing more is signed', async () => {
  await happen(300);
  await steps();
  await owner.query('alter table runtime.event disable trigger all');
  await owner.query(
    `update runtime.event set leaf = sha256('x') where position = (select max(position) from runtime.event)`,
  );
  await happen(1);
  await assert.rejects(sequencer().step(), /does not agree/);
  await owner.query('delete from runtime.event where position = (select max(position) - 1 from runtime.event)');
  await assert.rejects(sequencer().step(), /does not agree/);
  assert.equal((await latestHead(database.kysely))?.size, 300);
});

test('[P4] nobody changes or removes an event or anything of the ledger; the owner of the tables is stopped too', async () => {
  await happen(300);
  await steps();
  for (const [table, change] of [
    ['event', `payload = '{}'`],
    ['ledger_tile', 'hashes = hashes'],
    ['ledger_node', 'hash = hash'],
    ['ledger_head', 'note = note'],
    ['ledger_key', 'since = now()'],
  ] as const) {
    await assert.rejects(owner.query(`update runtime.${table} set ${change}`), /never changed or removed/, table);
    await assert.rejects(owner.query(`delete from runtime.${table}`), /never changed or removed/, table);
    await assert.rejects(owner.query(`truncate runtime.${table} cascade`), /never changed or removed/, table);
  }
});
