// What holds for every migration file, of whichever module: released ones stay as they were, new ones do not stop traffic (R24).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { blockingForms } from './blocking-forms.ts';

type Released = Record<string, { readonly commit: string; readonly migrations: Readonly<Record<string, string>> }>;
const released = JSON.parse(readFileSync('tests/migrations/released.json', 'utf-8')) as Released;
const releasedFiles = new Map(Object.values(released).flatMap(({ migrations }) => Object.entries(migrations)));
const files = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf-8' })
    .filter((at) => /migrations\/[^/]+\.sql$/.test(at))
    .map((at) => [at, readFileSync(`src/${at}`, 'utf-8')] as const),
);

/** Merged before this rule; no installation of 0.1.0 is large enough to feel them. */
const accepted: Readonly<Record<string, string>> = {
  'hub/exchange/migrations/0004-lanes.sql':
    'indexes of two tables and one update of deliveries under way, on a first upgrade from 0.1.0',
};

test('[P3] a released migration is never edited and never goes away', () => {
  assert.ok(releasedFiles.size >= 16);
  for (const [at, digest] of releasedFiles) assert.equal(sha256Hex(files.get(at) ?? ''), digest, at);
});

test('[P3] numbers of a module count up without a double', () => {
  const modules = Map.groupBy([...files.keys()].sort(), (at) => at.replace(/\/[^/]+$/, ''));
  for (const [module, names] of modules)
    assert.equal(new Set(names.map((at) => at.slice(module.length + 1, module.length + 5))).size, names.length, module);
});

test('[P3] a new migration has no form that stops traffic, or says why it is safe', () => {
  const found = [...files]
    .filter(([at]) => !releasedFiles.has(at) && !(at in accepted))
    .flatMap(([at, text]) => blockingForms(text).map((form) => `${at}: ${form}`));
  assert.deepEqual(
    found,
    [],
    'write it in the other form, or say "-- safe: why" in the file (docs/how-to/add-a-migration.md)',
  );
});

test('[P3] every blocking form is seen, and its harmless twin is not', () => {
  const twins: readonly (readonly [blocking: string, harmless: string])[] = [
    ['create index a on x.t (id);', '-- outside a transaction\ncreate index concurrently if not exists a on x.t (id);'],
    ['create unique index a on x.t (id) where b;', 'create table x.t (id int); create unique index a on x.t (id);'],
    ['alter table x.t add column a text not null;', "alter table x.t add column a text not null default '';"],
    ['alter table x.t add column a int, add column b text not null;', 'alter table x.t add column a int;'],
    ['alter table x.t drop column a;', 'alter table x.t add column dropped text;'],
    ['drop table x.t;', 'create table x.t (id int);'],
    ['alter table x.t rename column a to b;', 'alter table x.t add column renamed text;'],
    ['alter table x.t alter column a type bigint;', 'alter table x.t alter column a set default 1;'],
    ['alter table x.t alter a set not null;', 'alter table x.t alter a drop not null;'],
    ['alter table x.t add constraint c check (a > 0);', 'alter table x.t add constraint c check (a > 0) not valid;'],
    ['alter table x.t add unique (a);', 'alter table x.t validate constraint c;'],
    ['update x.t set a = 1;', 'create function x.f() returns trigger as $$ begin return new; end $$ language plpgsql;'],
    ['delete from x.t;', "comment on table x.t is 'delete from';"],
    ['truncate x.t;', 'analyze x.t;'],
  ];
  for (const [blocking, harmless] of twins) {
    assert.notDeepEqual(blockingForms(blocking), [], blocking);
    assert.deepEqual(blockingForms(harmless), [], harmless);
    assert.deepEqual(blockingForms(`-- safe: the table holds at most eight rows\n${blocking}`), []);
  }
  assert.notDeepEqual(blockingForms('-- safe:\ndrop table x.t;'), [], 'a reason is a sentence');
});
