// The key of a channel's far end is renewed with an overlap: the one before works until a stated time, is shown, and the ledger tells of it (P12).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel } from '../../../tests/support/probe-channel.ts';
import { authenticate } from './authenticate.ts';
import { issueChannelKey } from './issue-channel-key.ts';
import { readApiKeys } from './manage-api-keys.ts';
import { findOrganisationByChannel } from './store.ts';

const CHANNEL = 'port-terminal';
const HOUR_MS = 3_600_000;
let hub: TestHub;
before(async () => {
  hub = await startTestHub([probeChannel('probe')]);
});
after(() => hub.stop());

const issue = (name = 'simulator') => hub.run((context) => issueChannelKey(context, CHANNEL, name));
const works = async (secret = '') =>
  (await hub.run((context) =>
    authenticate(context.db, { now: context.now, mode: 'demo' }, { cookie: undefined, bearer: secret }),
  )) !== undefined;
const shown = () =>
  hub.run(async (context) => {
    const organisationId = (await findOrganisationByChannel(context, CHANNEL))?.id ?? '';
    return readApiKeys({ ...context, actor: { ...context.actor, organisationId } });
  });

test('[P12] a key that is issued again leaves the one before good for an hour, and no longer', async () => {
  const first = await issue();
  const second = await issue();
  assert.notEqual(first, second);
  assert.deepEqual([await works(first), await works(second)], [true, true]);
  const [key, ...others] = await shown();
  assert.deepEqual(others, [], 'one key, renewed');
  const until = new Date(hub.clock.now().getTime() + HOUR_MS).getTime();
  assert.ok(Math.abs(Date.parse(key?.previousUntil ?? '') - until) < 60_000);
  const told = await hub.events('api-key.rotated');
  assert.deepEqual(
    told.map((event) => [event.keyId, Date.parse(String(event.previousUntil))]),
    [[key?.id, Date.parse(key?.previousUntil ?? '')]],
  );
  hub.clock.advance(HOUR_MS + 60_000);
  assert.deepEqual([await works(first), await works(second)], [false, true]);
  assert.equal((await shown())[0]?.previousUntil, undefined);
});

test('[P12] of three the first has ended; a key of another name is another’s', async () => {
  const [first, second, third] = [await issue('three'), await issue('three'), await issue('three')];
  assert.deepEqual([await works(first), await works(second), await works(third)], [false, true, true]);
  const other = await issue('other');
  assert.deepEqual([await works(second), await works(other)], [true, true]);
});
