// The bus over the database: every word of one node reaches the others, however many there are; after the line was cut it hears again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { until } from '../../../tests/support/application.ts';
import { createDatabase, type Database } from '../database/connect.ts';
import type { Bus } from './bus.ts';
import { createPostgresBus } from './postgres-bus.ts';

let place: TestDatabase;
let database: Database;
const buses: Bus[] = [];
const heard: string[] = [];
before(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url);
});
after(async () => {
  await Promise.all(buses.map((bus) => bus.stop()));
  await database.close();
  await place.drop();
});
const join = (node: string, onWake: (channels: readonly string[]) => void): Bus => {
  const bus = createPostgresBus(place.url, database.pool, {
    node,
    onWake: ({ channels }) => onWake(channels),
    onFault: () => undefined,
  });
  buses.push(bus);
  return bus;
};

test('[P3] twenty words one after the other are all heard, by the others only', async () => {
  let joined = false;
  const own: string[] = [];
  const speaker = join('speaker', (channels) => own.push(...channels));
  join('listener', (channels) => {
    joined = true;
    heard.push(...channels);
  });
  await until(async () => joined, Boolean, 'the listener');
  for (let i = 0; i < 20; i++) {
    speaker.announce({ channels: [`c${i}`] });
    await until(async () => heard.includes(`c${i}`), Boolean, `word ${i}`);
  }
  assert.deepEqual(own, []);
});

test('[P3] a listener whose line is cut looks for work by himself and then hears again', async () => {
  const [speaker] = buses;
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
  );
  await until(
    async () => {
      speaker?.announce({ channels: ['again'] });
      return heard.includes('again');
    },
    Boolean,
    'the word after the cut',
  );
});
