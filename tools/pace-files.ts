// How many test files run at once: as many as keep the cores busy. Files that wait (a lease, a partner, a browser) let others work meanwhile;
// files that compute are not given company.
import { availableParallelism, cpus, freemem } from 'node:os';

/** Above this nothing is gained by one more. */
const BUSY = 0.85;
/** Long enough for a file to have loaded its modules, so that its own work is seen before the next is let in. */
const LOOK_MS = 2000;
const TICK_MS = 250;
/** A file with a browser and an application takes no more. */
const FILE_BYTES = 1.5 * 2 ** 30;
/** Each application holds some twenty connections of the one database. */
const MOST = 8;

type Seen = { readonly at: number; readonly idle: number; readonly all: number };
const look = (at: number): Seen => {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { at, idle, all };
};

/** One more beside those that run? `busy`: share of the cores' time, undefined where that cannot be told. */
export function letsIn(now: {
  readonly running: number;
  readonly cores: number;
  readonly busy: number | undefined;
  readonly freeBytes: number;
}): boolean {
  const { running, cores, busy, freeBytes } = now;
  if (running < Math.min(cores, MOST)) return true;
  if (busy === undefined) return running < cores + 1;
  return running < Math.min(cores * 3, MOST) && busy < BUSY && freeBytes > FILE_BYTES;
}

/** Runs `act` on every item in order, as many at once as the machine takes; gives the share of the cores' time that was used. */
export async function paceFiles<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<number> {
  const cores = availableParallelism();
  // In a container with a part of the machine the counters are those of the whole machine.
  const tells = cpus().length === cores;
  const left = [...items];
  const running = new Set<Promise<void>>();
  const begun = look(0);
  let seen = [begun];
  let startedAt = 0;
  let failure: { readonly error: unknown } | undefined;
  const began = Date.now();
  while (left.length > 0 && !failure) {
    const newest = look(Date.now() - began);
    seen = [...seen.filter((one) => one.at >= newest.at - LOOK_MS), newest];
    const oldest = seen[0] ?? newest;
    const all = newest.all - oldest.all;
    // Whoever was let in last has to be seen at work first.
    const settled = newest.at - startedAt >= LOOK_MS && all > 0;
    const busy = settled ? 1 - (newest.idle - oldest.idle) / all : 1;
    if (letsIn({ running: running.size, cores, busy: tells ? busy : undefined, freeBytes: freemem() })) {
      startedAt = newest.at;
      const one: Promise<void> = act(left.shift() as T)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(one));
      running.add(one);
      continue;
    }
    let tick: NodeJS.Timeout | undefined;
    await Promise.race([...running, new Promise((resolve) => (tick = setTimeout(resolve, TICK_MS)))]);
    clearTimeout(tick);
  }
  await Promise.all(running);
  if (failure) throw failure.error;
  const ended = look(0);
  return 1 - (ended.idle - begun.idle) / Math.max(1, ended.all - begun.all);
}
