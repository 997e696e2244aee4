// SQL of retentions: what was proposed, decided, replaced.
import type { Context } from '../../runtime/context.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';
import type { RetentionChangeState } from './contract.ts';

export type RetentionRow = {
  readonly id: string;
  readonly class: string;
  readonly keep_days: number;
  readonly basis: string;
  readonly reason: string;
  readonly state: RetentionChangeState;
  readonly proposed_by_id: string;
  readonly proposed_by: string;
  readonly proposed_at: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
};
const tables = (context: Context) => context.db.withTables<{ 'audit.retention': RetentionRow }>();

export const insertRetention = (context: Context, row: RetentionRow) =>
  tables(context).insertInto('audit.retention').values(row).execute();
export const updateRetention = (
  context: Context,
  id: string,
  change: Pick<RetentionRow, 'state' | 'decided_by' | 'decided_at'>,
) => tables(context).updateTable('audit.retention').set(change).where('id', '=', id).execute();
/** What counted until now, when another begins to. */
export const replaceActive = (context: Context, classId: string) =>
  tables(context)
    .updateTable('audit.retention')
    .set({ state: 'replaced' })
    .where('class', '=', classId)
    .where('state', '=', 'active')
    .execute();
export const lockRetention = (context: Context, id: string) =>
  tables(context).selectFrom('audit.retention').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const listActive = (context: Context) =>
  tables(context).selectFrom('audit.retention').selectAll().where('state', '=', 'active').execute();
export const pageRetentions = (context: Context, page: RowPage) => {
  const rows = tables(context).selectFrom('audit.retention').selectAll().orderBy('id', 'desc').limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
