// What a profile says of its partner's hours of maintenance, and of who is told when it breaks, counts until the port office sets something
// else (issue 6).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { confirmSettings, operators, proposeSettings } from '../../src/hub/partner/change-settings.ts';
import { noteOutage } from '../../src/hub/partner/note-trouble.ts';
import { readCare } from '../../src/hub/partner/read-care.ts';
import { readStatus } from '../../src/hub/partner/read-status.ts';
import { createSettingsWatch } from '../../src/hub/partner/watch-settings.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { probeChannel } from '../support/probe-channel.ts';

const reason = { zh: '例行维护', en: 'Routine maintenance' };
const maintenance = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, at: '00:00', minutes: 1440, reason }));
const { profile } = probeChannel('probe');
const channel = probeChannel('probe', { profile: { ...profile, maintenance, tells: 'security-administrator' } });
const usual = probeChannel('usual');

let hub: TestHub;
let first: Actor;
let second: Actor;
before(async () => {
  hub = await startTestHub([channel, usual]);
  first = await hub.person('port-office', ['operator']);
  second = { ...first, id: 'test-second' };
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});
const care = (id: string) => hub.run((context) => readCare(context, id), first);

test('[P3] the profile’s window of maintenance is published and keeps the lane at rest; what two persons set stands before it', async () => {
  const watch = createSettingsWatch({
    unitOfWork: hub.unitOfWork,
    clock: hub.clock,
    onChange: () => undefined,
    onFault: assert.ifError,
  });
  await watch.load();
  assert.deepEqual([watch.mannerOf(channel).resting, watch.mannerOf(usual).resting], [true, false]);
  const { partners } = await hub.run(readStatus);
  assert.deepEqual(
    partners.map(({ channel: id, state }) => [id, state]),
    [
      ['probe', 'maintenance'],
      ['usual', 'available'],
    ],
  );
  const before = await care('probe');
  assert.deepEqual(before.counts.maintenance, maintenance);
  assert.ok(before.maintenanceUntil);

  const settings = { maintenance: [], tell: [] };
  const { id } = await hub.run((context) => proposeSettings(context, 'probe', { settings, reason: '伙伴来函' }), first);
  await hub.run((context) => confirmSettings(context, id), second);
  await watch.load();
  assert.equal(watch.mannerOf(channel).resting, false);
  const now = await care('probe');
  assert.deepEqual([now.counts.maintenance, now.maintenanceUntil], [[], undefined]);
});

test('[P3] who has the role that the profile says is told when the partner is away, and everybody where nobody has it', async () => {
  const told = async (at: string) => {
    const occurredAt = hub.clock.now().toISOString();
    await hub.run(async (context) => {
      const event = { id: randomUUID(), type: 'channel.opened', payload: { channel: at }, occurredAt };
      await noteOutage(context, event as unknown as Parameters<typeof noteOutage>[1]);
    });
    return (await hub.events('partner.troubled')).find((event) => event.channel === at)?.personIds as string[];
  };
  const people = await hub.run(operators);
  const [one, ...others] = people;
  assert.ok(one && others.length > 0);
  assert.deepEqual(new Set(await told('usual')), new Set(people.map(({ id }) => id)));
  await hub.run((context) =>
    sql`update enterprise.person set roles = array['operator', 'security-administrator'] where id = ${one.id}`.execute(
      context.db,
    ),
  );
  assert.deepEqual(await told('probe'), [one.id]);
});
