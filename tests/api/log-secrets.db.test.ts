// No secret and nothing of a person comes into what a process writes, at the most talkative level, while things go well and while they go
// wrong: canary strings go in by every door, and none may come out.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Client, signIn, until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';
import { addressOf, startProcess } from '../support/process.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';

const CANARY = 'CANARY4711';
const dir = mkdtempSync(path.join(tmpdir(), 'portico-log-'));
const secrets: string[] = [CANARY, 'operator-token-0815'];
let database: TestDatabase;
let started: ReturnType<typeof startProcess>;
let url: string;
let trader: Client;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  secrets.push(new URL(database.url).password);
  started = startProcess({
    DATA_DIR: dir,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'trace',
    PORTICO_METRICS_TOKEN: 'operator-token-0815',
    PORTICO_SIMULATOR_PACE: '0.01',
  });
  url = await addressOf(started);
  trader = await signIn({ url }, 'trader');
  secrets.push(trader.cookie.split('=')[1] ?? '');
});
after(async () => {
  started.child.kill('SIGKILL');
  await started.ended;
  rmSync(dir, { recursive: true, force: true });
});

const call = (at: string, init: RequestInit = {}) => fetch(url + at, init).then((reply) => reply.status);
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const logged = () =>
  started
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('[P11] canaries by every door: passwords, cookies, keys, tokens, addresses, forms, files', async () => {
  assert.equal(await call('/api/v1/session', json({ account: `${CANARY}@x.example`, password: CANARY })), 401);
  assert.equal(await call('/api/v1/session', json(`{"account":"trader","password":"${CANARY}`)), 400);
  assert.equal(await call('/api/v1/shipments', { headers: { cookie: `portico_session=${CANARY}` } }), 401);
  for (const authorization of [`Bearer ${CANARY}`, `Basic ${CANARY}`, CANARY])
    assert.equal(await call('/api/v1/shipments', { headers: { authorization } }), 401);
  const key = await trader.send<{ secret: string }>('POST', '/api-keys', { name: CANARY });
  await call('/api/v1/session', json({ account: 'trader', password: 'wrong', code: CANARY }));
  await call('/api/v1/password-resets', json({ account: `${CANARY}@x.example` }));
  await call('/api/v1/passwords', json({ token: CANARY.padEnd(43, 'A'), password: CANARY }));
  const invited = await trader.send<{ link: string }>('POST', '/invitations', {
    email: 'canary4711@x.example',
    name: CANARY,
    roles: ['declarant'],
  });
  const enrolment = await trader.send<{ secret: string }>('POST', '/account/second-factor', {
    current: 'portico-demo',
  });
  secrets.push(invited.link.split('#')[1] ?? '', enrolment.secret, 'canary4711');
  const signed = { 'signature-input': CANARY, signature: CANARY };
  assert.equal(await call('/api/v1/shipments', { headers: signed }), 401);
  const hook = await trader.send<{ id: string; secret: string }>('POST', '/subscriptions', {
    name: CANARY,
    url: `http://127.0.0.1:9/${CANARY}?token=${CANARY}`,
    eventTypes: ['shipment.submitted'],
  });
  secrets.push(key.secret, hook.secret, hook.secret.replace('whsec_', ''));
  const authorization = `Bearer ${key.secret}`;
  assert.equal(await call(`/api/v1/shipments?q=${CANARY}&token=${CANARY}`, { headers: { authorization } }), 200);
  await call(`/${CANARY}`);
  await call(`/api/v1/${CANARY}`, { headers: { traceparent: CANARY, 'x-file-name': CANARY, 'user-agent': CANARY } });
  await call('/metrics', { headers: { authorization: `Bearer ${CANARY}` } });
  await call('/metrics', { headers: { authorization: 'Bearer operator-token-0815' } });
  const station = await signIn({ url }, 'operator');
  secrets.push(station.cookie.split('=')[1] ?? '');
  await call('/api/v1/releases/verification', json({ token: `${CANARY}.e30.c2ln` }, { cookie: station.cookie }));
  await call('/api/v1/messages', { method: 'POST', headers: { authorization, 'x-file-name': CANARY }, body: CANARY });
  const form: Form = { ...railImport('CLEAN-CANARY-1'), keyingPerson: CANARY, declarantPerson: CANARY };
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form,
    revision: draft.revision,
  });
  await trader.send('POST', `/shipments/${draft.id}/submit`, { revision: saved.revision });
  await until(
    async () => logged(),
    (lines) => lines.some((line) => line.msg === 'attempt') && lines.some((line) => line.msg === 'joined'),
    'the lines of the journey',
    60_000,
  );
});

test('[P11] and while the database is gone', async () => {
  await database.drop();
  await call('/api/v1/session', json({ account: CANARY, password: CANARY }));
  await trader.raw('GET', `/shipments?q=${CANARY}`);
  await until(
    async () => logged(),
    (lines) => lines.some((line) => line.msg === 'fault'),
    'a fault in the log',
    60_000,
  );
});

test('[P11] none of it stands in anything the process wrote', async () => {
  const lines = logged();
  assert.ok(lines.some((line) => line.msg === 'request' && line.status === 401 && line.route === '/api/v1/shipments'));
  assert.ok(lines.every((line) => typeof line.level === 'string' && typeof line.time === 'string'));
  const signedIn = lines.find((line) => line.msg === 'request' && line.route === '/api/v1/shipments/:id/submit');
  assert.match(String(signedIn?.organisationId), /^[0-9a-f-]{36}$/);
  assert.match(String(signedIn?.traceId), /^[0-9a-f]{32}$/);
  const output = started.output();
  for (const secret of secrets) {
    assert.ok(secret.length >= 8);
    const at = output.indexOf(secret);
    assert.equal(at, -1, output.slice(Math.max(0, at - 300), at + 60));
  }
  for (const line of lines) assert.doesNotMatch(JSON.stringify(line), /\p{Script=Han}/u, 'people and companies');
});
