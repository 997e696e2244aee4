// Marks of dishonesty (失信企业; SC 4): set by the port office or customs with reason and basis, lifted the same way; whoever is marked has no
// appointments outside opening hours.
import { type Context, emitter } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { organisationById, organisationByUscc } from '../enterprise/index.ts';
import type { DishonestMark, InspectionEvents, MarkDishonest } from './contract.ts';
import { refuse } from './refusals.ts';
import { insertMark, liftMark, lockMark, type MarkRow, pageMarks } from './store-marks.ts';
import { lockYard } from './store-yard.ts';

const emit = emitter<InspectionEvents>();

export async function readMarks(context: Context, query: PageQuery): Promise<Page<DishonestMark>> {
  mustMark(context);
  const { rows, next } = await readPageOf(query, (page) => pageMarks(context, page));
  return { items: rows.map((row) => toView(row, { zh: row.name, en: row.name_en })), ...next };
}

export async function markDishonest(context: Context, command: MarkDishonest): Promise<DishonestMark> {
  mustMark(context);
  const enterprise = await organisationByUscc(context, command.uscc);
  if (!enterprise || (enterprise.kind !== 'trader' && enterprise.kind !== 'broker'))
    throw refuse('ENTERPRISE_UNKNOWN', { uscc: command.uscc });
  // A booking under way is waited for, and none begins before this is committed: what slips in is seen when nights are given back.
  await lockYard(context);
  const row: MarkRow = {
    id: context.newId(),
    organisation_id: enterprise.id,
    reason: command.reason,
    legal_basis: command.legalBasis,
    marked_at: context.now,
    marked_by: context.actor.name,
    lifted_at: null,
    lifted_by: null,
    lifted_reason: null,
    nights_returned_at: null,
  };
  if (!(await insertMark(context, row))) throw refuse('ENTERPRISE_MARKED', { uscc: command.uscc });
  const { id: markId, organisation_id: organisationId } = row;
  await emit(context, 'dishonest-mark.set', markId, { markId, organisationId, reason: command.reason });
  return toView(row, { zh: enterprise.name, en: enterprise.nameEn });
}

export async function liftDishonest(context: Context, id: string, reason: string): Promise<DishonestMark> {
  mustMark(context);
  const row = await lockMark(context, id);
  if (!row || row.lifted_at) throw refuse('MARK_UNKNOWN');
  const lifted = { lifted_at: context.now, lifted_by: context.actor.name, lifted_reason: reason };
  await liftMark(context, id, lifted);
  const organisationId = row.organisation_id;
  await emit(context, 'dishonest-mark.lifted', id, { markId: id, organisationId, reason });
  const enterprise = await organisationById(context, organisationId);
  return toView({ ...row, ...lifted }, { zh: enterprise?.name ?? '', en: enterprise?.nameEn ?? '' });
}

/** Other authorities' officers do not. */
function mustMark({ actor }: Context): void {
  if (actor.organisationKind !== 'port-office' && actor.authority !== 'customs') throw refuse('MARK_NOT_YOURS');
}
const toView = (row: MarkRow, name: DishonestMark['name']): DishonestMark => ({
  id: row.id,
  organisationId: row.organisation_id,
  name,
  reason: row.reason,
  legalBasis: row.legal_basis,
  markedAt: row.marked_at,
  markedBy: row.marked_by,
  ...(row.lifted_at ? { liftedAt: row.lifted_at } : {}),
  ...(row.lifted_reason ? { liftedReason: row.lifted_reason } : {}),
});
