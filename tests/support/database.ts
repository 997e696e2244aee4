// One embedded PostgreSQL per test run (or per file when run by hand), a fresh database per test file.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

export async function createTestDatabase(): Promise<TestDatabase> {
  const shared = process.env.PORTICO_TEST_DATABASE_URL;
  const own = shared ? undefined : await startOwn();
  const admin = shared ?? own?.url ?? '';
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await onServer(admin, `drop database ${name} with (force)`);
      await own?.stop();
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function startOwn() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-test-'));
  const server = await startEmbeddedPostgres({ dataDir, password: randomBytes(12).toString('hex') });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
