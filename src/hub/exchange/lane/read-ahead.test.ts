// What is read ahead: in its bounds, once, never old, and never in place of what is asked for.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { DocumentToSend } from '../../documents/index.ts';
import type { Entry } from './lane.ts';
import { createReadAhead } from './read-ahead.ts';

const SIZE = 1000;
let now = 0;
let asked: { ids: readonly string[]; mostBytes: number }[] = [];
let missing = new Set<string>();
let isAway = false;
beforeEach(() => {
  now = 0;
  asked = [];
  missing = new Set();
  isAway = false;
});
const entries = (count: number, from = 0): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ deliveryId: `d${from + i}`, position: from + i, seq: from + i, key: `k${from + i}` },
    ...{ attempts: 0, attemptsBeforeReplay: 0 },
  }));
const ids = (count: number, from = 0) => entries(count, from).map(({ deliveryId }) => deliveryId);
const readAhead = (size = SIZE) =>
  createReadAhead({
    read: async (wanted, mostBytes) => {
      asked.push({ ids: wanted, mostBytes });
      if (isAway) throw new Error('away');
      const there = wanted.filter((id) => !missing.has(id)).slice(0, Math.floor(mostBytes / size));
      const made = (id: string) => ({ row: { id }, bytes: new Uint8Array(size) }) as unknown as DocumentToSend;
      return new Map(there.map((id) => [id, made(id)]));
    },
    documentOf: (entry) => entry.deliveryId,
    steady: () => now,
  });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('[P3] what is next is read once for hundreds, and taken without another reading', async () => {
  const ahead = readAhead();
  ahead.ahead(entries(400));
  await settled();
  assert.deepEqual(
    asked.map((one) => one.ids.length),
    [400],
  );
  for (let from = 0; from < 400; from += 8) assert.equal((await ahead.take(ids(8, from))).size, 8);
  assert.equal(asked.length, 1);
});

test('[P3] no more than its number and its bytes wait in memory', async () => {
  const many = readAhead();
  many.ahead(entries(5000));
  await settled();
  assert.equal(asked[0]?.ids.length, 512);
  asked = [];
  const large = readAhead(1024 * 1024);
  large.ahead(entries(20));
  await settled();
  large.ahead(entries(20));
  await settled();
  assert.equal(asked.length, 1, 'two megabytes are there: nothing more is read');
  assert.equal((await large.take(ids(5))).size, 5, 'what is to go now is read whatever it comes to');
});

test('[P3] what has waited for more than two seconds is read again: it may have been erased', async () => {
  const ahead = readAhead();
  ahead.ahead(entries(10));
  await settled();
  now += 2001;
  missing.add('d3');
  assert.deepEqual([...(await ahead.take(ids(10))).keys()].length, 9);
});

test('[P3] a reading that failed is told to whoever takes, not before', async () => {
  const ahead = readAhead();
  isAway = true;
  ahead.ahead(entries(10));
  await settled();
  await assert.rejects(ahead.take(ids(2)), /away/);
  isAway = false;
  assert.equal((await ahead.take(ids(2))).size, 2);
});
