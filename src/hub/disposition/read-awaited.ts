// The officers' queue of words (P5, M3): what waits for the reader's authority, the clock that runs out first in front. The key of a page is
// that clock with the case and the object, by value: what is answered or filed meanwhile hides and repeats no other.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, USUAL_PAGE } from '../../runtime/database/read-page.ts';
import { shipmentHeading } from '../shipment/index.ts';
import type { AwaitedWord } from './contract.ts';
import { type AwaitedKey, pageAwaited } from './store-awaited.ts';

export async function readAwaited(context: Context, query: PageQuery): Promise<Page<AwaitedWord>> {
  const { authority } = context.actor;
  if (!authority) return { items: [] };
  const limit = query.limit ?? USUAL_PAGE;
  const after = keyOf(query.after);
  const found = await pageAwaited(context, { authority, limit: limit + 1, ...(after ? { after } : {}) });
  const rows = found.slice(0, limit);
  const items = await Promise.all(
    rows.map(async (row): Promise<AwaitedWord> => {
      const dueAt = new Date(row.due_at).toISOString();
      return {
        id: `${row.shipment_id} ${row.object_id}`,
        shipmentId: row.shipment_id,
        shipmentNumber: (await shipmentHeading(context, row.shipment_id))?.number ?? '',
        objectId: row.object_id,
        objectLabel: row.label ?? { zh: row.object_id, en: row.object_id },
        authority,
        since: new Date(row.since).toISOString(),
        dueAt,
        overdue: dueAt < context.now,
        outcome: row.outcome,
      };
    }),
  );
  const last = items.at(-1);
  return { items, ...(found.length > limit && last ? { next: `${Date.parse(last.dueAt)} ${last.id}` } : {}) };
}

function keyOf(after: string | undefined): AwaitedKey | undefined {
  const [at, shipmentId, ...rest] = after?.split(' ') ?? [];
  return at && shipmentId
    ? { dueAt: new Date(Number(at)).toISOString(), shipmentId, objectId: rest.join(' ') }
    : undefined;
}
