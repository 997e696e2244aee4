// `npm run ledger -- export FILE`: the whole ledger for an auditor. `npm run ledger -- erase RECEIPT REASON`: erases the content of one event;
// its leaf and proof stay (R26), and the list of PORTICO_ERASURES notes it. `… erase-again`: after a restore, what is on the list. `… bundle FOLDER shipment ID | organisation ID | period FROM TO`: receipts with proofs for an auditor. On the database of DATABASE_URL, else the embedded one of DATA_DIR, also while Portico runs.
import { randomBytes } from 'node:crypto';
import { appendFileSync, createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eraseEverywhere, eraseReturned } from '../src/hub/audit/index.ts';
import { noteRestore } from '../src/hub/exchange/index.ts';
import { exportBundle } from '../src/hub/ledger/index.ts';
import { hubModules } from '../src/hub/modules.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { loadConfig } from '../src/runtime/config.ts';
import { portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { migrate } from '../src/runtime/database/migrate.ts';
import { addErasure, readErasures } from '../src/runtime/ledger/erasure-list.ts';
import { exportLedger } from '../src/runtime/ledger/export-ledger.ts';
import { commitWithEvents } from '../src/runtime/outbox/store.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';
import { openDatabase } from './open-database.ts';

function stop(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
const [verb, subject = '', reason, ...more] = process.argv.slice(2);
const wanted = verb === 'bundle' ? wantedOf(reason, more) : undefined;
if (verb !== 'erase-again' && (!subject || !(verb === 'export' || (verb === 'erase' && reason) || wanted)))
  stop(
    '用法 / usage: npm run ledger -- export FILE | erase RECEIPT REASON | erase-again | bundle FOLDER shipment ID | bundle FOLDER organisation ID | bundle FOLDER period FROM TO',
  );

function wantedOf(what: string | undefined, [first, second]: readonly string[]) {
  if (what === 'shipment' && first) return { shipmentId: first };
  if (what === 'organisation' && first) return { organisationId: first };
  const [from, to] = [new Date(first ?? ''), new Date(second ?? '')];
  if (what !== 'period' || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return undefined;
  return { from: from.toISOString(), to: to.toISOString() };
}

const config = loadConfig(process.env);
const list = config.erasures ?? stop('PORTICO_ERASURES');
const place = await openDatabase(config).catch((error: Error) => stop(error.message));
const database = createDatabase(place.url);
try {
  if (place.ours) await migrate(database.pool, hubModules);
  if (verb === 'export')
    await database.transaction(async (db) => {
      await pipeline(Readable.from(exportLedger(db)), createWriteStream(subject));
      await commitWithEvents(db, []);
    });
  else {
    const unitOfWork = createUnitOfWork({
      database,
      clock: { now: () => new Date() },
      settings: config,
      newId: createIdSource({ now: Date.now, random: randomBytes }),
    });
    if (verb === 'erase-again') {
      const once = readErasures(list);
      // First, as at a start: no position of before the restore is given again, and the operator hears of the instant, not of this.
      await unitOfWork.run(portico, noteRestore);
      const again = await unitOfWork.run(portico, (context) => eraseReturned(context, once));
      process.stdout.write(`${again} 项再次删除 / erased anew, ${once.length} 项在清单中 / on the list: ${list}\n`);
    } else if (wanted) {
      mkdirSync(subject, { recursive: false });
      const write = async (file: string, text: string) => appendFileSync(path.join(subject, file), text);
      const receipts = await unitOfWork.run(portico, (context) => exportBundle(context, wanted, { write }));
      process.stdout.write(`${receipts} 份凭证 / receipts: ${subject}\n`);
    } else {
      const note = (erasure: Parameters<typeof addErasure>[1]) => addErasure(list, erasure);
      await unitOfWork.run(portico, (context) => eraseEverywhere(context, subject, { reason: reason ?? '', note }));
      process.stdout.write(
        `已删除；清单须与数据库备份分开保存 / erased; keep the list apart from the database's backups: ${list}\n`,
      );
    }
  }
} finally {
  await database.close();
  await place.close();
}
