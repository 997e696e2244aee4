// What benches of lanes begin with: a database of their own with nothing in it, its floor, and a connection that fills it; and a worker's surroundings.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { hubModules } from '../../src/hub/modules.ts';
import { createIdSource } from '../../src/kernel/id.ts';
import { createDatabase } from '../../src/runtime/database/connect.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/runtime/unit-of-work.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { measureFloor } from './floor.ts';

export async function openLanes() {
  const test = await createTestDatabase();
  const floor = await measureFloor(test.url, { clients: 8, ms: 2000 });
  const database = createDatabase(test.url);
  await migrate(database.pool, hubModules);
  const unitOfWork = createUnitOfWork({
    database,
    clock: { now: () => new Date() },
    settings: { mode: 'demo', baseUrl: 'http://localhost', releaseKeyPem: '', sealKey: '' },
    newId: createIdSource({ now: Date.now, random: randomBytes }),
  });
  const filler = new pg.Client({ connectionString: test.url });
  await filler.connect();
  // Filling is no part of what is measured.
  await filler.query('set synchronous_commit = off');
  return {
    url: test.url,
    floor,
    unitOfWork,
    filler,
    close: async () => {
      await filler.end();
      await database.close();
      await test.drop();
    },
  };
}

export const workerOf = (unitOfWork: UnitOfWork) => ({
  unitOfWork,
  clock: { now: () => new Date() },
  steady: () => performance.now(),
  owner: randomUUID(),
  random: Math.random,
  onFault: (error: unknown) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
});

export const figuresOf = (bench: string) => (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench, name, value: Math.round(value * 1e4) / 1e4, unit })}\n`);
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
