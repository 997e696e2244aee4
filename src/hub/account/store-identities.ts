// SQL of identities at providers, and of answers that were used.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { Subject } from '../../runtime/identity/open-id.ts';

export type IdentityRow = {
  readonly id: string;
  readonly person_id: string;
  readonly provider: string;
  readonly linked_at: string;
  readonly last_used_at: string | null;
};

/** Found by whoever signs in, whoever that is. */
export async function findIdentity(context: Context, { issuer, subject }: Subject): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`
    select id, person_id, provider, linked_at, last_used_at from account.identity
    where issuer = ${issuer} and subject = ${subject}`.execute(context.db);
  return rows[0];
}
/** False where somebody has it already. */
export async function insertIdentity(
  context: Context,
  row: Subject & { readonly id: string; readonly personId: string; readonly provider: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into account.identity (id, person_id, provider, issuer, subject, linked_at)
    values (${row.id}, ${row.personId}, ${row.provider}, ${row.issuer}, ${row.subject}, ${context.now})
    on conflict (issuer, subject) do nothing returning id`.execute(context.db);
  return rows.length > 0;
}
export async function noteIdentityUse(context: Context, id: string): Promise<void> {
  await sql`update account.identity set last_used_at = ${context.now} where id = ${id}`.execute(context.db);
}
export async function listIdentities(context: Context, personId: string): Promise<IdentityRow[]> {
  const { rows } = await sql<IdentityRow>`
    select id, person_id, provider, linked_at, last_used_at from account.identity
    where person_id = ${personId} order by linked_at limit 100`.execute(context.db);
  return rows;
}
export async function removeIdentity(context: Context, id: string, personId: string): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`
    delete from account.identity where id = ${id} and person_id = ${personId}
    returning id, person_id, provider, linked_at, last_used_at`.execute(context.db);
  return rows[0];
}

/** False where this answer was used before. The database decides, for all nodes; what is over is cleared a few at a time. */
export async function spendAnswer(context: Context, stateDigest: string, expiresAt: string): Promise<boolean> {
  const { rows } = await sql`
    insert into account.spent_answer (state_digest, expires_at) values (${stateDigest}, ${expiresAt})
    on conflict do nothing returning state_digest`.execute(context.db);
  await sql`
    delete from account.spent_answer where state_digest in (
      select state_digest from account.spent_answer where expires_at < ${context.now}
      order by expires_at limit 20 for update skip locked)`.execute(context.db);
  return rows.length > 0;
}
