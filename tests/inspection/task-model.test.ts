// Tasks over random sequences of orders, withdrawals, starts and ends, against what must hold after every step (P6). The expected tasks are
// worked out anew from the live orders by joining pairs, not by the program's way. Each run prints its seed; TASK_SEED plays it again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instruction } from '../../src/hub/disposition/contract.ts';
import { combineTasks, type KnownTask } from '../../src/hub/inspection/combine-tasks.ts';

type Order = { readonly id: string; readonly authority: 'customs' | 'maritime'; readonly units: readonly string[] };
type Step =
  | { readonly do: 'order'; readonly authority: Order['authority']; readonly units: readonly string[] }
  | { readonly do: 'withdraw' | 'start' | 'finish'; readonly which: number };
const units = ['container:A', 'container:B', 'container:C', 'container:D', 'container:E'];

const instruction = (order: Order): Instruction => ({
  id: order.id,
  authority: order.authority,
  kind: 'inspect',
  objects: order.units,
  number: order.id,
  sequence: 1,
  reason: { zh: '', en: '' },
  issuedAt: '',
  receivedAt: '',
  source: { simulated: true },
});
/** Pairs of unit and order, joined as long as two heaps share a unit or an order. */
function heapsOf(pairs: readonly string[]): string[] {
  let heaps = pairs.map((pair) => [pair]);
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < heaps.length && !again; i++)
      for (let j = i + 1; j < heaps.length && !again; j++) {
        const names = (heap: string[]) => heap.flatMap((pair) => pair.split(' '));
        if (!names(heaps[i] ?? []).some((name) => names(heaps[j] ?? []).includes(name))) continue;
        heaps = [...heaps.filter((_, n) => n !== i && n !== j), [...(heaps[i] ?? []), ...(heaps[j] ?? [])]];
        again = true;
      }
  }
  return heaps.map((heap) => nameOf(heap.flatMap((pair) => pair.split(' '))));
}
const nameOf = (names: readonly string[]): string => [...new Set(names)].sort().join(' ');
const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

function walk(steps: readonly Step[], seen: Record<string, number>): void {
  const orders: Order[] = [];
  let tasks: KnownTask[] = [];
  let made = 0;
  const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];
  for (const step of steps) {
    if (step.do === 'order') orders.push({ id: `o${++made}`, authority: step.authority, units: step.units });
    else if (step.do === 'withdraw') {
      const gone = pick(orders, step.which);
      if (gone) orders.splice(orders.indexOf(gone), 1);
    } else {
      const ready = tasks.filter((t) => t.state === (step.do === 'start' ? 'planned' : 'started'));
      const task = pick(ready, step.which);
      const state = step.do === 'start' ? ('started' as const) : ('finished' as const);
      // Customs has recorded its part; maritime's is outstanding.
      const byMaritime = (id: string) => orders.find((o) => o.id === id)?.authority === 'maritime';
      tasks = tasks.map((t) => (t === task ? { ...t, state, outstandingIds: t.instructionIds.filter(byMaritime) } : t));
    }
    const before = tasks;
    const live = new Map(units.map((unit) => [unit, orders.filter((o) => o.units.includes(unit)).map(instruction)]));
    const plan = combineTasks(before, live);
    assert.deepEqual(combineTasks(before, live), plan, 'the same again');

    const groupOf = (group: (typeof plan.opened)[number]) => ({
      objectIds: group.objectIds,
      instructionIds: group.parts.flatMap((part) => part.instructions.map((i) => i.id)),
    });
    for (const part of [...plan.opened, ...plan.kept.map((k) => k.group)].flatMap((g) => g.parts))
      assert.ok(part.instructions.every((i) => i.authority === part.authority));
    const next = before.flatMap((task): KnownTask[] => {
      if (plan.cancelled.includes(task.id)) return [];
      const kept = plan.kept.find((k) => k.taskId === task.id);
      if (kept) return [{ ...task, ...groupOf(kept.group) }];
      return [plan.ended.includes(task.id) ? { ...task, state: 'finished' } : task];
    });
    tasks = [...next, ...plan.opened.map((g) => ({ id: `t${++made}`, state: 'planned' as const, ...groupOf(g) }))];

    // What has begun is as it was.
    const begun = before.filter((t) => t.state !== 'planned');
    for (const task of begun) {
      const after = tasks.find((t) => t.id === task.id);
      assert.deepEqual(after && { ...after, state: task.state }, task, 'a begun task changed');
      const ends =
        task.state === 'started' &&
        !overlap(
          task.outstandingIds ?? [],
          orders.map((o) => o.id),
        );
      assert.equal(after?.state, ends ? 'finished' : task.state);
    }
    // The unstarted ones are exactly the heaps of what nobody has carried out.
    const carriedOut = new Set(
      begun.flatMap((t) => t.objectIds.flatMap((u) => t.instructionIds.map((o) => `${u} ${o}`))),
    );
    const pairs = orders.flatMap((o) => o.units.map((u) => `${u} ${o.id}`)).filter((pair) => !carriedOut.has(pair));
    const planned = tasks.filter((t) => t.state === 'planned');
    assert.deepEqual(planned.map((t) => nameOf([...t.objectIds, ...t.instructionIds])).sort(), heapsOf(pairs).sort());
    // A new task only where no unstarted one could have been joined; one is cancelled only when nothing is left for it.
    const gone = before.filter((t) => plan.cancelled.includes(t.id));
    for (const group of plan.opened)
      assert.ok(!gone.some((t) => overlap(t.objectIds, group.objectIds)), 'opened beside one that was cancelled');
    seen.joined =
      (seen.joined ?? 0) +
      plan.kept.filter(
        (k) =>
          !before.some(
            (t) => t.id === k.taskId && nameOf(t.instructionIds) === nameOf(groupOf(k.group).instructionIds),
          ),
      ).length;
    seen.cancelled = (seen.cancelled ?? 0) + gone.length;
    seen.ended = (seen.ended ?? 0) + plan.ended.length;
    seen.beside =
      (seen.beside ?? 0) + plan.opened.filter((g) => begun.some((t) => overlap(t.objectIds, g.objectIds))).length;
  }
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      authority: fc.constantFrom('customs' as const, 'maritime' as const),
      units: fc.subarray(units, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'finish' as const), which: fc.nat(50) }) },
);

test('[P6] orders, withdrawals and starts in any sequence: unstarted tasks are what is ordered, begun ones stay', (t) => {
  const seed = Number(process.env.TASK_SEED ?? Date.now() % 2_147_483_647);
  t.diagnostic(`TASK_SEED=${seed}`);
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => walk(steps, seen)),
    { seed, numRuns: Number(process.env.TASK_CASES ?? 1500) },
  );
  for (const what of ['joined', 'cancelled', 'ended', 'beside'])
    assert.ok((seen[what] ?? 0) > 20, `${what}: ${seen[what]}`);
});
