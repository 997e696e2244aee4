// All SQL of schema `inbox`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';
import type { EventFilter } from '../notices/contract.ts';

export type ItemRow = {
  person_id: string;
  position: number;
  shipment_id: string | null;
  created_at: string;
  read_at: string | null;
};
type Tables = {
  'inbox.item': ItemRow;
  'inbox.preference': { person_id: string; filters: readonly EventFilter[]; updated_at: string };
};
const tables = (context: Context) => context.db.withTables<Tables>();

export type NewItem = Pick<ItemRow, 'person_id' | 'position' | 'shipment_id'>;
export async function insertItems(context: Context, rows: readonly NewItem[]): Promise<void> {
  await sql`
    insert into inbox.item (person_id, position, shipment_id, created_at)
    select person_id, position, shipment_id, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, position bigint, shipment_id uuid)
    on conflict do nothing`.execute(context.db);
}
/** A small step, so that nothing waits for it. */
export async function removeOlderThan(context: Context, instant: string, most: number): Promise<void> {
  await sql`
    delete from inbox.item where (person_id, position) in (
      select person_id, position from inbox.item where created_at < ${instant} order by created_at limit ${most})`.execute(
    context.db,
  );
}

export async function listItems(
  context: Context,
  page: { unread: boolean; before?: number; limit: number },
): Promise<ItemRow[]> {
  let rows = tables(context)
    .selectFrom('inbox.item')
    .selectAll()
    .where('person_id', '=', context.actor.id)
    .orderBy('position', 'desc')
    .limit(page.limit);
  if (page.unread) rows = rows.where('read_at', 'is', null);
  if (page.before !== undefined) rows = rows.where('position', '<', page.before);
  return (await rows.execute()).map((row) => ({ ...row, position: Number(row.position) }));
}

export async function markItems(
  context: Context,
  which: { read: boolean; positions?: readonly number[]; upTo?: number },
): Promise<void> {
  let rows = tables(context)
    .updateTable('inbox.item')
    .set({ read_at: which.read ? context.now : null })
    .where('person_id', '=', context.actor.id)
    .where('read_at', which.read ? 'is' : 'is not', null);
  if (which.positions) rows = rows.where('position', '=', anyOf(which.positions));
  if (which.upTo !== undefined) rows = rows.where('position', '<=', which.upTo);
  await rows.execute();
}

export async function listPreferences(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, readonly EventFilter[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tables(context)
    .selectFrom('inbox.preference')
    .select(['person_id', 'filters'])
    .where('person_id', '=', anyOf(personIds))
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.filters]));
}
export async function savePreference(context: Context, filters: readonly EventFilter[]): Promise<void> {
  await sql`
    insert into inbox.preference (person_id, filters, updated_at)
    values (${context.actor.id}, ${JSON.stringify(filters)}::jsonb, ${context.now})
    on conflict (person_id) do update set filters = excluded.filters, updated_at = excluded.updated_at`.execute(
    context.db,
  );
}
export const removePreference = (context: Context) =>
  tables(context).deleteFrom('inbox.preference').where('person_id', '=', context.actor.id).execute();
