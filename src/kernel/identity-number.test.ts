// One spelling of persons' and vehicles' numbers, whatever was typed (N4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkResidentId } from './check-digits.ts';
import { normalisePersonNumber, normalisePlate } from './identity-number.ts';

test('[N4] a resident number is one and the same in 15 digits, in 18, in wide figures, with blanks and a small x', () => {
  // The example of GB 11643-1999.
  const one = 'GB11643:11010519491231002X';
  for (const typed of [
    '11010519491231002X',
    '11010519491231002x',
    ' 110105 19491231 002X',
    '１１０１０５１９４９１２３１００２Ｘ',
  ])
    assert.equal(normalisePersonNumber('ID', typed), one, typed);
  assert.equal(normalisePersonNumber('ID', '110105491231002'), one);
  assert.equal(normalisePersonNumber('', '11010519491231002X'), one);
});

test('[N4] every number of 15 digits becomes one whose check character fits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{15}$/), (typed) => {
      const written = normalisePersonNumber('ID', typed).replace('GB11643:', '');
      assert.deepEqual(checkResidentId(written), { ok: true });
      assert.equal(normalisePersonNumber('ID', written), `GB11643:${written}`);
    }),
  );
});

test('[N4] a passport is no resident number and no plate; nothing stays nothing', () => {
  assert.equal(normalisePersonNumber('PP', 'e 1234 5678'), 'PP:E12345678');
  assert.notEqual(normalisePersonNumber('PP', '110105194912310021'), normalisePersonNumber('ID', '110105194912310021'));
  assert.equal(normalisePersonNumber('ID', '  '), '');
  assert.equal(normalisePlate(''), '');
});

test('[N4] a plate is the same with the dot, a dash, blanks or small letters (GA 36)', () => {
  for (const typed of ['渝A12345', '渝A·12345', '渝a-12345', '渝Ａ１２３４５', '渝 A 12345'])
    assert.equal(normalisePlate(typed), 'GA36:渝A12345', typed);
});
