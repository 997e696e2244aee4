// The words of `--role`: each does what it says, an unknown one is refused with what there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from './channels/index.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { channelEnvironment, onlyChannel } from './channel-environment.ts';
import { parseRoles } from './roles.ts';
import { ConfigError, loadConfig } from './runtime/config.ts';

/** Whichever is plugged in first: none of them has to be. */
const one = channels[0]?.id ?? '';

test('[P3] roles are what their words say', () => {
  assert.deepEqual(parseRoles('api'), { api: true, worker: false, channels: [], exporter: false, simulators: false });
  assert.deepEqual(parseRoles(`worker, channel:${one}`), {
    api: false,
    worker: true,
    channels: [one],
    exporter: false,
    simulators: false,
  });
  assert.equal(parseRoles('all').channels.length, channels.length);
  assert.equal(parseRoles('exporter').exporter, true);
  assert.equal(parseRoles('all').exporter, false, 'one node is told to, on purpose');
  assert.equal(parseRoles('all').simulators, false, 'partners are played by a process of their own');
  assert.deepEqual(parseRoles('channels').channels.length, channels.length);
});

test('[P3] an unknown role or channel is refused in both languages, with the ones there are', () => {
  for (const text of ['', 'boss', 'channel:moon', 'api,boss'])
    assert.throws(
      () => parseRoles(text),
      (error) => error instanceof ConfigError && error.message.includes(`channel:${one}`) && /可用/.test(error.message),
    );
});

test('[P3] a channel with a process of its own is left to it, and a mistyped one is refused', () => {
  const others = channels.length - 1;
  assert.equal(parseRoles('channels', [one]).channels.length, others);
  assert.equal(parseRoles('all', [one]).channels.includes(one), false);
  assert.equal(parseRoles('all', [one]).channels.length, others);
  assert.deepEqual(parseRoles(`channel:${one}`, [one]).channels, [one], 'who names it means it');
  assert.throws(() => parseRoles('all', [one.slice(0, -1)]), /没有这个通道/);
});

test('[P3] the process of one channel is given its own partner’s secret, no other’s, and no key that signs', () => {
  const env = {
    PORTICO_MODE: 'production',
    DATABASE_URL: 'postgresql://x@y/z',
    BASE_URL: 'https://window.example',
    PORTICO_CHANNEL_TAX_URL: 'https://tax.example/',
    PORTICO_CHANNEL_TAX_KEY: 'own',
    PORTICO_CHANNEL_TAX_OFFICE_KEY: 'another',
    PORTICO_CHANNEL_CUSTOMS_KEY: 'another',
    PORTICO_RELEASE_KEY: 'another',
    PORTICO_LEDGER_KEY: 'another',
    PORTICO_SEAL_KEY: 'another',
    PORTICO_SEAL_KEYS_BESIDE: 'another',
    PORTICO_OIDC_X_SECRET: 'another',
    FILES_SECRET_KEY: 'another',
  };
  const given = channelEnvironment(env, 'tax');
  assert.doesNotMatch(JSON.stringify(given), /another/);
  const config = loadConfig(given, 'channel');
  assert.deepEqual(config.endpoints, { tax: { url: 'https://tax.example/', key: 'own' } });
  assert.deepEqual([config.releaseKeyPem, config.sealKey, config.ledgerKeyPem], ['', '', undefined]);
  assert.throws(() => loadConfig(given), ConfigError, 'every other process needs them');
  for (const words of [[], ['moon'], ['customs', 'tax']])
    assert.throws(() => onlyChannel(words), ConfigError, words.join());
});

test('[N12] an SFTP address names the account, pins the host key and holds no password', () => {
  const read = (more: Record<string, string>) =>
    loadConfig({ DATA_DIR: mkdtempSync(path.join(tmpdir(), 'c-')), ...more });
  const hostKey = `SHA256:${'A'.repeat(43)}`;
  const url = 'sftp://portico@partner.example/out';
  const set = { PORTICO_CHANNEL_BANK_URL: url, PORTICO_CHANNEL_BANK_KEY: 'k', PORTICO_CHANNEL_BANK_HOST_KEY: hostKey };
  assert.deepEqual(read(set).endpoints.bank, { url, key: 'k', hostKey });
  assert.deepEqual(read({ PORTICO_CHANNEL_BANK_URL: 'pull+https://bank.example/q' }).endpoints.bank, {
    url: 'pull+https://bank.example/q',
  });
  const secret = { ...set, PORTICO_CHANNEL_BANK_URL: 'sftp://portico:hidden@partner.example/' };
  assert.throws(
    () => read(secret),
    (error) => error instanceof ConfigError && !error.message.includes('hidden'),
  );
  for (const bad of [{ PORTICO_CHANNEL_BANK_URL: 'ftp://x/' }, { ...set, PORTICO_CHANNEL_BANK_HOST_KEY: 'md5:x' }])
    assert.throws(() => read(bad), ConfigError);
});
