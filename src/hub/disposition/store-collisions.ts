// SQL of schema `disposition` about collisions of words.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { FoundCollision } from './find-collisions.ts';

export type CollisionRow = {
  id: string;
  shipment_id: string;
  body: FoundCollision;
  state: 'open' | 'resolved';
  resolution: string | null;
  found_at: string;
};
const tables = (context: Context) => context.db.withTables<{ 'disposition.collision': CollisionRow }>();

export async function insertCollision(context: Context, shipmentId: string, body: FoundCollision): Promise<boolean> {
  const done = await tables(context)
    .insertInto('disposition.collision')
    .values({
      id: body.id,
      shipment_id: shipmentId,
      body: JSON.stringify(body) as unknown as FoundCollision,
      state: 'open',
      resolution: null,
      found_at: context.now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
/** Newest first; the key is the instant it was found with its id, neither of which ever changes. */
export async function pageCollisions(
  context: Context,
  filter: { readonly authority?: string; readonly after?: { foundAt: string; id: string }; readonly limit: number },
): Promise<CollisionRow[]> {
  const { authority, after } = filter;
  let rows = tables(context)
    .selectFrom('disposition.collision')
    .selectAll()
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (authority) rows = rows.where(sql<boolean>`body -> 'authorities' @> ${JSON.stringify([authority])}::jsonb`);
  if (after) rows = rows.where(sql<boolean>`(found_at, id) < (${after.foundAt}::timestamptz, ${after.id})`);
  return rows.execute();
}
export const findCollision = (context: Context, id: string) =>
  tables(context).selectFrom('disposition.collision').selectAll().where('id', '=', id).executeTakeFirst();
export const lockCollision = (context: Context, shipmentId: string, id: string) =>
  tables(context)
    .selectFrom('disposition.collision')
    .selectAll()
    .where('id', '=', id)
    .where('shipment_id', '=', shipmentId)
    .forUpdate()
    .executeTakeFirst();
export const resolveCollisionRow = (
  context: Context,
  { id, shipmentId, resolution }: { readonly id: string; readonly shipmentId: string; readonly resolution: string },
) =>
  tables(context)
    .updateTable('disposition.collision')
    .set({ state: 'resolved', resolution })
    .where('id', '=', id)
    .where('shipment_id', '=', shipmentId)
    .where('state', '=', 'open')
    .execute();
