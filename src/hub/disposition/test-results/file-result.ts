// A test result filed against the condition of a release (先验放后检测, 采信第三方检测结果; GF18 7, 8): the laboratory's report, attached to the
// case by the party concerned. It ends nothing by itself: the authority whose condition it is accepts or refuses it.
import { type Context, emitter } from '../../../runtime/context.ts';
import { attachFile, readDocumentRow, storeAttachment } from '../../documents/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayDoToShipment } from '../../shipment/index.ts';
import {
  type DispositionEvents,
  type FileTestResult,
  type Instruction,
  type TestResult,
  testTerms,
} from '../contract.ts';
import { objectsUnder, toTestResult } from './read-results.ts';
import { refuse } from '../refusals.ts';
import { listInstructions, listOutcomes, lockCase } from '../store.ts';
import { insertTestResult, isWaiting, type TestResultRow } from './store.ts';

const emit = emitter<DispositionEvents>();

type OfCase = { readonly shipmentId: string };
type WithReport = Omit<FileTestResult, 'documentId'> &
  OfCase & { readonly bytes: Uint8Array; readonly fileName: string | undefined };

/** Before the transaction: bytes whose filing would be refused are not stored at all. The transaction says why, or gives the reply it gave before. */
export async function storeTestReport(context: Context, given: WithReport): Promise<void> {
  const asked = await mustBeAsked(context, given).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (asked) await storeAttachment(context, given);
}

/** The report is attached and the result filed, or neither. */
export async function fileTestReport(context: Context, given: WithReport): Promise<TestResult> {
  const { bytes, fileName, ...command } = given;
  await mustBeAsked(context, command);
  const { id: documentId } = await attachFile(context, { shipmentId: command.shipmentId, bytes, fileName });
  return fileTestResult(context, { ...command, documentId });
}

async function mustBeAsked(
  context: Context,
  { shipmentId, instructionId }: OfCase & Pick<FileTestResult, 'instructionId'>,
): Promise<{ readonly condition: Instruction; readonly instructions: readonly Instruction[] }> {
  if (!(await mayDoToShipment(context, shipmentId, 'shipment.write'))) throw refuse('INSTRUCTION_CASE_UNKNOWN');
  const instructions = await listInstructions(context, shipmentId);
  const condition = instructions.find(({ id }) => id === instructionId);
  const asked = condition?.term !== undefined && testTerms.includes(condition.term);
  if (!condition || !asked || objectsUnder(await outcomesOf(context, shipmentId), condition.id).length === 0)
    throw refuse('TEST_RESULT_NOT_ASKED', { condition: condition?.number ?? instructionId });
  if (await isWaiting(context, { shipmentId, instructionId: condition.id }))
    throw refuse('TEST_RESULT_WAITING', { condition: condition.number });
  return { condition, instructions };
}

export async function fileTestResult(
  context: Context,
  { shipmentId, ...command }: FileTestResult & OfCase,
): Promise<TestResult> {
  // Whoever takes the report away waits (`take-report-away.ts`).
  await lockCase(context, shipmentId);
  const { condition, instructions } = await mustBeAsked(context, { shipmentId, ...command });
  const report = await readDocumentRow(context, command.documentId);
  if (report?.shipment_id !== shipmentId || report.flow !== 'attachment')
    throw refuse('TEST_RESULT_REPORT_UNKNOWN', { document: command.documentId });
  const row: TestResultRow = {
    id: context.newId(),
    shipment_id: shipmentId,
    instruction_id: condition.id,
    authority: condition.authority,
    document_id: report.id,
    laboratory: command.laboratory,
    accreditation: command.accreditation,
    report_number: command.reportNumber,
    state: 'filed',
    filed_at: context.now,
    filed_by: context.actor.name,
    reason: null,
    decided_at: null,
    decided_by: null,
  };
  if (!(await insertTestResult(context, row))) throw refuse('TEST_RESULT_WAITING', { condition: condition.number });
  await emit(context, 'test-result.filed', shipmentId, {
    shipmentId,
    testResultId: row.id,
    authority: row.authority,
    instructionId: condition.id,
    documentId: report.id,
    laboratory: row.laboratory,
    reportNumber: row.report_number,
  });
  return toTestResult(context, row, instructions);
}
const outcomesOf = async (context: Context, shipmentId: string) =>
  (await listOutcomes(context, shipmentId)).map((row) => row.disposition);
