// SQL of people: found by account or address, their password, their staff.
import { sql } from 'kysely';
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
  readonly left_at: string | null;
};
const columns = sql.raw(
  'id, account, name, organisation_id, roles, password_hash, password_changed_at, email, left_at',
);

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

export type StaffRow = Person & { readonly last_seen_at: string | null };
/** Who works for an organisation now; a few hundred at the most. */
export async function listStaff(context: Context, organisationId: string): Promise<StaffRow[]> {
  const { rows } = await sql<StaffRow>`
    select ${columns}, (select max(coalesce(s.last_seen_at, s.created_at)) from enterprise.session s where s.person_id = p.id) as last_seen_at
    from enterprise.person p where organisation_id = ${organisationId} and left_at is null
    order by name limit 1000`.execute(context.db);
  return rows;
}
