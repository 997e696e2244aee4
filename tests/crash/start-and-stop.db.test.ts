// The process itself: refused twice on one directory, stopped whole, up again after kill -9, and never a demo in production.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { addressOf, processesOn, startProcess } from '../support/process.ts';

const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'portico-process-'));
after(() => rmSync(DATA_DIR, { recursive: true, force: true }));
const alive = async (url: string) => ((await (await fetch(`${url}/readyz`)).json()) as { state: string }).state;

test('[P12] production without its own database, keys and address does not start and says all of it', async () => {
  const refused = startProcess({ DATA_DIR, PORTICO_MODE: 'production' });
  assert.equal((await refused.ended).code, 1);
  for (const name of [
    'DATABASE_URL',
    'PORTICO_RELEASE_KEY',
    'PORTICO_LEDGER_KEY',
    'PORTICO_SEAL_KEY',
    'BASE_URL',
    'PORTICO_SIMULATOR_PORTS',
  ])
    assert.ok(refused.output().includes(name), name);
  assert.match(refused.output(), /生产模式/);
  assert.deepEqual(processesOn(DATA_DIR), []);
});

test('[P3] one process per directory; kill -9 leaves nothing in the way; ctrl-C leaves nothing running', async () => {
  const first = startProcess({ DATA_DIR });
  const url = await addressOf(first);
  assert.equal(await alive(url), 'ready');
  const second = startProcess({ DATA_DIR });
  assert.equal((await second.ended).code, 1);
  assert.match(second.output(), /正被进程 \d+ 使用[\s\S]*is in use by process \d+/);
  assert.equal(await alive(url), 'ready', 'the refused start did no harm');

  first.child.kill('SIGKILL');
  await first.ended;
  const again = startProcess({ DATA_DIR });
  assert.equal(await alive(await addressOf(again)), 'ready');

  again.child.kill('SIGINT');
  assert.deepEqual(await again.ended, { code: 0, signal: null });
  assert.deepEqual(processesOn(DATA_DIR), [], 'no PostgreSQL is left');
});

for (const [what, signal] of [
  ['ctrl-C, which a terminal sends to every process', 'SIGINT'],
  ['a terminal that is closed', 'SIGHUP'],
] as const)
  test(`[P3] ${what}, ends it calmly while it works: no fault is told, nothing is left`, async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'portico-terminal-'));
    const started = startProcess({ DATA_DIR: dir });
    await addressOf(started);
    process.kill(-(started.child.pid ?? 0), signal);
    assert.deepEqual(await started.ended, { code: 0, signal: null });
    assert.match(started.output(), /正在停止/);
    assert.doesNotMatch(started.output(), /"msg":"fault"|could not start/);
    assert.deepEqual(processesOn(dir), []);
    rmSync(dir, { recursive: true, force: true });
  });

test('[P3] ctrl-C at any moment of the first start leaves nothing running', async () => {
  // From before the handlers are there to after the address is printed: making the database takes about a second.
  for (const ms of [20, 250, 500, 750, 1000, 1500, 2500]) {
    const dir = mkdtempSync(path.join(tmpdir(), 'portico-interrupted-'));
    const started = startProcess({ DATA_DIR: dir });
    await new Promise((resolve) => setTimeout(resolve, ms));
    started.child.kill('SIGINT');
    const { code, signal } = await started.ended;
    assert.ok(code === 0 || signal === 'SIGINT', `after ${ms} ms: ${code} ${signal} ${started.output()}`);
    assert.deepEqual(processesOn(dir), [], `after ${ms} ms`);
    rmSync(dir, { recursive: true, force: true });
  }
});
