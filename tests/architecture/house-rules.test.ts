// The house is held to its own rules, and each rule is seen to fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseRules, measure, readTree } from './house-rules.ts';

const tree = readTree(['src', 'tests', 'tools', 'bench']);

for (const rule of houseRules) {
  test(`house rule: ${rule.name}`, () => {
    assert.deepEqual(rule.breaches(tree), [], rule.why);
    assert.notDeepEqual(rule.breaches(new Map(Object.entries(rule.broken))), [], 'the rule is seen to fail');
    assert.deepEqual(rule.breaches(new Map(Object.entries(rule.sound))), [], 'and to let pass what is right');
  });
}

test('file sizes are measured against the aims', (t) => {
  const { median, p90, longest } = measure(tree);
  t.diagnostic(`median ${median} lines (aim 30–90), p90 ${p90} (aim < 200)`);
  for (const [file, lines] of longest) t.diagnostic(`${lines} ${file}`);
  assert.ok(tree.size > 200);
});
