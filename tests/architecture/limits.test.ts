// Nothing that a request brings is without a bound (ASVS 1.2, 2.2; R14): every text has a length or a form, every list a count, every
// number a range, in path, query and body of every route.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hubModules } from '../../src/hub/modules.ts';

type Shape = Readonly<Record<string, unknown>>;
const bounded = ['maxLength', 'pattern', 'format', 'enum', 'const'];

export function unbounded(shape: Shape, at: string): string[] {
  const found: string[] = [];
  const inner = (value: unknown, where: string) => found.push(...unbounded(value as Shape, where));
  if (shape.type === 'string' && !bounded.some((key) => key in shape)) found.push(`${at}: a text without an end`);
  if (shape.type === 'string' && isOpen(shape)) found.push(`${at}: a pattern without an end, and no maxLength`);
  if (shape.type === 'array' && !('maxItems' in shape)) found.push(`${at}: a list without an end`);
  if ((shape.type === 'integer' || shape.type === 'number') && !('minimum' in shape && 'maximum' in shape))
    found.push(`${at}: a number without a range`);
  for (const [name, field] of Object.entries((shape.properties ?? {}) as object)) inner(field, `${at}.${name}`);
  for (const field of Object.values((shape.patternProperties ?? {}) as object)) inner(field, `${at}.*`);
  if (shape.items) inner(shape.items, `${at}[]`);
  for (const one of (shape.anyOf ?? []) as unknown[]) inner(one, at);
  return found;
}
/** A pattern bounds a text only where it is tied to both ends and repeats nothing for ever. */
const isOpen = ({ pattern, maxLength }: Shape): boolean =>
  typeof pattern === 'string' &&
  maxLength === undefined &&
  (!/^\^.*\$$/.test(pattern) || /[*+]|\{\d+,\}/.test(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')));

test('[P12] every text, list and number of every request has its limit', () => {
  const found = hubModules.flatMap((m) =>
    m.routes.flatMap((route) =>
      (['params', 'query', 'body'] as const).flatMap((part) =>
        route[part] ? unbounded(route[part] as unknown as Shape, `${route.method} ${route.path} ${part}`) : [],
      ),
    ),
  );
  assert.deepEqual(found, []);
});

test('[P12] a text, a list, a number without one is found', () => {
  const shape = (inner: Shape) => unbounded({ type: 'object', properties: { x: inner } }, 'body').length;
  assert.equal(shape({ type: 'string' }), 1);
  assert.equal(shape({ type: 'string', pattern: '^a+$' }), 1);
  assert.equal(shape({ type: 'string', pattern: '^a{1,3}$' }), 0);
  assert.equal(shape({ type: 'integer', minimum: 1 }), 1);
  assert.equal(shape({ type: 'array', items: { type: 'string', maxLength: 1 } }), 1);
});
