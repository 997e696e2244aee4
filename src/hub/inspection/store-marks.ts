// SQL of marks of dishonesty (SC 4).
import type { Context } from '../../runtime/context.ts';
import type { TaskRow } from './store.ts';

export type MarkRow = {
  id: string;
  organisation_id: string;
  reason: string;
  legal_basis: string;
  marked_at: string;
  marked_by: string;
  lifted_at: string | null;
  lifted_by: string | null;
  lifted_reason: string | null;
  nights_returned_at: string | null;
};
const tables = (context: Context) =>
  context.db.withTables<{
    'inspection.dishonest_mark': MarkRow;
    'inspection.task': TaskRow;
    'enterprise.organisation': { id: string; name: string; name_en: string };
  }>();

/** False when the enterprise is marked already. */
export async function insertMark(context: Context, row: MarkRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('inspection.dishonest_mark')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
export const lockMark = (context: Context, id: string) =>
  tables(context)
    .selectFrom('inspection.dishonest_mark')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
export const liftMark = (
  context: Context,
  id: string,
  change: Pick<MarkRow, 'lifted_at' | 'lifted_by' | 'lifted_reason'>,
) => tables(context).updateTable('inspection.dishonest_mark').set(change).where('id', '=', id).execute();
/** Standing marks whose nights nobody has given back yet. */
export const marksToServe = (context: Context, limit: number) =>
  tables(context)
    .selectFrom('inspection.dishonest_mark')
    .select(['id', 'organisation_id'])
    .where('lifted_at', 'is', null)
    .where('nights_returned_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
export const noteServed = (context: Context, id: string) =>
  tables(context)
    .updateTable('inspection.dishonest_mark')
    .set({ nights_returned_at: context.now })
    .where('id', '=', id)
    .execute();
export type Night = Pick<TaskRow, 'id' | 'shipment_id' | 'booked'>;
/** Planned slots outside opening hours that are still to come, of all enterprises. */
export const listNights = (context: Context): Promise<Night[]> =>
  tables(context)
    .selectFrom('inspection.task')
    .select(['id', 'shipment_id', 'booked'])
    .where('state', '=', 'planned')
    .where('by_appointment', '=', true)
    .where('starts_at', '>', context.now)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
export const pageMarks = (context: Context, page: { readonly after?: string; readonly limit: number }) => {
  let rows = tables(context)
    .selectFrom('inspection.dishonest_mark as m')
    .innerJoin('enterprise.organisation as o', 'o.id', 'm.organisation_id')
    .selectAll('m')
    .select(['o.name', 'o.name_en'])
    .orderBy('m.id', 'desc')
    .limit(page.limit);
  if (page.after) rows = rows.where('m.id', '<', page.after);
  return rows.execute();
};
