// All SQL of schema `disposition`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { ControlledObject, Disposition, Instruction, Outcome } from './contract.ts';
import type { FoundCollision } from './find-collisions.ts';

export type Pointer = { type: string; key: string };
export type CollisionRow = {
  id: string;
  shipment_id: string;
  body: FoundCollision;
  state: 'open' | 'resolved';
  resolution: string | null;
  found_at: string;
};
type Tables = {
  'disposition.case': { shipment_id: string; version: number; withdrawn: boolean };
  'disposition.object': { shipment_id: string; id: string; type: string; body: ControlledObject };
  'disposition.instruction': {
    id: string;
    shipment_id: string;
    body: Instruction;
    pointers: Pointer[];
    received_at: string;
  };
  'disposition.outcome': {
    shipment_id: string;
    object_id: string;
    outcome: Outcome;
    disposition: Disposition;
    changed_at: string;
  };
  'disposition.collision': CollisionRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;
export const PARKED = '';

/** Held to the end of the transaction by whoever brings a case's objects, beside others; and alone by whoever parks for want of them. */
export const beforeParked = (context: Context) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended('disposition/parked', 0))`.execute(context.db);
export const lockParked = (context: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('disposition/parked', 0))`.execute(context.db);

export async function lockCase(context: Context, shipmentId: string): Promise<Tables['disposition.case'] | undefined> {
  return tables(context)
    .selectFrom('disposition.case')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .forUpdate()
    .executeTakeFirst();
}
export const upsertCase = (context: Context, row: Tables['disposition.case']) =>
  tables(context)
    .insertInto('disposition.case')
    .values(row)
    .onConflict((c) => c.column('shipment_id').doUpdateSet({ version: row.version, withdrawn: row.withdrawn }))
    .execute();

export async function replaceObjects(
  context: Context,
  shipmentId: string,
  objects: readonly ControlledObject[],
): Promise<void> {
  await sql`
    with gone as (
      delete from disposition.object where shipment_id = ${shipmentId} and id <> all(${objects.map((o) => o.id)}::text[]))
    insert into disposition.object (shipment_id, id, type, body)
    select ${shipmentId}, o->>'id', o->>'type', o from jsonb_array_elements(${JSON.stringify(objects)}::jsonb) o
    on conflict (shipment_id, id) do update set type = excluded.type, body = excluded.body`.execute(context.db);
}
export const listObjects = async (context: Context, shipmentId: string) =>
  (
    await tables(context)
      .selectFrom('disposition.object')
      .select('body')
      .where('shipment_id', '=', shipmentId)
      .execute()
  ).map((r) => r.body);
/** Live cases that have one of these objects. */
export async function shipmentsWithObjects(context: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tables(context)
    .selectFrom('disposition.object as o')
    .innerJoin('disposition.case as c', 'c.shipment_id', 'o.shipment_id')
    .select('o.shipment_id')
    .distinct()
    .where('o.id', 'in', ids)
    .where('c.withdrawn', '=', false)
    .execute();
  return rows.map((r) => r.shipment_id);
}

/** False when this very instruction is known for the case already. */
export async function insertInstruction(context: Context, row: Tables['disposition.instruction']): Promise<boolean> {
  const done = await tables(context)
    .insertInto('disposition.instruction')
    .values({ ...row, body: json(row.body), pointers: json(row.pointers) })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const listInstructions = async (context: Context, shipmentId: string) =>
  (
    await tables(context)
      .selectFrom('disposition.instruction')
      .select('body')
      .where('shipment_id', '=', shipmentId)
      .orderBy('received_at')
      .execute()
  ).map((r) => r.body);
export const listParked = (context: Context) =>
  tables(context)
    .selectFrom('disposition.instruction')
    .selectAll()
    .where('shipment_id', '=', PARKED)
    .orderBy('received_at')
    .limit(1000)
    .execute();
export const dropParked = (context: Context, id: string) =>
  tables(context)
    .deleteFrom('disposition.instruction')
    .where('id', '=', id)
    .where('shipment_id', '=', PARKED)
    .execute();

export type CaseState = {
  readonly objects: readonly ControlledObject[];
  readonly instructions: readonly Instruction[];
  readonly outcomes: readonly { readonly objectId: string; readonly disposition: Disposition }[];
};
/** Everything a case is decided from, in one statement. */
export async function readCase(context: Context, shipmentId: string): Promise<CaseState> {
  const { rows } = await sql<CaseState>`
    select (select coalesce(json_agg(body), '[]') from disposition.object where shipment_id = ${shipmentId}) as objects,
           (select coalesce(json_agg(body order by received_at), '[]')
            from disposition.instruction where shipment_id = ${shipmentId}) as instructions,
           (select coalesce(json_agg(json_build_object('objectId', object_id, 'disposition', disposition)), '[]')
            from disposition.outcome where shipment_id = ${shipmentId}) as outcomes`.execute(context.db);
  return rows[0] ?? { objects: [], instructions: [], outcomes: [] };
}

export type TakenCase = CaseState & { readonly withdrawn: boolean };
/** The case locked for this transaction, with what it is decided from; undefined where nothing is registered. One message, two statements. */
export async function takeCase(context: Context, shipmentId: string): Promise<TakenCase | undefined> {
  const [row, state] = await Promise.all([lockCase(context, shipmentId), readCase(context, shipmentId)]);
  return row && { ...state, withdrawn: row.withdrawn };
}

export const listOutcomes = (context: Context, shipmentId: string) =>
  tables(context).selectFrom('disposition.outcome').selectAll().where('shipment_id', '=', shipmentId).execute();
export async function replaceOutcomes(
  context: Context,
  shipmentId: string,
  dispositions: readonly Disposition[],
): Promise<void> {
  await sql`
    with gone as (
      delete from disposition.outcome
      where shipment_id = ${shipmentId} and object_id <> all(${dispositions.map((d) => d.objectId)}::text[]))
    insert into disposition.outcome (shipment_id, object_id, outcome, disposition, changed_at)
    select ${shipmentId}, d->>'objectId', d->>'outcome', d, ${context.now} from jsonb_array_elements(${JSON.stringify(dispositions)}::jsonb) d
    on conflict (shipment_id, object_id) do update
      set outcome = excluded.outcome, disposition = excluded.disposition, changed_at = excluded.changed_at`.execute(
    context.db,
  );
}

export async function insertCollision(context: Context, shipmentId: string, body: FoundCollision): Promise<boolean> {
  const done = await tables(context)
    .insertInto('disposition.collision')
    .values({
      id: body.id,
      shipment_id: shipmentId,
      body: json(body),
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
  tables(context).selectFrom('disposition.collision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const resolveCollisionRow = (context: Context, id: string, shipmentId: string, resolution: string) =>
  tables(context)
    .updateTable('disposition.collision')
    .set({ state: 'resolved', resolution })
    .where('id', '=', id)
    .where('shipment_id', '=', shipmentId)
    .execute();
