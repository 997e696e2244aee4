// Every statement that goes to the database while something is done, with its values, as the driver sends it; for looking at plans.
import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

export function recordStatements() {
  const seen = new Map<string, Statement>();
  const original = pg.Client.prototype.query;
  function query(this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    const config = first as { text?: string; values?: unknown[] };
    const text = typeof first === 'string' ? first : config?.text;
    const values = typeof first === 'string' ? second : config?.values;
    if (text && !seen.has(text)) seen.set(text, { text, values: Array.isArray(values) ? values : [] });
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  }
  pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  return {
    /** Those seen since the last time, once each. */
    take: (): Statement[] => {
      const taken = [...seen.values()];
      seen.clear();
      return taken;
    },
    stop: () => {
      pg.Client.prototype.query = original;
    },
  };
}
