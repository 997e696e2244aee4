// Carries events to their reactions, in commit order within each line and lines side by side (P3, decision 0009). The log is read once
// for all parts; a part whose cursor another node holds is left to that node. A reaction that fails is set aside and retried by itself
// and never stops the others; after the last attempt it is parked for an operator.
import type { Kysely } from 'kysely';
import { type Clock, steadyNow } from '../clock.ts';
import { portico, type Reaction, type StoredEvent } from '../context.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { carryWindow } from './carry-window.ts';
import { type Batch, carryBatch } from './flow-part.ts';
import {
  clearFailure,
  type DueFailure,
  lockFailure,
  moveIdleParts,
  readDueFailures,
  readEvent,
  readParts,
  readWindow,
  saveFailure,
  waitForPart,
} from './store.ts';

// The flow's tables are heterogeneous by nature: each event type has its own payload.
export type Flow = Readonly<Record<string, readonly Reaction<never>[]>>;

const WINDOW = 200;
/** More at once would take the connections that requests need, and make a server with few cores slower. */
const AT_ONCE = 4;
const MAX_ATTEMPTS = 12;
/** While there is always something to carry, failures and parts that have nothing to do are looked after so often. */
const LOOK_MS = 500;

export type FlowRunner = Loop & {
  /** Handles what is there now; true when there was something. */
  step(): Promise<boolean>;
  /** Everything up to here has been carried. */
  position(): number;
};

export type FlowRunnerOptions = {
  readonly flow: Flow;
  /** Events of one line are carried one after the other; absent: those of one subject. */
  readonly lineOf?: (event: StoredEvent) => string;
  /** Its reactions change what belongs to other lines; absent: none does. */
  readonly crosses?: (event: StoredEvent) => boolean;
  /** Events of one line that may be carried side by side in one transaction; absent: none. */
  readonly sideBySide?: (event: StoredEvent) => boolean;
  readonly kysely: Kysely<unknown>;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steady?: () => number;
  readonly onFault: (error: unknown, reaction: string, event: StoredEvent) => void;
};

export function createFlowRunner(options: FlowRunnerOptions): FlowRunner {
  const { flow, kysely, unitOfWork, clock, onFault, steady = steadyNow } = options;
  const { lineOf = (event) => event.subject, crosses = () => false, sideBySide = () => false } = options;
  const reactionsOf = (event: StoredEvent) => (flow[event.type] ?? []) as unknown as readonly Reaction<unknown>[];
  /** How far each part is known to have been carried; may be behind the database where other nodes carry too. */
  const carried = new Map<string, number>();
  let names: readonly string[] = [];
  let idle = false;
  let lookedAt = 0;

  const position = () => (carried.size === 0 ? 0 : Math.min(...carried.values()));
  const partOfLine = (line: string) => names[hash(line) % names.length] ?? '';
  const partOf = (event: StoredEvent) => partOfLine(lineOf(event));
  const types = Object.keys(flow);

  async function readCursors(): Promise<void> {
    const parts = await readParts(kysely);
    names = parts.map((part) => part.name);
    for (const part of parts) carried.set(part.name, part.position);
  }

  /** True when any part has gone on. */
  async function stepWindow(): Promise<boolean> {
    if (names.length === 0) await readCursors();
    const after = position();
    const { events, to, full } = await readWindow(kysely, { after, types, limit: WINDOW });
    if (to === after) return false;
    const byPart = Map.groupBy(events, partOf);
    const work: Batch[] = [];
    let moved = false;
    for (const part of names) {
      const from = carried.get(part) ?? 0;
      const own = (byPart.get(part) ?? []).filter((event) => event.position > from);
      if (own.length > 0) work.push({ part, events: own, to });
      else if (from < to) {
        carried.set(part, to);
        moved = idle = true;
      }
    }
    if (work.length === 0) return moved;
    // Behind a full window stands more, which what follows from it must not overtake: the parts go by themselves then.
    const together = full ? undefined : await carryTogether(work, to);
    return (together ?? (await carryApart(work))) || moved;
  }

  /** Nothing when it failed: then the parts are carried one by one, and what is wrong is found. */
  async function carryTogether(batches: readonly Batch[], to: number): Promise<boolean | undefined> {
    try {
      const work = { unitOfWork, reactionsOf, lineOf, partOf: partOfLine, crosses, sideBySide, types };
      const ends = await carryWindow(work, { batches, to });
      for (const [part, end] of ends) carried.set(part, end);
      return ends.size > 0;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      return undefined;
    }
  }

  async function carryApart(work: Batch[]): Promise<boolean> {
    // Every one comes to its end before the next window is read, also where one fails.
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => carryFrom(work)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return ends.some((end) => end.status === 'fulfilled' && end.value);
  }

  async function carryFrom(work: Batch[]): Promise<boolean> {
    let moved = false;
    for (let batch = work.shift(); batch; batch = work.shift()) {
      const to = await carryBatch({ unitOfWork, reactionsOf, setAside: setAsideFirst }, batch);
      // Another node has it: how far it has come is seen when it gives the part back.
      if (to === undefined) continue;
      carried.set(batch.part, to);
      moved = true;
    }
    return moved;
  }

  const setAsideFirst = (reaction: string, error: unknown, event: StoredEvent) =>
    setAside({ position: event.position, reaction, attempts: 0 }, error, event);
  async function setAside(failure: DueFailure, error: unknown, event: StoredEvent): Promise<void> {
    onFault(error, failure.reaction, event);
    const attempts = failure.attempts + 1;
    const waitMs = Math.min(1000 * 2 ** attempts, 600_000);
    const next = new Date(clock.now().getTime() + waitMs).toISOString();
    await unitOfWork.run(portico, (context) =>
      saveFailure(context.db, {
        position: failure.position,
        reaction: failure.reaction,
        subject: event.subject,
        // Text of the database takes no NUL: a fault about hostile bytes must not fail again here.
        error: String(error).replaceAll('\0', '').toWellFormed().slice(0, 2000),
        attempts,
        nextAttemptAt: next,
        givenUp: attempts >= MAX_ATTEMPTS,
      }),
    );
  }

  async function retryFailures(): Promise<number> {
    const due = await readDueFailures(kysely, clock.now().toISOString(), 20);
    for (const failure of due) {
      const event = await readEvent(kysely, failure.position);
      const reaction = event && reactionsOf(event).find((r) => r.name === failure.reaction);
      if (!event) continue;
      if (!reaction) {
        // A later version renamed or dropped it: nobody can run it, so it is shown instead of tried for ever.
        await setAside({ ...failure, attempts: MAX_ATTEMPTS }, `no reaction ${failure.reaction}`, event);
        continue;
      }
      try {
        await unitOfWork.run(portico, async (context) => {
          // Its line goes on meanwhile, but not at the same moment.
          await waitForPart(context.db, partOf(event));
          if (!(await lockFailure(context.db, failure))) return;
          await reaction(context, event);
          await clearFailure(context.db, failure);
        });
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        await setAside(failure, error, event);
      }
    }
    return due.length;
  }

  async function step(): Promise<boolean> {
    const moved = await stepWindow();
    if (moved && steady() - lookedAt < LOOK_MS) return true;
    lookedAt = steady();
    const retried = await retryFailures();
    // Where to begin after a restart; a part that has work writes its cursor with its work.
    if (idle) await moveIdleParts(kysely, names, position());
    idle = false;
    return moved || retried > 0;
  }

  return { ...createLoop({ name: 'flow', step, pollMs: 500 }), step, position };
}

/** FNV-1a: the same line falls to the same part on every node. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 16)) >>> 0;
}
