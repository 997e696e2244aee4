// The second lock (P11): a plain client with the role and the settings of a tenant, past every line of the application, reads and writes
// nothing of others, in every table there is; and who goes beyond the lock is written down here.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { hubModules } from '../../src/hub/modules.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { type Lock, lockSession, readySecondLock, TENANT_ROLE } from '../../src/runtime/database/second-lock.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createWorld, type World } from '../support/world.ts';

const schemas = ['runtime', ...hubModules.map((m) => m.id)];
/** Tables without a policy, and why none is needed. */
const open: Readonly<Record<string, string>> = {
  'enterprise.organisation': 'names and numbers of enterprises are public; brokers and traders find each other by them',
  'enterprise.person': 'names of staff; who may manage them is asked by the use cases of enterprise',
  'enterprise.membership': 'who works where; who may manage them is asked by the use cases of account',
  'enterprise.factor_start': 'from which day on enterprises need a second factor is told to everybody',
  'enterprise.request_nonce': 'numbers of signed requests, found by their key',
  'account.throttle': 'failures of accounts, counted before anybody is signed in',
  'account.link': 'digests only; a link is found by who has it',
  'account.second_factor': 'sealed; found by the person who signs in',
  'account.identity': 'subjects at identity providers; found by the person who signs in',
  'account.spent_answer': 'digests only; answers of providers that were used',
  'account.recovery_code': 'digests only; found by the person who signs in',
  'release.signing_key':
    'public parts are published; the private ones are sealed under a key that is not in the database',
  'release.key_change': 'reasons and names of the port office, asked for by its security administrators only',
  'release.revocation_list': 'published',
  'signatures.authority': 'keys of the platform, sealed under a key that is not in the database',
  'signatures.certificate': 'certificates are public',
  'signatures.certificate_status': 'what authorities answer to anybody who asks',
  'signatures.revocation_source': 'lists that authorities publish',
  'signatures.trust_anchor': 'whom the port office trusts is told to everybody',
  'enterprise.session': 'digests only; a session is found by who has its token',
  'shipment.changed': 'a queue of ids, emptied by the indexer',
  'documents.unindexed': 'a queue of ids, emptied by the indexer',
  'emergency.emergency': 'told to everybody',
  'partner.pulse': 'counts by channel, no case',
  'partner.outage': 'published',
  'partner.told': 'when somebody was last told about a channel',
  'partner.report_key':
    'public parts are published; the private ones are sealed under a key that is not in the database',
  'exchange.backlog': 'counts by channel, no case',
  'exchange.lane': 'about channels, no case',
  'exchange.breaker': 'about channels, no case',
  'exchange.pause': 'about channels, no case',
  'exchange.bulk_replay': 'ids and reasons of the port office',
  'exchange.bulk_replay_item': 'ids of deliveries',
  'inspection.site': 'where inspections are held is published',
  'inspection.bay': 'where inspections are held is published',
  'inspection.opening': 'opening hours are published',
  'inspection.holiday': 'holidays are published',
  'inspection.travel': 'ways between yards',
  'inspection.sailing': 'departures as carriers publish them',
  'draw.draw': 'published; the secret lies sealed until it is revealed',
  'draw.contribution': 'published: which authority gave which nonce',
  'reference.code_list': 'tables for everybody',
  'reference.edition': 'tables for everybody',
  'reference.entry': 'tables for everybody',
  'runtime.seal_key': 'names of keys; those that were replaced lie sealed under one that is not in the database',
  'runtime.migration': 'about the program',
  'runtime.consumer': 'cursors',
  'runtime.export': 'cursors',
  'runtime.failed_reaction': 'positions and faults, for the port office’s desk',
  'runtime.ledger_erasure': 'leaves, which say nothing without their content',
  'runtime.ledger_head': 'published',
  'runtime.ledger_key': 'published',
  'runtime.ledger_node': 'published',
  'runtime.ledger_tile': 'published',
};
/** Who goes beyond the lock, and what for. */
const beyond: Readonly<Record<string, string>> = {
  'src/hub/credentials/read-credentials.ts':
    'whoever checks a certificate has to know whether it was revoked, by its place in the list',
  'src/hub/disposition/keep-words.ts':
    'a word that waits belongs to no case yet; the port office learns whose outcome it would change, not what it says',
  'src/hub/draw/read-proof.ts':
    'the published proof of a draw: events of the platform and hashes of others’ leaves; it names nobody',
  'src/hub/directory/read-applications.ts':
    'a document of no case is the port office’s to open; how far its own has come on its way is told to the enterprise',
  'src/hub/enterprise/require-qualification.ts': 'a broker is told whether its owner is recorded with customs, no more',
  'src/hub/erp/read-files.ts':
    'the bytes of an enterprise’s own file; the library shows a paper by its case, and a file has none',
  'src/hub/erp/upload-sheet.ts':
    'the bytes of a sheet of no case, which may lie there already under another’s document',
  'src/hub/licence/check-licences.ts':
    'what is left of one’s own licence depends on every case; of another’s only that it is another’s is told',
  'src/hub/mail/send-account-letter.ts': 'a letter to an address that somebody names is nobody’s own',
  'src/hub/registration/apply.ts': 'an application belongs to nobody yet; whoever has its token follows it',
  'src/hub/audit/search-trail.ts': 'the whole trail is the auditor’s to read; nothing in it is his own',
  'src/hub/audit/ask-export.ts': 'which positions a time lies in; nothing of them is handed over',
  'src/hub/exchange/replay-delivery.ts':
    'a document that could not be written is written now, by Portico and under the seal of whoever filed; the operator gets its receipt',
  'src/hub/exchange/taken-back.ts': 'whoever sends again sees the delivery; what took it back is told in a word',
  'src/hub/documents/attach-file.ts': 'the same bytes may lie there already under another’s document',
  'src/hub/documents/take-away-attachment.ts':
    'the same bytes may be another’s document too; only the attachment itself goes',
  'src/hub/documents/search-library.ts': 'the index of words is the whole library’s; hits are read under the lock',
  'src/hub/exchange/operate-faults.ts': 'reactions that failed are the operator’s to mend, whatever they are about',
  'src/hub/exchange/routes.ts': 'a partner’s message says itself what it is about',
  'src/hub/inspection/read-inspections.ts': 'a walk with an end; each task is judged by its case',
  'src/hub/inspection/yard-desk/edit-yard.ts':
    'an edit is judged by all tasks and rosters; only numbers of inspections are told',
  'src/hub/inspection/findings/keep-photo.ts': 'the same bytes may lie there already under another’s document',
  'src/hub/ledger/read-heads.ts': 'hashes of others’ leaves make a proof',
  'src/hub/ledger/read-receipt.ts': 'hashes of others’ leaves make a proof',
  'src/hub/inspection/book-slot.ts': 'what others have booked is taken; rosters are looked at and not shown',
  'src/hub/release/publish-revocations.ts': 'a gate without network has to know of every revoked release by its number',
  'src/hub/partner/certification/routes.ts': 'who has the key of a run adds to that run and reads nothing',
  'src/hub/partner/read-status.ts': 'windows of maintenance are published; nothing else of the row is handed over',
  'src/hub/release/verify-release.ts': 'a gate says that a release is for another station',
  'src/hub/subscriptions/pull-events.ts': 'the log is walked once, each event judged by its case',
  'src/runtime/http/idempotency.ts': 'what has expired is cleared away, whoever’s it was',
};

let world: World;
let database: TestDatabase;
let owner: pg.Client;
let tenant: pg.Client;
let locked: string[];
let ids: Record<string, string>;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  world = await createWorld({ database });
  owner = new pg.Client({ connectionString: database.url });
  tenant = new pg.Client({ connectionString: database.url });
  await Promise.all([owner.connect(), tenant.connect()]);
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relrowsecurity and not c.relispartition`,
    [schemas],
  );
  locked = rows.map((row) => row.name).sort();
  const found = await owner.query<{ account: string; organisation: string; person: string }>(
    'select account, organisation_id as organisation, id as person from enterprise.person',
  );
  ids = Object.fromEntries(
    found.rows.flatMap((r) => [
      [r.account, r.organisation],
      [`${r.account} person`, r.person],
    ]),
  );
});
after(async () => {
  await Promise.all([owner.end(), tenant.end()]);
  await world.application.stop();
  assert.deepEqual(world.application.faults, []);
});

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const as = (account: string, kind: string, party = ''): Lock => [
  ids[account] ?? '019a9f2e-7a10-7000-8000-0000000000ff',
  kind,
  party,
  ids[`${account} person`] ?? '019a9f2e-7a10-7000-8000-0000000000fe',
  today,
];
const count = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
async function counts(lock: Lock): Promise<Record<string, number>> {
  await lockSession(tenant, lock);
  const found: Record<string, number> = {};
  for (const table of locked) found[table] = await count(tenant, table);
  return found;
}

test('[P11] every table has a policy, or a reason why it needs none', async () => {
  const { rows } = await owner.query<{ name: string; locked: boolean; policies: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as locked,
       (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition`,
    [schemas],
  );
  assert.ok(rows.length > 40);
  const without = rows.filter((r) => !r.locked || Number(r.policies) === 0).map((r) => r.name);
  assert.deepEqual(without.sort(), Object.keys(open).sort());
});

test('[P11] the role is held to policies, owns nothing, and cannot read past a table by its partitions', async () => {
  const { rows } = await owner.query(`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = $1`, [
    TENANT_ROLE,
  ]);
  assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
  const owned = await owner.query(
    `select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1`,
    [TENANT_ROLE],
  );
  assert.equal(owned.rowCount, 0);
  const parts = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relispartition and c.relkind = 'r' and has_table_privilege($2, c.oid, 'select, insert, update, delete')`,
    [schemas, TENANT_ROLE],
  );
  assert.deepEqual(parts.rows, []);
});

test('[P11] a tenant’s own statement, whatever it asks, reads not one row of others in any table', async () => {
  const all = Object.fromEntries(
    await Promise.all(locked.map(async (table) => [table, await count(owner, table)] as const)),
  );
  const filled = locked.filter((table) => (all[table] ?? 0) > 0);
  assert.ok(filled.length > 25, filled.join(' '));
  const stranger = await counts(as('nobody', 'trader'));
  assert.deepEqual(stranger, Object.fromEntries(locked.map((table) => [table, 0])));
  for (const kind of ['broker', 'carrier', 'authority', 'operator'])
    assert.deepEqual(await counts(as('nobody', kind, 'no-such-channel')), stranger, kind);
  // Without settings at all, as if the application had forgotten them.
  await tenant.query(`select set_config('role', '${TENANT_ROLE}', false)`);
  const own = await counts(as('trader', 'trader'));
  for (const table of [
    'shipment.shipment',
    'shipment.version',
    'documents.document',
    'documents.body',
    'documents.entry',
    'disposition.instruction',
    'inspection.task',
    'inspection.part',
    'release.release',
    'runtime.event',
    'enterprise.api_key',
    'enterprise.authorisation',
    'subscriptions.subscription',
  ])
    assert.ok((own[table] ?? 0) > 0, `the trader sees his own of ${table}`);
  assert.ok((own['shipment.shipment'] ?? 0) < (all['shipment.shipment'] ?? 0), 'and no more');
  const other = await tenant.query('select 1 from shipment.shipment where owner_id <> $1', [ids.trader]);
  assert.equal(other.rowCount, 0);
});

test('[P11] each sees in the database what its relation to the case shows it, the broker with his authorisation only', async () => {
  const { rows } = await owner.query<{ id: string }>('select id from shipment.shipment where id = any($1::uuid[])', [
    [world.ids.released, world.ids.inspected, world.ids.draft, world.brokers],
  ]);
  const seenBy = async (lock: Lock) => {
    await lockSession(tenant, lock);
    const found = await tenant.query<{ id: string }>('select id from shipment.shipment where id = any($1::uuid[])', [
      rows.map((r) => r.id),
    ]);
    return new Set(found.rows.map((r) => r.id));
  };
  const { released, inspected, draft } = world.ids;
  assert.deepEqual(await seenBy(as('customs', 'authority', 'customs')), new Set([released, inspected]));
  assert.deepEqual(await seenBy(as('railway', 'operator', 'railway-yard')), new Set([released]));
  assert.deepEqual(await seenBy(as('airport', 'operator', 'airport-station')), new Set([inspected]));
  assert.deepEqual(await seenBy(as('maritime', 'authority', 'maritime')), new Set());
  assert.deepEqual(await seenBy(as('operator', 'port-office')), new Set([released, inspected]));
  assert.deepEqual(await seenBy(as('broker', 'broker')), new Set([world.brokers]));
  const accepted = await world.offer();
  await world.clients.broker.send('POST', `/authorisations/${accepted.id}/acceptance`);
  assert.deepEqual(await seenBy(as('broker', 'broker')), new Set([released, inspected, draft, world.brokers]));
  assert.deepEqual(
    await seenBy([...as('broker', 'broker').slice(0, 4), '2031-01-01'] as unknown as Lock),
    new Set([world.brokers]),
    'expired',
  );
  await world.clients.trader.send('POST', `/authorisations/${accepted.id}/revocation`);
  assert.deepEqual(await seenBy(as('broker', 'broker')), new Set([world.brokers]));
  // Not another authority’s document either.
  await lockSession(tenant, as('border', 'authority', 'border-inspection'));
  const documents = await tenant.query<{ channel: string | null }>(
    'select distinct channel from documents.document where flow <> $1',
    ['attachment'],
  );
  assert.deepEqual(
    documents.rows.map((r) => r.channel),
    ['border-inspection'],
  );
});

test('[P11] nor does it change, remove or plant a row of others', async () => {
  const before = Object.fromEntries(
    await Promise.all(locked.map(async (table) => [table, await count(owner, table)] as const)),
  );
  await lockSession(tenant, as('trader2', 'trader'));
  for (const table of locked) {
    await tenant.query('begin');
    try {
      const { rows } = await owner.query<{ column: string }>(
        `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' order by attnum limit 1`,
        [table],
      );
      const column = rows[0]?.column;
      const foreign =
        table === 'enterprise.authorisation'
          ? `where owner_id <> '${ids.trader2}'`
          : table === 'runtime.event'
            ? `where actor ->> 'organisationId' is distinct from '${ids.trader2}' and payload ->> 'personId' is distinct from '${ids['trader2 person']}'`
            : '';
      await tenant.query('savepoint s');
      const removed = await tenant.query(`delete from ${table} ${foreign}`).catch(async (error: Error) => {
        await tenant.query('rollback to s');
        assert.match(error.message, /append|ledger|not allowed|permission|只/i, `${table}: ${error.message}`);
        return { rowCount: 0 };
      });
      assert.equal(removed.rowCount, 0, `${table}: removed`);
      const changed = await tenant
        .query(`update ${table} set ${column} = ${column} ${foreign}`)
        .catch(async (error: Error) => {
          await tenant.query('rollback to s');
          assert.match(error.message, /append|ledger|not allowed|permission|只/i, `${table}: ${error.message}`);
          return { rowCount: 0 };
        });
      assert.equal(changed.rowCount, 0, `${table}: changed`);
    } finally {
      await tenant.query('rollback');
    }
  }
  const plant = (text: string, values: unknown[]) => assert.rejects(tenant.query(text, values), /row-level security/);
  await plant(`insert into shipment.participant (shipment_id, party) values ($1, 'maritime')`, [world.ids.released]);
  await plant(
    `insert into enterprise.api_key (id, organisation_id, name, prefix, secret_digest, roles, created_at) values ($1, $2, 'x', 'x', 'planted', '{declarant}', now())`,
    ['019a9f2e-7a10-7000-8000-0000000000aa', ids.trader],
  );
  await plant(
    `insert into enterprise.authorisation (id, owner_id, broker_id, scope, valid_from, valid_to, offered_at, accepted_at) values ($1, $2, $3, 'declare', '2020-01-01', '2030-01-01', now(), now())`,
    ['019a9f2e-7a10-7000-8000-0000000000ab', ids.trader, ids.broker],
  );
  const qualify = `insert into enterprise.qualification (id, organisation_id, kind, number, issuer, valid_from, source, state, recorded_at) values ('019a9f2e-7a10-7000-8000-0000000000ac', $1, 'customs-broker', '5003160A02', 'x', '2020-01-01', 'declared', $2, now())`;
  await plant(qualify, [ids.trader2, 'confirmed']);
  await plant(qualify, [ids.trader, 'pending']);
  await plant(`insert into inbox.preference (person_id, filters, updated_at) values ($1, '[]', now())`, [
    ids['trader person'],
  ]);
  const later = Object.fromEntries(
    await Promise.all(
      locked.filter((t) => t !== 'runtime.event').map(async (table) => [table, await count(owner, table)] as const),
    ),
  );
  for (const [table, n] of Object.entries(later)) assert.ok(n >= (before[table] ?? 0), table);
});

test('[P11] beyond the lock goes only who says here what for', () => {
  const users = readdirSync('src', { recursive: true, encoding: 'utf-8' })
    .map((at) => `src/${at}`)
    .filter(
      (at) => /\.ts$/.test(at) && !at.endsWith('.test.ts') && !/^src\/runtime\/(unit-of-work|context)\.ts$/.test(at),
    )
    .filter((at) => readFileSync(at, 'utf-8').includes('beyondLock('));
  assert.deepEqual(users.sort(), Object.keys(beyond).sort());
});

test('[P11] an account that may not make roles starts without the second lock and says so; granted the role, it has it', async () => {
  const name = `app_${Math.random().toString(36).slice(2, 10)}`;
  const place = await createTestDatabase();
  const admin = new pg.Client({ connectionString: place.url });
  await admin.connect();
  const url = new URL(place.url);
  await admin.query(`create role ${name} login password 'x' nosuperuser nocreaterole`);
  await admin.query(`alter database ${url.pathname.slice(1)} owner to ${name}`);
  await admin.query(`grant all on schema public to ${name}`);
  url.username = name;
  url.password = 'x';
  const pool = new pg.Pool({ connectionString: url.toString(), max: 2 });
  try {
    await migrate(pool, hubModules);
    const said = await readySecondLock(pool, schemas);
    assert.match(said?.zh ?? '', /第二道锁.*未启用.*grant portico_tenant/);
    assert.match(said?.en ?? '', /second lock .* is off: .*grant portico_tenant/);
    await admin.query(`grant ${TENANT_ROLE} to ${name}`);
    assert.equal(await readySecondLock(pool, schemas), undefined);
    assert.equal(await readySecondLock(pool, schemas), undefined, 'a second start changes nothing');
    const client = await pool.connect();
    await client.query(
      `insert into enterprise.organisation (id, name, name_en, kind, created_at) values ('019a9f2e-7a10-7000-8000-000000000001', 'A', 'A', 'trader', now())`,
    );
    await client.query(
      `insert into enterprise.api_key (id, organisation_id, name, prefix, secret_digest, roles, created_at) values ('019a9f2e-7a10-7000-8000-000000000002', '019a9f2e-7a10-7000-8000-000000000001', 'k', 'p', 'd', '{}', now())`,
    );
    const seen = async (lock: Lock | undefined) => {
      await lockSession(client, lock);
      return Number((await client.query('select count(*) as n from enterprise.api_key')).rows[0]?.n);
    };
    assert.equal(await seen(undefined), 1);
    assert.equal(await seen(as('nobody', 'trader')), 0);
    assert.equal(await seen(['019a9f2e-7a10-7000-8000-000000000001', 'trader', '', 'x', today]), 1);
    client.release(true);
  } finally {
    await pool.end();
    await admin.end();
    await place.drop();
    await owner.query(`drop role if exists ${name}`).catch(() => undefined);
  }
});
