// The embedded server is its own supervisor: killed, it is back on the same port once its orphans have gone (R2).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
async function insist<T extends object>(url: string, statement: string): Promise<T[]> {
  for (let i = 0; ; i++) {
    try {
      return await ask<T>(url, statement);
    } catch (error) {
      if (i === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('[P3] a killed postmaster comes back with everything committed, also while a backend is busy; stopped, it stays away', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-embedded-'));
  const server = await startEmbeddedPostgres({ dataDir, password: randomBytes(12).toString('hex') });
  const postmaster = () =>
    Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf-8').split('\n', 1)[0]);
  try {
    await ask(server.url, 'create table kept (n int)');
    const pids = new Set<number>();
    for (let n = 1; n <= 3; n++) {
      await insist(server.url, `insert into kept values (${n})`);
      // A backend that hears of nothing for a while: the orphan the next server has to wait for.
      const busy = ask(
        server.url,
        `do $$ declare x numeric := 0; begin for i in 1..3000000 loop x := x + i; end loop; end $$`,
      ).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const pid = postmaster();
      assert.ok(!pids.has(pid), 'another server each time');
      pids.add(pid);
      process.kill(pid, 'SIGKILL');
      await busy;
    }
    const rows = await insist<{ n: number }>(server.url, 'select n from kept order by n');
    assert.deepEqual(
      rows.map((row) => row.n),
      [1, 2, 3],
    );
    // Orderly ends that nobody here asked for are mended too.
    process.kill(postmaster(), 'SIGINT');
    assert.equal((await insist(server.url, 'select 1')).length, 1);
  } finally {
    await server.stop();
  }
  await assert.rejects(ask(server.url, 'select 1'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await assert.rejects(ask(server.url, 'select 1'));
  rmSync(dataDir, { recursive: true, force: true });
});
