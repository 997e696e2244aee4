// `npm run reference -- import DIR [EDITION] [VALID-FROM]`: loads code tables and tariff into the database that
// DATABASE_URL names, or into the embedded one of DATA_DIR (Portico must not be running on it).
import { randomBytes } from 'node:crypto';
import { hubModules } from '../src/hub/modules.ts';
import { importTables } from '../src/hub/reference/index.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { keptSecret, loadConfig } from '../src/runtime/config.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { startEmbeddedPostgres } from '../src/runtime/database/embedded-postgres.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { claimDataDir } from '../src/runtime/process/data-dir.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';

const [
  verb,
  dir,
  edition = `import ${new Date().toISOString().slice(0, 10)}`,
  validFrom = new Date().toISOString().slice(0, 10),
] = process.argv.slice(2);
if (verb !== 'import' || !dir) {
  process.stderr.write('用法 / usage: npm run reference -- import DIR [EDITION] [VALID-FROM yyyy-MM-dd]\n');
  process.exit(2);
}
const config = loadConfig(process.env);
const claim = config.databaseUrl ? undefined : claimDataDir(config.dataDir);
const embedded = config.databaseUrl
  ? undefined
  : await startEmbeddedPostgres({ dataDir: config.dataDir, password: keptSecret(config.dataDir, 'postgres-password') });
const database = createDatabase(embedded?.url ?? config.databaseUrl ?? '');
await migrate(database.pool, hubModules);
const unitOfWork = createUnitOfWork({
  kysely: database.kysely,
  clock: { now: () => new Date() },
  settings: config,
  newId: createIdSource({ now: Date.now, random: randomBytes }),
});
const reports = await unitOfWork.run(portico, (context) => importTables(context, dir, { edition, validFrom }));
for (const r of reports) process.stdout.write(`${r.file} → ${r.list}: ${r.rows} rows, ${r.added} new\n`);
await database.close();
await embedded?.stop();
claim?.release();
