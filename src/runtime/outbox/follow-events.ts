// A follower of the events with a cursor of its own: what it makes of a portion and the move of its cursor commit together, so
// each event counts for it exactly once, whoever of several processes takes the turn (P3).
import { type Context, portico, type StoredEvent } from '../context.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { createRecentEvents, type RecentEvents } from './recent-events.ts';
import { lockCursor, moveCursor } from './store.ts';

const BATCH = 200;
/** Not roused by every event: looking four times a second costs less and is soon enough. */
const POLL_MS = 250;
/** Followers of one process and database read the log together. */
const logs = new WeakMap<UnitOfWork, RecentEvents>();

export function followEvents(options: {
  readonly name: string;
  readonly unitOfWork: UnitOfWork;
  readonly take: (context: Context, events: readonly StoredEvent[]) => Promise<void>;
  readonly onFault: (error: unknown) => void;
  /** Where soon enough is later. */
  readonly pollMs?: number;
}): Loop {
  const { name, unitOfWork, take, onFault, pollMs = POLL_MS } = options;
  const log = logs.get(unitOfWork) ?? createRecentEvents();
  logs.set(unitOfWork, log);
  return createLoop({
    name,
    pollMs,
    onFault: (error) => {
      log.forget();
      onFault(error);
    },
    step: () =>
      unitOfWork.run(portico, async (context) => {
        const events = await log.after(context.db, await lockCursor(context.db, name), BATCH);
        const last = events.at(-1);
        if (!last) return false;
        await take(context, events);
        await moveCursor(context.db, name, last.position);
        return events.length === BATCH;
      }),
  });
}
