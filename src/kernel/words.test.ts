// The small vocabulary: bilingual texts, findings, refusals, parties.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fill } from './bilingual.ts';
import { blocks, type Finding } from './finding.ts';
import { authorities, isAuthority } from './party.ts';
import { defineRefusals } from './refusal.ts';

test('[P1] a text is filled in both languages and never prints "undefined"', () => {
  const text = { zh: '{a} 与 {b}', en: '{a} and {b}' };
  assert.deepEqual(fill(text, { a: '甲', b: 2 }), { zh: '甲 与 2', en: '甲 and 2' });
  assert.deepEqual(fill(text, { a: undefined }), { zh: '– 与 –', en: '– and –' });
  fc.assert(fc.property(fc.string(), (value) => assert.equal(fill({ zh: '{x}', en: '' }, { x: value }).zh, value)));
});

test('[P10] only an error blocks', () => {
  const text = { zh: '', en: '' };
  const finding = (severity: Finding['severity']): Finding => ({
    path: 'x',
    rule: 'r',
    ruleVersion: '1',
    severity,
    message: text,
    remedy: text,
  });
  assert.equal(blocks([]), false);
  assert.equal(blocks([finding('warning'), finding('advice')]), false);
  assert.equal(blocks([finding('advice'), finding('error')]), true);
});

test('[P1] a refusal carries code, kind, both texts filled, remedy and details', () => {
  const { refuse } = defineRefusals({
    GATE_CLOSED: {
      kind: 'conflict',
      message: { zh: '{gate} 已关闭', en: '{gate} is closed' },
      remedy: { zh: '走 {other}', en: 'use {other}' },
    },
  });
  const refusal = refuse('GATE_CLOSED', { gate: 'A', other: 'B' });
  assert.ok(refusal instanceof Error);
  assert.equal(refusal.code, 'GATE_CLOSED');
  assert.equal(refusal.definition.kind, 'conflict');
  assert.deepEqual(refusal.text, { zh: 'A 已关闭', en: 'A is closed' });
  assert.deepEqual(refusal.remedy, { zh: '走 B', en: 'use B' });
  assert.equal(refusal.message, 'GATE_CLOSED: A is closed');
});

test('[P5] an authority is known by its own name only, not by what objects inherit', () => {
  for (const id of Object.keys(authorities)) assert.equal(isAuthority(id), true);
  for (const id of ['', 'toString', '__proto__', 'Customs']) assert.equal(isAuthority(id), false);
});
