// SQL of sessions: opened, listed, ended. Who a session stands for is asked in `store.ts` with every request.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type NewSession = {
  readonly token_digest: string;
  readonly person_id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly address: string;
  readonly device: string;
  readonly organisation_id: string | null;
  readonly second_factor_at: string | null;
};
export type SessionRow = {
  /** The beginning of the token's digest: names the session, opens nothing. */
  readonly id: string;
  readonly created_at: string;
  readonly last_seen_at: string | null;
  readonly expires_at: string;
  readonly address: string | null;
  readonly device: string | null;
  readonly second_factor_at: string | null;
};
type Tables = { 'enterprise.session': NewSession & { last_seen_at: string | null } };
const tables = (context: Context) => context.db.withTables<Tables>();

export const insertSession = (context: Context, row: NewSession) =>
  tables(context)
    .insertInto('enterprise.session')
    .values({ ...row, last_seen_at: row.created_at })
    .execute();

export async function listSessions(context: Context, personId: string, idleMs: number): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select left(token_digest, 32) as id, created_at, last_seen_at, expires_at, address, device, second_factor_at
    from enterprise.session
    where person_id = ${personId} and expires_at > ${context.now}
      and coalesce(last_seen_at, created_at) > ${context.now}::timestamptz - ${idleMs} * interval '1 millisecond'
    order by coalesce(last_seen_at, created_at) desc limit 200`.execute(context.db);
  return rows;
}

/** Ends the named sessions of a person, or all but one; answers which ended. */
export async function endSessions(
  context: Context,
  which: { personId: string; only?: string; except?: string | undefined; organisationId?: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from enterprise.session s using enterprise.person p
    where s.person_id = ${which.personId} and p.id = s.person_id
      and (${which.only ?? null}::text is null or left(token_digest, 32) = ${which.only ?? null})
      and (${which.except ?? null}::text is null or left(token_digest, 32) <> ${which.except ?? null})
      and (${which.organisationId ?? null}::uuid is null
        or coalesce(s.organisation_id, p.organisation_id) = ${which.organisationId ?? null}::uuid)
    returning left(token_digest, 32) as id`.execute(context.db);
  return rows.map((row) => row.id);
}

/** Ends those of a person that were not used for longest, beyond so many; answers how many. */
export async function endSessionsBeyond(context: Context, personId: string, most: number): Promise<number> {
  const { rows } = await sql`
    delete from enterprise.session where person_id = ${personId} and token_digest in (
      select token_digest from enterprise.session where person_id = ${personId}
      order by coalesce(last_seen_at, created_at) desc, token_digest offset ${most}) returning 1`.execute(context.db);
  return rows.length;
}

/** The session under a new token, acting for another organisation; ends when it would have ended. */
export async function switchSession(
  context: Context,
  which: { personId: string; sessionId: string },
  next: { tokenDigest: string; organisationId: string },
): Promise<{ expires_at: string } | undefined> {
  const { rows } = await sql<{ expires_at: string }>`
    update enterprise.session set token_digest = ${next.tokenDigest}, organisation_id = ${next.organisationId}
    where person_id = ${which.personId} and left(token_digest, 32) = ${which.sessionId} returning expires_at`.execute(
    context.db,
  );
  return rows[0];
}

export async function markSecondFactor(context: Context, sessionId: string): Promise<void> {
  await sql`
    update enterprise.session set second_factor_at = ${context.now} where left(token_digest, 32) = ${sessionId}
      and person_id = ${context.actor.id}`.execute(context.db);
}

export async function removeOldSessions(context: Context, most: number): Promise<void> {
  await sql`
    delete from enterprise.session where token_digest in (
      select token_digest from enterprise.session where expires_at < ${context.now} limit ${most} for update skip locked)`.execute(
    context.db,
  );
}
