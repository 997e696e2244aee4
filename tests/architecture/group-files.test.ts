// Test files that share a process: one after the other, each with its own hooks; what fails in one is counted once and fails no other.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { groupFiles, groupProgram } from '../../tools/group-files.ts';

test('every file is in one group; those that stay alone come first, in their order, and kinds are not mixed', () => {
  const names = Array.from({ length: 30 }, (_, i) => `/r/tests/a/${i}${i % 3 === 0 ? '.db' : ''}.test.ts`);
  const alone = ['/r/tests/b/long.db.test.ts', '/r/tests/c/x.test.ts', '/r/tests/c/y.test.ts'];
  const read = (file: string) =>
    file.includes('/a/1')
      ? "import { startCases } from '../a/cases.ts';"
      : file.endsWith('cases.ts')
        ? "import { startTestHub } from '../support/hub.ts';"
        : '';
  const groups = groupFiles([...alone, ...names], { alone: ['tests/b/long.db.test.ts', 'tests/c'], root: '/r' }, read);
  assert.deepEqual(
    groups.slice(0, 3),
    alone.map((file) => [file]),
  );
  assert.deepEqual(groups.flat().sort(), [...alone, ...names].sort());
  const kindOf = (file: string) => (file.includes('/1') ? 'hub' : file.includes('.db.') ? 'database' : 'plain');
  for (const group of groups) assert.equal(new Set(group.map(kindOf)).size, 1);
  assert.ok(groups.length < 14);
});

test('what a file sets up has ended before the next one begins, and a failure is that file’s', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-group-'));
  try {
    const part = (name: string, body: string) => {
      const file = path.join(folder, `${name}.test.mjs`);
      writeFileSync(
        file,
        `import assert from 'node:assert/strict';
         import { after, before, test } from 'node:test';
         before(() => { assert.equal(globalThis.open, undefined); globalThis.open = '${name}'; });
         after(() => { globalThis.open = undefined; });
         test('${name}', () => { assert.equal(globalThis.open, '${name}'); ${body} });`,
      );
      return file;
    };
    const files = [part('one', ''), part('two', "throw new Error('two')"), part('three', '')];
    const program = path.join(folder, 'group.mjs');
    writeFileSync(program, groupProgram(files, folder));
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, ['--test-reporter', 'tap', program], { env, encoding: 'utf-8' });
    const ends = [...stdout.matchAll(/^ *((?:not )?ok) \d+ - (\S+)|^ *failureType: '(\w+)'/gm)].map(
      ([, end, name, why]) => why ?? `${end} ${name}`,
    );
    assert.deepEqual(ends, [
      'ok one',
      'ok one.test.mjs',
      'not ok two',
      'testCodeFailure',
      'not ok two.test.mjs',
      'subtestsFailed',
      'ok three',
      'ok three.test.mjs',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
