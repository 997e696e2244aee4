// When goods came to a station, as the words of the stations stand (P8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstArrival } from './read-arrivals.ts';

test('[P8] goods came when their first box came that was not taken back', () => {
  const at = (hour: number) => `2026-11-20T0${hour}:00:00.000Z`;
  const came = (hour: number, ...containers: string[]) => ({ arrivedAt: at(hour), containers });
  const back = (...containers: string[]) => ({ arrivedAt: at(9), containers, reversed: true });
  assert.equal(firstArrival([]), undefined);
  assert.equal(firstArrival([came(3, 'A'), came(2, 'B')]), at(2));
  assert.equal(firstArrival([came(1, 'A'), back('A'), came(3, 'A'), came(4, 'B')]), at(3));
  assert.equal(firstArrival([came(1), came(2, 'A'), back()]), undefined);
  assert.equal(firstArrival([came(1), came(2)]), at(1), 'told again it came no later');
});
