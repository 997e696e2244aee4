// Forward-only migrations: each module's numbered `.sql` files, once each, under one lock; changed history is refused.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { sha256Hex } from '../../kernel/digest.ts';

export type MigrationSource = { readonly id: string; readonly migrations?: URL };
type Migration = { readonly module: string; readonly name: string; readonly text: string; readonly digest: string };

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

const runtimeMigrations: MigrationSource = {
  id: 'runtime',
  migrations: new URL('../migrations/', import.meta.url),
};

export async function migrate(pool: Pool, sources: readonly MigrationSource[]): Promise<number> {
  const client = await pool.connect();
  let applied = 0;
  try {
    await client.query('select pg_advisory_lock(7302000)');
    await client.query('create schema if not exists runtime');
    await client.query(
      'create table if not exists runtime.migration (module text, name text, digest text not null, applied_at timestamptz not null default now(), primary key (module, name))',
    );
    const { rows } = await client.query<{ module: string; name: string; digest: string }>(
      'select module, name, digest from runtime.migration',
    );
    const known = new Map(rows.map((r) => [`${r.module}/${r.name}`, r.digest]));
    for (const migration of collect([runtimeMigrations, ...sources])) {
      const digest = known.get(`${migration.module}/${migration.name}`);
      if (digest === migration.digest) continue;
      if (digest !== undefined)
        throw new Error(
          `migration ${migration.module}/${migration.name} was changed after it had been applied; add a new one instead`,
        );
      await client.query('begin');
      try {
        await client.query(migration.text);
        await client.query('insert into runtime.migration (module, name, digest) values ($1, $2, $3)', [
          migration.module,
          migration.name,
          migration.digest,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${migration.module}/${migration.name} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      applied += 1;
    }
  } finally {
    await client.query('select pg_advisory_unlock(7302000)').catch(() => undefined);
    client.release();
  }
  return applied;
}
