// `DATABASE_OWNER_URL=… DATABASE_URL=… npm run migrate`: applies migrations as the owner of the tables, makes the account portico_app with
// the password of DATABASE_URL where it is missing, and gives it its rights (R25). Nodes then run without the owner's account.
import { hubModules } from '../src/hub/modules.ts';
import { APPLICATION_ROLE } from '../src/runtime/database/application-role.ts';
import { MigrationRefused } from '../src/runtime/database/migrate.ts';
import { prepareAsOwner } from '../src/runtime/database/prepare-database.ts';

const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: databaseUrl } = process.env;
if (!ownerUrl || !databaseUrl || new URL(databaseUrl).username !== APPLICATION_ROLE) {
  process.stderr.write(
    `用法 / usage: DATABASE_OWNER_URL=postgresql://OWNER… DATABASE_URL=postgresql://${APPLICATION_ROLE}:PASSWORD@… npm run migrate\n`,
  );
  process.exit(2);
}
try {
  const applied = await prepareAsOwner(ownerUrl, databaseUrl, hubModules, ['runtime', ...hubModules.map((m) => m.id)]);
  process.stdout.write(`数据库迁移 ${applied} 项 / ${applied} migrations applied\n`);
} catch (error) {
  if (!(error instanceof MigrationRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
