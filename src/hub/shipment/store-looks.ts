// SQL of looks at others' cases and of the marks that withhold them (P11).
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { LookView } from './contract.ts';

export type NewLook = {
  readonly id: string;
  readonly owner_id: string;
  readonly shipment_id: string;
  readonly shipment_number: string;
  readonly subject: string;
  readonly what: LookView['what'];
  readonly name: Bilingual | null;
  readonly hour: number;
};
export type LookRow = Omit<NewLook, 'subject' | 'hour'> & {
  organisation_name: string;
  person_name: string;
  first_at: string;
  last_at: string;
  times: number;
};
export type MarkRow = {
  id: string;
  shipment_id: string;
  organisation_id: string;
  reason: string;
  legal_basis: string;
  until: string;
  set_at: string;
  set_by: string;
  lifted_at: string | null;
  lifted_by: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'shipment.look_mark': MarkRow }>();

/** Those that are the first of their person, thing and hour; the others are counted with it. */
export async function joinLooks(context: Context, looks: readonly NewLook[]): Promise<Set<string>> {
  const { actor, now } = context;
  const { rows } = await sql<{ id: string }>`
    insert into shipment.look (id, owner_id, shipment_id, shipment_number, subject, what, name, organisation_id, organisation_name,
      person_id, person_name, hour, first_at, last_at)
    select r.id, r.owner_id, r.shipment_id, r.shipment_number, r.subject, r.what, r.name, ${actor.organisationId}::uuid,
      coalesce((select o.name from enterprise.organisation o where o.id = ${actor.organisationId}::uuid), ''),
      ${actor.id}, ${actor.name}, r.hour, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb)
      as r(id uuid, owner_id uuid, shipment_id uuid, shipment_number text, subject uuid, what text, name jsonb, hour bigint)
    on conflict (shipment_id, subject, what, person_id, hour) do update set times = look.times + 1, last_at = excluded.last_at
    returning id`.execute(context.db);
  return new Set(rows.map((row) => row.id));
}

/** The owner's, newest first, without those that a mark in force withholds. */
export async function pageLooks(
  context: Context,
  filter: { readonly ownerId: string; readonly shipmentId?: string; readonly after?: string; readonly limit: number },
): Promise<LookRow[]> {
  const { rows } = await sql<LookRow>`
    select l.id, l.owner_id, l.shipment_id, l.shipment_number, l.what, l.name, l.organisation_name, l.person_name, l.first_at, l.last_at, l.times
    from shipment.look l
    where l.owner_id = ${filter.ownerId}
      and ${filter.shipmentId ? sql`l.shipment_id = ${filter.shipmentId}` : sql`true`}
      and ${filter.after ? sql`l.id < ${filter.after}` : sql`true`}
      and not shipment.is_withheld(l.shipment_id, l.organisation_id, l.first_at, ${context.now})
    order by l.id desc limit ${filter.limit}`.execute(context.db);
  return rows;
}
export async function isWithheld(
  context: Context,
  {
    shipmentId,
    organisationId,
    at,
  }: { readonly shipmentId: string; readonly organisationId: string; readonly at: string },
): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean;
  }>`select shipment.is_withheld(${shipmentId}::uuid, ${organisationId}::uuid, ${at}::timestamptz, ${context.now}::timestamptz) as held`.execute(
    context.db,
  );
  return rows[0]?.held === true;
}
export const insertMark = (context: Context, row: MarkRow) =>
  tables(context).insertInto('shipment.look_mark').values(row).execute();
export const listMarks = (context: Context, shipmentId: string, organisationId: string) =>
  tables(context)
    .selectFrom('shipment.look_mark')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
/** Those in force; ended at once. */
export async function liftMarks(context: Context, shipmentId: string, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update shipment.look_mark set lifted_at = ${context.now}, lifted_by = ${context.actor.name}
    where shipment_id = ${shipmentId} and organisation_id = ${organisationId} and lifted_at is null and until > ${context.now}
    returning id`.execute(context.db);
  return rows.map((row) => row.id);
}
