// Gives every repeated statement a name, so that the server parses and plans it once per connection instead of every time.
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Statements of varying length (lists of values) would fill the server's memory: so many get a name, the rest go without. */
const MOST = 400;
const names = new Map<string, string>();
let seenOnce = new Set<string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST) return undefined;
  if (!seenOnce.delete(text)) {
    if (seenOnce.size > 2000) seenOnce = new Set();
    seenOnce.add(text);
    return undefined;
  }
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Statements without values stay as they are: they may be several in one message. */
export function nameStatements(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    // The pool itself asks with a callback behind.
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args);
    const name = nameOf(text);
    return name === undefined ? query(...args) : query({ name, text, values }, ...rest);
  }) as PoolClient['query'];
}
