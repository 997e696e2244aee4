// SQL of departures as carriers tell them (N11, M12).
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { TaskRow } from './store.ts';

export type SailingRow = {
  conveyance: string;
  voyage: string;
  name: string;
  place: string;
  departs_at: string;
  certainty: 'planned' | 'estimated' | 'actual';
  said_at: string;
  channel: string;
  message_id: string;
};
const tables = (context: Context) =>
  context.db.withTables<{ 'inspection.sailing': SailingRow; 'inspection.task': TaskRow }>();

export const findSailing = (
  context: Context,
  { conveyance, voyage }: { readonly conveyance: string; readonly voyage: string },
): Promise<SailingRow | undefined> =>
  tables(context)
    .selectFrom('inspection.sailing')
    .selectAll()
    .where('conveyance', '=', conveyance)
    .where('voyage', '=', voyage)
    .executeTakeFirst();

/** False where something later is known. */
export async function keepSailing(context: Context, row: SailingRow): Promise<boolean> {
  const { conveyance: _c, voyage: _v, ...said } = row;
  const kept = await tables(context)
    .insertInto('inspection.sailing')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['conveyance', 'voyage'])
        .doUpdateSet(said)
        .where('inspection.sailing.said_at', '<=', sql<string>`excluded.said_at`),
    )
    .returning('conveyance')
    .execute();
  return kept.length > 0;
}

/** Planned or begun inspections for a conveyance, by the words of their forms; a vessel has fewer boxes under inspection than this. */
export const tasksFor = (
  context: Context,
  conveyance: string,
  state: 'planned' | 'started',
  limit: number,
): Promise<TaskRow[]> =>
  tables(context)
    .selectFrom('inspection.task')
    .selectAll()
    .where('conveyance', '=', conveyance)
    .where('state', '=', state)
    .where('direction', '=', 'export')
    .orderBy('id')
    .limit(limit)
    .execute();
/** One without a cut-off was for no departure. */
export const moveCutOffOfFinished = (context: Context, conveyance: string, departsAt: string) =>
  tables(context)
    .updateTable('inspection.task')
    .set({ cut_off: departsAt })
    .where('conveyance', '=', conveyance)
    .where('direction', '=', 'export')
    .where('state', '=', 'finished')
    .where('cut_off', 'is not', null)
    .execute();
