import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIdSource, isUuid } from './id.ts';

test('[P3] ids only grow and never repeat, however the clock jumps', () => {
  const steps = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 200 });
  fc.assert(
    fc.property(steps, (jumps) => {
      let ms = 1_700_000_000_000;
      const next = createIdSource({ now: () => ms, random: (n) => new Uint8Array(n) });
      const ids = jumps.map((jump) => {
        ms += jump;
        return next();
      });
      assert.deepEqual(ids, [...ids].sort());
      assert.equal(new Set(ids).size, ids.length);
      for (const id of ids) assert.ok(isUuid(id), id);
    }),
  );
});

test('[P3] more ids within a millisecond than its counter holds still grow', () => {
  const next = createIdSource({ now: () => 1_700_000_000_000, random: (n) => new Uint8Array(n).fill(255) });
  const ids = Array.from({ length: 10_000 }, next);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
});

test('[P3] an id is a version 7 UUID of the clock’s millisecond (RFC 9562 §5.7)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (ms) => {
      const id = createIdSource({ now: () => ms, random: randomBytes })();
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), ms);
    }),
  );
});
