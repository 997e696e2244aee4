// SQL of qualifications: dated records of what an organisation may do.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { Particulars, QualificationKind } from './contract.ts';

export type QualificationRow = {
  id: string;
  organisation_id: string;
  kind: QualificationKind;
  number: string | null;
  issuer: string;
  valid_from: string;
  valid_to: string | null;
  particulars: Particulars;
  source: 'declared' | 'carried-over';
  state: 'pending' | 'confirmed' | 'refused';
  recorded_at: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
  ended_on: string | null;
  ended_reason: string | null;
};
type Named = QualificationRow & { readonly name: string; readonly name_en: string };
export async function insertQualification(context: Context, row: QualificationRow): Promise<void> {
  await sql`
    insert into enterprise.qualification (id, organisation_id, kind, number, issuer, valid_from, valid_to, particulars, source, state,
      recorded_at, decided_at, decided_by)
    values (${row.id}, ${row.organisation_id}, ${row.kind}, ${row.number}, ${row.issuer}, ${row.valid_from}, ${row.valid_to},
      ${JSON.stringify(row.particulars)}::jsonb, ${row.source}, ${row.state}, ${row.recorded_at}, ${row.decided_at}, ${row.decided_by})`.execute(
    context.db,
  );
}

/** A few of each kind at the most: renewed every year or never. */
export async function listQualifications(context: Context, organisationId: string): Promise<QualificationRow[]> {
  const { rows } = await sql<QualificationRow>`
    select q.* from enterprise.qualification q where q.organisation_id = ${organisationId} order by q.valid_from, q.id limit 500`.execute(
    context.db,
  );
  return rows;
}

/** Newest first, with whose each is; of one organisation, of one state, or all that the reader may see. */
export async function pageQualifications(
  context: Context,
  wanted: { readonly organisationId?: string; readonly pending: boolean },
  page: RowPage,
): Promise<Named[]> {
  const { organisationId } = wanted;
  const { rows } = await sql<Named>`
    select q.*, o.name, o.name_en
    from enterprise.qualification q join enterprise.organisation o on o.id = q.organisation_id
    where ${organisationId ? sql`q.organisation_id = ${organisationId}` : sql`true`}
      and ${wanted.pending ? sql`q.state = 'pending'` : sql`true`}
      and ${page.after ? sql`q.id < ${page.after}` : sql`true`}
    order by q.id desc limit ${page.limit}`.execute(context.db);
  return rows;
}

export async function lockQualification(context: Context, id: string): Promise<Named | undefined> {
  const { rows } = await sql<Named>`
    select q.*, o.name, o.name_en
    from enterprise.qualification q join enterprise.organisation o on o.id = q.organisation_id
    where q.id = ${id} for update of q`.execute(context.db);
  return rows[0];
}

export async function markQualification(
  context: Context,
  id: string,
  change: Pick<QualificationRow, 'state' | 'decided_at' | 'decided_by' | 'reason' | 'ended_on' | 'ended_reason'>,
): Promise<void> {
  await sql`
    update enterprise.qualification set state = ${change.state}, decided_at = ${change.decided_at}, decided_by = ${change.decided_by},
      reason = ${change.reason}, ended_on = ${change.ended_on}, ended_reason = ${change.ended_reason}
    where id = ${id}`.execute(context.db);
}

/** Those that end by that day, are not renewed by a later one, and whose organisation has not been told; each is taken once. */
export async function takeEndingQualifications(
  context: Context,
  days: { readonly today: string; readonly until: string },
  most: number,
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with ending as (
      update enterprise.qualification set warned_at = ${context.now} where id in (
        select id from enterprise.qualification
        where state = 'confirmed' and ended_on is null and warned_at is null and valid_to between ${days.today} and ${days.until}
        order by valid_to limit ${most} for update skip locked)
      returning *)
    select q.*, o.name, o.name_en from ending q join enterprise.organisation o on o.id = q.organisation_id
    where not exists (
      select from enterprise.qualification later
      where later.organisation_id = q.organisation_id and later.kind = q.kind and later.state = 'confirmed' and later.ended_on is null
        and (later.valid_to is null or later.valid_to > ${days.until}))`.execute(context.db);
  return rows;
}

/** The number that forms are filled with; one that is there stays. */
export async function noteRegistration(context: Context, organisationId: string, number: string): Promise<void> {
  await sql`
    update enterprise.organisation set customs_registration = ${number}
    where id = ${organisationId} and customs_registration is null
      and not exists (select from enterprise.organisation where customs_registration = ${number})`.execute(context.db);
}

export async function customsCodeIsTaken(context: Context, number: string): Promise<boolean> {
  const { rows } =
    await sql`select from enterprise.organisation where customs_registration = ${number} limit 1`.execute(context.db);
  return rows.length > 0;
}
