import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  differenceOf,
  fitsLength,
  isDecimal,
  multiplyDecimals,
  shorten,
  toScale,
} from './decimal.ts';

// The independent definition: a decimal is a whole number over a power of ten.
const whole = (n: bigint, scale: number): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return n < 0n ? `-${text}` : text;
};
const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }));

test('[P10] sums, products and differences are exact', () => {
  fc.assert(
    fc.property(scaled, scaled, ([a, sa], [b, sb]) => {
      const [x, y] = [a * 10n ** BigInt(6 - sa), b * 10n ** BigInt(6 - sb)];
      assert.equal(addDecimals([whole(a, sa), whole(b, sb)]), shorten(whole(x + y, 6)));
      assert.equal(multiplyDecimals(whole(a, sa), whole(b, sb)), shorten(whole(a * b, sa + sb)));
      assert.equal(differenceOf(whole(a, sa), whole(b, sb)), shorten(whole(x > y ? x - y : y - x, 6)));
      assert.equal(Math.sign(compareDecimals(whole(a, sa), whole(b, sb))), x < y ? -1 : x > y ? 1 : 0);
    }),
  );
});

test('[P10] what binary floats get wrong is right here', () => {
  assert.equal(addDecimals(['0.1', '0.2']), '0.3');
  assert.equal(multiplyDecimals('1.1', '1.1'), '1.21');
  assert.equal(addDecimals([]), '0');
});

test('[P10] rounding goes half up, to exactly so many digits', () => {
  for (const [text, scale, expected] of [
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['1', 4, '1.0000'],
  ] as const)
    assert.equal(toScale(text, scale), expected);
});

test('[P10] only plain decimal text is a number', () => {
  for (const text of ['', ' 1', '+1', '1e3', '.5', '1.', '0x10', '1,000', '１', 'NaN', 'Infinity'])
    assert.equal(isDecimal(text), false, text);
  for (const text of ['0', '-0', '007', '-1.50']) assert.equal(isDecimal(text), true, text);
  assert.throws(() => addDecimals(['1e3']), RangeError);
});

test('[P10] a length `19,5` counts digits before and after the point, zeros in front or behind do not count', () => {
  assert.equal(fitsLength('12345678901234.12345', '19,5'), true);
  assert.equal(fitsLength('123456789012345', '19,5'), false);
  assert.equal(fitsLength('1.123456', '19,5'), false);
  assert.equal(fitsLength('1.123450', '19,5'), true);
  assert.equal(fitsLength('000000000000000000001.5', '19,5'), true);
});
