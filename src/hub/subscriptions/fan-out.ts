// Follows the events and queues a message for each subscription that asked for them. Whether the subscriber may see an event is
// asked here, to spare rows, and again at the moment of sending, which is what counts (R17).
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Loop } from '../../runtime/loop.ts';
import { followEvents } from '../../runtime/outbox/follow-events.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { actorOfOrganisation } from '../enterprise/index.ts';
import { lookAtEvents } from '../notices/index.ts';
import { insertMessages, listActive, type NewMessage, type SubscriptionRow } from './store.ts';

export const createFanOut = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onQueued: () => void;
  readonly onFault: (error: unknown) => void;
}): Loop =>
  followEvents({
    ...options,
    name: 'subscriptions',
    take: async (context, events) => {
      const messages = await messagesFor(context, events);
      await insertMessages(context, messages);
      if (messages.length > 0) context.afterCommit(options.onQueued);
    },
  });

async function messagesFor(context: Context, events: readonly StoredEvent[]): Promise<NewMessage[]> {
  const active = await listActive(context);
  if (active.length === 0) return [];
  const byOrganisation = Map.groupBy(active, (s) => s.organisation_id);
  const look = await lookAtEvents(context, events);
  const messages: NewMessage[] = [];
  for (const [organisationId, subscriptions] of byOrganisation) {
    const actor = await actorOfOrganisation(context, organisationId);
    if (!actor) continue;
    for (const s of subscriptions) {
      const seen = await look.for(actor, [{ ...s.filter, types: s.event_types }]);
      for (const [i, event] of events.entries())
        if (seen[i] && isLater(event, s))
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
const isLater = (event: StoredEvent, s: SubscriptionRow): boolean =>
  new Date(event.occurredAt) >= new Date(s.created_at);
