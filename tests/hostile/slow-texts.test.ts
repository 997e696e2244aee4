// Texts made to keep a reader thinking: each of these once took seconds (found by tests/architecture/patterns.test.ts).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOfDocument } from '../../src/hub/documents/gather-texts.ts';
import { fitsLength } from '../../src/kernel/decimal.ts';

const MOST_CPU_MS = 1000;
function cpuOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
const both = { zh: '', en: '' };
type Row = Parameters<typeof textsOfDocument>[0];
const contentOf = (text: string): string | undefined =>
  textsOfDocument({ name: both, file_name: '', flow: 'inbound' } as Row, Buffer.from(text)).at(-1)?.text;

test('[P12] a decimal of two hundred thousand zeros is judged at once', () => {
  const zeros = `0.${'0'.repeat(199_000)}1`;
  assert.ok(cpuOf(() => assert.equal(fitsLength(zeros, '19,5'), false)) < MOST_CPU_MS);
  assert.equal(fitsLength('1.50000000', '19,5'), true);
});

test('[P12] brackets and quotes without an end are read past at once, and the words between them found', () => {
  for (const text of [
    '<'.repeat(65_536),
    `{${'\\"'.repeat(32_000)}`,
    `{"${'\\"'.repeat(32_000)}`,
    `{"a"${' '.repeat(65_000)}`,
  ])
    assert.ok(cpuOf(() => contentOf(text)) < MOST_CPU_MS, text.slice(0, 10));
  assert.match(contentOf('<a b="c">词<d/></a>') ?? '', /^\s*词\s*$/);
  assert.deepEqual((contentOf('{"name": "va\\"lue", "n": 1}') ?? '').match(/\w+/g), ['va', 'lue', '1']);
});
