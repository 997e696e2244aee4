// The parts of a window together with what follows from it, in one transaction (decision 0019): an event that a reaction emits about a
// case goes to its own reactions at once, as long as nothing of its line stands before it. It is written as carried with its effects, so
// nobody carries it again; what cannot be carried here stays in the log for the next window. Whatever goes wrong ends the whole
// transaction; the parts are then carried one by one and without this (`flow-part.ts`).
import { portico, type Reaction, type StoredEvent, UNPLACED } from '../context.ts';
import type { Outbox, UnitOfWork } from '../unit-of-work.ts';
import type { Batch } from './flow-part.ts';
import { reactInOrder } from './react-in-order.ts';
import { laneOf, type PendingEvent, readHeldLanes, takeParts } from './store.ts';

export type WindowWork = {
  readonly unitOfWork: UnitOfWork;
  readonly reactionsOf: (event: StoredEvent) => readonly Reaction<unknown>[];
  readonly lineOf: (event: StoredEvent) => string;
  readonly partOf: (line: string) => string;
  /** Its reactions change what belongs to other lines too. Locks do not keep two reactions of one transaction apart, so it goes alone. */
  readonly crosses: (event: StoredEvent) => boolean;
  /** Events of one line that are carried side by side: what they tell keeps their order, and each can wait for those before it (`context.before`). */
  readonly sideBySide: (event: StoredEvent) => boolean;
  /** Every type that somebody reacts to. */
  readonly types: readonly string[];
};
export type Window = {
  /** Those that have work. */
  readonly batches: readonly Batch[];
  /** The log is known up to there, and the parts that have no batch have nothing up to there. */
  readonly to: number;
};
type Item = { readonly event: StoredEvent; readonly pending?: PendingEvent };

/** How far each part has been carried that was not another node's. */
export const carryWindow = (work: WindowWork, { batches, to }: Window): Promise<ReadonlyMap<string, number>> =>
  work.unitOfWork.run(portico, async (context, outbox) => {
    const names = batches.map((batch) => batch.part);
    // Two questions in one message, the second answered after the first has its locks.
    const [taken, held] = await Promise.all([takeParts(context.db, names, to), readHeldLanes(context.db)]);
    const parts = new Map([...taken].map(([part, from]) => [part, Promise.resolve<number | undefined>(from)]));
    /** Where the part's cursor stood; nothing where it is another node's. A part is taken once, when it is first needed. */
    const partFrom = (part: string): Promise<number | undefined> => {
      let from = parts.get(part);
      // What this window had for it and could not take is not to be overtaken.
      if (!from && names.includes(part)) from = Promise.resolve(undefined);
      from ??= takeParts(context.db, [part], to).then((got) => got.get(part));
      parts.set(part, from);
      return from;
    };
    const lines = await carryLines(work, outbox, {
      items: batches.flatMap(({ part, events }) => {
        const from = taken.get(part);
        return from === undefined ? [] : events.filter((e) => e.position > from).map((event) => ({ event }));
      }),
      react: async (branch, event) => {
        for (const reaction of work.reactionsOf(event)) await reactInOrder(branch, event, reaction, held);
      },
      mayFollow: async (event) => {
        if (work.reactionsOf(event).some((reaction) => held.has(laneOf(reaction.name, event.subject)))) return false;
        const from = await partFrom(work.partOf(work.lineOf(event)));
        return from !== undefined && from <= to;
      },
    });
    if (lines.length > 0) outbox.guard({ lines, types: work.types, seen: to });
    const reached = await Promise.all([...parts].map(async ([part, from]) => [part, await from] as const));
    return new Map(
      reached.flatMap(([part, from]) => (from === undefined ? [] : [[part, Math.max(from, to)] as const])),
    );
  });

type Carrying = {
  readonly items: readonly Item[];
  readonly react: (context: ReturnType<Outbox['branch']>['context'], event: StoredEvent) => Promise<void>;
  readonly mayFollow: (event: StoredEvent) => Promise<boolean>;
};
/** Lines side by side, each in order, until none has anything left; gives back the lines in which something was carried at once. */
async function carryLines(work: WindowWork, outbox: Outbox, { items, react, mayFollow }: Carrying): Promise<string[]> {
  const queues = new Map<string, Item[]>();
  const closed = new Set<string>();
  const followed = new Set<string>();
  const running = new Set<Promise<void>>();
  const postponed: (readonly [string, Item[]])[] = [];
  let failed = false;
  let failure: unknown;

  async function carryLine(line: string, queue: Item[]): Promise<void> {
    for (let item = queue.shift(); item && !failed; item = queue.shift()) {
      const { event, pending } = item;
      if (work.crosses(event) && running.size > 1) {
        queue.unshift(item);
        postponed.push([line, queue]);
        return;
      }
      if (pending) {
        // What follows in this line waits for the next window too.
        if (closed.has(line) || !(await mayFollow(event))) {
          closed.add(line);
          continue;
        }
        followed.add(line);
        outbox.markCarried(pending);
      }
      await carryAll([event, ...neighbours(item, queue)]);
    }
    queues.delete(line);
  }
  /** What stands right behind it and may go beside it. */
  function neighbours({ event, pending }: Item, queue: Item[]): StoredEvent[] {
    const found: StoredEvent[] = [];
    if (pending || !work.sideBySide(event)) return found;
    for (let next = queue[0]; next && !next.pending && work.sideBySide(next.event); next = queue[0]) {
      found.push(next.event);
      queue.shift();
    }
    return found;
  }
  async function carryAll(events: readonly StoredEvent[]): Promise<void> {
    const ends: Promise<void>[] = [];
    const branches = events.map((event) => {
      const branch = outbox.branch(ends.length > 0 ? { before: Promise.allSettled(ends) } : {});
      ends.push(react(branch.context, event));
      return branch;
    });
    for (const end of await Promise.allSettled(ends)) if (end.status === 'rejected') throw end.reason;
    for (const { emitted } of branches) {
      outbox.add(emitted);
      for (const next of emitted) follow(next);
    }
  }
  function enqueue(line: string, item: Item): void {
    const queue = queues.get(line);
    if (queue) return void queue.push(item);
    const own = [item];
    queues.set(line, own);
    start(line, own);
  }
  function start(line: string, own: Item[]): void {
    const run: Promise<void> = Promise.resolve()
      .then(() => carryLine(line, own))
      .catch((error: unknown) => {
        if (!failed) failure = error;
        failed = true;
      })
      .finally(() => running.delete(run));
    running.add(run);
  }
  function follow(pending: PendingEvent): void {
    const event = unplaced(pending);
    // A line that is more than one subject (a channel's messages) cannot be checked by subject at the commit.
    if (work.reactionsOf(event).length === 0 || work.lineOf(event) !== event.subject) return;
    enqueue(event.subject, { event, pending });
  }

  for (const item of items) enqueue(work.lineOf(item.event), item);
  // All come to their end before the transaction does, also where one has failed.
  while (running.size > 0) {
    await Promise.all(running);
    const next = failed || running.size > 0 ? undefined : postponed.shift();
    if (next) start(...next);
  }
  if (failed) throw failure;
  return [...followed];
}

/** As it will be read from the log, but for its position. */
const unplaced = ({ actor, payload, ...event }: PendingEvent): StoredEvent => ({
  ...event,
  position: UNPLACED,
  payload: JSON.parse(JSON.stringify(payload)),
  actor: {
    kind: actor.kind,
    id: actor.id,
    name: actor.name,
    ...(actor.organisationId ? { organisationId: actor.organisationId } : {}),
  },
});
