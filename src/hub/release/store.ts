// All SQL of schema `release`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, rowsByKey } from '../../runtime/database/ask-together.ts';
import type { ReleaseState } from './contract.ts';

export type ReleaseRow = {
  id: string;
  number: string;
  shipment_id: string;
  object_id: string;
  object_label: Bilingual;
  object_version: number;
  grant_number: number;
  state: ReleaseState;
  conditional: boolean;
  automatic: boolean;
  pickup_party: string;
  station_id: string;
  granted_at: string;
  valid_until: string;
  revoked_at: string | null;
  revoked_because: Bilingual | null;
  gated_out_at: string | null;
  token: string;
  simulated: boolean;
};
type Tables = {
  'release.release': ReleaseRow;
  'release.unit': { shipment_id: string; object_id: string; object_version: number };
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export async function nextSerial(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('release.number_sequence') as n`.execute(context.db);
  return Number(rows[0]?.n);
}
/** Takes turns with any other decision about this shipment's releases. */
export const lockReleases = askTogether<string, void>(async (context, shipmentIds) => {
  const names = [...new Set(shipmentIds)].sort().map((id) => `release ${id}`);
  await sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as name`.execute(context.db);
  return [];
});
export const listReleases = askTogether<string, ReleaseRow[]>(async (context, shipmentIds) => {
  const { rows } = await sql<ReleaseRow>`
    select * from release.release where shipment_id = any(${shipmentIds}::uuid[]) order by id`.execute(context.db);
  return rowsByKey(shipmentIds, rows, (row) => row.shipment_id);
});
export const insertRelease = (context: Context, row: ReleaseRow) =>
  tables(context)
    .insertInto('release.release')
    .values({ ...row, object_label: json(row.object_label), revoked_because: null })
    .execute();
export const markRevoked = (context: Context, id: string, because: Bilingual) =>
  tables(context)
    .updateTable('release.release')
    .set({ state: 'revoked', revoked_at: context.now, revoked_because: json(because) })
    .where('id', '=', id)
    .where('state', '=', 'granted')
    .execute();
export const markExpired = (context: Context, id: string) =>
  tables(context)
    .updateTable('release.release')
    .set({ state: 'expired' })
    .where('id', '=', id)
    .where('state', '=', 'granted')
    .execute();
/** Cases with a live release whose validity has passed, those that wait longest first. */
export async function listExpired(context: Context, limit: number): Promise<string[]> {
  const { rows } = await sql<{ shipment_id: string }>`
    select shipment_id from release.release where state = 'granted' and valid_until <= ${context.now}
    order by valid_until limit ${limit}`.execute(context.db);
  return [...new Set(rows.map((row) => row.shipment_id))];
}
/** Cases with a live release whose token begins so: signed with a key that was stolen. */
export async function listSignedSo(context: Context, head: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ shipment_id: string }>`
    select shipment_id from release.release where state = 'granted' and split_part(token, '.', 1) = ${head}
    order by valid_until limit ${limit}`.execute(context.db);
  return [...new Set(rows.map((row) => row.shipment_id))];
}
export const markUsed = (context: Context, id: string, at: string) =>
  tables(context)
    .updateTable('release.release')
    .set({ state: 'used', gated_out_at: at })
    .where('id', '=', id)
    .where('state', '=', 'granted')
    .execute();
/** The goods are in again: the release holds as before, until it expires or is revoked. */
export const markNotUsed = (context: Context, id: string) =>
  tables(context)
    .updateTable('release.release')
    .set({ state: 'granted', gated_out_at: null })
    .where('id', '=', id)
    .where('state', '=', 'used')
    .execute();
export const lockRelease = (context: Context, id: string) =>
  tables(context).selectFrom('release.release').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const findByNumber = (context: Context, number: string) =>
  tables(context).selectFrom('release.release').selectAll().where('number', '=', number).executeTakeFirst();
export const findLiveByObject = (context: Context, objectId: string) =>
  tables(context)
    .selectFrom('release.release')
    .selectAll()
    .where('object_id', '=', objectId)
    .where('state', '=', 'granted')
    .orderBy('id')
    .execute();
/** The last that was granted of these goods, in whatever state: of any case, or of one. */
export const findLastByObject = (context: Context, objectId: string, shipmentId?: string) => {
  let rows = tables(context).selectFrom('release.release').selectAll().where('object_id', '=', objectId);
  if (shipmentId) rows = rows.where('shipment_id', '=', shipmentId);
  return rows.orderBy('granted_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
};
export async function pageReleases(
  context: Context,
  filter: { state?: string; stations?: readonly string[]; after?: string; limit: number },
): Promise<ReleaseRow[]> {
  let rows = tables(context).selectFrom('release.release').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state as ReleaseState);
  if (filter.stations) rows = rows.where('station_id', '=', anyOf(filter.stations));
  if (filter.after) rows = rows.where('id', '<', filter.after);
  return rows.execute();
}
type Unit = { readonly objectId: string; readonly version: number };
/** The case's units are these and no others. */
export const keepUnits = askTogether<{ readonly shipmentId: string; readonly units: readonly Unit[] }, void>(
  async (context, cases) => {
    const units = cases.flatMap(({ shipmentId, units }) =>
      units.map((unit) => ({ shipment_id: shipmentId, object_id: unit.objectId, object_version: unit.version })),
    );
    await sql`delete from release.unit where shipment_id = any(${cases.map((c) => c.shipmentId)}::uuid[])`.execute(
      context.db,
    );
    if (units.length > 0)
      await sql`
        insert into release.unit (shipment_id, object_id, object_version)
        select shipment_id, object_id, object_version from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
          as r(shipment_id uuid, object_id text, object_version integer)`.execute(context.db);
    return [];
  },
);
export const listUnits = askTogether<string, Unit[]>(async (context, shipmentIds) => {
  const { rows } = await sql<Tables['release.unit']>`
    select shipment_id, object_id, object_version from release.unit
    where shipment_id = any(${shipmentIds}::uuid[])`.execute(context.db);
  return rowsByKey(shipmentIds, rows, (row) => row.shipment_id).map((units) =>
    units.map((row) => ({ objectId: row.object_id, version: row.object_version })),
  );
});
export async function countUnits(context: Context, shipmentId: string): Promise<number> {
  const row = await tables(context)
    .selectFrom('release.unit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('shipment_id', '=', shipmentId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
export const findRelease = (context: Context, id: string) =>
  tables(context).selectFrom('release.release').selectAll().where('id', '=', id).executeTakeFirst();

export async function lastGrants(
  context: Context,
  shipmentIds: readonly string[],
): Promise<{ shipment_id: string; granted_at: string }[]> {
  const { rows } = await sql<{ shipment_id: string; granted_at: string }>`
    select shipment_id, max(granted_at) as granted_at from release.release
    where shipment_id = any(${shipmentIds}::uuid[]) and state in ('granted', 'used') group by shipment_id`.execute(
    context.db,
  );
  return rows;
}
