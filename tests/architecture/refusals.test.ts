// One catalogue of refusals: each is thrown somewhere, listed by a route, in both languages and with a remedy; and the
// other way round (P12).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { hubModules } from '../../src/hub/modules.ts';
import { streamQuery } from '../../src/hub/inbox/index.ts';
import { Entry, eventTypes } from '../../src/hub/notices/index.ts';
import type { RefusalDefinition } from '../../src/kernel/refusal.ts';
import { asSchema } from '../../src/runtime/http/example-of.ts';
import { describeApi } from '../../src/runtime/http/openapi.ts';
import { statusOf } from '../../src/runtime/http/problem.ts';
import { referencePage } from '../../src/runtime/http/reference-page.ts';
import { httpRefusals } from '../../src/runtime/http/refusals.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf-8' })
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
  .map((f) => readFileSync(path.join('src', f), 'utf-8'));
const catalogues: [string, Readonly<Record<string, RefusalDefinition>>][] = [
  ['http', httpRefusals],
  ...hubModules.map((m): [string, Readonly<Record<string, RefusalDefinition>>] => [m.id, m.refusals]),
];
const all = Object.assign({}, ...catalogues.map(([, c]) => c)) as Record<string, RefusalDefinition>;
const codes = Object.keys(all);

test('[P12] a code stands in one catalogue only and is written like one', () => {
  const every = catalogues.flatMap(([, c]) => Object.keys(c));
  assert.deepEqual(
    every.filter((code, i) => every.indexOf(code) !== i),
    [],
  );
  for (const code of codes) assert.match(code, /^[A-Z]+(_[A-Z]+)+$/);
});

test('[P12] every code that is thrown is catalogued, and every catalogued one is thrown', () => {
  const text = sources.join('\n');
  const thrown = new Set([...text.matchAll(/\brefuse\(\s*'([A-Z_]+)'/g)].map((m) => m[1] ?? ''));
  assert.deepEqual(
    [...thrown].filter((code) => !(code in all)),
    [],
    'thrown but not catalogued',
  );
  assert.deepEqual(
    codes.filter((code) => !thrown.has(code)),
    [],
    'catalogued but never thrown',
  );
  assert.ok(thrown.size > 30, 'the search finds them');
});

test('[P12] every refusal has a kind with a status, both languages, the same places in both, and a remedy', () => {
  const places = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((m) => (m[1] ?? '').replace(/(Zh|En|^zh|^en)$/, ''));
  for (const [code, { kind, message, remedy }] of Object.entries(all)) {
    assert.ok(statusOf[kind] >= 400, code);
    for (const { zh, en } of [message, remedy]) {
      assert.match(zh, /\p{Script=Han}/u, code);
      assert.match(en, /[a-z]{2}/i, code);
      assert.doesNotMatch(en, /\p{Script=Han}/u, code);
      assert.deepEqual(places(zh).sort(), places(en).sort(), code);
    }
  }
});

/** Said on the machine itself, by a command. */
const byCommands: Readonly<Record<string, string>> = {
  PORT_OFFICE_MISSING: 'npm run invite-office',
  OFFICE_ROLE_HELD: 'npm run invite-office',
};

test('[P12] every refusal of a module is listed by a route that may give it', () => {
  const listed = new Set(hubModules.flatMap((m) => m.routes.flatMap((r) => r.refusals ?? [])));
  const own = hubModules.flatMap((m) => Object.keys(m.refusals));
  assert.deepEqual(own.filter((code) => !listed.has(code)).sort(), Object.keys(byCommands).sort());
});

test('[P12] the reference page has every route and every refusal, without a script or an asset from elsewhere', () => {
  const description = describeApi(hubModules, {
    baseUrl: 'http://localhost',
    cookieName: 'portico_session',
    streamed: { events: eventTypes, data: asSchema(Entry), query: streamQuery },
  });
  const page = referencePage(description, hubModules);
  for (const code of codes) assert.ok(page.includes(`<tr id="${code}">`), code);
  for (const route of hubModules.flatMap((m) => m.routes))
    assert.ok(page.includes(`/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`), route.path);
  assert.doesNotMatch(page, /<script|<link|<img|src=|@import|url\(/);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(`id="${target}"`), target);
});
