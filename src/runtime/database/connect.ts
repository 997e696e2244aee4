// One pool and one query builder. int8 comes as number (refused when unsafe), numeric as text, instants as ISO UTC text.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of safe range: ${text}`);
  return value;
});
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Database = {
  readonly kysely: Kysely<unknown>;
  readonly pool: pg.Pool;
  /** Throws while the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export function createDatabase(url: string, options: { readonly maxConnections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 12,
    types,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 60_000,
  });
  // A backend that dies while idle must not end the process; the next query gets a fresh one.
  pool.on('error', () => undefined);
  // Nor one that dies between two queries of a transaction: that query then fails, and with it the transaction only.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, pool, ping: async () => void (await pool.query('select 1')), close: () => kysely.destroy() };
}
