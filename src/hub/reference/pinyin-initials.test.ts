import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pinyinInitials } from './pinyin-initials.ts';

test('[P10] names are found by the first letters of their reading', () => {
  for (const [text, initials] of [
    ['重庆江北国际机场', 'cqjbgjjc'],
    ['一般贸易', 'ybmy'],
    ['笔记本电脑', 'bjbdn'],
    ['人民币', 'rmb'],
    ['阿拉山口', 'alsk'],
    ['厦门', 'xm'],
    ['C&F', 'cf'],
    ['再生木托', 'zsmt'],
  ] as const)
    assert.equal(pinyinInitials(text), initials, text);
});

test('[P10] initials are always lower-case letters and digits, one a character at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const initials = pinyinInitials(text);
      assert.match(initials, /^[a-z0-9]*$/);
      assert.ok(initials.length <= [...text].length);
    }),
  );
});
