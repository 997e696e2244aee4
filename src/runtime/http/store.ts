// SQL of idempotency keys.
import { sql } from 'kysely';
import type { Context } from '../context.ts';

type Earlier = {
  readonly digest: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

/** Claims the key for this transaction; a second claimer waits for the first to commit and then gets its answer. */
export async function claimKey(
  context: Context,
  claim: { owner: string; key: string; digest: string },
): Promise<Earlier | undefined> {
  const inserted = await sql`
    insert into runtime.idempotency (actor, key, request_digest, created_at)
    values (${claim.owner}, ${claim.key}, ${claim.digest}, ${context.now}) on conflict do nothing returning key`.execute(
    context.db,
  );
  if (inserted.rows.length > 0) return undefined;
  const { rows } = await sql<Earlier>`
    select request_digest as digest, status, headers, body from runtime.idempotency
    where actor = ${claim.owner} and key = ${claim.key}`.execute(context.db);
  return rows[0];
}

export async function keepAnswer(
  context: Context,
  answer: { owner: string; key: string; status: number; headers: Readonly<Record<string, string>>; body: unknown },
): Promise<void> {
  await sql`
    update runtime.idempotency set status = ${answer.status}, headers = ${JSON.stringify(answer.headers)}::jsonb, body = ${JSON.stringify(answer.body ?? null)}::jsonb
    where actor = ${answer.owner} and key = ${answer.key}`.execute(context.db);
}
