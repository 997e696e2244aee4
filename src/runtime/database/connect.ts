// The database as the rest of the house sees it: transactions, and reads that need none. int8 comes as number (refused when
// unsafe), numeric as text, instants as ISO UTC text.
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { gatheringSocket } from './gathering-socket.ts';
import { nameStatements } from './name-statements.ts';
import { type Lock, lockSession, lockTransaction } from './second-lock.ts';

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
  /** Single statements without a transaction around them; the server refuses to write through it. */
  readonly reader: Kysely<unknown>;
  /** The same for an actor: held to what he may see (`second-lock.ts`). */
  readerFor(lock: Lock | undefined): Kysely<unknown>;
  readonly pool: pg.Pool;
  /** Behind `reader`. */
  readonly readers: pg.Pool;
  /**
   * Runs `act` between `begin` and whatever ends it; `act` commits by itself, as its last statement. `begin` travels with
   * the first statement instead of costing a round trip. What `act` throws rolls back.
   * Statements asked together (`Promise.all`) go out as one message and are answered in that order, each seeing what the ones before it
   * locked and wrote. Ask together single statements only: one of several would go on after the others’ failure has ended the transaction.
   */
  transaction<T>(act: (db: Kysely<unknown>) => Promise<T>, lock?: Lock): Promise<T>;
  /** Throws while the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export function createDatabase(url: string, options: { readonly maxConnections?: number } = {}): Database {
  // More connections than this make a server with few cores slower, not faster.
  // Portico's own work goes by keys: one plan serves all values, and a statement that names a list of keys is not planned anew for each
  // list (planning was a fifth of what the database did for a journey). Whoever acts for an organisation has plans for what he asks
  // (`second-lock.ts`), and so have the readers: of lists and searches the best plan depends on the values.
  const pool = createPool(url, {
    max: options.maxConnections ?? 8,
    options: '-c plan_cache_mode=force_generic_plan',
  });
  const readers = createPool(url, { max: options.maxConnections ?? 6, options: '-c default_transaction_read_only=on' });
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const lockable = createLockablePool(readers);
  const reader = lockable(undefined);
  const onClient = new WeakMap<pg.PoolClient, Kysely<unknown>>();

  async function transaction<T>(act: (db: Kysely<unknown>) => Promise<T>, lock?: Lock): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      const begun = client.query('begin');
      begun.catch(() => undefined); // heard below, or by the first statement
      const locked = lock && lockTransaction(client, lock);
      locked?.catch(() => undefined); // a transaction in which it failed goes nowhere
      let db = onClient.get(client);
      if (!db) onClient.set(client, (db = kyselyOn(client)));
      const value = await act(db);
      await begun;
      await locked;
      return value;
    } catch (error) {
      // On a connection that broke there is nothing left to roll back; a statement it had prepared may be out of date.
      broken = (error as { code?: string }).code === '0A000';
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    kysely,
    reader,
    readerFor: lockable,
    pool,
    readers,
    transaction,
    ping: async () => void (await readers.query('select 1')),
    close: async () => {
      await Promise.all([kysely.destroy(), readers.end()]);
    },
  };
}

function createPool(url: string, options: { max: number; options?: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    // A node that stands still in the middle of a transaction must not hold the others up for long.
    idle_in_transaction_session_timeout: 8000,
    statement_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    stream: gatheringSocket,
    ...options,
  });
  // A backend that dies while idle must not end the process; the next query gets a fresh one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // Nor one that dies between two queries of a transaction: that query then fails, and with it the transaction only.
    client.on('error', () => undefined);
    nameStatements(client);
  });
  return pool;
}

/**
 * Query builders over one pool whose connections are each set to whom the next statement is for. The setting travels with the statement,
 * and is left out where the connection has it already; where it fails the statement's result is not handed over.
 */
function createLockablePool(pool: pg.Pool): (lock: Lock | undefined) => Kysely<unknown> {
  const set = new WeakMap<pg.PoolClient, string>();
  return (lock) => {
    const key = lock ? lock.join('\n') : '';
    const connect = async () => {
      const client = await pool.connect();
      const setting = (set.get(client) ?? '') === key ? undefined : lockSession(client, lock);
      let broken = false;
      set.set(client, key);
      setting?.catch(() => (broken = true));
      return new Proxy(client as unknown as PostgresPoolClient, {
        get: (target, name) => {
          if (name === 'release') return () => client.release(broken);
          const value = Reflect.get(target, name);
          if (name !== 'query' || setting === undefined)
            return typeof value === 'function' ? value.bind(target) : value;
          return async (...args: unknown[]) => {
            const result = (value as (...given: unknown[]) => Promise<unknown>).apply(target, args);
            const [answer] = await Promise.all([result, setting]);
            return answer;
          };
        },
      });
    };
    return new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: { connect, end: async () => undefined } as never }),
    });
  };
}

/** The query builder on one connection that somebody else takes and gives back. */
function kyselyOn(client: pg.PoolClient): Kysely<unknown> {
  const borrowed = new Proxy(client as unknown as PostgresPoolClient, {
    get: (target, key) => {
      if (key === 'release') return () => undefined;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined } as never }),
  });
}
