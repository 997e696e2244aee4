// Laws of the circuit breaker over any history of answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plusMs } from '../../kernel/instant.ts';
import { admit, type Breaker, decideBreaker, wellBreaker } from './decide-breaker.ts';

const start = '2026-11-20T02:00:00.000Z';
const after = (history: readonly boolean[], jitter: number): { breaker: Breaker; now: string } => {
  let breaker = wellBreaker;
  let now = start;
  for (const reached of history) {
    if (breaker.state === 'open') now = breaker.probeAt ?? now;
    breaker = admit(breaker, now, 4, 5000).breaker;
    breaker = decideBreaker(breaker, reached, now, jitter);
    now = plusMs(now, 10);
  }
  return { breaker, now };
};
const histories = fc.array(fc.boolean(), { maxLength: 60 });
const jitters = fc.double({ min: 0, max: 1, noNaN: true });

test('[P3] one answer closes the breaker, whatever came before', () => {
  fc.assert(
    fc.property(histories, jitters, (history, jitter) => {
      assert.deepEqual(after([...history, true], jitter).breaker, wellBreaker);
    }),
  );
});

test('[P3] it opens after five failures in a row and not before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), jitters, (failures, jitter) => {
      const { breaker } = after(
        Array.from({ length: failures }, () => false),
        jitter,
      );
      assert.equal(breaker.state, failures < 5 ? 'closed' : 'open');
    }),
  );
});

test('[P3] open lets nothing go before its time, then exactly one probe, and no second while that one is under way', () => {
  fc.assert(
    fc.property(histories, jitters, fc.integer({ min: 1, max: 20 }), (history, jitter, limit) => {
      const { breaker } = after([...history, false, false, false, false, false], jitter);
      const due = breaker.probeAt ?? '';
      assert.equal(admit(breaker, plusMs(due, -1), limit, 5000).limit, 0);
      const probe = admit(breaker, due, limit, 5000);
      assert.equal(probe.limit, 1);
      assert.equal(admit(probe.breaker, plusMs(due, 4999), limit, 5000).limit, 0);
      assert.equal(
        admit(probe.breaker, plusMs(due, 5000), limit, 5000).limit,
        1,
        'a probe whose worker died is given up',
      );
    }),
  );
});

test('[P3] it stays open from 4 s to 12 min, longer with each failed probe, and always probes again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 200 }), jitters, (failures, jitter) => {
      const history = Array.from({ length: failures }, () => false);
      const { breaker, now } = after(history, jitter);
      const wait = Date.parse(breaker.probeAt ?? '') - Date.parse(now);
      assert.ok(wait >= 3900 && wait <= 720_000, String(wait));
      const next = after([...history, false], jitter);
      assert.ok(Date.parse(next.breaker.probeAt ?? '') - Date.parse(next.now) >= wait);
    }),
  );
});
