// The description of the API: complete, valid OpenAPI 3.1, with examples that fit their schemas (P12).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Type } from 'typebox';
import { channels } from '../../src/channels/index.ts';
import { hubModules } from '../../src/hub/modules.ts';
import { streamQuery } from '../../src/hub/inbox/index.ts';
import { Entry, eventTypes } from '../../src/hub/notices/index.ts';
import { importGoodsLines } from '../../src/hub/shipment/import-goods-lines.ts';
import { asSchema, exampleOf } from '../../src/runtime/http/example-of.ts';
import { commonRefusals, describeApi, successStatus } from '../../src/runtime/http/openapi.ts';
import { httpRefusals } from '../../src/runtime/http/refusals.ts';
import { route } from '../../src/runtime/http/route.ts';
import { isBytes, isNothing, pageOf } from '../../src/runtime/http/shapes.ts';
import { breachesOf, checkReply } from '../support/watch-replies.ts';

const describe = () =>
  describeApi(hubModules, {
    baseUrl: 'http://localhost',
    cookieName: 'portico_session',
    streamed: { events: eventTypes, data: asSchema(Entry), query: streamQuery },
  });
const routes = hubModules.flatMap((m) =>
  m.routes.map((r) => ({ module: m.id, route: r, at: `${r.method} ${r.path}` })),
);
const codes = new Set([...Object.keys(httpRefusals), ...hubModules.flatMap((m) => Object.keys(m.refusals))]);

test('[P12] the description is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(describe()));
  assert.equal(result.valid, true, JSON.stringify(result.errors, null, 1)?.slice(0, 3000));
  const broken = { ...structuredClone(describe()), paths: { 'no-slash': { get: { responses: 7 } } } };
  assert.equal((await new Validator().validate(broken)).valid, false, 'the validator can fail');
});

test('[P12] every route says in both languages what it does, who may, what it replies and what it refuses', () => {
  const { paths } = describe();
  for (const { route: r, at } of routes) {
    assert.match(r.summary.zh, /\p{Script=Han}/u, at);
    assert.match(r.summary.en, /[a-z]/i, at);
    assert.ok(r.response, at);
    for (const code of r.refusals ?? []) assert.ok(codes.has(code), `${at} names an unknown refusal ${code}`);
    const operation = paths[`/api/v1${r.path.replace(/:(\w+)/g, '{$1}')}`]?.[r.method.toLowerCase()] as {
      responses: Record<string, unknown>;
      parameters: { name: string }[];
    };
    assert.ok(operation.responses[successStatus(r)], at);
    assert.ok(operation.responses[503] && operation.responses[500], at);
    if (r.action !== 'public') assert.ok(operation.responses[401], at);
    if (r.creates)
      assert.ok(
        operation.parameters.some((p) => p.name === 'Idempotency-Key'),
        at,
      );
    for (const name of r.path.matchAll(/:(\w+)/g))
      assert.ok(
        operation.parameters.some((p) => p.name === name[1]),
        `${at} does not describe ${name[0]}`,
      );
  }
  assert.ok(paths['/api/v1/events']?.get);
  const ids = Object.values(paths).flatMap((m) => Object.values(m).map((o) => o.operationId));
  assert.equal(new Set(ids).size, ids.length, 'operation ids are unique');
});

test('[P12] every body and every reply has an example that fits its schema', () => {
  for (const { route: r, at } of routes) {
    if (r.body) {
      assert.ok(r.examples?.body !== undefined, `${at} has a body without an example`);
      assert.deepEqual(breachesOf(r.body, r.examples.body), [], at);
    }
    if (isBytes(r.response) || isNothing(r.response)) continue;
    assert.deepEqual(breachesOf(r.response, r.examples?.response ?? exampleOf(asSchema(r.response))), [], at);
  }
});

test('[P12] a body of bytes shows how such a file begins, and the files named there are read', async () => {
  const raw = routes.flatMap(({ route: r, at }) => (r.raw ? [{ at, example: Buffer.from(r.raw.example) }] : []));
  assert.ok(raw.length >= 4);
  const exampleOfRoute = (end: string) => raw.find((r) => r.at.endsWith(end))?.example ?? Buffer.from('');
  const { rows, findings } = await importGoodsLines(exampleOfRoute('/goods-lines'));
  assert.deepEqual([rows.length, findings], [1, []]);
  const customs = channels.find((c) => c.id === 'customs');
  // Their bytes are a declaration and a receipt of customs.
  if (!customs) return;
  assert.equal(customs.readForm?.({ bytes: exampleOfRoute('/shipments/import') })?.direction, 'export');
  assert.equal(customs.interpret({ bytes: exampleOfRoute('/messages') }).format, 'DEC_RESULT');
});

test('[P12] a list with `after` replies with pages', () => {
  for (const { route: r, at } of routes) {
    const paged = 'next' in (asSchema(r.response).properties ?? {});
    assert.equal('after' in ((r.query && asSchema(r.query).properties) ?? {}), paged, at);
  }
});

test('[P12] a reply that differs from its description is noticed', () => {
  const r = route({
    method: 'GET',
    path: '/things',
    summary: { zh: '物', en: 'Things' },
    action: 'signed-in',
    response: pageOf(Type.Object({ id: Type.String({ format: 'uuid' }), at: Type.String({ format: 'date-time' }) })),
    handle: async () => ({ items: [] }),
  });
  const good = { id: '019a9f2e-7a10-7000-8000-000000000001', at: '2026-11-20T02:00:00Z' };
  const check = (body: unknown, status = 200, contentType = 'application/json') =>
    checkReply(r, { status, contentType, body: JSON.stringify(body) }).length;
  assert.equal(check({ items: [good] }), 0);
  assert.ok(check({ items: [{ ...good, secret: 1 }] }) > 0, 'an undocumented field');
  assert.ok(check({ items: [{ id: good.id }] }) > 0, 'a missing field');
  assert.ok(check({ items: [{ ...good, at: 'yesterday' }] }) > 0, 'a wrong format');
  assert.ok(check({ items: [good] }, 201) > 0, 'another status');
  const problem = (code: string) => ({
    type: 'x',
    title: 'x',
    status: 401,
    code,
    text: { zh: '一', en: 'x' },
    remedy: { zh: '一', en: 'x' },
    instance: 'x',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  });
  assert.equal(check(problem('SIGN_IN_NEEDED'), 401, 'application/problem+json'), 0);
  assert.ok(check(problem('TEMPLATE_UNKNOWN'), 404, 'application/problem+json') > 0, 'an undocumented refusal');
  assert.ok(check(problem('SIGN_IN_NEEDED'), 401) > 0, 'not a problem');
  assert.ok(commonRefusals(r).includes('SIGN_IN_NEEDED'));
});
