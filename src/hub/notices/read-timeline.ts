// The timeline of a shipment, and what a live reader may see of an event at the moment it is sent (P3).
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Page } from '../../runtime/database/read-page.ts';
import { readEventsOf } from '../../runtime/outbox/store.ts';
import { mayReadShipment } from '../shipment/index.ts';
import type { EventFilter, TimelineEntry } from './contract.ts';
import { isForParty, lookAtEvents, type Seen } from './look-at-events.ts';
import { refuse } from './refusals.ts';
import { isTold, tellEvent } from './tell-event.ts';

const MOST = 1000;

export async function readTimeline(
  context: Context,
  shipmentId: string,
  query: { after?: string; limit?: number },
): Promise<Page<TimelineEntry>> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('TIMELINE_UNKNOWN');
  const limit = query.limit ?? MOST;
  const events = await readEventsOf(context.db, shipmentId, Number(query.after ?? 0), limit + 1);
  const page = events.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page
      .filter((event) => isForParty(context.actor, event))
      .flatMap((event) => tellEvent(event, context.settings.mode === 'demo') ?? [])
      .filter(isTold),
    ...(events.length > limit && last ? { next: String(last.position) } : {}),
  };
}

/** Undefined where the reader may not see what the event is about: what he may not GET is never pushed to him. */
export async function viewEvent(context: Context, event: StoredEvent): Promise<TimelineEntry | undefined> {
  return (await viewEvents(context, [event]))[0];
}

/** The same for several: what he may see is asked once for all. */
export const viewEvents = async (
  context: Context,
  events: readonly StoredEvent[],
  filters: readonly EventFilter[] = [],
): Promise<Seen> => (await lookAtEvents(context, events)).for(context.actor, filters);
