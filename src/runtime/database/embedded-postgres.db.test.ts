// The embedded server is its own supervisor: killed, it is back on the same port once its orphans have gone (R2).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/** Waits for the server, not for a time: with thousands of files to make durable and other tests beside it a start takes long. */
async function insist<T extends object>(url: string, statement: string): Promise<T[]> {
  for (let i = 0; ; i++) {
    try {
      return await ask<T>(url, statement);
    } catch (error) {
      if (i === 1200) throw error;
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

/** Children of the process by what they are called. */
const children = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf-8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((child) => {
      try {
        return { pid: Number(child), title: readFileSync(`/proc/${child}/cmdline`, 'utf-8') };
      } catch {
        return { pid: Number(child), title: '' };
      }
    });

/** False where it has ended by itself. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
test('[P3] a start-up process killed before the redo begins does not leave the server in recovery for ever', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-embedded-'));
  const said: string[] = [];
  const server = await startEmbeddedPostgres({
    dataDir,
    password: randomBytes(12).toString('hex'),
    log: (line) => said.push(line),
  });
  try {
    await ask(server.url, 'create table kept (n int)');
    await ask(server.url, 'insert into kept values (1)');
    const postmaster = Number(
      readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf-8').split('\n', 1)[0],
    );
    // Before it redoes anything it makes every file of the directory durable: with many of them that takes long enough to be hit.
    for (let n = 0; n < 20_000; n++) writeFileSync(path.join(dataDir, 'postgres', 'base', `many-${n}`), '');
    // On a busy machine it may have come and gone between two looks: then once more.
    let hit = false;
    for (let attempt = 0; !hit && attempt < 8; attempt++) {
      const writer = children(postmaster).find((child) => child.title.startsWith('postgres: background writer'));
      if (writer) process.kill(writer.pid, 'SIGKILL');
      for (let i = 0; !hit && i < 1500; i++) {
        const startup = children(postmaster).find((child) => child.title.startsWith('postgres: startup'));
        hit = startup !== undefined && killed(startup.pid);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      if (!hit) await insist(server.url, 'select n from kept');
    }
    assert.ok(hit, said.join('\n'));
    assert.equal((await insist(server.url, 'select n from kept')).length, 1);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
