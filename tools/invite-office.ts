// `npm run invite-office -- ROLE NAME EMAIL [OFFICE OFFICE_EN USCC]`: the first holders of the port office's roles (operator, security-administrator,
// auditor; decision 0026), as a link to hand over. On the database of DATABASE_URL, also while Portico runs; the invitation is in the ledger.
import { randomBytes } from 'node:crypto';
import { inviteToOffice } from '../src/hub/account/index.ts';
import { hubModules } from '../src/hub/modules.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { loadConfig } from '../src/runtime/config.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';
import { openDatabase } from './open-database.ts';

const [role, name, email, office, officeEn, uscc] = process.argv.slice(2);
function stop(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
if (!role || !name || !email || (office && !(officeEn && uscc)))
  stop('用法 / usage: npm run invite-office -- ROLE NAME EMAIL [OFFICE OFFICE_EN USCC]');

const config = loadConfig(process.env);
const place = await openDatabase(config).catch((error: Error) => stop(error.message));
const database = createDatabase(place.url);
try {
  if (place.ours) await migrate(database.pool, hubModules);
  const unitOfWork = createUnitOfWork({
    database,
    clock: { now: () => new Date() },
    settings: config,
    newId: createIdSource({ now: Date.now, random: randomBytes }),
  });
  const given = {
    role,
    name,
    email,
    ...(office && officeEn && uscc ? { office: { name: office, nameEn: officeEn, uscc } } : {}),
  };
  const link = await unitOfWork.run(portico, (context) => inviteToOffice(context, given));
  process.stdout.write(`${link.url}\n有效至 / works until ${link.expiresAt}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.code} ${error.message}\n`);
  process.exitCode = 2;
} finally {
  await database.close();
  await place.close();
}
