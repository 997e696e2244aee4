// SQL of schema `shipment` about complete declarations that are owed (两步申报).
import type { Context } from '../../runtime/context.ts';

export type CompletionRow = {
  shipment_id: string;
  due_on: string;
  filed_at: string;
  completed_at: string | null;
  goods_left: boolean;
  reminded_at: string | null;
  overdue_at: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'shipment.completion': CompletionRow }>();

/** An amended summary may put the day otherwise. */
export const oweCompletion = (context: Context, shipmentId: string, dueOn: string) =>
  tables(context)
    .insertInto('shipment.completion')
    .values({
      shipment_id: shipmentId,
      due_on: dueOn,
      filed_at: context.now,
      completed_at: null,
      goods_left: false,
      reminded_at: null,
      overdue_at: null,
    })
    .onConflict((c) => c.column('shipment_id').doUpdateSet({ due_on: dueOn }))
    .execute();
export const findCompletion = (context: Context, shipmentId: string): Promise<CompletionRow | undefined> =>
  tables(context)
    .selectFrom('shipment.completion')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .executeTakeFirst();
export const updateCompletion = (
  context: Context,
  shipmentId: string,
  change: Partial<Pick<CompletionRow, 'completed_at' | 'goods_left' | 'reminded_at' | 'overdue_at'>>,
) => tables(context).updateTable('shipment.completion').set(change).where('shipment_id', '=', shipmentId).execute();

/** Due by that day and not told of yet. */
export const listToRemind = (context: Context, byDay: string, limit: number): Promise<CompletionRow[]> =>
  tables(context)
    .selectFrom('shipment.completion')
    .selectAll()
    .where('completed_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('due_on', '<=', byDay)
    .orderBy('due_on')
    .limit(limit)
    .execute();
/** Past on that day and not told of yet. */
export const listOverdue = (context: Context, today: string, limit: number): Promise<CompletionRow[]> =>
  tables(context)
    .selectFrom('shipment.completion')
    .selectAll()
    .where('completed_at', 'is', null)
    .where('overdue_at', 'is', null)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .limit(limit)
    .execute();
