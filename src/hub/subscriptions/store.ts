// All SQL of schema `subscriptions`.
import { type Generated, sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import type { MessageState, SubscriptionFilter, SubscriptionState } from './contract.ts';

export type SubscriptionRow = {
  id: string;
  organisation_id: string;
  name: string;
  url: string;
  event_types: string[];
  filter: SubscriptionFilter | null;
  state: SubscriptionState;
  sealed_secret: string;
  sealed_previous_secret: string | null;
  previous_until: string | null;
  failing_since: string | null;
  last_success_at: string | null;
  disabled_because: Bilingual | null;
  created_at: string;
  created_by: string;
  host_key: string | null;
  sealed_key: string | null;
  takes_files: boolean;
  file_roles: string[] | null;
  files_due_at: string | null;
  files_failures: number;
};
export type MessageRow = {
  seq: number;
  id: string;
  subscription_id: string;
  position: number;
  event_type: string;
  state: MessageState;
  attempts: number;
  next_attempt_at: string;
  claimed_until: string | null;
  created_at: string;
  delivered_at: string | null;
  last_detail: string | null;
  /** Where it is about no event. */
  body: string | null;
};
type Tables = {
  'subscriptions.subscription': SubscriptionRow;
  'subscriptions.message': Omit<MessageRow, 'seq'> & { seq: Generated<number> };
};
const tables = (context: Context) => context.db.withTables<Tables>();

export const insertSubscription = (context: Context, row: SubscriptionRow) =>
  tables(context).insertInto('subscriptions.subscription').values(row).execute();

export async function listSubscriptions(
  context: Context,
  organisationId: string,
): Promise<(SubscriptionRow & { waiting: number })[]> {
  const { rows } = await sql<SubscriptionRow & { waiting: number }>`
    select s.*, (select count(*)::int from subscriptions.message m
                 where m.subscription_id = s.id and m.state in ('queued', 'sending')) as waiting
    from subscriptions.subscription s where s.organisation_id = ${organisationId} order by s.id`.execute(context.db);
  return rows;
}
/** Locks the organisation's subscriptions while one is added, so that two at once cannot pass the limit. */
export async function countForAdding(context: Context, organisationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`subscriptions:${organisationId}`}, 0))`.execute(
    context.db,
  );
  const row = await tables(context)
    .selectFrom('subscriptions.subscription')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
export const lockSubscription = (context: Context, id: string, organisationId: string) =>
  tables(context)
    .selectFrom('subscriptions.subscription')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst();
export const findSubscription = (context: Context, id: string) =>
  tables(context).selectFrom('subscriptions.subscription').selectAll().where('id', '=', id).executeTakeFirst();
export const updateSubscription = (context: Context, id: string, change: Partial<SubscriptionRow>) =>
  tables(context)
    .updateTable('subscriptions.subscription')
    .set({
      ...change,
      ...(change.disabled_because
        ? { disabled_because: JSON.stringify(change.disabled_because) as unknown as Bilingual }
        : {}),
    })
    .where('id', '=', id)
    .execute();
export const removeSubscription = (context: Context, id: string) =>
  tables(context).deleteFrom('subscriptions.subscription').where('id', '=', id).execute();
export const listActive = (context: Context) =>
  tables(context).selectFrom('subscriptions.subscription').selectAll().where('state', '=', 'active').execute();

export type NewMessage = Pick<MessageRow, 'id' | 'subscription_id' | 'position' | 'event_type'> & { body?: string };
export async function insertMessages(context: Context, rows: readonly NewMessage[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(context)
    .insertInto('subscriptions.message')
    .values(
      rows.map((row) => ({
        ...row,
        state: 'queued' as const,
        attempts: 0,
        next_attempt_at: context.now,
        claimed_until: null,
        created_at: context.now,
        delivered_at: null,
        last_detail: null,
        body: row.body ?? null,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
}

/**
 * Claims due messages, `perSubscription` of each active subscription at the most, so that a slow receiver holds nobody
 * else's place; `busy` are subscriptions that have no place left in this process.
 */
export async function claimMessages(
  context: Context,
  claim: { perSubscription: number; busy: readonly string[]; leaseMs: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    update subscriptions.message set state = 'sending',
      claimed_until = ${context.now}::timestamptz + ${claim.leaseMs} * interval '1 millisecond'
    where seq in (
      select due.seq from subscriptions.subscription s
      cross join lateral (
        select m.seq from subscriptions.message m
        where m.subscription_id = s.id and m.state in ('queued', 'sending') and m.next_attempt_at <= ${context.now}
          and (m.state = 'queued' or m.claimed_until < ${context.now})
        order by m.next_attempt_at, m.seq limit ${claim.perSubscription} for update skip locked) due
      where s.state = 'active' and s.id <> all(${claim.busy}::uuid[]))
    returning *`.execute(context.db);
  return rows.map((row) => ({ ...row, seq: Number(row.seq), position: Number(row.position) }));
}
/** False when the claim had run out and another has dealt with the message meanwhile. */
export async function endAttempt(
  context: Context,
  message: MessageRow,
  end: { state: MessageState; attempts: number; detail: string; nextAttemptAt?: string },
): Promise<boolean> {
  const done = await tables(context)
    .updateTable('subscriptions.message')
    .set({
      state: end.state,
      attempts: end.attempts,
      last_detail: end.detail,
      claimed_until: null,
      ...(end.nextAttemptAt ? { next_attempt_at: end.nextAttemptAt } : {}),
      ...(end.state === 'delivered' ? { delivered_at: context.now } : {}),
    })
    .where('id', '=', message.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', message.attempts)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
export async function listMessages(
  context: Context,
  filter: { subscriptionId: string; state?: MessageState; before?: number; limit: number },
): Promise<MessageRow[]> {
  let rows = tables(context)
    .selectFrom('subscriptions.message')
    .selectAll()
    .where('subscription_id', '=', filter.subscriptionId)
    .orderBy('seq', 'desc')
    .limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state);
  if (filter.before) rows = rows.where('seq', '<', filter.before);
  return (await rows.execute()) as MessageRow[];
}
/** Ended messages go out again, with all attempts before them; how many there were. */
export async function requeueMessages(
  context: Context,
  which: { subscriptionId: string; messageId?: string; since?: string },
): Promise<number> {
  let rows = tables(context)
    .updateTable('subscriptions.message')
    .set({ state: 'queued', attempts: 0, next_attempt_at: context.now, claimed_until: null, delivered_at: null })
    .where('subscription_id', '=', which.subscriptionId)
    .where('state', '=', anyOf(['delivered', 'failed', 'withheld'] as const));
  if (which.messageId) rows = rows.where('id', '=', which.messageId);
  if (which.since) rows = rows.where('created_at', '>=', which.since);
  return Number((await rows.executeTakeFirst()).numUpdatedRows);
}
/** Whether a message about an event below this position has not ended. */
export async function hasQueuedMessages(context: Context, below: number): Promise<boolean> {
  const { rows } = await sql<{ queued: boolean }>`
    select exists (select 1 from subscriptions.message
                   where state in ('queued', 'sending') and position > 0 and position < ${below}) as queued`.execute(
    context.db,
  );
  return rows[0]?.queued ?? true;
}

/** Of the `limit` messages after this number those that have ended and are older; `next` where all of them are older and there may be more. */
export async function deleteEndedMessages(
  context: Context,
  { after, before, limit }: { readonly after: string; readonly before: string; readonly limit: number },
): Promise<{ removed: number; next?: string }> {
  const { rows } = await sql<{ removed: number; next: string | null }>`
    with piece as (
      select seq, state, created_at < ${before} as old from subscriptions.message
      where seq > ${after}::bigint order by seq limit ${limit}),
    gone as (
      delete from subscriptions.message m using piece p
      where m.seq = p.seq and p.old and m.state in ('delivered', 'failed', 'withheld') returning 1)
    select (select count(*) from gone)::int as removed,
      (select max(seq)::text from piece having bool_and(old) and count(*) = ${limit}) as next`.execute(context.db);
  const [{ removed, next } = { removed: 0, next: null }] = rows;
  return { removed, ...(next === null ? {} : { next }) };
}
