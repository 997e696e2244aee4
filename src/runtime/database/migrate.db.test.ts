// Migrations on a live database: once whoever starts together, refused on foreign history, never in traffic's way for long (R24).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { MigrationRefused, migrate } from './migrate.ts';

let database: TestDatabase;
let pool: pg.Pool;
let dir: string;
before(async () => {
  database = await createTestDatabase();
});
after(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool?.end();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query('drop schema if exists runtime, archive cascade; drop schema if exists yard cascade');
  dir = mkdtempSync(path.join(tmpdir(), 'portico-migrations-'));
});
const source = () => [{ id: 'yard', migrations: pathToFileURL(`${dir}/`) }];
const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text);
const applied = async () =>
  (
    await pool.query<{ name: string }>("select name from runtime.migration where module = 'yard' order by name")
  ).rows.map((r) => r.name);

test('[P3] several nodes that start together migrate once, and all go on with the same tables', async () => {
  write(
    '0001-yard.sql',
    '-- Yard.\ncreate schema yard;\ncreate table yard.gate (id int);\ninsert into yard.gate values (1);',
  );
  const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: database.url }));
  const counts = await Promise.all(pools.map((p) => migrate(p, source())));
  assert.equal(counts.filter((n) => n > 0).length, 1, String(counts));
  assert.equal((await pool.query('select 1 from yard.gate')).rowCount, 1);
  await Promise.all(pools.map((p) => p.end()));
  rmSync(dir, { recursive: true });
});

test('[P3] a file changed or gone after it was applied refuses the start, in both languages, before anything is touched', async () => {
  write('0001-yard.sql', '-- Yard.\ncreate schema yard;');
  write('0002-gate.sql', '-- Gate.\ncreate table yard.gate (id int);');
  await migrate(pool, source());
  write('0001-yard.sql', '-- Yard!\ncreate schema yard;');
  rmSync(path.join(dir, '0002-gate.sql'));
  write('0003-more.sql', '-- More.\ncreate table yard.more (id int);');
  await assert.rejects(migrate(pool, source()), (error) => {
    assert.ok(error instanceof MigrationRefused);
    assert.equal(error.problems.length, 2);
    assert.match(error.message, /迁移 yard\/0001-yard\.sql 执行后被改动[\s\S]*was changed after it had been applied/);
    assert.match(error.message, /本程序没有该文件：数据库属于更新的版本[\s\S]*belongs to a newer version/);
    return true;
  });
  assert.deepEqual(await applied(), ['0001-yard.sql', '0002-gate.sql']);
});

test('[P3] what fails halfway leaves nothing, and is tried whole the next time', async () => {
  write('0001-yard.sql', '-- Yard.\ncreate schema yard;\nselect 1 / 0;');
  await assert.rejects(migrate(pool, source()), /migration yard\/0001-yard\.sql failed: division by zero/);
  assert.deepEqual(await applied(), []);
  write('0001-yard.sql', '-- Yard.\ncreate schema yard;');
  assert.equal(await migrate(pool, source()), 1);
});

test('[P3] a migration that must wait for a long transaction lets traffic pass, and is done once that has ended', async () => {
  write('0001-yard.sql', '-- Yard.\ncreate schema yard;\ncreate table yard.gate (id int);');
  await migrate(pool, source());
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select 1 from yard.gate');
  write('0002-column.sql', '-- Column.\nalter table yard.gate add column name text;');
  let done = false;
  const migrating = migrate(pool, source(), { lockTimeoutMs: 40, lockAttempts: 10_000 }).then((n) => {
    done = true;
    return n;
  });
  for (let waiting = 0; waiting < 3; ) {
    const { rowCount } = await pool.query(
      "select 1 from pg_locks where not granted and relation = 'yard.gate'::regclass",
    );
    waiting += rowCount ?? 0;
  }
  // Behind the migration in the queue; it would stand there until the holder ends if the migration did not step back.
  for (let i = 0; i < 5; i++) await pool.query('select 1 from yard.gate');
  assert.equal(done, false);
  await holder.query('commit');
  holder.release();
  assert.equal(await migrating, 1);
});

test('[P3] an index of a large table is built beside traffic, also after an attempt that was cut short', async () => {
  write('0001-yard.sql', '-- Yard.\ncreate schema yard;\ncreate table yard.gate (id int);');
  await migrate(pool, source());
  await pool.query('create index gate_id on yard.gate (id)');
  await pool.query("update pg_index set indisvalid = false where indexrelid = 'yard.gate_id'::regclass");
  write(
    '0002-index.sql',
    '-- outside a transaction\ncreate index concurrently if not exists gate_id on yard.gate (id);',
  );
  assert.equal(await migrate(pool, source()), 1);
  const { rows } = await pool.query("select indisvalid from pg_index where indexrelid = 'yard.gate_id'::regclass");
  assert.deepEqual(rows, [{ indisvalid: true }]);
});
