// One embedded PostgreSQL per test run (or per file when run by hand), a fresh database per test file.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { hubModules } from '../../src/hub/modules.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';

/**
 * Settings of a server whose data nobody reads after the run: no test on it takes the machine's power away, so nothing is forced to disk.
 * Dropping a database is a checkpoint, which the disk made the longest wait of many a file. Tests of crashes have servers of their own.
 */
export const atEase: readonly string[] = [
  'fsync=off',
  'full_page_writes=off',
  'max_wal_size=512MB',
  'max_connections=400',
];

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** Every migration applied once for the whole run; a database of the product is a copy of this one. Returns its name. */
export async function makeTemplate(server: string): Promise<string> {
  const name = 't_template';
  await onServer(server, `create database ${name}`);
  const pool = new pg.Pool({ connectionString: databaseOf(server, name), max: 1 });
  await migrate(pool, hubModules);
  await pool.end();
  // Whoever is connected to a template keeps others from copying it.
  await onServer(server, `alter database ${name} with allow_connections false`);
  return name;
}

/** `migrated`: as the newest version leaves it before its first start; otherwise nothing is in it. */
export async function createTestDatabase({ migrated = false } = {}): Promise<TestDatabase> {
  const shared = process.env.PORTICO_TEST_DATABASE_URL;
  const own = shared ? undefined : await startOwn();
  const admin = shared ?? own?.url ?? '';
  const name = `t_${randomBytes(6).toString('hex')}`;
  // Run by hand, a file has no template: the application migrates what it finds.
  const template = migrated ? process.env.PORTICO_TEST_TEMPLATE : undefined;
  await onServer(admin, `create database ${name}${template ? ` template ${template} strategy file_copy` : ''}`);
  return {
    url: databaseOf(admin, name),
    drop: async () => {
      await untilLeft(admin, name);
      await onServer(admin, `drop database ${name} with (force)`);
      await own?.stop();
    },
  };
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

const LOOKS = 10;
/** Who has just ended his connections may still be on his way out: cut off then, he hears an error when his test is over. Who stays is cut off. */
async function untilLeft(admin: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  for (let look = 0; look < LOOKS; look++) {
    const { rows } = await client.query('select 1 from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await client.end();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function startOwn() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-test-'));
  const password = randomBytes(12).toString('hex');
  // What a bench measures is what a port office runs: forced to disk.
  const settings = process.env.PORTICO_DURABLE === '1' ? ['max_connections=400'] : atEase;
  const server = await startEmbeddedPostgres({ dataDir, password, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
