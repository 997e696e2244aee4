// How long records are kept is changed by two persons (R25): one security administrator proposes with basis and reason, another confirms;
// never below what the law asks for.
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { AuditEvents, RetentionChange } from './contract.ts';
import { refuse } from './refusals.ts';
import { classOf } from './retention-classes.ts';
import {
  insertRetention,
  lockRetention,
  pageRetentions,
  replaceActive,
  type RetentionRow,
  updateRetention,
} from './store-retention.ts';

const emit = emitter<AuditEvents>();

export async function proposeRetention(
  context: Context,
  wanted: { readonly classId: string; readonly keepDays: number; readonly basis: string; readonly reason: string },
): Promise<RetentionChange> {
  requirePerson(context);
  const { classId, keepDays, basis, reason } = wanted;
  const records = classOf(classId);
  if (!records) throw refuse('RETENTION_CLASS_UNKNOWN', { class: classId });
  if (records.effect === 'kept') throw refuse('RETENTION_CLASS_KEPT', { class: classId });
  if (keepDays < records.leastDays) throw refuse('RETENTION_TOO_SHORT', { keepDays, least: records.leastDays });
  const row: RetentionRow = {
    id: context.newId(),
    class: classId,
    keep_days: keepDays,
    basis,
    reason,
    state: 'proposed',
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    proposed_at: context.now,
    decided_by: null,
    decided_at: null,
  };
  await insertRetention(context, row);
  await emit(context, 'retention.proposed', row.id, { changeId: row.id, classId, keepDays, basis, reason });
  return toView(context, row);
}

/** The second person's word; said twice it changes nothing. */
export async function confirmRetention(context: Context, id: string): Promise<RetentionChange> {
  requirePerson(context);
  const row = await locked(context, id);
  if (row.proposed_by_id === context.actor.id) throw refuse('RETENTION_NEEDS_SECOND_PERSON');
  if (row.state === 'active') return toView(context, row);
  if (row.state !== 'proposed') throw refuse('RETENTION_CHANGE_DECIDED');
  await replaceActive(context, row.class);
  const decided = await decide(context, row, 'active');
  await emit(context, 'retention.confirmed', id, { changeId: id, classId: row.class, keepDays: row.keep_days });
  return decided;
}

/** By whoever proposed it, or by the second person who does not agree. */
export async function withdrawRetention(context: Context, id: string): Promise<RetentionChange> {
  requirePerson(context);
  const row = await locked(context, id);
  if (row.state === 'withdrawn') return toView(context, row);
  if (row.state !== 'proposed') throw refuse('RETENTION_CHANGE_DECIDED');
  const decided = await decide(context, row, 'withdrawn');
  await emit(context, 'retention.withdrawn', id, { changeId: id, classId: row.class });
  return decided;
}

export async function readRetentionChanges(
  context: Context,
  query: PageQuery,
): Promise<{ items: RetentionChange[]; next?: string }> {
  const { rows, next } = await readPageOf(query, (page) => pageRetentions(context, page));
  return { items: rows.map((row) => toView(context, row)), ...next };
}

async function locked(context: Context, id: string): Promise<RetentionRow> {
  const row = await lockRetention(context, id);
  if (!row) throw refuse('RETENTION_CHANGE_UNKNOWN');
  return row;
}
async function decide(context: Context, row: RetentionRow, state: 'active' | 'withdrawn'): Promise<RetentionChange> {
  const change = { state, decided_by: context.actor.name, decided_at: context.now };
  await updateRetention(context, row.id, change);
  return toView(context, { ...row, ...change });
}
/** A key is nobody: behind one of them the same person could stand twice. */
function requirePerson({ actor }: Context): void {
  if (actor.kind !== 'person') throw refuse('RETENTION_NEEDS_PERSON');
}

const toView = (context: Context, row: RetentionRow): RetentionChange => ({
  id: row.id,
  classId: row.class,
  className: classOf(row.class)?.name ?? { zh: row.class, en: row.class },
  keepDays: row.keep_days,
  basis: row.basis,
  reason: row.reason,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
});
