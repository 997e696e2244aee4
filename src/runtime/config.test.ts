// Configuration: every bad value is named at once, with its rule, in both languages; production takes nothing of the demo.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ConfigError, loadConfig } from './config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    for (const problem of error.problems) assert.ok(problem.zh !== problem.en && /[一-鿿]/.test(problem.zh));
    return error.problems.map((p) => p.en.split('=')[0] ?? '').sort();
  }
  return [];
};
const pem = (type: 'ed25519' | 'ed448') =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
const production = {
  PORTICO_MODE: 'production',
  DATABASE_URL: 'postgresql://portico@db/portico',
  BASE_URL: 'https://portico.example',
  PORTICO_RELEASE_KEY: pem('ed25519'),
  PORTICO_SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
};

test('[P12] every bad value is named at once', () => {
  const bad = {
    PORTICO_MODE: 'staging',
    PORT: '70000',
    BASE_URL: 'ftp://x',
    DATABASE_URL: 'mysql://x',
    PORTICO_SIMULATOR_PORTS: 'some',
  };
  assert.deepEqual(problemsOf(bad), Object.keys(bad).sort());
  for (const PORT of ['', '-1', '80a', '1e3', '0x50'])
    assert.deepEqual(problemsOf({ PORT, BASE_URL: 'http://x' }), ['PORT'], PORT);
});

test('[P12] a database address is never repeated in a message', () => {
  assert.throws(
    () => loadConfig({ DATABASE_URL: 'mysql://user:secret@db' }),
    (error: Error) => !error.message.includes('secret'),
  );
});

test('[P12] production needs its own database, keys and address, and refuses simulators', () => {
  assert.deepEqual(problemsOf({ PORTICO_MODE: 'production' }), [
    'BASE_URL',
    'DATABASE_URL',
    'PORTICO_RELEASE_KEY',
    'PORTICO_SEAL_KEY',
  ]);
  assert.equal(loadConfig(production).simulators, false);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SIMULATORS: 'on' }), ['PORTICO_SIMULATORS']);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SIMULATOR_PORTS: 'free' }), ['PORTICO_SIMULATOR_PORTS']);
  for (const key of ['x', pem('ed448')])
    assert.deepEqual(problemsOf({ ...production, PORTICO_RELEASE_KEY: key }), ['PORTICO_RELEASE_KEY']);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SEAL_KEY: 'c2hvcnQ=' }), ['PORTICO_SEAL_KEY']);
});

test('[P12] the demo makes its own keys once and keeps them', () => {
  const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'portico-config-'));
  const first = loadConfig({ DATA_DIR });
  assert.equal(loadConfig({ DATA_DIR }).releaseKeyPem, first.releaseKeyPem);
  assert.equal(loadConfig({ DATA_DIR }).sealKey, first.sealKey);
  rmSync(DATA_DIR, { recursive: true });
});

test('[P12] what must be kept by law cannot be set to go earlier; unset, everything is kept', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-config-'));
  assert.equal(loadConfig({ DATA_DIR: dataDir }).keepDays, undefined);
  assert.equal(loadConfig({ DATA_DIR: dataDir, PORTICO_KEEP_DAYS: '184' }).keepDays, 184);
  for (const days of ['183', '0', '-1', '200.5', 'forever', ''])
    assert.throws(() => loadConfig({ DATA_DIR: dataDir, PORTICO_KEEP_DAYS: days }), /PORTICO_KEEP_DAYS=.*184/s, days);
  rmSync(dataDir, { recursive: true });
});
