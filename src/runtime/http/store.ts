// SQL of idempotency keys.
import { sql } from 'kysely';
import type { Context } from '../context.ts';

type Earlier = {
  readonly digest: string;
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: unknown;
};

/**
 * Claims the key for this transaction, a new one or one that has expired; a second claimer waits for the first to commit
 * and then gets its reply. (The column `actor` holds the owner of the key.)
 */
export async function claimKey(
  context: Context,
  claim: { owner: string; key: string; digest: string; expired: string },
): Promise<Earlier | undefined> {
  const claimed = await sql`
    insert into runtime.idempotency (actor, key, request_digest, created_at)
    values (${claim.owner}, ${claim.key}, ${claim.digest}, ${context.now})
    on conflict (actor, key) do update
      set request_digest = excluded.request_digest, created_at = excluded.created_at, status = null, headers = null, body = null
      where idempotency.created_at < ${claim.expired}
    returning key`.execute(context.db);
  if (claimed.rows.length > 0) return undefined;
  const { rows } = await sql<Earlier>`
    select request_digest as digest, status, headers, body from runtime.idempotency
    where actor = ${claim.owner} and key = ${claim.key}`.execute(context.db);
  return rows[0];
}

export async function keepReply(
  context: Context,
  reply: {
    owner: string;
    key: string;
    status: number;
    headers: Readonly<Record<string, string | string[]>>;
    body: unknown;
  },
): Promise<void> {
  await sql`
    update runtime.idempotency set status = ${reply.status}, headers = ${JSON.stringify(reply.headers)}::jsonb, body = ${JSON.stringify(reply.body ?? null)}::jsonb
    where actor = ${reply.owner} and key = ${reply.key}`.execute(context.db);
}

/** A few at each new key: the table stays as small as two days of use without a job of its own. */
export async function clearExpiredKeys(context: Context, expired: string): Promise<void> {
  await sql`
    delete from runtime.idempotency where (actor, key) in (
      select actor, key from runtime.idempotency where created_at < ${expired}
      order by created_at limit 20 for update skip locked)`.execute(context.db);
}
