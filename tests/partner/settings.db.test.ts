// Settings of a channel as data (issue 6): changed by two persons without a restart, in the ledger, and what they are about does so.
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { after, test } from 'node:test';
import type { ChannelCare, ChannelPulseDetail, ServiceStatus, SettingsChange } from '../../src/hub/partner/contract.ts';
import type { ChannelHealth, DeliveryView } from '../../src/hub/exchange/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, operator, operator2, trader } = await applicationWith(['operator', 'operator2', 'trader']);
const CHANNEL = 'railway-yard';
const none = { maintenance: [], tell: [] };
const propose = (settings: object, more: object = {}) =>
  operator.send<SettingsChange>('POST', `/channel-settings/${CHANNEL}/changes`, {
    settings: { ...none, ...settings },
    reason: '伙伴来函',
    ...more,
  });
const confirm = (id: string) => operator2.send<SettingsChange>('POST', `/channel-settings-changes/${id}/confirmation`);
const set = async (settings: object) => confirm((await propose(settings)).id);
const care = () => operator.get<ChannelCare>(`/channel-settings/${CHANNEL}`);
const refused = async (settings: object) =>
  operator.send<{ code: string; findings: { path: string; rule: string }[] }>(
    'POST',
    `/channel-settings/${CHANNEL}/changes`,
    { settings: { ...none, ...settings }, reason: 'x' },
    422,
  );
const health = async () =>
  (await operator.get<{ items: ChannelHealth[] }>('/exchange/channels')).items.find((one) => one.id === CHANNEL);
const deliveries = async (shipmentId: string) =>
  (await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?channel=${CHANNEL}&shipmentId=${shipmentId}`))
    .items;

/** A partner's new address: keeps what came and takes it. */
const came: { headers: IncomingHttpHeaders }[] = [];
const partner = createServer((request, response) => {
  request.resume().on('end', () => {
    came.push({ headers: request.headers });
    response.writeHead(204).end();
  });
});
await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/in`;
after(() => partner.close());

test('[P3] settings take two persons: who proposed cannot confirm, and nothing counts before', async () => {
  const proposed = await propose({ totalMs: 25_000, connections: 3 });
  assert.equal((await care()).counts.totalMs, 10_000);
  await operator.send('POST', `/channel-settings-changes/${proposed.id}/confirmation`, undefined, 403);
  const confirmed = await confirm(proposed.id);
  assert.equal(confirmed.inForce, true);
  const now = await care();
  assert.deepEqual([now.counts.totalMs, now.counts.connections, now.counts.firstByteMs], [25_000, 3, 8000]);
  const { items } = await operator.get<{ items: SettingsChange[] }>(`/channel-settings/${CHANNEL}/changes`);
  assert.deepEqual(
    items.map((one) => [one.id, one.state, one.inForce, one.decidedBy !== undefined]),
    [[proposed.id, 'confirmed', true, true]],
  );
});

test('[P3] a withdrawn change never counts, one of a later day not before it', async () => {
  const taken = await propose({ totalMs: 30_000 });
  await operator.send('POST', `/channel-settings-changes/${taken.id}/withdrawal`);
  await operator2.send('POST', `/channel-settings-changes/${taken.id}/confirmation`, undefined, 409);
  const later = await propose({ totalMs: 40_000 }, { effectiveFrom: '2090-01-01T00:00:00Z' });
  assert.equal((await confirm(later.id)).inForce, false);
  assert.equal((await care()).counts.totalMs, 25_000);
});

test('[P3] an address that is not public, an unknown credential, a window of neither kind: each is named', async () => {
  const found = await refused({
    endpoint: 'http://169.254.169.254/latest',
    credential: 'nobody-kept-it',
    totalMs: 200,
    tell: ['nobody'],
    maintenance: [{ weekday: 1, reason: { zh: '维护', en: 'Maintenance' } }],
  });
  assert.equal(found.code, 'SETTINGS_NOT_ALLOWED');
  assert.deepEqual(
    found.findings.map((one) => [one.path, one.rule]),
    [
      ['endpoint', 'address-is-public'],
      ['credential', 'credential-is-kept'],
      ['totalMs', 'whole-is-longest'],
      ['tell', 'told-are-staff'],
      ['maintenance[0]', 'window-is-dated-or-weekly'],
    ],
  );
});

test('[P3] a new address with a new credential is used without a restart, and taken back as easily', async () => {
  const at = `/channel-settings/${CHANNEL}/credentials`;
  const secret = 'agreed-in-a-sealed-letter';
  await operator.send('POST', at, { name: 'yard-2027', secret }, 201);
  await operator.send('POST', at, { name: 'yard-2027', secret: 'another-secret-for-it' }, 409);
  assert.ok(!JSON.stringify(await care()).includes(secret));
  await set({ endpoint: url, credential: 'yard-2027' });
  await until(health, (one) => one?.endpoint === url, 'the new address');
  await fileShipment(trader, railImport('CLEAN-NEW-ADDRESS'));
  await until(
    async () => came.length,
    (n) => n > 0,
    'a document at the new address',
  );
  assert.equal(came[0]?.headers.authorization, `Bearer ${secret}`);
  await set({});
  await until(health, (one) => one?.endpoint !== url, 'the old address');
  const before = came.length;
  const { id } = await fileShipment(trader, { ...railImport('CLEAN-OLD-ADDRESS'), billNumber: 'OLDADDR1' });
  await until(
    () => deliveries(id),
    (all) => all.length > 0 && all.every((one) => one.state === 'delivered'),
    'delivered at the old address',
  );
  assert.equal(came.length, before);
});

test('[P3] in a window of maintenance the lane waits and fails nothing, says so, and goes on by itself', async () => {
  const end = new Date(Date.now() + 8000).toISOString();
  const reason = { zh: '机房搬迁', en: 'Moving house' };
  await set({ maintenance: [{ from: new Date(Date.now() - 1000).toISOString(), until: end, reason }] });
  await until(health, (one) => one?.state === 'maintenance', 'maintenance');
  assert.equal((await health())?.maintenanceUntil, end);
  const { id } = await fileShipment(trader, { ...railImport('CLEAN-MAINTENANCE'), billNumber: 'MAINT1' });
  const waiting = await until(
    () => deliveries(id),
    (all) => all.length > 0,
    'a delivery',
  );
  // Others go on meanwhile.
  await until(
    async () =>
      (await operator.get<{ items: DeliveryView[] }>(`/exchange/deliveries?channel=customs&shipmentId=${id}`)).items,
    (all) => all.some((one) => one.state === 'delivered'),
    'customs is served',
  );
  assert.ok(waiting.every((one) => one.state === 'queued' && one.attempts.length === 0));
  const gone = await until(
    () => deliveries(id),
    (all) => all.every((one) => one.state === 'delivered'),
    'sent when the window is over',
  );
  assert.ok(gone.every((one) => one.attempts.length === 1 && (one.attempts[0]?.at ?? '') >= end));
});

test('[M2] who is named is told of a dead letter, others of the office are not', async () => {
  const me = await operator2.get<{ user: { id: string } }>('/session');
  await set({ tell: [me.user.id] });
  const about = {
    deliveryId: 'd',
    documentId: 'd',
    document: 'railway-yard.pickup-plan',
    channel: CHANNEL,
    reason: 'HTTP 400',
  };
  // Many at once are one notice.
  for (let i = 0; i < 3; i += 1)
    await application.unitOfWork.run(portico, (context) => context.emit('delivery.died', `d${i}`, about));
  const notices = async (who: typeof operator) =>
    (await who.get<{ items: { type: string }[] }>('/inbox')).items.map((one) => one.type);
  await until(
    () => notices(operator2),
    (types) => types.includes('partner.troubled'),
    'a notice',
  );
  assert.equal((await notices(operator2)).filter((type) => type === 'partner.troubled').length, 1);
  assert.ok(!(await notices(operator)).includes('partner.troubled'));
});

test('[P3] health has the figures of the last hour by kind of document, from what was counted', async () => {
  const one = await until(
    () => operator.get<ChannelPulseDetail>(`/channel-health/${CHANNEL}`),
    (found) => found.hour.delivered > 0,
    'figures',
  );
  assert.ok(one.hour.p50Ms !== undefined && one.hour.p50Ms <= (one.hour.p99Ms ?? 0));
  assert.equal(
    one.kinds.reduce((n, kind) => n + kind.hour.attempts, 0),
    one.hour.attempts,
  );
  assert.ok(one.lastSentAt);
});

test('[P3] a partner that is away is on the status page for everybody, and off it again', async () => {
  const status = async () => (await (await fetch(`${application.url}/api/v1/service-status`)).json()) as ServiceStatus;
  const about = { channel: 'commerce' };
  await application.unitOfWork.run(portico, (context) =>
    context.emit('channel.opened', 'commerce', { ...about, probeAt: context.now }),
  );
  const outages = async () => (await operator.get<ChannelPulseDetail>('/channel-health/commerce')).outages;
  await until(outages, (all) => all.some((one) => one.until === undefined), 'an outage');
  await application.unitOfWork.run(portico, (context) => context.emit('channel.closed', 'commerce', about));
  await until(outages, (all) => all.length === 1 && all[0]?.until !== undefined, 'its end');
  const published = await until(
    status,
    (now) => now.partners.some((one) => one.channel === 'commerce' && one.outages.length > 0),
    'published',
  );
  const hoursOf = (channel: string) => published.partners.find((one) => one.channel === channel)?.hours ?? [];
  assert.ok(hoursOf(CHANNEL).includes('available'));
  assert.ok(
    hoursOf('road-gate').every((hour) => hour === 'silent'),
    'of whom nothing was asked nothing is said',
  );
  const text = JSON.stringify(published);
  for (const word of ['勘', 'PT2', 'attempts', 'queued', '伙伴来函', 'agreed-in'])
    assert.ok(!text.includes(word), word);
  const feed = await fetch(`${application.url}/api/v1/service-status.rss?language=en`);
  assert.match(feed.headers.get('content-type') ?? '', /^application\/rss\+xml/);
  assert.match(feed.headers.get('cache-control') ?? '', /public/);
  const rss = await feed.text();
  assert.match(rss, /can be reached again/);
  assert.match(rss, /^<\?xml[\s\S]*<\/rss>\n$/);
});
