// Carries events to their reactions: one cursor, in commit order, each batch in one transaction with the cursor's move (P3).
// A reaction that fails is set aside and retried by itself; it never stops the others. Only what comes later for the same
// subject and reaction waits behind it, so that one shipment's order is kept; after the last attempt it is parked for an operator.
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { type Context, portico, type Reaction, type StoredEvent } from '../context.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import {
  clearFailure,
  type DueFailure,
  laneOf,
  lockCursor,
  lockFailure,
  moveCursor,
  readCursor,
  readDueFailures,
  readEvent,
  readEventsAfter,
  readHeldLanes,
  saveFailure,
} from './store.ts';

// The flow's tables are heterogeneous by nature: each event type has its own payload.
export type Flow = Readonly<Record<string, readonly Reaction<never>[]>>;

const CONSUMER = 'flow';
const BATCH = 50;
const MAX_ATTEMPTS = 12;

export type FlowRunner = Loop & {
  /** Handles what is there now; true when there was something. */
  step(): Promise<boolean>;
};

export type FlowRunnerOptions = {
  readonly flow: Flow;
  readonly kysely: Kysely<unknown>;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly onFault: (error: unknown, reaction: string, event: StoredEvent) => void;
};

export function createFlowRunner({ flow, kysely, unitOfWork, clock, onFault }: FlowRunnerOptions): FlowRunner {
  const reactionsOf = (event: StoredEvent) => (flow[event.type] ?? []) as unknown as readonly Reaction<unknown>[];

  async function reactToAll(context: Context, events: readonly StoredEvent[]): Promise<void> {
    const held = events.length > 0 ? await readHeldLanes(context.db) : new Set();
    for (const event of events)
      for (const reaction of reactionsOf(event))
        if (held.has(laneOf(reaction.name, event.subject))) await waitBehind(context, event, reaction.name);
        else await reaction(context, event);
  }

  const waitBehind = (context: Context, event: StoredEvent, reaction: string) =>
    saveFailure(context.db, {
      position: event.position,
      reaction,
      subject: event.subject,
      error: '',
      attempts: 0,
      nextAttemptAt: context.now,
      givenUp: false,
    });

  async function stepBatch(): Promise<number> {
    return unitOfWork.run(portico, async (context) => {
      const cursor = await lockCursor(context.db, CONSUMER);
      const events = await readEventsAfter(context.db, cursor, BATCH);
      await reactToAll(context, events);
      const last = events.at(-1);
      if (last) await moveCursor(context.db, CONSUMER, last.position);
      return events.length;
    });
  }

  /** After a batch failed: one event at a time, each reaction by itself, failures set aside. */
  async function stepSingly(): Promise<number> {
    const [event] = await readEventsAfter(kysely, await readCursor(kysely, CONSUMER), 1);
    if (!event) return 0;
    for (const reaction of reactionsOf(event)) {
      try {
        await unitOfWork.run(portico, async (context) => {
          const held = await readHeldLanes(context.db);
          if (held.has(laneOf(reaction.name, event.subject))) await waitBehind(context, event, reaction.name);
          else await reaction(context, event);
        });
      } catch (error) {
        // Nothing is wrong with the reaction: the event waits for the database where it is.
        if (isDatabaseAway(error)) throw error;
        await setAside({ position: event.position, reaction: reaction.name, attempts: 0 }, error, event);
      }
    }
    await unitOfWork.run(portico, async (context) => {
      const cursor = await lockCursor(context.db, CONSUMER);
      if (cursor < event.position) await moveCursor(context.db, CONSUMER, event.position);
    });
    return 1;
  }

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
    let handled = 0;
    try {
      handled = await stepBatch();
    } catch {
      handled = await stepSingly();
    }
    return handled + (await retryFailures()) > 0;
  }

  return { ...createLoop({ name: CONSUMER, step, pollMs: 500 }), step };
}
