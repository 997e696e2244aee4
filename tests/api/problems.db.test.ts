// Every way to be told no over HTTP: a problem with code, both languages and a remedy, and never a fault (P12; RFC 9457).
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { hubModules } from '../../src/hub/modules.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { ProblemShape } from '../../src/runtime/http/shapes.ts';
import { type Client, signIn, startTestApplication, type TestApplication } from '../support/application.ts';
import { breachesOf } from '../support/watch-replies.ts';

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

type Problem = { code: string; status: number; text: { zh: string; en: string }; findings?: Finding[] };
async function refused(reply: Response, status: number, code: string): Promise<Problem> {
  const text = await reply.text();
  assert.equal(reply.status, status, text);
  assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = JSON.parse(text) as Problem;
  assert.equal(problem.code, code);
  assert.equal(problem.status, status);
  assert.deepEqual(breachesOf(ProblemShape, problem), []);
  assert.doesNotMatch(text, /undefined|node_modules|src\/|at .*:\d+:\d+/);
  assert.doesNotMatch(`${problem.text.zh}${problem.text.en}`, /[{}–]/, 'every place of the text is filled');
  return problem;
}
const json = { 'content-type': 'application/json' };

test('[P12] what is wrong with a body is said field by field: where, what, which rule, how to put it right', async () => {
  const wrong = { shipmentId: '', objects: 'all', kind: 'arrest', requirements: { samples: 'yes' } };
  const customs = await signIn(application, 'customs');
  const reply = await customs.raw('POST', '/instructions', JSON.stringify(wrong), json);
  const { findings = [] } = await refused(reply, 400, 'REQUEST_INVALID');
  const found = new Map(findings.map((f) => [`${f.path} ${f.rule}`, f]));
  for (const at of [
    'body.shipmentId minLength',
    'body.objects type',
    'body.requirements.samples type',
    'body required',
  ])
    assert.ok(found.has(at), `${at} in ${[...found.keys()].join(', ')}`);
  assert.ok([...found.keys()].some((at) => at.startsWith('body.kind ')));
  assert.equal(found.get('body.objects type')?.value, 'all');
  for (const f of findings) {
    assert.match(f.message.zh, /\p{Script=Han}/u);
    assert.match(f.remedy.zh, /\p{Script=Han}/u);
    assert.ok(f.message.en !== '' && f.remedy.en !== '');
  }
  const query = await refused(await trader.raw('GET', '/shipments?limit=1000'), 400, 'REQUEST_INVALID');
  assert.deepEqual(
    query.findings?.map((f) => [f.path, f.rule, f.value]),
    [['querystring.limit', 'maximum', '1000']],
  );
  await refused(await trader.raw('GET', '/documents/not-an-id'), 400, 'REQUEST_INVALID');
});

test('[P12] too large, of another type, malformed, unknown, wrong method: each is its own problem', async () => {
  const start = JSON.stringify({ from: 'empty', direction: 'import', transportMode: '3' });
  await refused(await trader.raw('POST', '/shipments', '{"from":', json), 400, 'JSON_MALFORMED');
  await refused(await trader.raw('POST', '/shipments', '', json), 400, 'JSON_MALFORMED');
  await refused(await trader.raw('POST', '/shipments', '{"__proto__":{"a":1}}', json), 400, 'JSON_MALFORMED');
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    await refused(
      await trader.raw('POST', '/shipments', start, { 'content-type': type }),
      415,
      'CONTENT_TYPE_UNSUPPORTED',
    );
  const large = await trader.raw('POST', '/shipments', JSON.stringify({ x: 'x'.repeat(2_200_000) }), json);
  assert.match((await refused(large, 413, 'BODY_TOO_LARGE')).text.en, /2097152/);
  const file = await trader.raw('POST', '/messages', Buffer.alloc(4 * 1024 * 1024 + 1), {});
  assert.match((await refused(file, 413, 'BODY_TOO_LARGE')).text.en, /4194304/);
  await refused(await trader.raw('GET', '/nowhere'), 404, 'ROUTE_UNKNOWN');
  await refused(await fetch(`${application.url}/api/v2/shipments`), 404, 'ROUTE_UNKNOWN');
  for (const [method, path, allowed] of [
    ['DELETE', '/shipments', 'GET, HEAD, POST'],
    ['PATCH', '/session', 'POST, GET, HEAD, DELETE'],
    ['POST', '/events', 'GET, HEAD'],
  ] as const) {
    const reply = await trader.raw(method, path);
    assert.equal(reply.headers.get('allow'), allowed);
    await refused(reply, 405, 'METHOD_NOT_ALLOWED');
  }
  await refused(await trader.raw('GET', `/shipments/${'x'.repeat(500)}`), 400, 'REQUEST_INVALID');
});

test('[P12] a path that is none and a body that stops are problems too', async () => {
  const { hostname, port } = new URL(application.url);
  const status = await new Promise<number>((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path: '/api/v1/shipments/%zz' }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
  assert.equal(status, 400);
});

test('[P11] guessing passwords is slowed down', async () => {
  const guess = () =>
    fetch(`${application.url}/api/v1/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ account: 'trader', password: 'guess' }),
    });
  let last = await guess();
  for (let n = 0; n < 25 && last.status === 401; n += 1) last = await guess();
  const wait = Number(last.headers.get('retry-after'));
  assert.ok(wait > 0 && wait <= 60);
  assert.match((await refused(last, 429, 'SIGN_IN_DELAYED')).text.en, /Too many failures/);
});

test('[P11] an account that is guessed at from many addresses is closed for a while, the others are not', async () => {
  const guess = async (account: string, n: number) =>
    (
      await application.server.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: `10.0.${Math.floor(n / 250)}.${n % 250}`,
        payload: { account, password: 'guess' },
      })
    ).statusCode;
  const tries: number[] = [];
  for (let n = 0; n < 8; n += 1) tries.push(await guess(n % 2 === 0 ? 'carrier' : ' Carrier', n));
  assert.deepEqual(tries, [401, 401, 401, 401, 401, 429, 429, 429]);
  assert.equal(await guess('airport', 70), 401);
});

test('[P12] whatever is sent to whatever route, the answer is never a fault', async () => {
  const operator = trader;
  const routes = hubModules.flatMap((m) => m.routes).filter((r) => r.path !== '/session');
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }).map((v) => JSON.stringify(v)),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .dictionary(
        fc.constantFrom(
          'from',
          'direction',
          'form',
          'revision',
          'step',
          'name',
          'shipmentId',
          'token',
          'reason',
          'url',
        ),
        fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.object({ maxDepth: 2 })),
      )
      .map((v) => JSON.stringify(v)),
  );
  const ids = fc.oneof(
    fc.constant('019a9f2e-7a10-7000-8000-0000000000ff'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((s) => encodeURIComponent(s.toWellFormed())),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), ids, anything, fc.boolean(), async (route, id, body, asJson) => {
      const reply = await operator.raw(
        route.method,
        route.path.replace(/:\w+/, () => id),
        route.method === 'GET' ? undefined : body,
        asJson ? json : {},
      );
      assert.ok(reply.status < 500, `${route.method} ${route.path}: ${reply.status} ${await reply.text()}`);
    }),
    { numRuns: 300 },
  );
});

test('[P12] what is no HTTP request at all is a problem too: raw letters in the address, a header without end', async () => {
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(application.url).port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  for (const text of [
    'GET /api/v1/shipments?query=汉堡 HTTP/1.1\r\nhost: x\r\n\r\n',
    `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
  ]) {
    const answer = await say(text);
    assert.match(answer, /^HTTP\/1\.1 400 [\s\S]*content-type: application\/problem\+json/i);
    const problem = JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as Problem;
    assert.equal(problem.code, 'REQUEST_INVALID');
    assert.deepEqual(breachesOf(ProblemShape, problem), []);
  }
});
