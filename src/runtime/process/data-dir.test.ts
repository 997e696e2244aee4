// One process per data directory; the lock of a dead process is no obstacle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { claimDataDir, DataDirTaken } from './data-dir.ts';

const inDirectory = (act: (dir: string, lock: string) => void) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-lock-'));
  try {
    act(dir, path.join(dir, 'portico.lock'));
  } finally {
    rmSync(dir, { recursive: true });
  }
};

test('[P3] a second claim is refused with the process and the way out, in both languages; released, it is free', () =>
  inDirectory((dir) => {
    const first = claimDataDir(dir);
    assert.throws(
      () => claimDataDir(dir),
      (error: Error) =>
        error instanceof DataDirTaken &&
        error.message.includes(String(process.pid)) &&
        error.message.includes('DATA_DIR=') &&
        /正被进程/.test(error.message) &&
        /in use by process/.test(error.message),
    );
    first.release();
    claimDataDir(dir).release();
  }));

test('[P3] a lock left by kill -9 is taken over, also when its pid runs again as another process', () =>
  inDirectory((dir, lock) => {
    const gone = spawnSync('true').pid;
    writeFileSync(lock, `${gone} 123`);
    claimDataDir(dir).release();
    writeFileSync(lock, `${process.pid} 1`);
    claimDataDir(dir).release();
  }));

test('[P3] an empty or torn lock (power cut while it was written) is taken over', () =>
  inDirectory((dir, lock) => {
    for (const torn of ['', '\0\0', 'x']) {
      writeFileSync(lock, torn);
      claimDataDir(dir).release();
    }
  }));
