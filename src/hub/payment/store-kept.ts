// SQL of what was said of enterprises that are not registered here, in schema `payment`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { StandingKind } from './contract.ts';
import type { MoneyTold } from './money-told.ts';

export async function lockEnterprise(context: Context, uscc: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standing-of/${uscc}`}, 0))`.execute(context.db);
}
export async function insertKept(
  context: Context,
  told: MoneyTold,
  { kind, number, uscc }: { readonly kind: StandingKind; readonly number: string; readonly uscc: string },
): Promise<void> {
  await sql`
    insert into payment.kept_standing (channel, kind, number, message_id, uscc, told, kept_at)
    values (${told.channel}, ${kind}, ${number}, ${told.messageId}, ${uscc}, ${JSON.stringify(told)}::jsonb, ${context.now})
    on conflict do nothing`.execute(context.db);
}
/** They are kept no longer. */
export async function takeKept(context: Context, uscc: string): Promise<MoneyTold[]> {
  const { rows } = await sql<{ told: MoneyTold }>`
    with taken as (delete from payment.kept_standing where uscc = ${uscc} returning told, kept_at, message_id)
    select told from taken order by kept_at, message_id`.execute(context.db);
  return rows.map((row) => row.told);
}
