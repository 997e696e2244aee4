// Values that fit a schema of the description, as fast-check arbitraries.
import fc from 'fast-check';
import type { Shape } from './operations.ts';

/** Texts that fit a length but that nobody expects. */
const odd = [
  '\u0000',
  '\ud800',
  '\u202e反',
  '=1+1',
  '@SUM(A1)',
  "'; drop table x; --",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '%00',
  '{{7*7}}',
  '\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
  '𠮷😀',
  '-0',
  '1e999',
  'NaN',
  '９９',
  ' ',
];

function text(shape: Shape): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 60 } = shape;
  if (shape.format === 'uuid') return fc.uuid();
  if (shape.format === 'date') return day;
  if (shape.format === 'date-time') return instant;
  if (shape.pattern !== undefined)
    return fc.stringMatching(new RegExp(shape.pattern)).map((s) => s.slice(0, maxLength));
  const plain = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, Math.max(minLength, 60)) });
  const strange = odd.filter((s) => s.length >= minLength && s.length <= maxLength);
  return strange.length === 0 ? plain : fc.oneof(plain, fc.constantFrom(...strange));
}
const span = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true };
const instant = fc.date(span).map((d) => d.toISOString());
const day = fc.date(span).map((d) => d.toISOString().slice(0, 10));

function arbitraryOf(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => arbitraryOf(one, depth)));
  if (shape.properties) {
    const fields = Object.fromEntries(Object.entries(shape.properties).map(([k, s]) => [k, arbitraryOf(s, depth + 1)]));
    return fc.record(fields, { requiredKeys: [...(shape.required ?? [])] });
  }
  const [open] = Object.values(shape.patternProperties ?? {});
  if (open) return fc.dictionary(fc.string({ maxLength: 30 }), arbitraryOf(open, depth + 1), { maxKeys: 6 });
  switch (shape.type) {
    case 'array':
      return fc.array(arbitraryOf(shape.items ?? {}, depth + 1), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 4, Math.max(shape.minItems ?? 0, 4)),
      });
    case 'integer':
      return fc.oneof(
        fc.integer({ min: shape.minimum ?? -(2 ** 31), max: Math.min(shape.maximum ?? 2 ** 31, 2 ** 31) }),
        fc.integer({ min: shape.minimum ?? Number.MIN_SAFE_INTEGER, max: shape.maximum ?? Number.MAX_SAFE_INTEGER }),
      );
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return text(shape);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** One value, the same for the same seed. */
export const grow = (shape: Shape, seed: number): unknown => fc.sample(arbitraryOf(shape), { seed, numRuns: 1 })[0];
export const anyJson = (seed: number): unknown => fc.sample(fc.jsonValue({ maxDepth: 4 }), { seed, numRuns: 1 })[0];
