// What stations' words of arrival leave standing, in every order they may come in (P8, N10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArrivalWord, changedBy, firstArrival, takesArrivalBack } from './standing-arrivals.ts';

const at = (hour: number) => `2026-11-20T0${hour}:00:00.000Z`;
const came = (hour: number, ...containers: string[]): ArrivalWord => ({ arrivedAt: at(hour), containers });
const back = (hour: number, ...containers: string[]): ArrivalWord => ({ ...came(hour, ...containers), reversed: true });
const of = (channel: string, word: ArrivalWord): ArrivalWord => ({ ...word, channel });

test('[P8] goods came when their first box came that was not taken back', () => {
  assert.equal(firstArrival([]), undefined);
  assert.equal(firstArrival([came(3, 'A'), came(2, 'B')]), at(2));
  assert.equal(firstArrival([came(1, 'A'), back(2, 'A'), came(3, 'A'), came(4, 'B')]), at(3));
  assert.equal(firstArrival([came(1), came(2, 'A'), back(9)]), undefined);
  assert.equal(firstArrival([came(1), came(2)]), at(1), 'told again it came no later');
  assert.equal(
    firstArrival([came(1, 'A'), back(9, 'A'), came(3, 'A')]),
    at(3),
    'a time that is mended is earlier than its mending',
  );
  assert.equal(
    firstArrival([of('x', came(1, 'A')), of('y', back(2, 'A'))]),
    at(1),
    'a station takes back what it said itself',
  );
  assert.equal(
    firstArrival([{ ...came(1), discharged: true }, back(2)]),
    at(1),
    'off the flight is another word than in at the gate',
  );
});

/** What customs has after words in this order: the boxes reported and not deleted since, each with the time told last. */
function customsHas(words: readonly ArrivalWord[]): string {
  const has = new Map<string, string>();
  words.forEach((word, i) => {
    const changed = changedBy(word, words.slice(0, i));
    if (!changed) return;
    const named = changed.containers.length > 0 ? changed.containers : word.reversed ? [...has.keys()] : ['the bill'];
    for (const box of named)
      if (word.reversed) has.delete(box);
      else has.set(box, word.arrivedAt);
  });
  return JSON.stringify([...has].toSorted());
}
function* orders<T>(of: readonly T[]): Generator<readonly T[]> {
  if (of.length === 0) yield [];
  for (const [i, one] of of.entries()) for (const rest of orders(of.toSpliced(i, 1))) yield [one, ...rest];
}
/** As it is told in the order it happened. */
function inEveryOrder(words: readonly ArrivalWord[], expected: readonly (readonly [string, string])[]): void {
  const first = expected.map(([, time]) => time).toSorted()[0];
  for (const order of orders(words)) {
    const seen = JSON.stringify(
      order.map((one) => `${one.reversed ? 'back' : 'came'} ${one.arrivedAt} ${one.containers}`),
    );
    assert.equal(customsHas(order), JSON.stringify(expected), seen);
    assert.equal(firstArrival(order), first, seen);
  }
}

test('[P8][N10] report, reversal, second report: customs has the second, in every order', () => {
  inEveryOrder([came(1), back(2)], []);
  inEveryOrder([came(1), back(1)], []);
  inEveryOrder([came(1), back(2), came(3)], [['the bill', at(3)]]);
  // The reversal names the time of what it takes back.
  inEveryOrder([came(1), back(1), came(3)], [['the bill', at(3)]]);
  inEveryOrder(
    [came(1, 'A', 'B'), back(2, 'A'), came(3, 'A')],
    [
      ['A', at(3)],
      ['B', at(1)],
    ],
  );
  inEveryOrder([came(1, 'A', 'B'), back(2), came(3, 'A')], [['A', at(3)]]);
});

test('[P8][N10] a reversal that is repeated under another number takes no more than it did, in every order', () => {
  inEveryOrder([came(1, 'A'), back(2, 'A'), back(2, 'A'), came(3, 'A')], [['A', at(3)]]);
  inEveryOrder([came(1), back(1), back(2), came(4)], [['the bill', at(4)]]);
});

test('[N10] which reversal takes a report that was told before it', () => {
  assert.ok(takesArrivalBack(back(2, 'A', 'B'), came(1, 'A', 'B'), 'all'));
  assert.ok(!takesArrivalBack(back(2, 'A'), came(1, 'A', 'B'), 'all'));
  assert.ok(takesArrivalBack(back(2, 'A'), came(1, 'A', 'B'), 'some'));
  assert.ok(!takesArrivalBack(back(2, 'A'), came(3, 'A'), 'some'), 'it came again later');
  assert.ok(!takesArrivalBack(came(2, 'A'), came(1, 'A'), 'some'));
});
