// One transaction for acts that come together (group commit): while one is under way the next ones gather. Each act has its own actor and
// trace, and what several of them ask is asked once (`database/ask-together.ts`). One that fails takes nothing from the others: the shared
// transaction is undone and each is run by itself, so a refusal reaches its own caller only.
import { type Actor, type Context, portico } from './context.ts';
import { newTraceId } from './telemetry/trace.ts';
import type { PendingEvent } from './outbox/store.ts';

/** So many share a transaction at most: none should wait long for the others. */
const MOST = 50;

/** `UnitOfWork`'s run, with what is needed of its outbox. */
type Run = <T>(actor: Actor, act: (context: Context, outbox: Branches) => Promise<T>, traceId?: string) => Promise<T>;
type Branches = {
  branch(whose: Pick<Job, 'actor' | 'traceId'>): {
    readonly context: Context;
    readonly emitted: readonly PendingEvent[];
  };
  add(events: readonly PendingEvent[]): void;
};
type RunTogether = <T>(
  kind: string,
  actor: Actor,
  act: (context: Context) => Promise<T>,
  traceId?: string,
) => Promise<T>;

type Job = {
  readonly actor: Actor;
  readonly traceId: string;
  readonly act: (context: Context) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

export function createTogether(run: Run): RunTogether {
  const waiting = new Map<string, Job[]>();

  const alone = ({ actor, act, traceId, resolve, reject }: Job): Promise<void> =>
    run(actor, act, traceId).then(resolve, reject);

  async function together(jobs: readonly Job[]): Promise<void> {
    const [first] = jobs;
    if (first && jobs.length === 1) return alone(first);
    let values: readonly unknown[];
    try {
      values = await run(portico, async (_context, outbox) => {
        const branches = jobs.map((job) => outbox.branch(job));
        // All come to their end before the transaction does, also where one has failed.
        const ends = await Promise.allSettled(
          jobs.map(({ act }, i) => act((branches[i] as (typeof branches)[0]).context)),
        );
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
        for (const { emitted } of branches) outbox.add(emitted);
        return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value);
      });
    } catch {
      // Whose fault it was shows when each goes by itself.
      await Promise.all(jobs.map(alone));
      return;
    }
    for (const [i, job] of jobs.entries()) job.resolve(values[i]);
  }

  async function carry(kind: string, queue: Job[]): Promise<void> {
    while (queue.length > 0) await together(queue.splice(0, MOST));
    waiting.delete(kind);
  }

  return <T>(kind: string, actor: Actor, act: (context: Context) => Promise<T>, traceId = newTraceId()) =>
    new Promise<T>((resolve, reject) => {
      const job: Job = { actor, act, traceId, resolve: resolve as Job['resolve'], reject };
      const queue = waiting.get(kind);
      if (queue) return void queue.push(job);
      const own = [job];
      waiting.set(kind, own);
      // Those of the same turn go together already.
      process.nextTick(() => void carry(kind, own));
    });
}
