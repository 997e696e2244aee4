// Events that one process has read last: its followers all read the same log, one behind the other, and each used to have every event
// sent, taken apart and parsed for itself (docs/performance.md). Positions are given in commit order, so nothing ever comes to stand
// between two that have been read: what was read once without a gap is the log as it is. How far the log goes is asked every time.
import type { Kysely } from 'kysely';
import type { StoredEvent } from '../context.ts';
import { readEventsAfter } from './store.ts';

/** Enough for the slowest follower of a busy second; who is further behind reads for himself. */
const MOST = 1000;

export type RecentEvents = {
  /** As `readEventsAfter`. */
  after(db: Kysely<unknown>, position: number, limit: number): Promise<readonly StoredEvent[]>;
  /** When something went wrong: the database that comes back may be another one. */
  forget(): void;
};

export function createRecentEvents(read: typeof readEventsAfter = readEventsAfter): RecentEvents {
  /** All events behind `from` up to the last of these. */
  let kept: readonly StoredEvent[] = [];
  let from = 0;

  function keep(after: number, events: readonly StoredEvent[]): void {
    const last = kept.at(-1)?.position ?? from;
    // Two may have read the same at once; what leaves a gap, or lies further back, is not joined on.
    if (after > last || (after < last && (events.at(-1)?.position ?? 0) <= last)) return;
    const all = [...kept, ...events.filter((event) => event.position > last)];
    from = all.length > MOST ? (all.at(-MOST - 1)?.position ?? from) : from;
    kept = all.slice(-MOST);
  }

  return {
    after: async (db, position, limit) => {
      const last = kept.at(-1)?.position ?? from;
      if (position < from || position > last) {
        const events = await read(db, position, limit);
        if (position > last) {
          kept = [];
          from = position;
        }
        keep(position, events);
        return events;
      }
      const known = kept.filter((event) => event.position > position).slice(0, limit);
      if (known.length === limit) return known;
      const more = await read(db, last, limit - known.length);
      keep(last, more);
      return [...known, ...more];
    },
    forget: () => {
      kept = [];
      from = 0;
    },
  };
}
