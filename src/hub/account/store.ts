// All SQL of schema `account`.
import { sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Context } from '../../runtime/context.ts';

export type Counter = { readonly failures: number; readonly blocked_until: string | null };
type Tables = {
  'account.throttle': Counter & { key: string; last_at: string };
  'account.link': LinkRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();

/** The counter, held until the transaction ends; one that has been still since `forgotten` begins anew. */
export async function lockCounter(context: Context, key: string, forgotten: string): Promise<Counter> {
  const { rows } = await sql<Counter>`
    insert into account.throttle as t (key, last_at) values (${key}, ${context.now})
    on conflict (key) do update set
      failures = case when t.last_at < ${forgotten} then 0 else t.failures end,
      blocked_until = case when t.last_at < ${forgotten} then null else t.blocked_until end
    returning failures, blocked_until`.execute(context.db);
  return rows[0] ?? { failures: 0, blocked_until: null };
}
export const findCounter = (context: Context, key: string): Promise<Counter | undefined> =>
  tables(context)
    .selectFrom('account.throttle')
    .select(['failures', 'blocked_until'])
    .where('key', '=', key)
    .executeTakeFirst();
export async function saveCounter(context: Context, key: string, counter: Counter): Promise<void> {
  await tables(context)
    .updateTable('account.throttle')
    .set({ ...counter, last_at: context.now })
    .where('key', '=', key)
    .execute();
}
export async function forgetCounter(context: Context, key: string): Promise<void> {
  await tables(context).deleteFrom('account.throttle').where('key', '=', key).execute();
}
/** A few at each failure: the table stays as small as a day of them. */
export async function clearForgotten(context: Context, before: string, most: number): Promise<void> {
  await sql`
    delete from account.throttle where key in (
      select key from account.throttle where last_at < ${before} order by last_at limit ${most} for update skip locked)`.execute(
    context.db,
  );
}

export type LinkPurpose = 'reset' | 'first-sign-in' | 'address' | 'invitation';
export type LinkRow = {
  id: string;
  purpose: LinkPurpose;
  token_digest: string;
  person_id: string | null;
  about: Readonly<Record<string, unknown>>;
  created_at: string;
  expires_at: string;
  used_at: string | null;
};
export async function insertLink(context: Context, row: Omit<LinkRow, 'used_at' | 'created_at'>): Promise<void> {
  await sql`
    insert into account.link (id, purpose, token_digest, person_id, about, created_at, expires_at)
    values (${row.id}, ${row.purpose}, ${row.token_digest}, ${row.person_id}, ${JSON.stringify(row.about)}::jsonb, ${context.now}, ${row.expires_at})`.execute(
    context.db,
  );
}
export const findLink = (context: Context, tokenDigest: string): Promise<LinkRow | undefined> =>
  tables(context)
    .selectFrom('account.link')
    .selectAll()
    .where('token_digest', '=', tokenDigest)
    .forUpdate()
    .executeTakeFirst();
export async function useLink(context: Context, id: string): Promise<void> {
  await tables(context).updateTable('account.link').set({ used_at: context.now }).where('id', '=', id).execute();
}
/** Older links of the same purpose are worth nothing any more. */
export async function endLinks(context: Context, personId: string, purposes: readonly LinkPurpose[]): Promise<void> {
  await tables(context)
    .updateTable('account.link')
    .set({ used_at: context.now })
    .where('person_id', '=', personId)
    .where('purpose', '=', anyOf(purposes))
    .where('used_at', 'is', null)
    .execute();
}
export async function countResets(context: Context, personId: string, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from account.link where person_id = ${personId} and purpose = 'reset' and created_at > ${since}`.execute(
    context.db,
  );
  return rows[0]?.n ?? 0;
}
export async function clearLinks(context: Context, before: string, most: number): Promise<void> {
  await sql`
    delete from account.link where id in (
      select id from account.link where expires_at < ${before} order by expires_at limit ${most} for update skip locked)`.execute(
    context.db,
  );
}

/** Of an organisation, not yet followed, not over. */
export async function listInvitations(context: Context, organisationId: string): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select * from account.link
    where purpose = 'invitation' and about ->> 'organisationId' = ${organisationId} and used_at is null
      and expires_at > ${context.now} order by created_at desc limit 200`.execute(context.db);
  return rows;
}
export async function endInvitation(context: Context, id: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    update account.link set used_at = ${context.now}
    where id = ${id} and purpose = 'invitation' and about ->> 'organisationId' = ${organisationId} and used_at is null
    returning id`.execute(context.db);
  return rows.length > 0;
}
/** Before its first member of staff has come: an invitation handed out anew ends the ones before. */
export async function endInvitationsOf(context: Context, organisationId: string): Promise<void> {
  await sql`
    update account.link set used_at = ${context.now}
    where purpose = 'invitation' and about ->> 'organisationId' = ${organisationId} and used_at is null`.execute(
    context.db,
  );
}
