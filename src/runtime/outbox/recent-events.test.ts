// What followers are given is what the log says, however far behind one another they are [P3].
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredEvent } from '../context.ts';
import { createRecentEvents } from './recent-events.ts';

/** A log in which not every position is taken, and how many rows were read of it. */
function someLog() {
  const positions: number[] = [];
  const counted = { rows: 0 };
  const read = async (_db: unknown, after: number, limit: number) => {
    const found = positions.filter((position) => position > after).slice(0, limit);
    counted.rows += found.length;
    return found.map((position) => ({ position }) as StoredEvent);
  };
  return { positions, counted, recent: createRecentEvents(read as never) };
}
const at = (events: readonly StoredEvent[]) => events.map((event) => event.position);
const db = {} as never;

test('[P3] several followers read each event once, whichever is ahead', async () => {
  const { positions, counted, recent } = someLog();
  positions.push(3, 4, 7);
  assert.deepEqual(at(await recent.after(db, 0, 200)), [3, 4, 7]);
  positions.push(8, 12);
  assert.deepEqual(at(await recent.after(db, 0, 200)), [3, 4, 7, 8, 12]);
  assert.deepEqual(at(await recent.after(db, 4, 200)), [7, 8, 12]);
  assert.deepEqual(at(await recent.after(db, 12, 200)), []);
  assert.equal(counted.rows, 5);
});

test('[P3] a portion is full where there is more, and the next one goes on behind it', async () => {
  const { positions, recent } = someLog();
  positions.push(1, 2, 3, 4, 5);
  assert.deepEqual(at(await recent.after(db, 0, 2)), [1, 2]);
  assert.deepEqual(at(await recent.after(db, 0, 2)), [1, 2]);
  assert.deepEqual(at(await recent.after(db, 1, 2)), [2, 3]);
  assert.deepEqual(at(await recent.after(db, 0, 4)), [1, 2, 3, 4]);
});

test('[P3] one far behind and one far ahead are given the log as it is', async () => {
  const { positions, recent } = someLog();
  for (let position = 1; position <= 3000; position++) positions.push(position);
  assert.deepEqual(at(await recent.after(db, 2990, 200)), [2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999, 3000]);
  assert.deepEqual(at(await recent.after(db, 5, 2)), [6, 7]);
  assert.equal((await recent.after(db, 2990, 200)).length, 10);
  for (let position = 3001; position <= 5000; position++) positions.push(position);
  for (let after = 2990; after < 5000; ) after = (await recent.after(db, after, 200)).at(-1)?.position ?? 5000;
  assert.deepEqual(at(await recent.after(db, 2995, 3)), [2996, 2997, 2998]);
  assert.deepEqual(at(await recent.after(db, 4998, 3)), [4999, 5000]);
});

test('[P3] two that read at the same moment, in steps of any size, leave no gap and nothing twice', async () => {
  for (let round = 0; round < 50; round++) {
    const { positions, recent } = someLog();
    let state = round + 1;
    const draw = (most: number) => (state = (state * 48271) % 2147483647) % most;
    for (let position = 1, n = 0; n < 60; n++) positions.push((position += 1 + draw(3)));
    const grown = positions.splice(20);
    const follow = async () => {
      const seen: number[] = [];
      for (let turn = 0; turn < 80; turn++) {
        seen.push(...at(await recent.after(db, seen.at(-1) ?? 0, 1 + draw(9))));
        if (draw(2) === 0) positions.push(...grown.splice(0, 1 + draw(4)));
        if (draw(25) === 0) recent.forget();
      }
      while (seen.at(-1) !== positions.at(-1)) seen.push(...at(await recent.after(db, seen.at(-1) ?? 0, 7)));
      return seen;
    };
    for (const seen of await Promise.all([follow(), follow(), follow()]))
      assert.deepEqual(seen, positions.slice(0, seen.length));
  }
});
