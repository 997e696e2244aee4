// `npm run ledger -- export FILE`: the whole ledger for an auditor. `npm run ledger -- erase RECEIPT REASON`: erases the content of one event;
// its leaf and proof stay (R26). On the database of DATABASE_URL, else the embedded one of DATA_DIR, also while Portico runs.
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eraseContent } from '../src/hub/ledger/index.ts';
import { hubModules } from '../src/hub/modules.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { loadConfig } from '../src/runtime/config.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { exportLedger } from '../src/runtime/ledger/export-ledger.ts';
import { commitWithEvents } from '../src/runtime/outbox/store.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';
import { openDatabase } from './open-database.ts';

function stop(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
const [verb, subject, reason] = process.argv.slice(2);
if (!subject || !(verb === 'export' || (verb === 'erase' && reason)))
  stop('用法 / usage: npm run ledger -- export FILE | erase RECEIPT REASON');

const config = loadConfig(process.env);
const place = await openDatabase(config).catch((error: Error) => stop(error.message));
const database = createDatabase(place.url);
try {
  if (place.ours) await migrate(database.pool, hubModules);
  if (verb === 'export')
    await database.transaction(async (db) => {
      await pipeline(Readable.from(exportLedger(db)), createWriteStream(subject));
      await commitWithEvents(db, []);
    });
  else
    await createUnitOfWork({
      database,
      clock: { now: () => new Date() },
      settings: config,
      newId: createIdSource({ now: Date.now, random: randomBytes }),
    }).run(portico, (context) => eraseContent(context, subject, reason ?? ''));
} finally {
  await database.close();
  await place.close();
}
