// The database made ready at the start: migrations and rights by the owner's account where one is given, and what the running account is not
// held to, said aloud. An account that owns nothing changes no schema: it is refused where a migration is missing.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { alterableLog, APPLICATION_ROLE, couldAlterLog, readyApplicationRole } from './application-role.ts';
import { createDatabase, type Database } from './connect.ts';
import { isOwners, type MigrationSource, migrate, requireMigrated } from './migrate.ts';
import { readySecondLock } from './second-lock.ts';

type Prepared = { readonly applied: number; readonly unlocked?: Bilingual; readonly warnings: readonly Bilingual[] };

/** `ownerUrl` is used before anything runs and let go again. Throws MigrationRefused. */
export async function prepareDatabase(
  database: Database,
  { databaseUrl, ownerUrl }: { databaseUrl: string; ownerUrl?: string },
  modules: readonly MigrationSource[],
): Promise<Prepared> {
  const schemas = ['runtime', ...modules.map((m) => m.id)];
  let applied = 0;
  if (ownerUrl !== undefined) applied = await prepareAsOwner(ownerUrl, databaseUrl, modules, schemas);
  else if (await isOwners(database.pool)) applied = await migrate(database.pool, modules);
  else await requireMigrated(database.pool, modules);
  const unlocked = await readySecondLock(database.pool, schemas);
  const alterable = await couldAlterLog(database.pool);
  return {
    applied,
    ...(unlocked ? { unlocked } : {}),
    warnings: [...(unlocked ? [unlocked] : []), ...(alterable ? [alterableLog] : [])],
  };
}

/** Migrations, the second lock's role and the application's own (`npm run migrate` does this alone). */
export async function prepareAsOwner(
  ownerUrl: string,
  databaseUrl: string,
  modules: readonly MigrationSource[],
  schemas: readonly string[],
): Promise<number> {
  const owner = createDatabase(ownerUrl, { maxConnections: 2 });
  try {
    const applied = await migrate(owner.pool, modules);
    await readySecondLock(owner.pool, schemas);
    const { username, password } = new URL(databaseUrl);
    if (username === APPLICATION_ROLE) await readyApplicationRole(owner.pool, schemas, decodeURIComponent(password));
    return applied;
  } finally {
    await owner.close();
  }
}
