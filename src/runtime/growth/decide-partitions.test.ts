// Which partitions are made and which go, for any keys: no gap, no overlap, always ahead (F8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOld, oldestToGo, rangesAhead } from './decide-partitions.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-26T04:00:00Z');

test('[P3] ranges follow one another without a gap, reach ahead of the writing, and nothing is made twice', () => {
  const spans = fc.constantFrom<number | 'month'>('month', 100, 10_000_000);
  fc.assert(
    fc.property(
      spans,
      fc.integer({ min: 0, max: 40 }),
      fc.option(fc.integer({ min: 0, max: 60 })),
      (span, ago, stray) => {
        const unit = span === 'month' ? 30 * DAY : span / 4;
        const at = span === 'month' ? now : 1000 * unit;
        const first = {
          name: 'first',
          upTo: span === 'month' ? Date.UTC(2025, 0, 1) : span * Math.ceil(1000 / 4 - ago),
        };
        const strayed = stray === null ? undefined : first.upTo + stray * unit;
        const made = rangesAhead([first, { name: 'rest' }], {
          span,
          at,
          ...(strayed === undefined ? {} : { strayed }),
        });
        const whole = [first, ...made.map((r) => ({ name: r.suffix, upTo: r.to }))];
        assert.ok(Math.max(...whole.map((p) => p.upTo)) > at || (strayed ?? 0) >= at);
        for (const [i, range] of made.entries()) {
          assert.ok(range.to > range.from);
          if (i > 0) assert.equal(range.from, made[i - 1]?.to);
          else assert.ok(range.from >= first.upTo && range.from > (strayed ?? 0));
          if (strayed === undefined && i === 0) assert.equal(range.from, first.upTo);
        }
        assert.deepEqual(
          rangesAhead([...whole, { name: 'rest' }], { span, at, ...(strayed === undefined ? {} : { strayed }) }),
          [],
        );
      },
    ),
  );
});

test('[P3] a month is a month of UTC, also over the year', () => {
  const made = rangesAhead([{ name: 'attempt_first', upTo: Date.UTC(2026, 11, 1) }], { span: 'month', at: now });
  assert.deepEqual(made, [{ suffix: '2026_12', from: Date.UTC(2026, 11, 1), to: Date.UTC(2027, 0, 1) }]);
});

test('[P3] only the oldest may go, only when it is full, never the last, and nothing at all unless a retention is set', () => {
  const two = [{ name: 'rest' }, { name: 'b', upTo: 200 }, { name: 'a', upTo: 100 }];
  assert.equal(oldestToGo(two, { at: 150, keepDays: 184 })?.name, 'a');
  assert.equal(oldestToGo(two, { at: 99, keepDays: 184 }), undefined);
  assert.equal(oldestToGo(two.slice(0, 2), { at: 250, keepDays: 184 }), undefined);
  assert.equal(oldestToGo(two, { at: 150 }), undefined);
  assert.equal(isOld('2026-05-26T03:59:59Z', '2026-11-26T04:00:00Z', 184), true);
  assert.equal(isOld('2026-05-26T04:00:01Z', '2026-11-26T04:00:00Z', 184), false);
});
