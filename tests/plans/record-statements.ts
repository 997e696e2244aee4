// Every statement that goes to the database while something is done, with its values, as the driver sends it; for looking at plans.
import pg from 'pg';

export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Asked where one plan serves all values (`connect.ts`). */
  readonly generic: boolean;
};
type Asking = pg.Client & { readonly connectionParameters: { readonly options?: string } };

export function recordStatements() {
  const seen = new Map<string, Statement>();
  const planned = new WeakSet<Asking>();
  const original = pg.Client.prototype.query;
  function query(this: Asking, ...args: unknown[]): unknown {
    const [first, second] = args;
    const config = first as { text?: string; values?: unknown[] };
    const text = typeof first === 'string' ? first : config?.text;
    const values = typeof first === 'string' ? second : config?.values;
    if (text && /^(begin|commit|rollback)\b/i.test(text)) planned.delete(this);
    if (text?.includes("set_config('plan_cache_mode', 'auto'")) planned.add(this);
    const generic = this.connectionParameters.options?.includes('force_generic_plan') === true && !planned.has(this);
    const key = `${generic} ${text}`;
    if (text && !seen.has(key)) seen.set(key, { text, values: Array.isArray(values) ? values : [], generic });
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
