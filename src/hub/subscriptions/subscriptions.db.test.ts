// Subscriptions against the whole application: a receiver of our own on the loopback, the public verifier as its judge.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../../../tests/support/application.ts';
import { railImport } from '../../../tests/support/forms.ts';
import { openLive } from '../../../tests/support/live.ts';
import type { TimelineEntry } from '../notices/contract.ts';
import type { MessageView, SubscriptionMade, SubscriptionView } from './contract.ts';

type Received = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };
type Body = { readonly type: string; readonly data: TimelineEntry };

let application: TestApplication;
let trader: Client;
let stranger: Client;
let server: Server;
let base: string;
const received: Received[] = [];
const answers = new Map<string, number>();

before(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({
        path,
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      });
      reply.writeHead(answers.get(path) ?? 204).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  stranger = await signIn(application, 'trader2');
});
after(async () => {
  await application.stop();
  server.closeAllConnections();
  server.close();
  assert.deepEqual(application.faults, []);
});

const subscribe = (client: Client, path: string, eventTypes: string[] = []) =>
  client.send<SubscriptionMade>('POST', '/subscriptions', { name: path, url: `${base}${path}`, eventTypes }, 201);
const messages = async (id: string) =>
  (await trader.get<{ items: MessageView[] }>(`/subscriptions/${id}/messages`)).items;
const at = (path: string) => received.filter((r) => r.path === path);
const bodyOf = (r: Received) => JSON.parse(r.body) as Body;

test('[M2] a release reaches the subscriber signed, with what a GET shows, and nobody else', async () => {
  const made = await subscribe(trader, '/released', ['release.granted']);
  await subscribe(stranger, '/stranger');
  const { id } = await fileShipment(trader, railImport('CLEAN-HOOK-1'));
  await until(
    async () => at('/released'),
    (r) => r.length >= 2,
    'two containers are released and told',
  );
  const timeline = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items;
  for (const one of at('/released')) {
    new Webhook(made.secret).verify(one.body, one.headers);
    const { data } = bodyOf(one);
    assert.deepEqual(
      data,
      timeline.find((entry) => entry.position === data.position),
    );
    assert.equal(data.type, 'release.granted');
  }
  assert.deepEqual(at('/stranger'), []);
  assert.equal(new Set(at('/released').map((r) => r.headers['webhook-id'])).size, at('/released').length);
  const pulled = await trader.get<{ items: TimelineEntry[] }>('/event-pages?type=release.granted&limit=500');
  assert.deepEqual(
    pulled.items.map((e) => e.position).sort(),
    at('/released')
      .map((r) => bodyOf(r).data.position)
      .sort(),
  );
});

test('[M2] the pull pages join to the same list without gap or repetition', async () => {
  const whole = await trader.get<{ items: TimelineEntry[] }>('/event-pages?limit=500');
  assert.ok(whole.items.length > 10);
  const joined: number[] = [];
  for (let after = 0; ; ) {
    const page = await trader.get<{ items: TimelineEntry[]; next: number; more: boolean }>(
      `/event-pages?after=${after}&limit=3`,
    );
    joined.push(...page.items.map((e) => e.position));
    after = page.next;
    if (!page.more) break;
  }
  assert.deepEqual(
    joined.slice(0, whole.items.length),
    whole.items.map((e) => e.position),
  );
  assert.deepEqual((await stranger.get<{ items: unknown[] }>('/event-pages')).items, []);
});

test('[M2] a failing receiver is tried again with the same id, and what ended can be replayed', async () => {
  const made = await subscribe(trader, '/failing', ['subscription.none-such']).catch(() => undefined);
  assert.equal(made, undefined, 'an unknown event type is refused');
  const subscription = await subscribe(trader, '/failing', ['collision.resolved']);
  answers.set('/failing', 500);
  const { messageId } = await trader.send<{ messageId: string }>('POST', `/subscriptions/${subscription.id}/test`);
  const [waiting] = await until(
    () => messages(subscription.id),
    (m) => m[0]?.attempts === 1,
    'one attempt is noted',
  );
  assert.equal(waiting?.state, 'queued');
  assert.equal(waiting?.lastDetail, 'HTTP 500');
  answers.delete('/failing');
  await until(
    () => messages(subscription.id),
    (m) => m[0]?.state === 'delivered',
    'it is delivered at the second attempt',
    30_000,
  );
  assert.deepEqual(
    at('/failing').map((r) => r.headers['webhook-id']),
    [messageId, messageId],
  );
  await trader.send('POST', `/subscriptions/${subscription.id}/replay`, { messageId });
  await until(
    async () => at('/failing'),
    (r) => r.length === 3,
    'the replay arrives',
  );
  await stranger.send('POST', `/subscriptions/${subscription.id}/replay`, { messageId }, 404);
});

test('[M2] 410 disables the subscription; resuming lets it go on', async () => {
  const subscription = await subscribe(trader, '/gone', ['release.used']);
  answers.set('/gone', 410);
  await trader.send('POST', `/subscriptions/${subscription.id}/test`);
  const state = async () =>
    (await trader.get<{ items: SubscriptionView[] }>('/subscriptions')).items.find((s) => s.id === subscription.id);
  const disabled = await until(state, (s) => s?.state === 'disabled', 'it is disabled');
  assert.match(disabled?.disabledBecause?.en ?? '', /410/);
  await trader.send('POST', `/subscriptions/${subscription.id}/test`, undefined, 409);
  answers.delete('/gone');
  await trader.send('PATCH', `/subscriptions/${subscription.id}`, { state: 'active' });
  await trader.send('POST', `/subscriptions/${subscription.id}/test`);
  await until(
    async () => at('/gone'),
    (r) => r.length === 2,
    'a test arrives again',
  );
});

test('[M2] both secrets sign while one is renewed; secrets lie sealed in the database', async () => {
  const before = await subscribe(trader, '/renewed', ['release.used']);
  const renewed = await trader.send<SubscriptionMade>('POST', `/subscriptions/${before.id}/secret`);
  assert.notEqual(renewed.secret, before.secret);
  await trader.send('POST', `/subscriptions/${before.id}/test`);
  const [one] = await until(
    async () => at('/renewed'),
    (r) => r.length === 1,
    'the test arrives',
  );
  assert.ok(one);
  for (const secret of [before.secret, renewed.secret]) new Webhook(secret).verify(one.body, one.headers);
});

test('[M2] an address inside the network, or a foreign subscription, is refused', async () => {
  const refused = await trader.raw(
    'POST',
    '/subscriptions',
    JSON.stringify({ name: 'x', url: 'http://169.254.169.254/latest', eventTypes: [] }),
    {
      'content-type': 'application/json',
    },
  );
  assert.equal(refused.status, 400);
  assert.equal(((await refused.json()) as { code: string }).code, 'SUBSCRIPTION_URL_NOT_ALLOWED');
  const mine = await subscribe(trader, '/mine', ['release.used']);
  await stranger.send('PATCH', `/subscriptions/${mine.id}`, { state: 'paused' }, 404);
  await stranger.send('DELETE', `/subscriptions/${mine.id}`, undefined, 404);
  await stranger.send('GET', `/subscriptions/${mine.id}/messages`, undefined, 404);
  await trader.send('DELETE', `/subscriptions/${mine.id}`, undefined, 204);
});

test('[M2] the same filter narrows webhook, stream and pull alike; a mistyped container is named', async () => {
  const filter = { modes: ['3'], directions: ['import'], outcomes: ['inspect'], authorities: ['customs'] };
  const made = await trader.send<SubscriptionMade>(
    'POST',
    '/subscriptions',
    { name: 'narrow', url: `${base}/narrow`, eventTypes: ['instruction.received'], filter },
    201,
  );
  assert.deepEqual(made.filter, filter);
  const query = 'types=instruction.received&modes=3&directions=import&outcomes=inspect&authorities=customs';
  const live = await openLive(application.url, { cookie: trader.cookie }, { query: `?${query}` });
  const other = await openLive(application.url, { cookie: trader.cookie }, { query: '?modes=5&modes=2' });
  const { id } = await fileShipment(trader, railImport('INSPECT-HOOK-1'));
  await fileShipment(trader, railImport('CLEAN-HOOK-2'));
  const [one] = await until(
    async () => at('/narrow'),
    (r) => r.length >= 1,
    'the instruction to inspect is told',
  );
  assert.ok(one);
  const { data } = bodyOf(one);
  assert.equal(data.shipmentId, id);
  const mine = (position: number) => position >= data.position;
  await until(
    async () => live.told.map((t) => t.id),
    (ids) => ids.includes(data.position),
    'the stream tells it too',
  );
  const pulled = await trader.get<{ items: TimelineEntry[] }>(`/event-pages?limit=500&${query}`);
  assert.deepEqual(
    pulled.items.filter((e) => mine(e.position)).map((e) => e.position),
    live.told.map((t) => t.id).filter(mine),
  );
  for (const told of live.told) assert.equal(told.event, 'instruction.received');
  assert.deepEqual(other.told, [], 'nothing goes by air or water');
  live.close();
  other.close();
  const wrong = await trader.raw(
    'PATCH',
    `/subscriptions/${made.id}`,
    JSON.stringify({ filter: { containers: ['CQPU1000015'] } }),
    { 'content-type': 'application/json' },
  );
  const problem = (await wrong.json()) as { code: string; findings: { path: string }[] };
  assert.equal(problem.code, 'FILTER_INVALID');
  assert.equal(problem.findings[0]?.path, 'filter.containers[0]');
  for (const bad of ['tones=red', 'types=no.such', 'containers=CQPU1000015'])
    assert.ok([400, 422].includes((await trader.raw('GET', `/event-pages?${bad}`)).status), bad);
});
