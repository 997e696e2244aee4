// How long records are kept is changed by two persons (R25): one security administrator proposes with basis and reason, another confirms;
// never below what the law asks for.
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { confirmedBy, proposedBy, viewOfTwo, withdrawnBy } from '../../runtime/two-persons.ts';
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
const no = {
  needsPerson: () => refuse('RETENTION_NEEDS_PERSON'),
  needsSecondPerson: () => refuse('RETENTION_NEEDS_SECOND_PERSON'),
  decided: () => refuse('RETENTION_CHANGE_DECIDED'),
};

export async function proposeRetention(
  context: Context,
  wanted: { readonly classId: string; readonly keepDays: number; readonly basis: string; readonly reason: string },
): Promise<RetentionChange> {
  const proposed = proposedBy(context, no);
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
    ...proposed,
  };
  await insertRetention(context, row);
  await emit(context, 'retention.proposed', row.id, { changeId: row.id, classId, keepDays, basis, reason });
  return toView(context, row);
}

/** The second person's word; said twice it changes nothing. */
export async function confirmRetention(context: Context, id: string): Promise<RetentionChange> {
  const row = await locked(context, id);
  const decided = confirmedBy(context, row, 'active', no);
  if (!decided) return toView(context, row);
  await replaceActive(context, row.class);
  await updateRetention(context, id, decided);
  await emit(context, 'retention.confirmed', id, { changeId: id, classId: row.class, keepDays: row.keep_days });
  return toView(context, { ...row, ...decided });
}

/** By whoever proposed it, or by the second person who does not agree. */
export async function withdrawRetention(context: Context, id: string): Promise<RetentionChange> {
  const row = await locked(context, id);
  const decided = withdrawnBy(context, row, no);
  if (!decided) return toView(context, row);
  await updateRetention(context, id, decided);
  await emit(context, 'retention.withdrawn', id, { changeId: id, classId: row.class });
  return toView(context, { ...row, ...decided });
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
const toView = (context: Context, row: RetentionRow): RetentionChange => ({
  id: row.id,
  classId: row.class,
  className: classOf(row.class)?.name ?? { zh: row.class, en: row.class },
  keepDays: row.keep_days,
  basis: row.basis,
  reason: row.reason,
  ...viewOfTwo(context, row),
});
