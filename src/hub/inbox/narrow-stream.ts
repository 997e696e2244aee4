// The live stream as its reader asked for it (M2): by filter, by one case, by what lands in his inbox, or by both of the last two,
// so that a page and the number in the header need one connection.
import { steadyNow } from '../../runtime/clock.ts';
import type { Actor, Context, StoredEvent } from '../../runtime/context.ts';
import type { EventFilter, TimelineEntry } from '../notices/contract.ts';
import { lookAtEvents } from '../notices/index.ts';
import { filtersOf } from './set-filters.ts';

export type StreamWish = EventFilter & {
  readonly shipmentId?: string;
  readonly inbox?: boolean;
  readonly after?: string;
};
type Entries = readonly (TimelineEntry | undefined)[];
/** Asked again at the latest after this long: the stream only hints, the inbox itself is the record. */
const REMEMBERED_MS = 5000;

export function createStreamLook(read: <T>(act: (context: Context) => Promise<T>) => Promise<T>) {
  const remembered = new Map<string, { readonly at: number; readonly filters: Promise<readonly EventFilter[]> }>();

  function inboxFilters(actor: Actor): Promise<readonly EventFilter[]> {
    const known = remembered.get(actor.id);
    if (known && steadyNow() - known.at < REMEMBERED_MS) return known.filters;
    for (const [id, { at }] of remembered) if (steadyNow() - at >= REMEMBERED_MS) remembered.delete(id);
    const filters = read(async (context) => (await filtersOf(context, [actor])).get(actor.id) ?? []);
    remembered.set(actor.id, { at: steadyNow(), filters });
    return filters;
  }

  return async (events: readonly StoredEvent[]) => {
    const look = await read((context) => lookAtEvents(context, events));
    return async (actor: Actor, wish: StreamWish): Promise<Entries> => {
      const { shipmentId, inbox, after: _start, ...filter } = wish;
      const asked = Object.keys(filter).length > 0 ? [filter] : [];
      const seen = await look.for(actor, asked);
      if (shipmentId === undefined && !inbox) return seen;
      const wanted = inbox ? await inboxFilters(actor) : [];
      const landing = wanted.length > 0 ? await look.for(actor, wanted) : [];
      return seen.map((entry, i) =>
        (shipmentId !== undefined && entry?.shipmentId === shipmentId) || landing[i] ? entry : undefined,
      );
    };
  };
}
