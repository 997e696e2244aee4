// How long each class is kept now, and the event of each time that something of it went (R25). Who takes it away are the loops that look after
// the tables: partitions (decision 0014), messages to subscribers, bundles. Leaves of the ledger are nobody's to take.
import { type Context, emitter } from '../../runtime/context.ts';
import type { AuditEvents, RetentionClass } from './contract.ts';
import { classOf, type RetentionClassId, retentionClasses } from './retention-classes.ts';
import { listActive } from './store-retention.ts';

const emit = emitter<AuditEvents>();

/** The decision of two persons; else what the site's configuration says; else what is usual. Undefined: all of it. */
export async function keepDaysOf(
  context: Context,
  id: RetentionClassId,
  configured?: number,
): Promise<number | undefined> {
  const decided = (await listActive(context)).find((row) => row.class === id)?.keep_days;
  return decided ?? (id === 'audit-export' ? undefined : configured) ?? classOf(id)?.usualDays;
}

export async function readRetention(context: Context): Promise<RetentionClass[]> {
  const active = await listActive(context);
  const configured = context.settings.keepDays;
  return (Object.keys(retentionClasses) as RetentionClassId[]).map((id) => {
    const { name, what, effect, leastDays, usualDays, basis } = classOf(id) ?? retentionClasses[id as 'audit-export'];
    const decided = active.find((row) => row.class === id);
    const byPlace = effect === 'kept' || id === 'audit-export' ? undefined : configured;
    const keepDays = decided?.keep_days ?? byPlace ?? usualDays;
    const source = decided ? 'decision' : byPlace === undefined ? 'usual' : 'configuration';
    const days = keepDays === undefined ? {} : { keepDays, source: source as 'decision' };
    return { id, name, what, effect, leastDays, basis, ...days };
  });
}

export const noteArchived = (
  context: Context,
  classId: RetentionClassId,
  gone: { readonly partition: string; readonly keepDays: number },
) => emit(context, 'records.archived', gone.partition, { classId, ...gone });
export const noteRemoved = (
  context: Context,
  classId: RetentionClassId,
  gone: { readonly count: number; readonly keepDays: number },
) => emit(context, 'records.removed', classId, { classId, ...gone });
