// Follows the events and lays each into the inboxes of those who want it and may see it now; what is shown later is judged again
// then (M2, R17).
import { plusMs } from '../../kernel/instant.ts';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Loop } from '../../runtime/loop.ts';
import { followEvents } from '../../runtime/outbox/follow-events.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { concernedPeople, isTold, lookAtEvents } from '../notices/index.ts';
import { filtersOf } from './set-filters.ts';
import { insertItems, type NewItem, removeOlderThan } from './store.ts';

export const INBOX = 'inbox';
/** Older notices are of no use to anybody; the case's own timeline keeps everything. */
const KEEP_MS = 90 * 86_400_000;
const REMOVED_AT_ONCE = 500;

export const createInboxLanding = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop => followEvents({ ...options, name: INBOX, take: landEvents });

async function landEvents(context: Context, events: readonly StoredEvent[]): Promise<void> {
  const look = await lookAtEvents(context, events);
  const people = await concernedPeople(context, look);
  const filters = await filtersOf(context, people);
  const items: NewItem[] = [];
  for (const person of people) {
    const wanted = filters.get(person.id) ?? [];
    if (wanted.length === 0) continue;
    for (const entry of await look.for(person, wanted))
      if (entry && isTold(entry))
        items.push({ person_id: person.id, position: entry.position, shipment_id: entry.shipmentId ?? null });
  }
  if (items.length === 0) return;
  await insertItems(context, items);
  await removeOlderThan(context, plusMs(context.now, -KEEP_MS), REMOVED_AT_ONCE);
}
