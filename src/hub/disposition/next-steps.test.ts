// Whose turn it is (P5): every hold is in exactly one step, whatever the order of objects and holders.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { authorityIds } from '../../kernel/party.ts';
import type { Holder } from './contract.ts';
import { nextSteps } from './next-steps.ts';

const both = (zh: string) => ({ zh, en: zh });
const dueAts = [undefined, '2026-11-26T01:00:00.000Z', '2026-11-26T02:00:00.000Z', '2026-11-27T00:00:00.000Z'];
const holder: fc.Arbitrary<Holder> = fc
  .record({
    authority: fc.constantFrom(...authorityIds),
    kind: fc.constantFrom('not-yet-spoken' as const, 'inspect' as const, 'hold' as const, 'rejected' as const),
    instruction: fc.integer({ min: 1, max: 3 }),
    reason: fc.constantFrom('甲', '乙'),
    dueAt: fc.constantFrom(...dueAts),
    via: fc.option(fc.constant('bill:B'), { nil: undefined, freq: 4 }),
  })
  .map(({ authority, kind, instruction, reason, dueAt, via }) => ({
    authority,
    kind,
    since: '2026-11-26T00:00:00.000Z',
    reason: both(reason),
    frees: both(`${authority} ${kind}`),
    clock: {
      party: kind === 'rejected' ? ('trader' as const) : ('authority' as const),
      name: both('甲方'),
      ...(dueAt ? { dueAt } : {}),
    },
    ...(kind === 'inspect' || kind === 'hold' ? { instructionId: `i${instruction}` } : {}),
    ...(via ? { via } : {}),
  }));
const cases = fc.array(fc.array(holder, { maxLength: 5 }), { maxLength: 6 });
const asObjects = (all: readonly (readonly Holder[])[]) =>
  all.map((holders, i) => ({ id: `container:${i}`, disposition: { holders } }));

test('[P5][M3] every hold of its own is in one step, with the earliest due of all it joins', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const steps = nextSteps(asObjects(all));
      const own = all.flatMap((holders, i) => holders.filter((h) => h.via === undefined).map((h) => ({ h, at: i })));
      for (const { h, at } of own) {
        const mine = steps.filter(
          (s) =>
            s.authority === h.authority &&
            s.kind === h.kind &&
            s.clock.party === h.clock.party &&
            s.objectIds.includes(`container:${at}`) &&
            (h.clock.dueAt === undefined || (s.clock.dueAt ?? '~') <= h.clock.dueAt),
        );
        assert.ok(mine.length >= 1, JSON.stringify(h));
      }
      const told = new Set(own.map(({ h, at }) => `${at} ${h.authority} ${h.kind}`));
      for (const step of steps)
        for (const id of step.objectIds)
          assert.ok(told.has(`${id.replace('container:', '')} ${step.authority} ${step.kind}`), 'nothing is invented');
      const dues = steps.map((s) => s.clock.dueAt ?? '~');
      assert.deepEqual(dues, dues.toSorted(), 'earliest first, without a limit last');
    }),
    { numRuns: 500 },
  );
});

test('[P5] the order of what is looked at changes only the order of a step’s objects', () => {
  const bare = (all: readonly (readonly Holder[])[], order: readonly number[]) => {
    const objects = asObjects(all);
    return nextSteps(order.flatMap((i) => objects[i] ?? [])).map(({ reason: _one, ...step }) => ({
      ...step,
      objectIds: step.objectIds.toSorted(),
    }));
  };
  fc.assert(
    fc.property(cases, (all) => {
      const order = all.map((_, i) => i);
      assert.deepEqual(bare(all, order.toReversed()), bare(all, order));
    }),
    { numRuns: 300 },
  );
});

test('[P5][M3] forty boxes held by one instruction are one step; what a box inherits is none of its own', () => {
  const held: Holder = {
    authority: 'customs',
    kind: 'hold',
    since: '2026-11-26T00:00:00.000Z',
    reason: both('布控'),
    frees: both('海关解除布控'),
    clock: { party: 'authority', name: both('海关'), dueAt: '2026-11-27T00:00:00.000Z' },
    instructionId: 'one',
  };
  const boxes = Array.from({ length: 40 }, (_, i) => ({ id: `container:${i}`, disposition: { holders: [held] } }));
  const line = { id: 'goods-line:1', disposition: { holders: [{ ...held, via: 'container:0' }] } };
  const steps = nextSteps([...boxes, line]);
  assert.equal(steps.length, 1);
  assert.equal(steps[0]?.objectIds.length, 40);
  assert.deepEqual(nextSteps([line]), []);
});
