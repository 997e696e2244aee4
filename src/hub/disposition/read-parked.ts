// An authority's words that wait for what nobody has filed yet (P5): said once, kept, and joined when it comes; here it sees that they wait.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, USUAL_PAGE } from '../../runtime/database/read-page.ts';

import type { ObjectType, ParkedWord } from './contract.ts';
import { objectId } from './split-objects.ts';
import { pageParked } from './store.ts';

export async function readParked(context: Context, query: PageQuery): Promise<Page<ParkedWord>> {
  const { authority } = context.actor;
  if (!authority) return { items: [] };
  const limit = query.limit ?? USUAL_PAGE;
  const [at, id] = query.after?.split(' ') ?? [];
  const receivedAt = at && new Date(Number(at)).toISOString();
  const found = await pageParked(context, {
    authority,
    limit: limit + 1,
    ...(receivedAt && id ? { after: { receivedAt, id } } : {}),
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({
      id: row.id,
      instruction: row.body,
      waitsFor: row.named ?? row.pointers.map((p) => objectId(p.type as ObjectType, p.key)),
    })),
    ...(found.length > limit && last ? { next: `${Date.parse(last.received_at)} ${last.id}` } : {}),
  };
}
