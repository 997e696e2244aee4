// What the door does on the wire: turned away before the caller is looked up or a body is read, with Retry-After and both languages.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import { Type } from 'typebox';
import type { Actor } from '../context.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { type AdmissionControl, createAdmission } from './admission.ts';
import { LIMITS } from './decide-admission.ts';
import { mountRoute } from './mount-route.ts';
import { noSpans } from '../telemetry/spans.ts';
import { toProblem } from './problem.ts';
import { route } from './route.ts';

const trader: Actor = { kind: 'person', id: 't', name: 't', organisationId: 'o', roles: ['declarant'] };
const other: Actor = { ...trader, id: 'u', organisationId: 'p' };
const unitOfWork = { run: (_: Actor, act: (context: never) => unknown) => act({} as never) } as unknown as UnitOfWork;
let server: FastifyInstance;
let admission: AdmissionControl;
let url = '';
let lookedUp = 0;
let handled = 0;
/** Stands still, so that the limit does, until a test moves it. */
let now = 0;
let goOn: (() => void)[] = [];
let lag = { events: 0, seconds: 0 };
let unsealed = { size: 1, seconds: 0 };

const wait = () => new Promise<void>((resolve) => goOn.push(resolve));
const define = (path: string, more: object) =>
  route({
    method: 'POST',
    path,
    summary: { zh: '试', en: 'Try' },
    action: 'shipment.write',
    body: Type.Object({ hold: Type.Optional(Type.Boolean()) }),
    response: Type.Object({}),
    handle: async (_context, { body }) => {
      handled += 1;
      if (body.hold) await wait();
      return {};
    },
    ...more,
  });

beforeEach(async () => {
  lag = { events: 0, seconds: 0 };
  unsealed = { size: 1, seconds: 0 };
  admission = createAdmission({
    quota: { perSecond: 1000, burst: 1000 },
    lag: async () => lag,
    ledger: { lag: async () => unsealed, mostSeconds: 900 },
    steady: () => now,
    random: () => 0.5,
  });
  server = fastify({ forceCloseConnections: true });
  await server.register(cookie);
  server.setErrorHandler((error, request, reply) => {
    const { problem } = toProblem(error, { traceId: request.id });
    return reply.status(problem.status).send(problem);
  });
  const authenticate = async ({ bearer }: { bearer: string | undefined }) => {
    lookedUp += 1;
    return bearer === 'trader' ? trader : bearer === 'other' ? other : undefined;
  };
  const options = { unitOfWork, authenticate, baseUrl: 'http://localhost', admission, spans: noSpans };
  for (const one of [define('/plain', {}), define('/urgent', { urgent: true }), define('/filing', { addsWork: true })])
    mountRoute(server, one, options);
  await server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.server.address() as { port: number }).port}/api/v1`;
});
afterEach(async () => {
  admission.stop();
  await server.close();
});
const ask = (who: string, path: string, body: string): Promise<{ status: number; code?: string }> =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json' },
    body,
  }).then(async (reply) => ({ status: reply.status, ...((await reply.json()) as { code?: string }) }));
const holds = async (condition: () => boolean) => {
  for (let i = 0; i < 4000 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
};
/** So many requests of one party under way. */
async function fill(count: number): Promise<Promise<unknown>[]> {
  const under = Array.from({ length: count }, () => ask('trader', '/plain', '{"hold":true}'));
  await holds(() => goOn.length === count);
  return under;
}
async function empty(under: readonly Promise<unknown>[]): Promise<void> {
  for (const go of goOn) go();
  goOn = [];
  await Promise.all(under);
  await holds(() => admission.figures().running === 0);
}

test('[P12] turned away before the caller is looked up and before the body is read; urgent requests and others go on', async () => {
  for (const who of ['trader', 'other']) assert.equal((await ask(who, '/plain', '{}')).status, 200);
  const under = await fill(LIMITS.start);
  const [asked, done] = [lookedUp, handled];
  const refused = await ask('trader', '/plain', 'this is no JSON');
  assert.equal(refused.status, 503);
  assert.equal(refused.code, 'PLATFORM_OVERLOADED');
  assert.deepEqual([lookedUp, handled], [asked, done]);
  assert.equal((await ask('trader', '/urgent', '{}')).status, 200);
  assert.equal((await ask('other', '/plain', '{}')).status, 200, 'another organisation has its share');
  assert.ok(admission.figures().refused.overloaded >= 1);
  await empty(under);
  assert.equal((await ask('trader', '/plain', '{}')).status, 200);
});

test('[P12] a burst that is not done yet is known by its age: the next of it are turned away before the first is answered', async () => {
  const many = LIMITS.start / 2;
  const under = await fill(many);
  now += 900;
  assert.equal((await ask('trader', '/plain', '{}')).status, 503, 'half of those there are would be too many');
  assert.ok(admission.figures().limit <= many / 2, String(admission.figures().limit));
  await empty(under);
  assert.equal((await ask('trader', '/plain', '{}')).status, 200);
});

test('[P12] who has his share while another asks hears that it is his share', async () => {
  const under = await fill(LIMITS.start);
  const others = [ask('other', '/plain', '{"hold":true}')];
  await holds(() => goOn.length === LIMITS.start + 1);
  const refused = await ask('trader', '/plain', '{}');
  assert.deepEqual([refused.status, refused.code], [429, 'SHARE_USED_UP']);
  await empty([...under, ...others]);
});

test('[P12] nothing that makes work is taken while the reactions are far behind; everything else is', async () => {
  lag = { events: 50_000, seconds: 120 };
  assert.equal((await ask('trader', '/filing', '{}')).status, 200, 'nobody waits for the answer');
  assert.equal((await ask('trader', '/filing', '{}')).code, 'FLOW_BEHIND');
  assert.equal((await ask('trader', '/plain', '{}')).status, 200);
  lag = { events: 10, seconds: 1 };
  now += 1001;
  await ask('trader', '/filing', '{}');
  assert.equal((await ask('trader', '/filing', '{}')).status, 200);
});

test('[P3] nothing is filed that could not be proven: the ledger stands still too long, and it opens again by itself', async () => {
  const look = async (ms: number) => {
    now += ms;
    await ask('trader', '/filing', '{}');
    return (await ask('trader', '/filing', '{}')).code;
  };
  assert.equal(await look(2000), undefined);
  unsealed = { size: 5, seconds: 1000 };
  assert.equal(await look(2000), undefined, 'old events may be sealed at once: a clock may have jumped');
  assert.equal(await look(2000), undefined);
  assert.equal(await look(4000), 'LEDGER_BEHIND');
  assert.equal((await ask('trader', '/plain', '{}')).status, 200, 'everything else goes on');
  assert.equal((await ask('trader', '/urgent', '{}')).status, 200);
  assert.ok(admission.figures().refused['ledger-behind'] >= 1);
  unsealed = { size: 6, seconds: 990 };
  assert.equal(await look(2000), undefined, 'it moves again, and is made up');
  unsealed = { size: 6, seconds: 899 };
  assert.equal(await look(20_000), undefined, 'late, but not too late');
});

test('[P12] more than a party may ask for in the long run is turned away by name', async () => {
  const few = createAdmission({
    quota: { perSecond: 1, burst: 2 },
    lag: async () => lag,
    steady: () => 0,
    random: () => 0,
  });
  const app = fastify();
  await app.register(cookie);
  app.setErrorHandler((error, request, reply) => {
    const { problem } = toProblem(error, { traceId: request.id });
    return reply.status(problem.status).send(problem);
  });
  const authenticate = async () => trader;
  mountRoute(app, define('/plain', {}), {
    unitOfWork,
    authenticate,
    baseUrl: 'http://localhost',
    admission: few,
    spans: noSpans,
  });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++)
    statuses.push((await app.inject({ method: 'POST', url: '/api/v1/plain', payload: {} })).statusCode);
  assert.deepEqual(statuses, [200, 200, 429, 429]);
  assert.equal(few.figures().refused.quota, 2);
  few.stop();
  await app.close();
});
