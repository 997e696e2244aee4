// All SQL of schema `registration`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { Application, ApplicationState } from './contract.ts';

export type ApplicationRow = {
  id: string;
  uscc: string;
  kind: Application['kind'];
  name: string;
  name_en: string;
  district: string;
  contact: Application['contact'];
  administrator: Application['administrator'];
  qualifications: Application['qualifications'];
  state: ApplicationState;
  created_at: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
  organisation_id: string | null;
};

export async function insertApplication(
  context: Context,
  row: Pick<ApplicationRow, 'id'> & { readonly token_digest: string; readonly given: Application },
): Promise<void> {
  const { given } = row;
  await sql`
    insert into registration.application (id, token_digest, uscc, kind, name, name_en, district, contact, administrator, qualifications,
      state, created_at)
    values (${row.id}, ${row.token_digest}, ${given.uscc}, ${given.kind}, ${given.name}, ${given.nameEn}, ${given.district},
      ${JSON.stringify(given.contact)}::jsonb, ${JSON.stringify(given.administrator)}::jsonb,
      ${JSON.stringify(given.qualifications)}::jsonb, 'open', ${context.now})`.execute(context.db);
}
export async function findByToken(context: Context, tokenDigest: string): Promise<ApplicationRow | undefined> {
  const { rows } = await sql<ApplicationRow>`
    select * from registration.application where token_digest = ${tokenDigest} for update`.execute(context.db);
  return rows[0];
}
export async function lockApplication(context: Context, id: string): Promise<ApplicationRow | undefined> {
  const { rows } = await sql<ApplicationRow>`
    select * from registration.application where id = ${id} for update`.execute(context.db);
  return rows[0];
}
export async function pageApplications(
  context: Context,
  state: ApplicationState | undefined,
  page: RowPage,
): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`
    select * from registration.application
    where ${state === 'open' ? sql`state = 'open'` : state ? sql`state = ${state}` : sql`true`}
      and ${page.after ? sql`id < ${page.after}` : sql`true`}
    order by id desc limit ${page.limit}`.execute(context.db);
  return rows;
}
export async function markApplication(
  context: Context,
  id: string,
  decided: { readonly state: ApplicationState; readonly reason: string | null; readonly organisationId: string | null },
): Promise<void> {
  await sql`
    update registration.application set state = ${decided.state}, reason = ${decided.reason}, organisation_id = ${decided.organisationId},
      decided_at = ${context.now}, decided_by = ${context.actor.name}
    where id = ${id}`.execute(context.db);
}
