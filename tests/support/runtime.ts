// The runtime alone on a database of its own: transactions and the log, no modules, no loops; and a client with every right.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createIdSource } from '../../src/kernel/id.ts';
import { createDatabase, type Database } from '../../src/runtime/database/connect.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/runtime/unit-of-work.ts';
import { createTestDatabase } from './database.ts';

export type TestRuntime = {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly owner: pg.Client;
  /** By the owner's account. */
  readonly url: string;
  stop(): Promise<void>;
};

export async function startTestRuntime(clock: { now(): Date } = { now: () => new Date() }): Promise<TestRuntime> {
  const testDatabase = await createTestDatabase();
  const database = createDatabase(testDatabase.url);
  await migrate(database.pool, []);
  const owner = new pg.Client({ connectionString: testDatabase.url });
  await owner.connect();
  return {
    database,
    unitOfWork: createUnitOfWork({
      database,
      clock,
      settings: { mode: 'demo', baseUrl: 'http://localhost', releaseKeyPem: '', sealKey: '' },
      newId: createIdSource({ now: Date.now, random: randomBytes }),
    }),
    owner,
    url: testDatabase.url,
    stop: async () => {
      await owner.end();
      await database.close();
      await testDatabase.drop();
    },
  };
}
