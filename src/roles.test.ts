// The words of `--role`: each does what it says, an unknown one is refused with what there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from './channels/index.ts';
import { parseRoles } from './roles.ts';
import { ConfigError } from './runtime/config.ts';

test('[P3] roles are what their words say', () => {
  assert.deepEqual(parseRoles('api'), { api: true, worker: false, channels: [], exporter: false, simulators: false });
  assert.deepEqual(parseRoles('worker, channel:customs'), {
    api: false,
    worker: true,
    channels: ['customs'],
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
      (error) => error instanceof ConfigError && /channel:customs/.test(error.message) && /可用/.test(error.message),
    );
});
