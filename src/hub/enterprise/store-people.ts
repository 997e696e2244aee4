// SQL of people: found by account or address, their password, their staff.
import { sql } from 'kysely';
import type { OrganisationKind } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';

export type Person = {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly organisation_id: string;
  readonly roles: readonly string[];
  /** Empty until the first sign-in. */
  readonly password_hash: string;
  readonly password_changed_at: string | null;
  readonly email: string | null;
};
const columns = sql.raw('id, account, name, organisation_id, roles, password_hash, password_changed_at, email');

export async function findPersonById(context: Context, id: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`select ${columns} from enterprise.person where id = ${id}`.execute(context.db);
  return rows[0];
}
/** By account name, or by the confirmed address. */
export async function findPersonByName(context: Context, name: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select ${columns} from enterprise.person where account = ${name} or email = ${name}
    order by (account = ${name}) desc limit 1`.execute(context.db);
  return rows[0];
}
export async function findPeopleByAccount(context: Context, accounts: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select ${columns} from enterprise.person where account = any(${accounts}::text[])`.execute(context.db);
  return rows;
}
export async function savePassword(context: Context, personId: string, hash: string): Promise<void> {
  await sql`
    update enterprise.person set password_hash = ${hash}, password_changed_at = ${context.now}
    where id = ${personId}`.execute(context.db);
}
/** False where the address is another account's. */
export async function saveEmail(context: Context, personId: string, email: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update enterprise.person set email = ${email} where id = ${personId}
      and not exists (select from enterprise.person where email = ${email} and id <> ${personId})
    returning id`.execute(context.db);
  return rows.length > 0;
}

export type StaffRow = Person & { readonly last_seen_at: string | null; readonly place_roles: string[] };
/** Who works for an organisation now; a few hundred at the most. */
export async function listStaff(context: Context, organisationId: string): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`
    select p.*, w.roles as place_roles,
      (select max(coalesce(s.last_seen_at, s.created_at)) from enterprise.session s where s.person_id = p.id) as last_seen_at
    from enterprise.place w join enterprise.person p on p.id = w.person_id where w.organisation_id = ${organisationId}
    order by p.name limit 1000`.execute(context.db);
  return rows;
}

export type Place = {
  readonly organisation_id: string;
  readonly name: string;
  readonly name_en: string;
  readonly kind: OrganisationKind;
  readonly roles: string[];
};
/** Where a person works now, where he was first registered first. */
export async function listPlaces(context: Context, personId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select w.organisation_id, o.name, o.name_en, o.kind, w.roles
    from enterprise.place w join enterprise.person p on p.id = w.person_id join enterprise.organisation o on o.id = w.organisation_id
    where w.person_id = ${personId} order by (w.organisation_id = p.organisation_id) desc, o.name limit 100`.execute(
    context.db,
  );
  return rows;
}
/** Takes the organisation for the rest of the transaction, so that of two last managers not both leave at once. */
export async function lockOrganisation(context: Context, id: string): Promise<void> {
  await sql`select from enterprise.organisation where id = ${id} for update`.execute(context.db);
}
/** Anew or again; the first place stands with the person. */
export async function savePlace(
  context: Context,
  place: { personId: string; organisationId: string; roles: readonly string[] },
): Promise<void> {
  const home = await sql`
    update enterprise.person set roles = ${[...place.roles]}::text[], left_at = null
    where id = ${place.personId} and organisation_id = ${place.organisationId} returning id`.execute(context.db);
  if (home.rows.length > 0) return;
  await sql`
    insert into enterprise.membership (person_id, organisation_id, roles, joined_at)
    values (${place.personId}, ${place.organisationId}, ${[...place.roles]}::text[], ${context.now})
    on conflict (person_id, organisation_id) do update set roles = excluded.roles, ended_at = null`.execute(context.db);
}
export async function endPlace(context: Context, personId: string, organisationId: string): Promise<void> {
  await sql`
    update enterprise.person set left_at = ${context.now} where id = ${personId} and organisation_id = ${organisationId}`.execute(
    context.db,
  );
  await sql`
    update enterprise.membership set ended_at = ${context.now}
    where person_id = ${personId} and organisation_id = ${organisationId}`.execute(context.db);
}
