// A body says what it was asked for and nothing else (ASVS 15.3.3, mass assignment): every object that names its fields is closed, and
// an unknown one is refused by name instead of passed over.
import type { TSchema } from 'typebox';

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Values, not schemas. */
const given = new Set(['examples', 'enum', 'const', 'required', 'default']);

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (!isPlain(schema)) return schema;
  const inside: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema))
    if (given.has(key)) inside[key] = value;
    else if ((key === 'properties' || key === 'patternProperties') && isPlain(value))
      inside[key] = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, close(field)]));
    else inside[key] = close(value);
  return 'properties' in inside && inside.additionalProperties === undefined
    ? { ...inside, additionalProperties: false }
    : inside;
}

const known = new WeakMap<TSchema, TSchema>();
/** The same schema, closed at every depth; made once. */
export function closeSchema(schema: TSchema): TSchema {
  const closed = known.get(schema) ?? (close(schema) as TSchema);
  known.set(schema, closed);
  return closed;
}
