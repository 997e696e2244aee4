// SQL that says what of the exchange is not done with, asked before an old partition goes.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

/** Whether a delivery that was made until then is queued or dead. */
export async function hasOpenDeliveries(context: Context, until: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select 1 from exchange.delivery where state in ('queued', 'dead') and created_at <= ${until}) as open`.execute(
    context.db,
  );
  return rows[0]?.open ?? true;
}
/** Whether a message with a number below waits to be read, or to be read again. */
export async function hasUnreadMessages(context: Context, below: number): Promise<boolean> {
  const { rows } = await sql<{ unread: boolean }>`
    select exists (select 1 from exchange.inbound where state in ('stored', 'waiting', 'quarantined') and seq < ${below}) as unread`.execute(
    context.db,
  );
  return rows[0]?.unread ?? true;
}
