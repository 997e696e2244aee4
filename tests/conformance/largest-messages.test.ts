// The largest message that each partner really sends is within its channel's limit and is read whole in little memory (R14; issue 6): a channel's
// message is one case or one list, kept and digested whole before it is read, so its limit is what bounds the memory, and the guide says why it is
// enough. Read one after the other in a process of 96 MB: what did not fit, or stayed behind, would end it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { largest, rowsOf } from '../support/largest-messages.ts';

const pluggedOf = (id: string) => channels.find((one) => one.id === id);

for (const { channel, name, count, make } of largest)
  test(`[P3] ${channel}: ${name} of ${count} is within the limit of the channel, and all of it is read`, {
    skip: pluggedOf(channel) ? false : `${channel} is not plugged in`,
  }, () => {
    const bytes = Buffer.from(make(count));
    const owner = pluggedOf(channel);
    assert.ok(owner && bytes.length <= owner.profile.maxBytes, `${bytes.length} bytes`);
    assert.equal(rowsOf(owner.interpret({ bytes }).facts[0]), count);
    assert.ok(owner.profile.largest.zh.includes(count.toLocaleString('en')), owner.profile.largest.zh);
    assert.ok(owner.profile.largest.en.includes(count.toLocaleString('en')), owner.profile.largest.en);
  });

test('[P3] every channel says why its limit is enough, in both languages', () => {
  for (const { id, profile } of channels) {
    assert.ok(profile.largest.zh !== '' && profile.largest.en !== '', id);
    assert.ok(profile.maxBytes <= 4 * 1024 * 1024, 'what is read whole is never larger');
  }
});

test('[P3] four times the largest of each, one after the other, in a process of 96 MB: nothing of it stays behind', {
  skip: largest.every(({ channel }) => pluggedOf(channel)) ? false : 'not every channel is plugged in',
}, () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=96',
      path.join(import.meta.dirname, '../support/largest-messages.ts'),
      '4',
    ],
    { encoding: 'utf-8', maxBuffer: 16 * 1024 * 1024 },
  );
  assert.equal(status, 0, `${stdout.slice(-1000)}${stderr.slice(-2000)}`);
});
