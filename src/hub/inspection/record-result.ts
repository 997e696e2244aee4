// Each authority records its own part; a result is not a release: the authority's release instruction follows (P6).
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment } from '../shipment/index.ts';
import type { InspectionEvents, InspectionResult, InspectionView, RecordResult } from './contract.ts';
import { endTask } from './end-task.ts';
import { readInspection } from './read-inspections.ts';
import { refuse } from './refusals.ts';
import { listParts, lockTask, saveResult, updateTask } from './store.ts';

const emit = emitter<InspectionEvents>();

export async function recordResult(
  context: Context,
  inspectionId: string,
  command: RecordResult,
): Promise<InspectionView> {
  const task = await lockTask(context, inspectionId);
  const parts = task ? await listParts(context, [task.id]) : [];
  const part = parts.find((p) => p.authority === context.actor.authority);
  if (!task || !part || !(await mayDoToShipment(context, task.shipment_id, 'inspection.record')))
    throw refuse('INSPECTION_UNKNOWN');
  if (task.state !== 'planned' && task.state !== 'started')
    throw refuse('INSPECTION_STATE_UNFIT', { state: task.state });
  if (part.result) throw refuse('INSPECTION_RESULT_RECORDED');
  const result: InspectionResult = { ...command, recordedAt: context.now, recordedBy: context.actor.name };
  await saveResult(context, task.id, part.authority, result);
  const last = parts.every((p) => p.result || p === part);
  if (!last) await updateTask(context, task.id, { state: 'started' });
  const { shipment_id: shipmentId, number } = task;
  await emit(context, 'inspection.result-recorded', shipmentId, {
    shipmentId,
    inspectionId,
    number,
    authority: part.authority,
    objectIds: task.object_ids,
    result,
    instructionNumbers: part.instruction_numbers,
  });
  if (last)
    await endTask(
      context,
      task,
      parts.map((p) => (p === part ? { ...p, result } : p)),
    );
  return readInspection(context, inspectionId);
}
