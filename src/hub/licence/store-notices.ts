// SQL of notices whose holder is not registered here, in schema `licence`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';

type Told = ExchangeEvents['licence.told'];

export async function lockHolder(context: Context, uscc: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`licence-holder/${uscc}`}, 0))`.execute(context.db);
}
export async function insertNotice(
  context: Context,
  row: { readonly message_id: string; readonly number: string; readonly holder_uscc: string; readonly told: Told },
): Promise<void> {
  await sql`
    insert into licence.kept_notice (message_id, number, holder_uscc, told, kept_at)
    values (${row.message_id}, ${row.number}, ${row.holder_uscc}, ${JSON.stringify(row.told)}::jsonb, ${context.now})
    on conflict do nothing`.execute(context.db);
}
/** They are kept no longer. */
export async function takeNotices(context: Context, uscc: string): Promise<Told[]> {
  const { rows } = await sql<{ told: Told }>`
    with taken as (delete from licence.kept_notice where holder_uscc = ${uscc} returning told, kept_at, message_id)
    select told from taken order by kept_at, message_id`.execute(context.db);
  return rows.map((row) => row.told);
}
