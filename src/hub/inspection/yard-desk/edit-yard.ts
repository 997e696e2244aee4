// An edit of the yard, judged by the tasks that hold something of it (P6, M4): where one would be stranded the edit is refused and names it,
// unless whoever edits says that such tasks are to move; then each goes to its earliest slot with the reason, and everybody is told.
import { partnerDay } from '../../../kernel/instant.ts';
import { authorityIds } from '../../../kernel/party.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { readSubmittedForm } from '../../shipment/index.ts';
import type { Edit, InspectionEvents } from '../contract.ts';
import { aboutTask, moveTask } from '../move-task.ts';
import { NoSlot, takeEarliest } from '../place-task.ts';
import { refuse } from '../refusals.ts';
import { equipmentWished, factsOf, partsWished } from '../rules-wish.ts';
import { listParts, type PartRow, type TaskRow } from '../store.ts';
import { listHolidays, listSites, lockYard, readYard } from '../store-yard.ts';
import type { Yard } from '../yard.ts';
import { type HeldTask, lastDay, type Lack, type Stranded, strandedBy } from './rules-stranded.ts';
import { listHeld } from './store.ts';

const emit = emitter<InspectionEvents>();
const words: Readonly<Record<Lack, readonly [zh: string, en: string]>> = {
  site: ['查验场不再有', 'the yard is gone'],
  bay: ['台位不再有', 'the bay is gone'],
  equipment: ['台位缺少所需设备', 'the bay lacks the equipment'],
  hours: ['该时段不再开放', 'the yard is closed then'],
  officer: ['所派关员该时段不在班', 'its officer is not on duty then'],
  skill: ['所派关员缺少所需技能', 'its officer lacks the skill'],
};

/** Ids of the tasks that were moved. Runs beyond the second lock: rosters and tasks of others decide too, and only numbers of tasks are told. */
export async function editYard(
  context: Context,
  edit: Edit,
  write: (open: Context) => Promise<unknown>,
): Promise<string[]> {
  const { moved, events } = await context.beyondLock(async (open) => {
    await lockYard(open);
    const rows = await listHeld(open);
    const parts = Map.groupBy(
      await listParts(
        open,
        rows.map((row) => row.id),
      ),
      (part) => part.task_id,
    );
    const tasks = await Promise.all(rows.map((row) => heldOf(open, row, parts.get(row.id) ?? [])));
    const before = await yardOf(open, tasks);
    await write(open);
    const stranded = strandedBy(before, await yardOf(open, tasks), tasks);
    if (stranded.length > 0 && edit.stranded !== 'move') throw refuseStranded(stranded);
    const events: InspectionEvents['inspection.rescheduled'][] = [];
    for (const one of stranded) {
      const row = rows.find((r) => r.id === one.task.id);
      if (row) events.push(await move(open, row, parts.get(row.id) ?? [], one));
    }
    return { moved: stranded.map((one) => one.task.id), events };
  });
  for (const event of events) await emit(context, 'inspection.rescheduled', event.shipmentId, event);
  return moved;
}

async function yardOf(context: Context, tasks: readonly HeldTask[]): Promise<Yard> {
  const yard = await readYard(context, await listSites(context), authorityIds);
  const today = partnerDay(context.now);
  return { ...yard, holidays: await listHolidays(context, today, lastDay(tasks, today)) };
}

async function heldOf(context: Context, row: TaskRow, parts: readonly PartRow[]): Promise<HeldTask> {
  const { fresh } = factsOf((await readSubmittedForm(context, row.shipment_id)) ?? {});
  const wished = partsWished(parts);
  return {
    id: row.id,
    number: row.number,
    siteId: row.site_id,
    bay: row.bay,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    equipment: equipmentWished(parts, fresh),
    officers: parts.flatMap((part, i) =>
      part.officer_id ? [{ id: part.officer_id, skills: wished[i]?.skills ?? [] }] : [],
    ),
  };
}

const why = (lacks: readonly Lack[], language: 0 | 1): string =>
  lacks.map((lack) => words[lack][language]).join(language === 0 ? '、' : ', ');

function refuseStranded(stranded: readonly Stranded[]) {
  const findings: Finding[] = stranded.slice(0, 100).map(({ task, lacks }) => ({
    path: 'stranded',
    value: task.number,
    rule: 'task-keeps-its-slot',
    ruleVersion: '1',
    severity: 'error',
    message: { zh: `查验 ${task.number}：${why(lacks, 0)}`, en: `Inspection ${task.number}: ${why(lacks, 1)}` },
    remedy: {
      zh: '先把该查验改期，或在修改时选择一并改期（stranded: move）',
      en: 'Move it first, or say with the edit that it is to move (stranded: move)',
    },
  }));
  return refuse('YARD_STRANDS', {
    count: stranded.length,
    numbers: stranded
      .slice(0, 10)
      .map(({ task }) => task.number)
      .join(', '),
    findings,
  });
}

async function move(
  context: Context,
  task: TaskRow,
  parts: readonly PartRow[],
  { lacks }: Stranded,
): Promise<InspectionEvents['inspection.rescheduled']> {
  const reason = `查验场变更：${why(lacks, 0)} / the yard changed: ${why(lacks, 1)}`;
  const { slot } = await takeEarliest(context, { shipmentId: task.shipment_id, parts, taskId: task.id }).catch(
    (error: unknown) => {
      if (error instanceof NoSlot) throw refuse('YARD_LEAVES_NO_SLOT', { number: task.number });
      throw error;
    },
  );
  await moveTask(context, task, slot, { booked: null, reason });
  return { ...aboutTask(task, parts), from: task.starts_at, to: slot.startsAt, reason };
}
