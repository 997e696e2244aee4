// A test result filed against the condition of a release (先验放后检测, 采信第三方检测结果; GF18 7, 8): the laboratory's report, attached to the
// case by the party concerned. It ends nothing by itself: the authority whose condition it is accepts or refuses it.
import { type Context, emitter } from '../../runtime/context.ts';
import { readDocumentRow } from '../documents/index.ts';
import { mayDoToShipment } from '../shipment/index.ts';
import { type DispositionEvents, type FileTestResult, type TestResult, testTerms } from './contract.ts';
import { objectsUnder, toTestResult } from './read-test-results.ts';
import { refuse } from './refusals.ts';
import { listInstructions, listOutcomes } from './store.ts';
import { insertTestResult, type TestResultRow } from './store-test-results.ts';

const emit = emitter<DispositionEvents>();

export async function fileTestResult(
  context: Context,
  { shipmentId, ...command }: FileTestResult & { readonly shipmentId: string },
): Promise<TestResult> {
  if (!(await mayDoToShipment(context, shipmentId, 'shipment.write'))) throw refuse('INSTRUCTION_CASE_UNKNOWN');
  const instructions = await listInstructions(context, shipmentId);
  const condition = instructions.find(({ id }) => id === command.instructionId);
  const asked = condition?.term !== undefined && testTerms.includes(condition.term);
  if (!condition || !asked || objectsUnder(await outcomesOf(context, shipmentId), condition.id).length === 0)
    throw refuse('TEST_RESULT_NOT_ASKED', { condition: condition?.number ?? command.instructionId });
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
