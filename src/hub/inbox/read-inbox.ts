// The inbox as its person may see it now: what he may no longer GET is not shown and not counted (R17).
import type { Context } from '../../runtime/context.ts';
import type { Page } from '../../runtime/database/read-page.ts';
import { readCursor, readEventsAt } from '../../runtime/outbox/store.ts';
import { lookAtEvents } from '../notices/index.ts';
import { casesOf, readableAmong } from '../shipment/index.ts';
import type { InboxItem, InboxSummary } from './contract.ts';
import { INBOX } from './land-events.ts';
import { type ItemRow, listItems } from './store.ts';

const PAGE = 30;
/** Nobody reads a greater number. */
const COUNTED = 100;

export async function readInbox(
  context: Context,
  query: { readonly state?: 'all' | 'unread'; readonly after?: string; readonly limit?: number },
): Promise<Page<InboxItem>> {
  const limit = query.limit ?? PAGE;
  const rows = await listItems(context, {
    unread: query.state === 'unread',
    limit: limit + 1,
    ...(query.after ? { before: Number(query.after) } : {}),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await showItems(context, page),
    ...(rows.length > limit && last ? { next: String(last.position) } : {}),
  };
}

async function showItems(context: Context, rows: readonly ItemRow[]): Promise<InboxItem[]> {
  const look = await lookAtEvents(
    context,
    await readEventsAt(
      context.db,
      rows.map((row) => row.position),
    ),
  );
  const seen = await look.for(context.actor);
  const entries = new Map(seen.flatMap((entry) => (entry ? [[entry.position, entry] as const] : [])));
  return rows.flatMap((row): InboxItem[] => {
    const entry = entries.get(row.position);
    if (!entry) return [];
    const number = look.cases.get(entry.shipmentId ?? '')?.number;
    return [{ ...entry, read: row.read_at !== null, ...(number ? { number } : {}) }];
  });
}

export async function readSummary(context: Context): Promise<InboxSummary> {
  // Asked first: what lands while the rest is counted is counted again, never missed.
  const upTo = await readCursor(context.db, INBOX);
  const rows = await listItems(context, { unread: true, limit: COUNTED + 1 });
  const cases = await casesOf(
    context,
    rows.flatMap((row) => row.shipment_id ?? []),
  );
  const seen = await readableAmong(context, cases.values());
  const unread = rows.filter((row) => row.shipment_id === null || seen.has(row.shipment_id)).length;
  return { unread: Math.min(unread, COUNTED), more: rows.length > COUNTED, upTo };
}
