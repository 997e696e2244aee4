// `docs/security.md` says of every requirement of OWASP ASVS 5.0.0 level 1 and 2 and of every control what meets it, where, and which
// test proves it: each file exists, each row has a test or a reason, each requirement stands once, each limit is what the source says.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** How many requirements of level 1 and 2 each section has; they are numbered from 1 without a gap. */
const sections: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
};

const cellsOf = (line: string) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
const text = readFileSync('docs/security.md', 'utf-8');
type Row = { readonly heading: string; readonly cells: readonly string[] };
export function rowsOf(page: string): Row[] {
  const rows: Row[] = [];
  let heading = '';
  for (const line of page.split('\n'))
    if (line.startsWith('## ')) heading = line.slice(3);
    else if (line.startsWith('| ')) rows.push({ heading, cells: cellsOf(line) });
  return rows;
}
const pathsIn = (cell: string) =>
  [...cell.matchAll(/`([\w./-]+\/[\w./-]*|[\w-]+\.(?:json|md))`/g)].map(([, path = '']) => path);

/** What is wrong with a row of control, clause, where, test (or requirement, control, where, test). */
export function faultsOf({ cells }: Row): string[] {
  const name = cells[0] ?? '';
  const [where = '', proof = ''] = [cells.at(-2), cells.at(-1)];
  const gone = [...pathsIn(where), ...pathsIn(proof)].filter((path) => !existsSync(path));
  const tests = pathsIn(proof).filter((path) => path.endsWith('.test.ts'));
  const reason = /^(–|not )\s*.{8,}/.test(proof);
  return [
    ...gone.map((path) => `${name}: ${path} does not exist`),
    ...(tests.length > 0 || reason ? [] : [`${name}: neither a test nor a reason`]),
    ...(cells.length === 4 ? [] : [`${name}: ${cells.length} cells`]),
  ];
}
const rows = rowsOf(text).filter(({ cells: [first = ''] }) => !/^(ASVS|clause|control|limit)$/.test(first));
const limits = rows.filter((row) => row.heading === 'Limits');
const controls = rows.filter((row) => row.heading !== 'Limits');

test('[P11] every control names files that exist, and a test or a reason', () => {
  assert.ok(controls.length > 150);
  assert.deepEqual(controls.flatMap(faultsOf), []);
});

test('[P11] every requirement of ASVS 5 level 1 and 2 stands once', () => {
  const wanted = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, i) => `${section}.${i + 1}`),
  );
  assert.equal(wanted.length, 253);
  const given = controls.filter((row) => /^V\d/.test(row.heading)).map((row) => row.cells[0] ?? '');
  assert.deepEqual(
    given.filter((one, i) => given.indexOf(one) !== i || !wanted.includes(one)),
    [],
    'twice, or none of them',
  );
  assert.deepEqual(
    wanted.filter((one) => !given.includes(one)),
    [],
    'missing',
  );
});

test('[P12] every limit is what the source says', () => {
  assert.ok(limits.length > 15);
  for (const { cells } of limits) {
    const [name = '', where = '', written = ''] = cells;
    const [file = ''] = pathsIn(where);
    assert.ok(
      readFileSync(file, 'utf-8').includes(written.replaceAll('`', '')),
      `${name}: ${file} does not say ${written}`,
    );
  }
});

test('[P11] a row without a test or a reason, or with a file that is gone, is found', () => {
  const row = (where: string, proof: string) => faultsOf({ heading: '', cells: ['1.1.1', 'x', where, proof] }).length;
  assert.equal(row('`src/main.ts`', '–'), 1);
  assert.equal(row('`src/main.ts`', ''), 1);
  assert.equal(row('`src/gone.ts`', '`src/kernel/digest.test.ts`'), 1);
  assert.equal(row('`src/main.ts`', '`src/kernel/gone.test.ts`'), 1);
  assert.equal(row('`src/main.ts`', '– not applicable: no LDAP'), 0);
});
