// SQL of the officers' queue of words (P5, M3): the rows follow the outcomes by triggers (migration 0200).
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import type { Outcome } from './contract.ts';

export type AwaitedKey = { readonly dueAt: string; readonly shipmentId: string; readonly objectId: string };
type AwaitedRow = {
  readonly shipment_id: string;
  readonly object_id: string;
  readonly since: string;
  readonly due_at: string;
  readonly outcome: Outcome;
  readonly label: Bilingual | null;
};

/** In the order of the index `awaited_queue`; a case that was withdrawn waits for nobody. */
export async function pageAwaited(
  context: Context,
  ask: { readonly authority: AuthorityId; readonly limit: number; readonly after?: AwaitedKey },
): Promise<readonly AwaitedRow[]> {
  const later = ask.after
    ? sql`and (a.due_at, a.shipment_id, a.object_id) > (${ask.after.dueAt}::timestamptz, ${ask.after.shipmentId}::uuid, ${ask.after.objectId})`
    : sql``;
  const { rows } = await sql<AwaitedRow>`
    select a.shipment_id, a.object_id, a.since, a.due_at, d.outcome, o.body -> 'label' as label
    from disposition.awaited a
    join disposition.case c on c.shipment_id = a.shipment_id and not c.withdrawn
    join disposition.outcome d on d.shipment_id = a.shipment_id and d.object_id = a.object_id
    left join disposition.object o on o.shipment_id = a.shipment_id and o.id = a.object_id
    where a.authority = ${ask.authority} ${later}
    order by a.due_at, a.shipment_id, a.object_id limit ${ask.limit}`.execute(context.db);
  return rows;
}
