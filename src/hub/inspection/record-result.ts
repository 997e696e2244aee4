// Each authority records its own part, under its own signature where it signs; a result is not a release: the authority's release
// instruction follows (P6, M4).
import { sha256Hex } from '../../kernel/digest.ts';
import { findingsText } from '../../kernel/signed-text.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { readSubmittedForm } from '../shipment/index.ts';
import { signStatement } from '../signatures/index.ts';
import type {
  InspectionEvents,
  InspectionResult,
  InspectionView,
  PartSignature,
  RecordedFindings,
  RecordResult,
} from './contract.ts';
import { endTask } from './end-task.ts';
import { mustBeOpen, mustRecord } from './findings/keep-photo.ts';
import { readInspection } from './read-inspections.ts';
import { refuse } from './refusals.ts';
import { revisionOf } from './revision-of.ts';
import { faultsOfFindings } from './findings/rules-findings.ts';
import { lockTask, type PartRow, saveResult, type TaskRow, updateTask } from './store.ts';
import { insertPartSignature, listPhotos, markTold } from './findings/store.ts';

const emit = emitter<InspectionEvents>();
/** 移送缉私, 移交法规: what the photos show is for an investigation, and not for the enterprise. */
const investigated = ['4', '8'];

export async function recordResult(
  context: Context,
  inspectionId: string,
  { revision, signature, ...record }: RecordResult,
): Promise<InspectionView> {
  const { task, parts, part } = await mustRecord(context, await lockTask(context, inspectionId));
  mustBeOpen(task, part);
  if (revision !== undefined && revision !== revisionOf(task, parts))
    throw refuse('INSPECTION_CHANGED', {
      site: task.site_id,
      bay: task.bay,
      startsAt: new Date(task.starts_at).toISOString(),
    });
  await mustFit(context, task, part, record);
  const signed = await sign(context, task, part, record, signature);
  const result: InspectionResult = {
    ...record,
    recordedAt: context.now,
    recordedBy: context.actor.name,
    ...(signed ? { signature: signed } : {}),
  };
  await saveResult(context, task.id, part.authority, result);
  if (!investigated.includes(record.handlingCode))
    await markTold(
      context,
      task.id,
      part.authority,
      (record.photos ?? []).map((photo) => photo.digest),
    );
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
    ...inWords(record),
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

async function mustFit(context: Context, task: TaskRow, part: PartRow, record: RecordedFindings): Promise<void> {
  const form = (await readSubmittedForm(context, task.shipment_id)) ?? {};
  const goods = Array.isArray(form.goods) ? form.goods : [];
  const findings = faultsOfFindings(record, {
    objectIds: task.object_ids,
    lineNumbers: goods.map((row, i) => row.lineNumber ?? String(i + 1)),
    photos: (await listPhotos(context, task.id, part.authority)).map((photo) => photo.digest),
  });
  if (findings.length > 0) throw refuse('FINDINGS_UNFIT', { count: findings.length, findings });
}

/** By the officer's own key, or the seal where a program records; refused where his authority asks for one and there is none. */
async function sign(
  context: Context,
  task: TaskRow,
  part: PartRow,
  record: RecordedFindings,
  jws: string | undefined,
): Promise<PartSignature | undefined> {
  const { authority } = part;
  const text = findingsText({ inspectionId: task.id, authority, findings: record });
  const made = await signStatement(context, { shipmentId: task.shipment_id, text }, jws);
  if (!made) return undefined;
  const signature: PartSignature = { by: made.by, serial: made.serial, digest: sha256Hex(text) };
  await insertPartSignature(context, {
    task_id: task.id,
    authority,
    jws: made.jws,
    signed_by: made.by,
    serial: made.serial,
    digest: signature.digest,
    chain: [...made.chain],
    signed_at: context.now,
    report: made.report,
  });
  return signature;
}

/** Seals and samples as partners' documents carry them. */
function inWords({ seals = [], samples = [] }: RecordedFindings) {
  const numbers = (acts: readonly string[]) =>
    seals
      .filter((seal) => acts.includes(seal.act))
      .map((seal) => `${seal.objectId.replace(/^container:/, '')} ${seal.number}`)
      .join('; ');
  const words = {
    sealsFound: numbers(['found', 'cut']),
    sealsPutOn: numbers(['put-on']),
    samplesTaken: samples.map((sample) => `${sample.number} ${sample.what}`).join('; '),
  };
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text !== '')) as Partial<typeof words>;
}
