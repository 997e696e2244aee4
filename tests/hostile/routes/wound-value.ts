// One thing made wrong in a value that fits: what and where, so that the answer can be held to naming it.
import type { Chance } from '../mutate.ts';
import type { Shape } from './operations.ts';

export type Wounded = {
  readonly value: unknown;
  /** As findings write it: `goods[2].hsCode`; empty for the whole. */
  readonly at: string;
};

const unknownFields = [
  'isAdmin',
  'organisationId',
  'roles',
  'id',
  'state',
  'ownerId',
  'constructor',
  'toString',
  '$where',
];

type Place = { readonly steps: readonly (string | number)[]; readonly shape: Shape; readonly value: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a value that its schema says something about. */
function places(shape: Shape, value: unknown, steps: readonly (string | number)[] = []): Place[] {
  const own = [{ steps, shape, value }];
  if (shape.anyOf) return own;
  if (isRecord(value)) {
    const [open] = Object.values(shape.patternProperties ?? {});
    return own.concat(
      Object.entries(value).flatMap(([key, inner]) => {
        const known = shape.properties?.[key] ?? open;
        return known ? places(known, inner, [...steps, key]) : [];
      }),
    );
  }
  if (Array.isArray(value) && shape.items) {
    const { items } = shape;
    return own.concat(value.flatMap((inner, i) => places(items, inner, [...steps, i])));
  }
  return own;
}

/** A value that cannot fit. */
function misfit(chance: Chance, shape: Shape, value: unknown): unknown {
  const wrong: unknown[] = [];
  const allowed = shape.anyOf ?? [shape];
  const types = new Set(allowed.map((one) => one.type ?? typeof (one.const ?? one.enum?.[0])));
  if (!types.has('string')) wrong.push('x', '');
  if (!types.has('integer') && !types.has('number')) wrong.push(1, -1e300, 1.5);
  if (!types.has('boolean')) wrong.push(true);
  if (!types.has('null')) wrong.push(null);
  if (!types.has('array')) wrong.push([], [[[]]]);
  if (!types.has('object')) wrong.push({}, { $ne: null });
  if (types.has('integer')) wrong.push(0.5);
  if (shape.maxLength !== undefined) wrong.push('长'.repeat(shape.maxLength + 1));
  if (shape.minLength) wrong.push('');
  if (shape.enum || shape.anyOf?.every((one) => 'const' in one)) wrong.push('none of them');
  if (shape.minimum !== undefined) wrong.push(shape.minimum - 1);
  if (shape.maximum !== undefined) wrong.push(shape.maximum + 1);
  if (shape.format) wrong.push('not one');
  if (shape.maxItems !== undefined && Array.isArray(value) && value.length > 0)
    wrong.push(Array.from({ length: shape.maxItems + 1 }, () => value[0]));
  return chance.pick(wrong);
}

function put(value: unknown, steps: readonly (string | number)[], inner: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return inner;
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? put(one, rest, inner) : one));
  const record = value as Record<string, unknown>;
  return { ...record, [step]: put(record[step], rest, inner) };
}
const written = (steps: readonly (string | number)[]): string =>
  steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');

/** `how`: a value of another kind, a field missing, or a field that nobody knows. */
export function wound(chance: Chance, schema: Shape, value: unknown): Wounded {
  const all = places(schema, value);
  const records = all.filter((p) => p.shape.properties && isRecord(p.value));
  const how = chance.below(5);
  if (how === 0 && records.length > 0) {
    const { steps, shape, value: record } = chance.pick(records);
    const name = chance.pick(unknownFields);
    if (!Object.hasOwn(shape.properties ?? {}, name))
      return { value: put(value, steps, { ...(record as object), [name]: true }), at: written(steps) };
  }
  if (how === 1) {
    const holding = records.filter((p) => p.shape.required?.some((name) => name in (p.value as object)));
    if (holding.length > 0) {
      const { steps, shape, value: record } = chance.pick(holding);
      const gone = chance.pick((shape.required ?? []).filter((name) => name in (record as object)));
      const { [gone]: _, ...left } = record as Record<string, unknown>;
      return { value: put(value, steps, left), at: written(steps) };
    }
  }
  const { steps, shape, value: was } = chance.pick(all);
  return { value: put(value, steps, misfit(chance, shape, was)), at: written(steps) };
}
