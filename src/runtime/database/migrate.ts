// Forward-only migrations (R24): each module's numbered `.sql` files, once each, by one process while the others wait; changed
// or missing history is refused before anything is touched. None waits long for a lock, because traffic queues behind it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { sha256Hex } from '../../kernel/digest.ts';

export type MigrationSource = { readonly id: string; readonly migrations?: URL };
type Migration = { readonly module: string; readonly name: string; readonly text: string; readonly digest: string };
type MigrateOptions = {
  /** How long an `alter table` may stand in the queue of a table, with everybody else behind it. */
  readonly lockTimeoutMs?: number;
  readonly lockAttempts?: number;
};

/** What the database has is not what this program would have made of it. */
export class MigrationRefused extends Error {
  readonly problems: readonly Bilingual[];
  constructor(problems: readonly Bilingual[]) {
    super(problems.map((p) => `${p.zh}\n  ${p.en}`).join('\n'));
    this.name = 'MigrationRefused';
    this.problems = problems;
  }
}

const runtimeMigrations: MigrationSource = {
  id: 'runtime',
  migrations: new URL('../migrations/', import.meta.url),
};
const LOCK = 7_302_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function collect(sources: readonly MigrationSource[]): Migration[] {
  return sources.flatMap(({ id, migrations }) => {
    if (!migrations) return [];
    const dir = fileURLToPath(migrations);
    return readdirSync(dir)
      .filter((f) => /^\d{4}-[\w-]+\.sql$/.test(f))
      .sort()
      .map((name) => {
        const text = readFileSync(path.join(dir, name), 'utf-8');
        return { module: id, name, text, digest: sha256Hex(text) };
      });
  });
}

/** Held to the end of the transaction: what every node does at its start, one after the other. */
export const lockStart = (db: Kysely<unknown>) => sql`select pg_advisory_xact_lock(7302002)`.execute(db);

export async function migrate(
  pool: Pool,
  sources: readonly MigrationSource[],
  { lockTimeoutMs = 2000, lockAttempts = 60 }: MigrateOptions = {},
): Promise<number> {
  const migrations = collect([runtimeMigrations, ...sources]);
  const client = await pool.connect();
  try {
    await takeTurn(client);
    const known = await readApplied(client);
    refuseForeignHistory(migrations, known);
    const missing = migrations.filter((m) => !known.has(`${m.module}/${m.name}`));
    for (const migration of missing) await apply(client, migration, { lockTimeoutMs, lockAttempts });
    return missing.length;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Whether this account made the tables, or is about to. */
export async function isOwners(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ owns: boolean }>(
    `select coalesce((select pg_has_role(relowner, 'USAGE') from pg_class where oid = to_regclass('runtime.migration')), true) as owns`,
  );
  return rows[0]?.owns ?? true;
}

/** For an account that may change no schema: every migration has been applied by the owner's. Throws MigrationRefused. */
export async function requireMigrated(pool: Pool, sources: readonly MigrationSource[]): Promise<void> {
  const migrations = collect([runtimeMigrations, ...sources]);
  const client = await pool.connect();
  try {
    const known = await readNoted(client);
    refuseForeignHistory(migrations, known);
    const missing = migrations.filter((m) => !known.has(`${m.module}/${m.name}`)).map((m) => `${m.module}/${m.name}`);
    if (missing.length > 0)
      throw new MigrationRefused([
        {
          zh: `数据库缺少迁移 ${missing.join('、')}，而运行账号无权执行：请先以所有者账号执行 npm run migrate（DATABASE_OWNER_URL）`,
          en: `the database lacks migrations ${missing.join(', ')}, and the running account may not apply them: run npm run migrate as the owner first (DATABASE_OWNER_URL)`,
        },
      ]);
  } finally {
    client.release();
  }
}

/** Asks again and again: a statement that waits would hold a snapshot, and the one that builds an index would wait for it. */
async function takeTurn(client: PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]?.mine) return;
    await pause(100);
  }
}

async function readApplied(client: PoolClient): Promise<Map<string, string>> {
  await client.query('create schema if not exists runtime');
  await client.query(
    'create table if not exists runtime.migration (module text, name text, digest text not null, applied_at timestamptz not null default now(), primary key (module, name))',
  );
  return readNoted(client);
}

async function readNoted(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ module: string; name: string; digest: string }>(
    'select module, name, digest from runtime.migration order by module, name',
  );
  return new Map(rows.map((r) => [`${r.module}/${r.name}`, r.digest]));
}

function refuseForeignHistory(migrations: readonly Migration[], known: ReadonlyMap<string, string>): void {
  const ours = new Map(migrations.map((m) => [`${m.module}/${m.name}`, m.digest]));
  const modules = new Set(migrations.map((m) => m.module));
  const problems: Bilingual[] = [];
  for (const [name, digest] of known) {
    const own = ours.get(name);
    if (own === digest) continue;
    // A program that has only some of the modules (tests) has nothing to say about the others.
    if (own === undefined && !modules.has(name.split('/', 1)[0] ?? '')) continue;
    problems.push(
      own === undefined
        ? {
            zh: `数据库已执行迁移 ${name}，本程序没有该文件：数据库属于更新的版本，请启动该版本`,
            en: `the database has had migration ${name}, which this program does not have: it belongs to a newer version; start that one`,
          }
        : {
            zh: `迁移 ${name} 执行后被改动：请恢复原文件，改动另加新的迁移`,
            en: `migration ${name} was changed after it had been applied: restore the file, and add a new one for the change`,
          },
    );
  }
  if (problems.length > 0) throw new MigrationRefused(problems);
}

/** On its first line a file may ask to run outside a transaction (`create index concurrently`); it must bear being run again. */
const OUTSIDE = /^-- outside a transaction\b/;

async function apply(
  client: PoolClient,
  migration: Migration,
  { lockTimeoutMs, lockAttempts }: Required<MigrateOptions>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (OUTSIDE.test(migration.text)) return await applyOutside(client, migration);
      return await applyInside(client, migration, lockTimeoutMs);
    } catch (error) {
      const waited = (error as { code?: unknown }).code === '55P03';
      // Whoever queued behind us goes first before we stand in line again.
      if (waited && attempt < lockAttempts) await pause(lockTimeoutMs / 4);
      else
        throw new Error(`migration ${migration.module}/${migration.name} failed: ${(error as Error).message}`, {
          cause: error,
        });
    }
  }
}

async function applyInside(client: PoolClient, migration: Migration, lockTimeoutMs: number): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = ${lockTimeoutMs}`);
    await client.query(migration.text);
    await note(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function applyOutside(client: PoolClient, migration: Migration): Promise<void> {
  const statements = migration.text
    .replace(/--[^\n]*/g, '')
    .split(';')
    .map((s) => s.trim())
    .filter(Boolean);
  await client.query('set statement_timeout = 0');
  try {
    for (const statement of statements) {
      const name = /index concurrently if not exists (\S+) on (\w+)\./i.exec(statement);
      // One that was cut short stays behind unusable, and `if not exists` would take it for done.
      if (name) await dropUnusable(client, `${name[2]}.${name[1]}`);
      await client.query(statement);
    }
    await note(client, migration);
  } finally {
    await client.query('reset statement_timeout');
  }
}

async function dropUnusable(client: PoolClient, index: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_index where indexrelid = to_regclass($1) and not indisvalid', [
    index,
  ]);
  if (rows.length > 0) await client.query(`drop index concurrently ${index}`);
}

const note = (client: PoolClient, { module, name, digest }: Migration) =>
  client.query('insert into runtime.migration (module, name, digest) values ($1, $2, $3)', [module, name, digest]);
