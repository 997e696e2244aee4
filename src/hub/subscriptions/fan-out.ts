// Follows the events with a cursor of its own and queues a message for each subscription that asked for the type. Whether the
// subscriber may see it is asked here, to spare rows, and again at the moment of sending, which is what counts (R17).
import { type Context, portico, type StoredEvent } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { lockCursor, moveCursor, readEventsAfter } from '../../runtime/outbox/store.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { actorOfOrganisation } from '../enterprise/index.ts';
import { eventTypes, viewEvent } from '../notices/index.ts';
import { insertMessages, listActive, type NewMessage, type SubscriptionRow } from './store.ts';

const CONSUMER = 'subscriptions';
const BATCH = 200;

export function createFanOut({ unitOfWork, onQueued }: { unitOfWork: UnitOfWork; onQueued: () => void }): Loop {
  return createLoop({
    name: CONSUMER,
    pollMs: 250,
    step: () =>
      unitOfWork.run(portico, async (context) => {
        const cursor = await lockCursor(context.db, CONSUMER);
        const events = await readEventsAfter(context.db, cursor, BATCH);
        const last = events.at(-1);
        if (!last) return false;
        const told = events.filter((event) => eventTypes.includes(event.type));
        const messages = told.length > 0 ? await messagesFor(context, told) : [];
        await insertMessages(context, messages);
        if (messages.length > 0) context.afterCommit(onQueued);
        await moveCursor(context.db, CONSUMER, last.position);
        return events.length === BATCH;
      }),
  });
}

async function messagesFor(context: Context, events: readonly StoredEvent[]): Promise<NewMessage[]> {
  const byOrganisation = Map.groupBy(await listActive(context), (s) => s.organisation_id);
  const messages: NewMessage[] = [];
  for (const [organisationId, subscriptions] of byOrganisation) {
    const actor = await actorOfOrganisation(context, organisationId);
    if (!actor) continue;
    // One question per case, not per event.
    const visible = new Map<string, boolean>();
    for (const event of events) {
      const takers = subscriptions.filter((s) => takes(s, event));
      if (takers.length === 0) continue;
      let sees = visible.get(event.subject);
      if (sees === undefined) {
        sees = (await viewEvent({ ...context, actor }, event)) !== undefined;
        visible.set(event.subject, sees);
      }
      if (!sees) continue;
      for (const s of takers)
        messages.push({
          id: context.newId(),
          subscription_id: s.id,
          position: event.position,
          event_type: event.type,
        });
    }
  }
  return messages;
}

/** A subscription hears of what happened after it was made. */
const takes = (s: SubscriptionRow, event: StoredEvent): boolean =>
  (s.event_types.length === 0 || s.event_types.includes(event.type)) &&
  new Date(event.occurredAt) >= new Date(s.created_at);
