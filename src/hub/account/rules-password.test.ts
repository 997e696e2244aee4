import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PasswordFault, passwordFault } from './rules-password.ts';

const known = ['chen.yanshi', '陈演示', '重庆山城光电有限公司（演示）', 'Chongqing Shancheng Optoelectronics (demo)'];

test('[P11] a password is long, uncommon and not made of what is known; nothing else is asked of it', () => {
  const cases: readonly (readonly [string, PasswordFault | undefined])[] = [
    ['kurz und gut', undefined],
    ['elf zeichen', 'too-short'],
    ['山城夜景看不够每年再来一次', undefined],
    ['😀😀😀', 'too-short'],
    ['correct horse battery', undefined],
    ['onlylowercaseletters', undefined],
    ['x'.repeat(11), 'too-short'],
    [`${'lang und breit '.repeat(9)}`, 'too-long'],
    ['123qweasdzxc', 'common'],
    ['Password2026!', 'common'],
    ['!!!Superman!!!', 'common'],
    ['dragondragondragon', 'common'],
    ['aaaaaaaaaaaaaaa', 'repetitive'],
    ['abcabcabcabcabc', 'repetitive'],
    ['1q1q2w1q1q2w', 'repetitive'],
    ['123456789012', 'repetitive'],
    ['lkjhgfdsapoiuyt', 'repetitive'],
    ['qwertyuiopasdf', 'repetitive'],
    ['chen.yanshi2026', 'context'],
    ['Shancheng-2026!', 'context'],
    ['重庆山城光电有限公司二〇二六', 'context'],
    ['PorticoPortico1', 'context'],
    ['Shancheng in the evening rain', undefined],
  ];
  for (const [password, fault] of cases) assert.equal(passwordFault(password, known), fault, password);
});

test('[P11] every common password long enough to be tried is refused, in any case and with figures around it', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const long = dictionary['passwords-common'].filter((word) => [...word].length >= 12);
  assert.ok(long.length > 200);
  for (const word of long) {
    assert.notEqual(passwordFault(word, []), undefined, word);
    assert.notEqual(passwordFault(word.toUpperCase(), []), undefined, word);
    if (/^[a-z].*[a-z]$/.test(word)) assert.notEqual(passwordFault(`12${word}!`, []), undefined, word);
  }
});
