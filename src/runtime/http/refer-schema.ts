// Writes a schema for OpenAPI: what has a name stands once among the components and is referred to (P12).
import type { Schema } from './example-of.ts';

/** Schemas with a title move to `components` and are referred to; a schema is otherwise written where it stands. */
export function refer(schema: Schema, named: Map<string, unknown>): unknown {
  const plain = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((v) => (typeof v === 'object' && v !== null ? refer(v as Schema, named) : v))
      : typeof value === 'object' && value !== null
        ? refer(value as Schema, named)
        : value;
  const inside = () => {
    const written: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'examples' || key === 'enum' || key === 'const' || key === 'required') written[key] = value;
      else if (key === 'properties' || key === 'patternProperties')
        written[key] = Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, plain(v)]));
      else written[key] = plain(value);
    }
    return written;
  };
  if (!schema.title) return inside();
  if (!named.has(schema.title)) {
    named.set(schema.title, {});
    named.set(schema.title, inside());
  }
  return { $ref: `#/components/schemas/${schema.title}` };
}
