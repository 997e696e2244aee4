// SQL of second factors.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type Factor = {
  readonly sealed_secret: string;
  readonly confirmed_at: string | null;
  readonly last_step: number;
};
/** Held until the transaction ends: of two at once with one code, one is judged after the other. */
export async function findFactor(context: Context, personId: string): Promise<Factor | undefined> {
  const { rows } = await sql<Factor>`
    select sealed_secret, confirmed_at, last_step from account.second_factor where person_id = ${personId}
    for update`.execute(context.db);
  return rows[0];
}
export async function hasFactor(context: Context, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from account.second_factor where person_id = ${personId} and confirmed_at is not null`.execute(context.db);
  return rows.length > 0;
}
export async function saveFactor(context: Context, personId: string, sealed: string): Promise<void> {
  await sql`
    insert into account.second_factor (person_id, sealed_secret, created_at) values (${personId}, ${sealed}, ${context.now})
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0`.execute(
    context.db,
  );
}
export async function confirmFactor(context: Context, personId: string, step: number): Promise<void> {
  await sql`
    update account.second_factor set confirmed_at = ${context.now}, last_step = ${step} where person_id = ${personId}`.execute(
    context.db,
  );
}
export async function spendStep(context: Context, personId: string, step: number): Promise<void> {
  await sql`update account.second_factor set last_step = ${step} where person_id = ${personId}`.execute(context.db);
}
export async function removeFactor(context: Context, personId: string): Promise<void> {
  await sql`delete from account.second_factor where person_id = ${personId}`.execute(context.db);
  await sql`delete from account.recovery_code where person_id = ${personId}`.execute(context.db);
}
/** In place of all older ones. */
export async function insertRecoveryCodes(
  context: Context,
  personId: string,
  digests: readonly string[],
): Promise<void> {
  await sql`delete from account.recovery_code where person_id = ${personId}`.execute(context.db);
  await sql`
    insert into account.recovery_code (person_id, code_digest)
    select ${personId}::uuid, d from unnest(${[...digests]}::text[]) as d`.execute(context.db);
}
export async function spendRecoveryCode(
  context: Context,
  personId: string,
  digests: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    update account.recovery_code set used_at = ${context.now}
    where person_id = ${personId} and code_digest = any(${[...digests]}) and used_at is null returning code_digest`.execute(
    context.db,
  );
  return rows.length > 0;
}
export async function countRecoveryCodes(context: Context, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from account.recovery_code where person_id = ${personId} and used_at is null`.execute(
    context.db,
  );
  return rows[0]?.n ?? 0;
}
