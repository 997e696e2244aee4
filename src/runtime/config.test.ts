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
  PORTICO_LEDGER_KEY: pem('ed25519'),
  PORTICO_SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
};

test('[P12] every bad value is named at once', () => {
  const bad = {
    PORTICO_MODE: 'staging',
    PORT: '70000',
    BASE_URL: 'ftp://x',
    DATABASE_URL: 'mysql://x',
    PORTICO_SIMULATOR_PORTS: 'some',
    PORTICO_TRUSTED_PROXIES: '10.0.0.1,0.0.0.0/0',
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
    'PORTICO_LEDGER_KEY',
    'PORTICO_RELEASE_KEY',
    'PORTICO_SEAL_KEY',
  ]);
  assert.equal(loadConfig(production).simulators, false);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SIMULATORS: 'on' }), ['PORTICO_SIMULATORS']);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SIMULATOR_PORTS: 'free' }), ['PORTICO_SIMULATOR_PORTS']);
  for (const key of ['x', pem('ed448')])
    for (const name of ['PORTICO_RELEASE_KEY', 'PORTICO_LEDGER_KEY'])
      assert.deepEqual(problemsOf({ ...production, [name]: key }), [name]);
  assert.deepEqual(problemsOf({ ...production, PORTICO_SEAL_KEY: 'c2hvcnQ=' }), ['PORTICO_SEAL_KEY']);
  const beside = Buffer.alloc(32, 8).toString('base64');
  const both = { ...production, PORTICO_SEAL_KEYS_BESIDE: `${beside}, ${production.PORTICO_SEAL_KEY}` };
  assert.deepEqual(loadConfig(both).sealKeysBeside, [beside], 'the one that seals is not given twice');
  assert.deepEqual(problemsOf({ ...production, PORTICO_SEAL_KEYS_BESIDE: `${beside},c2hvcnQ=` }), [
    'PORTICO_SEAL_KEYS_BESIDE',
  ]);
});

test('[P12] the demo makes its own keys once and keeps them', () => {
  const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'portico-config-'));
  const first = loadConfig({ DATA_DIR });
  assert.equal(loadConfig({ DATA_DIR }).releaseKeyPem, first.releaseKeyPem);
  assert.equal(loadConfig({ DATA_DIR }).sealKey, first.sealKey);
  rmSync(DATA_DIR, { recursive: true });
});

test('[P2] where attachments lie and who scans them: read once, every mistake named, keys never repeated', () => {
  const base = { DATA_DIR: '/tmp/portico-config', PORTICO_RELEASE_KEY: 'x', PORTICO_SEAL_KEY: 'x' };
  const filesOf = (env: Record<string, string>) => loadConfig({ ...base, ...env }).files;
  assert.deepEqual(filesOf({}), { kind: 'disk', dir: '/tmp/portico-config/files' });
  assert.deepEqual(filesOf({ DATABASE_URL: 'postgresql://x/y' }), { kind: 'database' });
  assert.deepEqual(filesOf({ FILES_URL: 'file:/mnt/%E9%99%84%E4%BB%B6' }), { kind: 'disk', dir: '/mnt/附件' });
  const keys = { FILES_ACCESS_KEY: 'a', FILES_SECRET_KEY: 'b' };
  assert.deepEqual(filesOf({ ...keys, FILES_URL: 's3://bucket/some/where/?endpoint=http://minio:9000&region=cn-1' }), {
    kind: 's3',
    bucket: 'bucket',
    prefix: 'some/where/',
    endpoint: 'http://minio:9000',
    region: 'cn-1',
    accessKey: 'a',
    secretKey: 'b',
  });
  for (const FILES_URL of [
    '',
    '/mnt/files',
    'file://host/mnt',
    'file:',
    's3:',
    'https://x/y',
    's3://b?endpoint=ftp://x',
  ])
    assert.deepEqual(problemsOf({ ...base, ...keys, FILES_URL }), ['FILES_URL'], FILES_URL);
  assert.deepEqual(problemsOf({ ...base, FILES_URL: 's3://bucket' }), ['FILES_ACCESS_KEY', 'FILES_SECRET_KEY']);
  assert.throws(
    () => loadConfig({ ...base, ...keys, FILES_URL: 's3://id:geheim@bucket' }),
    (error: Error) => !error.message.includes('geheim'),
  );
  assert.deepEqual(loadConfig({ ...base, SCANNER_URL: 'clamd://[::1]:3310' }).scanner, { host: '::1', port: 3310 });
  for (const SCANNER_URL of ['', 'clamav:3310', 'clamd://', 'clamd://x:99999', 'icap://x:1344'])
    assert.deepEqual(problemsOf({ ...base, SCANNER_URL }), ['SCANNER_URL'], SCANNER_URL);
});

test('[M2] a mail server is named together with its sender, and neither can carry a second header', () => {
  assert.equal(loadConfig(production).mail, undefined);
  const mail = {
    SMTP_URL: 'smtps://portico:secret@mail.example:465',
    MAIL_FROM: '单一窗口 <no-reply@portico.example>',
  };
  assert.deepEqual(loadConfig({ ...production, ...mail }).mail, { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
  assert.deepEqual(problemsOf({ ...production, SMTP_URL: mail.SMTP_URL }), ['MAIL_FROM']);
  assert.deepEqual(problemsOf({ ...production, MAIL_FROM: mail.MAIL_FROM }), ['SMTP_URL']);
  assert.deepEqual(problemsOf({ ...production, ...mail, SMTP_URL: 'http://mail.example' }), ['SMTP_URL']);
  for (const from of ['nobody', 'a@b.c, d@e.f', 'a@b.c\r\nBcc: d@e.f', 'X\n <a@b.c>', '<a@b.c'])
    assert.deepEqual(problemsOf({ ...production, ...mail, MAIL_FROM: from }), ['MAIL_FROM'], from);
  assert.throws(
    () => loadConfig({ ...production, ...mail, SMTP_URL: 'http://user:secret@x' }),
    (error: Error) => !error.message.includes('secret'),
  );
});

test('[P12] what must be kept by law cannot be set to go earlier; unset, everything is kept', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-config-'));
  assert.equal(loadConfig({ DATA_DIR: dataDir }).keepDays, undefined);
  assert.equal(loadConfig({ DATA_DIR: dataDir, PORTICO_KEEP_DAYS: '184' }).keepDays, 184);
  for (const days of ['183', '0', '-1', '200.5', 'forever', ''])
    assert.throws(() => loadConfig({ DATA_DIR: dataDir, PORTICO_KEEP_DAYS: days }), /PORTICO_KEEP_DAYS=.*184/s, days);
  rmSync(dataDir, { recursive: true });
});
