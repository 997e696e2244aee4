// Where text could become a command, by the list (ASVS 1.2): SQL is written with parameters; every place that puts text into a statement
// stands here with what it puts in. Spreadsheets are written in one place; nothing evaluates code, and no program is started with a shell.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const filesBelow = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const inner = path.join(at, entry.name);
    if (entry.isDirectory()) return filesBelow(inner);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [inner] : [];
  });
const files = filesBelow('src').map((name) => ({ name, text: readFileSync(name, 'utf-8') }));
const holding = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort();

const raw: Readonly<Record<string, string>> = {
  'src/hub/enterprise/store-keys.ts': 'a list of columns, written in that file',
  'src/hub/enterprise/store-people.ts': 'a list of columns, written in that file',
  'src/runtime/database/application-role.ts':
    'a password in `create role`, which takes no parameters; escaped by the driver',
  'src/runtime/outbox/store.ts':
    'one JSON text, escaped by the driver: lock, insert and commit travel as one message, which takes no parameters',
};
const built: Readonly<Record<string, string>> = {
  'src/runtime/bus/store.ts': 'the name of our own topic',
  'src/runtime/database/application-role.ts': 'names of our own roles and of the tables of the log',
  'src/runtime/database/migrate.ts': 'our own migration files, names of indexes in them, a number of milliseconds',
};

/** `sql.raw`, `sql.lit`, `escapeLiteral`: text goes in as it is. */
export const RAW = /\bsql\.(raw|lit|literal)\b|\bescapeLiteral\b|\bCompiledQuery\.raw\b/;
/** A statement for the driver that is a template with a place in it, or put together. */
export const BUILT = /\.query\(\s*(`[^`]*\$\{|[^)]*['`]\s*\+)/;

test('[P12] every place that puts text into a statement is known', () => {
  assert.deepEqual(holding(RAW), Object.keys(raw).sort());
  assert.deepEqual(holding(BUILT), Object.keys(built).sort());
});

test('[P12] a statement that is put together is found', () => {
  assert.match('sql.raw(x)', RAW);
  assert.match(['client.query(`drop table $', '{name}`)'].join(''), BUILT);
  assert.match("client.query('select ' + x)", BUILT);
  assert.doesNotMatch("client.query('select $1', [x])", BUILT);
});

test('[P12] nothing evaluates text, and no shell is asked', () => {
  assert.deepEqual(
    holding(/\beval\(|new Function\(|\bvm\.|node:vm|dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write/),
    [],
  );
  assert.deepEqual(holding(/\bexec(Sync)?\(\s*['"`]|shell:\s*true/), []);
});

test('[P3] ASVS 12.3.2: nothing switches the check of a partner’s certificate off', () => {
  const off = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/;
  assert.match('connect({ rejectUnauthorized: false })', off);
  assert.deepEqual(holding(off), []);
});

test('[P10] spreadsheets for people are written in one place each, which disarms formulas', () => {
  assert.deepEqual(
    holding(/text\/csv/).filter((name) => !/contract|replies/.test(name)),
    ['src/hub/erp/routes.ts', 'src/hub/shipment/routes.ts', 'src/hub/statistics/routes.ts'],
  );
  assert.deepEqual(holding(/\bwriteCsv\(/), [
    'src/hub/erp/read-file.ts',
    'src/hub/shipment/import-goods-lines.ts',
    'src/hub/statistics/routes.ts',
  ]);
  assert.deepEqual(holding(/\baddRow\(|writeBuffer\(/), ['src/runtime/codec/xlsx.ts']);
});
