// Cells are the sum of the facts, whatever happened to the cases and in whatever portions (P8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Changes, changesOf, type Fact } from './count-changes.ts';
import { bounds, bucketOf, spanOf } from './spans.ts';

const fact = (shipmentId: string) =>
  fc.record({
    shipmentId: fc.constant(shipmentId),
    ownerId: fc.constantFrom('o1', 'o2'),
    scopes: fc.subarray(['all', 'all@8016', 'party:customs', 'party:carrier', 'organisation:o1'], { minLength: 1 }),
    day: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-02'),
    direction: fc.constantFrom('import', 'export'),
    mode: fc.constantFrom('2', '3'),
    state: fc.constantFrom('awaiting', 'held', 'released', 'gated-out'),
    clearanceS: fc.option(fc.nat(2_000_000)),
    leavingS: fc.option(fc.nat(2_000_000)),
    times: fc.dictionary(fc.constantFrom('dwell', 'answer:customs', 'answer:maritime'), fc.nat(2_000_000)),
  });
const ids = ['a', 'b', 'c', 'd'];
/** Portions of news: how some of the cases stand now. */
const history = fc.array(
  fc.subarray(ids, { minLength: 1 }).chain((some) => fc.tuple(...some.map(fact))),
  { maxLength: 12 },
);

/** As the database does: each change is added to what stands there. */
function book() {
  const cells = new Map<string, number>();
  const put = (key: readonly unknown[], n: number) => {
    const name = JSON.stringify(key);
    const sum = (cells.get(name) ?? 0) + n;
    if (sum === 0) cells.delete(name);
    else cells.set(name, sum);
  };
  return {
    cells,
    add({ cells: counts, spans, owners }: Changes) {
      for (const { cases, ...key } of counts) put(['cell', ...Object.values(key)], cases);
      for (const { cases, seconds, ...key } of spans) {
        put(['span', ...Object.values(key)], cases);
        put(['seconds', ...Object.values(key)], seconds);
      }
      for (const { cases, ...key } of owners) put(['owner', ...Object.values(key)], cases);
    },
  };
}
const entries = (map: Map<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test('[P8] counted as they change, the cells equal a recount of how the cases stand, and count none below nothing', () => {
  fc.assert(
    fc.property(history, (portions) => {
      const now = new Map<string, Fact>();
      const kept = book();
      for (const portion of portions) {
        const before = portion.flatMap((one) => now.get(one.shipmentId) ?? []);
        for (const one of portion) now.set(one.shipmentId, one);
        kept.add(changesOf(before, portion));
        // The same news again counts nothing.
        assert.deepEqual(changesOf(portion, portion), { cells: [], spans: [], owners: [] });
        assert.ok([...kept.cells.values()].every((n) => n > 0));
      }
      const recounted = book();
      recounted.add(changesOf([], [...now.values()]));
      assert.deepEqual(entries(kept.cells), entries(recounted.cells));
    }),
    { numRuns: 500 },
  );
});

test('[P8] a time falls into the first bound it kept within; half is told by its bound, the mean by exact sums', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000_000), { minLength: 1, maxLength: 60 }), (times) => {
      const span = spanOf(
        'clearance',
        times.map((seconds) => ({ bucket: bucketOf(seconds), cases: 1, seconds })),
      );
      assert.equal(span.cases, times.length);
      assert.equal(span.meanSeconds, Math.round(times.reduce((a, b) => a + b, 0) / times.length));
      for (const [index, bound] of bounds.entries()) {
        const within = span.buckets.slice(0, index + 1).reduce((sum, one) => sum + one.cases, 0);
        assert.equal(within, times.filter((t) => t <= bound).length);
      }
      const median = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1] ?? 0;
      assert.equal(span.halfWithin, bounds[bucketOf(median)]);
    }),
  );
});
