// SQL of the folders that enterprises lay files into (N12): who looks next, under a lease.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { SubscriptionRow } from './store.ts';

/** Due folders, each held for `leaseMs`: who does not come back in time gives way to the next. */
export async function claimDueFolders(
  context: Context,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<SubscriptionRow[]> {
  const { rows } = await sql<SubscriptionRow>`
    update subscriptions.subscription s
    set files_due_at = ${context.now}::timestamptz + ${leaseMs} * interval '1 millisecond'
    where s.id in (
      select d.id from subscriptions.subscription d
      where d.takes_files and d.state = 'active' and d.files_due_at <= ${context.now}
      order by d.files_due_at limit ${limit} for update skip locked)
    returning s.*`.execute(context.db);
  return rows;
}
export const setNextLook = (context: Context, id: string, next: { failures: number; waitMs: number }) =>
  sql`
  update subscriptions.subscription set files_failures = ${next.failures},
    files_due_at = ${context.now}::timestamptz + ${next.waitMs} * interval '1 millisecond'
  where id = ${id}`.execute(context.db);
