// Events by pulling with a cursor, for programs that cannot be called: the same entries in the same order as SSE (M2).
import type { Context } from '../../runtime/context.ts';
import { readEventsAfter } from '../../runtime/outbox/store.ts';
import { mustBeSound, viewEvents } from '../notices/index.ts';
import type { EventFilter, TimelineEntry } from '../notices/contract.ts';

const PAGE = 100;
const READ_AHEAD = 500;
const VIEWED_AT_ONCE = 100;
/** One request looks at this many events at the most; the cursor it returns goes on from there. */
const MOST_LOOKED_AT = 5000;

export async function pullEvents(
  context: Context,
  query: { readonly after?: number | undefined; readonly limit?: number | undefined; readonly filter: EventFilter },
): Promise<{ items: TimelineEntry[]; next: number; more: boolean }> {
  mustBeSound([query.filter], 'query');
  const limit = query.limit ?? PAGE;
  const items: TimelineEntry[] = [];
  let position = query.after ?? 0;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += READ_AHEAD) {
    // The log is walked once for all; who may see an event is asked of its case, under the lock.
    const events = await context.beyondLock((open) => readEventsAfter(open.db, position, READ_AHEAD));
    for (let i = 0; i < events.length; i += VIEWED_AT_ONCE) {
      const portion = events.slice(i, i + VIEWED_AT_ONCE);
      const entries = await viewEvents(context, portion, [query.filter]);
      for (const [n, event] of portion.entries()) {
        position = event.position;
        const entry = entries[n];
        if (entry) items.push(entry);
        if (items.length === limit) return { items, next: position, more: true };
      }
    }
    if (events.length < READ_AHEAD) return { items, next: position, more: false };
  }
  return { items, next: position, more: true };
}
