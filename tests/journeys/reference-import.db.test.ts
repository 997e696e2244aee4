// `npm run reference -- import` as an operator types it, first alone and then beside a Portico that holds the data directory.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { keptSecret } from '../../src/runtime/config.ts';
import { startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';
import { claimDataDir } from '../../src/runtime/process/data-dir.ts';

const run = (dataDir: string, args: readonly string[]) =>
  new Promise<{ code: number | null; text: string }>((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ['tools/reference.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.once('close', (code) => resolve({ code, text }));
  });

test('[P10] tables are imported alone and beside a running Portico, and a second import changes nothing', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-import-'));
  const tables = path.join(dataDir, 'tables');
  mkdirSync(tables);
  writeFileSync(path.join(tables, '08_trade_terms.csv'), '成交方式代码表,\n名称,代码\nCIF,1\nFOB,3\n');
  try {
    const alone = await run(dataDir, ['import', tables, 'e1', '2026-01-01']);
    assert.equal(alone.code, 0, alone.text);
    assert.match(alone.text, /trade-terms: 载入 loaded 2/);
    const claim = claimDataDir(dataDir);
    const server = await startEmbeddedPostgres({ dataDir, password: keptSecret(dataDir, 'postgres-password') });
    try {
      const beside = await run(dataDir, ['import', tables, 'e1', '2026-01-01']);
      assert.equal(beside.code, 0, beside.text);
      assert.match(beside.text, /Portico is running.*trade-terms: 未变 unchanged 2/s);
    } finally {
      await server.stop();
    }
    // The lock is still held but no database is up: the tool says so and does nothing.
    const early = await run(dataDir, ['import', tables]);
    assert.equal(early.code, 2);
    assert.match(early.text, /not ready yet/);
    claim.release();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
