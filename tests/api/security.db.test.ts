// The locks of the HTTP door: headers, cookies, foreign pages (P11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoPassword } from '../../src/hub/enterprise/index.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const start = JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' });
const json = { 'content-type': 'application/json' };
const signInAt = (url: string) =>
  fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account: 'trader', password: demoPassword }),
  });

test('[P11] every reply forbids framing, sniffing and content from elsewhere, and opens nothing to other sites', async () => {
  for (const at of ['/api/v1/session', '/api/v1/docs', '/api/v1/openapi.json', '/healthz', '/nowhere']) {
    const { headers } = await fetch(`${application.url}${at}`, { headers: { origin: 'https://evil.example' } });
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'self'/, at);
    assert.match(policy, /script-src 'self'(;|$)/, at);
    assert.match(policy, /style-src 'self'( '(nonce|sha256)-[^']+')?(;|$)/, at);
    assert.match(policy, /object-src 'none'/, at);
    assert.match(policy, /frame-ancestors 'none'/, at);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', at);
    assert.equal(headers.get('x-frame-options'), 'DENY', at);
    assert.equal(headers.get('referrer-policy'), 'same-origin', at);
    assert.equal(headers.get('access-control-allow-origin'), null, at);
    assert.equal(headers.get('x-powered-by'), null, at);
    assert.equal(headers.get('strict-transport-security'), null, 'plain http must not pin https');
  }
  const live = await trader.raw('GET', '/events');
  assert.match(live.headers.get('content-security-policy') ?? '', /default-src 'self'/);
  await live.body?.cancel();
});

test('[P11] the session cookie is out of reach of scripts and other sites; each sign-in has its own', async () => {
  const [first, second] = await Promise.all([signInAt(application.url), signInAt(application.url)]);
  const cookies = [first, second].map((r) => r.headers.get('set-cookie') ?? '');
  for (const cookie of cookies) {
    assert.match(cookie, /^portico_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
  }
  assert.notEqual(cookies[0], cookies[1]);
  const cookie = cookies[0]?.split(';', 1)[0] ?? '';
  const out = await fetch(`${application.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
  assert.match(out.headers.get('set-cookie') ?? '', /^portico_session=; .*Max-Age=0/);
  assert.equal((await fetch(`${application.url}/api/v1/session`, { headers: { cookie } })).status, 401);
  const other = cookies[1]?.split(';', 1)[0] ?? '';
  assert.equal((await fetch(`${application.url}/api/v1/session`, { headers: { cookie: other } })).status, 200);
});

test('[P11] behind https the cookie is secure and browsers are told to stay there', async () => {
  const secure = await startTestApplication({ baseUrl: 'https://portico.example' });
  try {
    const reply = await signInAt(secure.url);
    const given = reply.headers.get('set-cookie') ?? '';
    assert.match(given, /^__Host-portico_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    const cookie = given.split(';', 1)[0] ?? '';
    const session = (as: string) => fetch(`${secure.url}/api/v1/session`, { headers: { cookie: as } });
    assert.equal((await session(cookie)).status, 200);
    assert.equal((await session(cookie.replace('__Host-', ''))).status, 401, 'a neighbour’s cookie is not ours');
    const out = await fetch(`${secure.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
    assert.match(out.headers.get('set-cookie') ?? '', /^__Host-portico_session=; Path=\/; .*Max-Age=0; Secure$/);
    assert.match(reply.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
  } finally {
    await secure.stop();
  }
});

test('[P11] a foreign page cannot act with the cookie, whatever it sends; our own pages and programs can', async () => {
  const attempts: [Record<string, string>, number][] = [
    [{ ...json, origin: 'https://evil.example' }, 403],
    [{ ...json, origin: 'null' }, 403],
    [{ ...json, origin: `${application.url}.evil.example` }, 403],
    [{ ...json, 'sec-fetch-site': 'cross-site' }, 403],
    [{ ...json, 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ ...json, origin: application.url, 'sec-fetch-site': 'same-origin' }, 201],
    [{ ...json, origin: 'http://localhost' }, 201],
    [json, 201],
  ];
  for (const [headers, status] of attempts)
    assert.equal((await trader.raw('POST', '/shipments', start, headers)).status, status, JSON.stringify(headers));
  for (const [method, path] of [
    ['DELETE', '/session'],
    ['POST', '/messages'],
    ['POST', '/session'],
  ] as const)
    assert.equal((await trader.raw(method, path, undefined, { origin: 'https://evil.example' })).status, 403, path);
  assert.equal((await trader.raw('GET', '/session')).status, 200, 'still signed in');
});

test('[P11] a wrong or ended key is nobody, even beside a good cookie; a body is not read for nobody', async () => {
  const wrong = await trader.raw('GET', '/session', undefined, { authorization: 'Bearer pk_00000000_wrong' });
  assert.equal(wrong.status, 401);
  const key = await trader.send<{ id: string; secret: string }>('POST', '/api-keys', {
    name: 'short',
    expiresAt: '2020-01-01T00:00:00Z',
  });
  const late = await fetch(`${application.url}/api/v1/session`, { headers: { authorization: `Bearer ${key.secret}` } });
  assert.equal(late.status, 401);
  const nobody = await fetch(`${application.url}/api/v1/messages`, { method: 'POST', body: Buffer.alloc(5_000_000) });
  assert.equal(nobody.status, 401, 'refused before it is found too large');
});
