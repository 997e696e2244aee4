// Separation of powers (R25, 三权分立; 等保 8.1.4.3 c): the running program's own account tries everything against the log with plain SQL
// and nothing of it works; what it needs works, because the whole suite runs under it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { hubModules } from '../../src/hub/modules.ts';
import {
  APPLICATION_ROLE,
  AUDITOR_ROLE,
  applicationUrl,
  LOG_TABLES,
} from '../../src/runtime/database/application-role.ts';
import { createDatabase } from '../../src/runtime/database/connect.ts';
import { prepareDatabase } from '../../src/runtime/database/prepare-database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fileShipment, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

let database: TestDatabase;
let application: TestApplication;
let app: pg.Client;
let owner: pg.Client;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  application = await startTestApplication({ database });
  app = new pg.Client({ connectionString: applicationUrl(database.url) });
  owner = new pg.Client({ connectionString: database.url });
  await Promise.all([app.connect(), owner.connect()]);
  const trader = await signIn(application, 'trader');
  const { submitted } = await fileShipment(trader, railImport('CLEAN-POWERS'));
  await until(
    () => trader.get<{ state: string }>(`/receipts/${submitted.receipt.receiptId}`),
    ({ state }) => state === 'integrated',
    'the running program writes events and signs heads under this account',
    60_000,
  );
});
after(async () => {
  await Promise.all([app.end(), owner.end()]);
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const sqlStateOf = async (client: pg.Client, text: string): Promise<string> => {
  await client.query('begin');
  const state = await client.query(text).then(
    ({ rowCount }) => `done, ${rowCount} rows`,
    (error: { code?: string }) => error.code ?? 'no code',
  );
  await client.query('rollback');
  return state;
};
const DENIED = '42501';

test('[P11][P4] the running account changes, removes and truncates nothing of the log, in the table or in a partition of it', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'runtime.event'::regclass`,
  );
  assert.ok(rows.length >= 2);
  const tables = [...LOG_TABLES.map((table) => `runtime.${table}`), ...rows.map((row) => row.name)];
  for (const table of tables) {
    const { rows: columns } = await owner.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum limit 1`,
      [table],
    );
    const column = columns[0]?.name;
    for (const attempt of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} disable row level security`,
      `alter table ${table} owner to ${APPLICATION_ROLE}`,
      `create trigger t before insert on ${table} for each row execute function runtime.keep_as_written()`,
    ])
      assert.equal(await sqlStateOf(app, attempt), DENIED, attempt);
  }
  await app.query(`grant all on runtime.event to ${APPLICATION_ROLE}`); // a warning only: nothing was granted
  const { rows: may } = await app.query(
    `select has_table_privilege('runtime.event', 'update, delete, truncate') as may`,
  );
  assert.deepEqual(may, [{ may: false }]);
  assert.match(
    await sqlStateOf(owner, 'update runtime.event set position = position'),
    /^(23001|428C9)$/,
    'nor its owner',
  );
});

test('[P11][P4] nor does it get round: triggers off, other roles, the functions it may call, planted erasures, the schema', async () => {
  const { rows } = await owner.query<{ name: string }>('select current_user as name');
  for (const attempt of [
    `set session_replication_role = replica`,
    `set role ${rows[0]?.name}`,
    `create or replace function runtime.keep_as_written() returns trigger language plpgsql as 'begin return new; end'`,
    `drop function runtime.keep_event_as_written() cascade`,
    `insert into runtime.ledger_erasure (position, content, erased_at) values (1, 'x', now())`,
    `insert into runtime.migration (module, name, digest) values ('x', 'y', 'z')`,
    `create table runtime.mine (id int)`,
    `create schema mine`,
    `create role mine superuser`,
    `alter role ${APPLICATION_ROLE} superuser`,
    `alter table runtime.event detach partition runtime.event_first`,
    `insert into runtime.event_first (id, type, subject, payload, actor, occurred_at) values (gen_random_uuid(), 't', 's', '{}', '{}', now())`,
  ])
    assert.equal(await sqlStateOf(app, attempt), DENIED, attempt);
  assert.equal(
    await sqlStateOf(app, `select runtime.archive_partition('runtime', 'event', 'event_first')`),
    '23001',
    'records of the last 184 days stay, whoever asks',
  );
  assert.equal(await sqlStateOf(app, `select runtime.archive_partition('runtime', 'event', 'event_rest')`), '23001');
  assert.equal(
    await sqlStateOf(app, `select runtime.archive_partition('shipment', 'shipment', 'version')`),
    '23001',
    'only what is a partition',
  );
  await app.query(`set role portico_tenant`);
  for (const table of LOG_TABLES)
    assert.equal(await sqlStateOf(app, `delete from runtime.${table}`), DENIED, `as a tenant: ${table}`);
  await app.query('reset role');
});

test('[P11] the account is neither owner nor superuser nor past the policies, and adds to the log', async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1`,
    [APPLICATION_ROLE],
  );
  assert.deepEqual(rows, [
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
  ]);
  const owned = await owner.query(
    `select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any($1)`,
    [[APPLICATION_ROLE, AUDITOR_ROLE]],
  );
  assert.equal(owned.rowCount, 0);
  const insert = `insert into runtime.event (id, type, subject, payload, actor, occurred_at) values (gen_random_uuid(), 't', 's', '{}', '{}', now())`;
  assert.equal(await sqlStateOf(app, insert), 'done, 1 rows');
});

test('[P11] an auditor’s account reads the log and nothing else, and writes nothing', async () => {
  await owner.query(`set role ${AUDITOR_ROLE}`);
  for (const table of LOG_TABLES) {
    assert.match(await sqlStateOf(owner, `select 1 from runtime.${table}`), /^done/, table);
    for (const attempt of [`insert into runtime.${table} default values`, `delete from runtime.${table}`])
      assert.equal(await sqlStateOf(owner, attempt), DENIED, attempt);
  }
  assert.ok(Number((await owner.query('select count(*) as n from runtime.event')).rows[0]?.n) > 0, 'all of it');
  for (const table of ['shipment.shipment', 'enterprise.person'])
    assert.equal(await sqlStateOf(owner, `select 1 from ${table}`), DENIED, table);
  await owner.query('reset role');
});

test('[P11] a start as the owner is warned of, one under the application’s account not; that one applies no migration', async () => {
  const url = applicationUrl(database.url);
  const prepared = async (databaseUrl: string, modules = hubModules as readonly { id: string; migrations?: URL }[]) => {
    const pool = createDatabase(databaseUrl, { maxConnections: 2 });
    try {
      return await prepareDatabase(pool, { databaseUrl }, modules);
    } finally {
      await pool.close();
    }
  };
  assert.match((await prepared(database.url)).warnings.map((w) => w.zh).join(), /三权分立未落实/);
  assert.deepEqual((await prepared(url)).warnings, []);
  const more = [...hubModules, { id: 'more', migrations: new URL('./fixtures/more-migrations/', import.meta.url) }];
  await assert.rejects(prepared(url, more), /lacks migrations more\/0001-more\.sql.*npm run migrate/s);
});
