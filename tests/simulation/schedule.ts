// Time and chance of a simulated world: one seed, one order of events.
import { createHash } from 'node:crypto';

export type Random = {
  /** From 0 (inclusive) to 1. */
  next(): number;
  /** Whole number from `from` to `to`, both inclusive. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
};
/** mulberry32: small, quick, the same everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  };
}

export type Schedule = {
  /** True time in ms; nobody in the world can read it but the world itself. */
  now(): number;
  after(ms: number, act: () => void): void;
  /** Runs until nothing is left or the time is over; how many acts ran. */
  run(untilMs: number): number;
  note(line: string): void;
  trace(): string;
};
export function createSchedule(): Schedule {
  const heap: { at: number; order: number; act: () => void }[] = [];
  const hash = createHash('sha256');
  let now = 0;
  let order = 0;
  const before = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]];
    return x !== undefined && y !== undefined && (x.at < y.at || (x.at === y.at && x.order < y.order));
  };
  const swap = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]];
    if (x && y) [heap[a], heap[b]] = [y, x];
  };
  function push(item: (typeof heap)[number]): void {
    heap.push(item);
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(i, parent)) break;
      swap(i, parent);
      i = parent;
    }
  }
  function pop(): (typeof heap)[number] | undefined {
    swap(0, heap.length - 1);
    const top = heap.pop();
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      if (left >= heap.length) break;
      const child = before(left + 1, left) ? left + 1 : left;
      if (!before(child, i)) break;
      swap(child, i);
      i = child;
    }
    return top;
  }
  return {
    now: () => now,
    after: (ms, act) => push({ at: now + Math.max(0, Math.round(ms)), order: order++, act }),
    run: (untilMs) => {
      let ran = 0;
      while (heap.length > 0 && (heap[0]?.at ?? 0) <= untilMs) {
        const item = pop();
        if (!item) break;
        now = item.at;
        item.act();
        ran += 1;
      }
      now = Math.max(now, untilMs);
      return ran;
    },
    note: (line) => void hash.update(`${now} ${line}\n`),
    trace: () => hash.copy().digest('hex'),
  };
}
