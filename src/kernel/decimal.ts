// Exact decimals as text: money, weights and quantities are never binary floats (DEVELOPERS; formats §5).
import { Decimal } from 'decimal.js';

const exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
const SHAPE = /^-?\d+(\.\d+)?$/;

/** The number behind a plain decimal text, or undefined where the text is none (exponents, signs, blanks are not). */
function parseDecimal(text: string | undefined): Decimal | undefined {
  return text !== undefined && SHAPE.test(text) ? new exact(text) : undefined;
}

export const isDecimal = (text: string | undefined): boolean => parseDecimal(text) !== undefined;

function must(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** Shortest plain text: no exponent, no trailing zeros. */
const plain = (value: Decimal): string => value.toFixed();

export const addDecimals = (texts: readonly string[]): string =>
  plain(texts.reduce((sum, t) => sum.plus(must(t)), new exact(0)));
export const multiplyDecimals = (a: string, b: string): string => plain(must(a).times(must(b)));
/** Negative, zero or positive as a < b, a = b, a > b. */
export const compareDecimals = (a: string, b: string): number => must(a).comparedTo(must(b));
export const differenceOf = (a: string, b: string): string => plain(must(a).minus(must(b)).abs());
/** Exactly `scale` digits after the point, rounded half up. */
export const toScale = (text: string, scale: number): string => must(text).toFixed(scale);
/** Drops trailing zeros: `1.92000` → `1.92`. */
export const shorten = (text: string): string => plain(must(text));

/** Whether the text fits `precision,scale` (all digits, digits after the point), e.g. `19,5`. */
export function fitsLength(text: string, length: string): boolean {
  if (!SHAPE.test(text)) return false;
  const [precision = 0, scale = 0] = length.split(',').map(Number);
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return whole.replace(/^0+(?=\d)/, '').length <= precision - scale && lengthWithoutZeros(fraction) <= scale;
}

/** Counted by hand: the pattern `0+$` takes minutes over two hundred thousand zeros that are not at the end. */
function lengthWithoutZeros(digits: string): number {
  let length = digits.length;
  while (digits[length - 1] === '0') length -= 1;
  return length;
}
