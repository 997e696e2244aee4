// What every route refuses or says, over the list of routes: foreign pages, unknown fields, packed bodies, caches, redirects, the name
// of another host, connections that never finish (issue 4, hostile input; ASVS 3, 4, 12–15).
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { hubModules } from '../../src/hub/modules.ts';
import type { RouteDefinition } from '../../src/runtime/http/route.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';

let application: TestApplication;
const clients = new Map<string, Client>();
before(async () => {
  application = await startTestApplication();
  for (const account of ['trader', 'customs', 'railway', 'operator'])
    clients.set(account, await signIn(application, account));
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const routes: readonly RouteDefinition[] = hubModules.flatMap((m) => m.routes);
const unsafe = routes.filter((r) => r.method !== 'GET');
const id = '019a9f2e-7a10-7000-8000-0000000000ff';
const at = (route: RouteDefinition) => `${route.method} ${route.path}`;
/** An address that fits every pattern of a parameter here. */
const addressOf = (route: RouteDefinition) =>
  route.path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'position' || /restores/.test(route.path)
      ? '1'
      : name === 'reaction'
        ? 'x'
        : name === 'serial'
          ? '0a1b'
          : /channels|channel-(settings|health)\//.test(route.path)
            ? 'customs'
            : /yard-sites/.test(route.path)
              ? 'CKG-GUOYUAN'
              : name === 'day'
                ? '2026-11-26'
                : id,
  );
type Problem = {
  readonly code: string;
  readonly text: { readonly en: string };
  readonly findings?: { path: string; rule: string; message: { en: string } }[];
};
async function call(
  route: RouteDefinition,
  account: string,
  body: string | Uint8Array | undefined,
  headers: Record<string, string> = {},
) {
  const reply = await (clients.get(account) as Client).raw(route.method, addressOf(route), body, headers);
  const text = await reply.text();
  return {
    status: reply.status,
    headers: reply.headers,
    problem: (reply.status >= 400 ? JSON.parse(text) : {}) as Problem,
  };
}
const json = { 'content-type': 'application/json' };

test('[P11] no route that changes anything takes a request from a foreign page', async () => {
  assert.ok(unsafe.length > 40);
  for (const route of unsafe)
    for (const from of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const { status, problem } = await call(route, 'trader', undefined, { ...json, ...from });
      assert.equal(`${status} ${problem.code}`, '403 ORIGIN_NOT_ALLOWED', at(route));
    }
});

test('[P12] no route takes a field that it did not ask for, and the field is named', async () => {
  const named = new Set<string>();
  for (const route of routes.filter((r) => r.body && !('patternProperties' in r.body)))
    for (const account of clients.keys()) {
      const example = (route.examples?.body ?? {}) as object;
      const { status, problem } = await call(route, account, JSON.stringify({ ...example, isAdmin: true }), json);
      if (status === 401 || status === 403 || status === 429) continue;
      assert.equal(`${status} ${problem.code}`, '400 REQUEST_INVALID', `${at(route)} ${problem.text?.en}`);
      assert.ok(
        problem.findings?.some((f) => f.rule === 'additionalProperties' && /isAdmin/.test(f.message.en)),
        at(route),
      );
      named.add(at(route));
    }
  assert.ok(named.size > 20, `${named.size}`);
});

test('[P12] a packed body is refused before a byte of it is unpacked', async () => {
  for (const route of unsafe.filter((r) => r.body || r.raw))
    for (const coding of ['gzip', 'deflate', 'br', 'x-unknown']) {
      const { status, problem } = await call(route, 'trader', gzipSync(Buffer.alloc(100_000)), {
        ...json,
        'content-encoding': coding,
      });
      assert.equal(`${status} ${problem.code}`, '415 CONTENT_TYPE_UNSUPPORTED', at(route));
    }
});

/** The status page is for everybody and names nobody: a crowd of readers is answered by caches (0034). */
const keptBriefly: Readonly<Record<string, string>> = {
  '/service-status': 'public, max-age=10',
  '/service-status.rss': 'public, max-age=10',
};
test('[P11] no answer of the interface is kept by a cache, leads elsewhere, or repeats the name of another host', async () => {
  const secure = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  for (const route of routes.filter((r) => r.method === 'GET'))
    for (const account of ['trader', 'operator']) {
      const { status, headers } = await call(route, account, undefined, secure);
      assert.equal(headers.get('cache-control'), (status === 200 && keptBriefly[route.path]) || 'no-store', at(route));
      assert.ok(status < 300 || status >= 400, `${at(route)} redirects`);
      assert.equal(headers.get('location'), null, at(route));
      assert.doesNotMatch(JSON.stringify([...headers]), /evil/, at(route));
    }
});

test('[P12] paths that climb lead nowhere', async () => {
  const { port } = new URL(application.url);
  for (const climb of [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/api/v1/../../../etc/passwd',
    '/assets/..%5c..%5cetc',
    '//etc/passwd',
    '/%00',
    '/api/v1/documents/..%2F..%2Fpasswd',
  ]) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET ${climb} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    assert.match(text, /^HTTP\/1\.1 4\d\d /, climb);
    assert.doesNotMatch(text, /root:/, climb);
  }
});

test('[P3] a request that never ends is ended, and so is one that never begins', async () => {
  const { server } = application.server;
  assert.ok(server.headersTimeout <= 20_000 && server.requestTimeout <= 60_000 && server.keepAliveTimeout <= 72_000);
  // Shorter, so that the test need not wait; the server looks every two seconds.
  Object.assign(server, { headersTimeout: 100, requestTimeout: 200 });
  const { port } = new URL(application.url);
  for (const begun of [
    'GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ',
    'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    '',
  ]) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    if (begun !== '') socket.write(begun);
    await once(socket, 'close');
  }
  Object.assign(server, { headersTimeout: 20_000, requestTimeout: 60_000 });
});
