// The glossary is the house's one list of words: what it names must be there, and what is there must be named.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hubModules } from '../../src/hub/modules.ts';

const rows = readFileSync('docs/glossary.md', 'utf-8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, zh = '', english = '', , folder = '', words = '']) => ({
    zh,
    english,
    folder: folder.replaceAll('`', ''),
    words,
  }));

test('[P10] every folder the glossary names exists, and every word stands once', () => {
  assert.ok(rows.length > 40);
  assert.deepEqual(
    rows.filter((r) => !existsSync(r.folder)).map((r) => `${r.zh}: ${r.folder}`),
    [],
  );
  assert.equal(new Set(rows.map((r) => r.zh)).size, rows.length);
  assert.deepEqual(
    rows.filter((r) => !r.english).map((r) => r.zh),
    [],
  );
});

test('[P10] every hub module and every channel has its word in the glossary', () => {
  const named = new Set(rows.map((r) => r.folder));
  const folders = ['src/hub', 'src/channels'].flatMap((above) =>
    readdirSync(above, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map((entry) => `${above}/${entry.name}`),
  );
  assert.deepEqual(
    folders.filter((folder) => !named.has(folder)),
    [],
  );
});

test('[P10] every route the glossary names exists', () => {
  const paths = hubModules.flatMap((m) => m.routes.map((r) => r.path));
  const routes = rows.flatMap((r) => [...r.words.matchAll(/`(\/[^`]+)`/g)].map((m) => m[1] ?? ''));
  assert.deepEqual(
    routes.filter((route) => !paths.some((path) => path === route || path.startsWith(`${route}/`))),
    [],
  );
});
