// The authority's word on a test result (GF18 7, 8): accepted, it releases what still stands under the condition, by an instruction like any
// other; refused with its reason, the condition stands and another result may be filed.
import { spellClause } from '../../../kernel/clause.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import { mayDoToShipment } from '../../shipment/index.ts';
import type { DecideTestResult, Disposition, DispositionEvents, TestResult } from '../contract.ts';
import { issueInstruction } from '../issue-instruction.ts';
import { objectsUnder, toTestResult } from './read-results.ts';
import { refuse } from '../refusals.ts';
import { listInstructions, lockCase, readCase } from '../store.ts';
import { decideTestResultRow, findTestResult, lockTestResult, type TestResultRow } from './store.ts';
import { terms } from '../terms.ts';

const emit = emitter<DispositionEvents>();

export async function decideTestResult(
  context: Context,
  { id, accepted, reason }: DecideTestResult & { readonly id: string },
): Promise<TestResult> {
  const { authority } = context.actor;
  const seen = await findTestResult(context, id);
  if (!seen || seen.authority !== authority) throw refuse('TEST_RESULT_UNKNOWN');
  if (!(await mayDoToShipment(context, seen.shipment_id, 'instruction.issue'))) throw refuse('TEST_RESULT_UNKNOWN');
  // The case before what hangs on it, as whoever decides it does.
  await lockCase(context, seen.shipment_id);
  const row = await lockTestResult(context, id);
  if (row?.state !== 'filed') throw refuse('TEST_RESULT_DECIDED');
  const change = {
    state: accepted ? 'accepted' : 'refused',
    reason,
    decided_at: context.now,
    decided_by: context.actor.name,
  } as const;
  const release = accepted ? await endCondition(context, row, reason) : undefined;
  await decideTestResultRow(context, id, change);
  const about = { shipmentId: row.shipment_id, testResultId: id, authority: row.authority };
  const { laboratory, report_number: reportNumber } = row;
  if (release)
    await emit(context, 'test-result.accepted', row.shipment_id, {
      ...about,
      instructionId: release,
      laboratory,
      reportNumber,
    });
  else await emit(context, 'test-result.refused', row.shipment_id, { ...about, laboratory, reportNumber, reason });
  return toTestResult(context, { ...row, ...change }, await listInstructions(context, row.shipment_id));
}

/** The condition and nothing else: a release also lifts the authority's earlier words on what lies in the objects, which no test answers. */
async function endCondition(context: Context, row: TestResultRow, reason: string): Promise<string> {
  const before = await readCase(context, row.shipment_id);
  const condition = before.instructions.find(({ id }) => id === row.instruction_id);
  const objects = objectsUnder(before.outcomes, row.instruction_id);
  if (!condition || objects.length === 0)
    throw refuse('TEST_RESULT_CONDITION_GONE', { condition: condition?.number ?? row.instruction_id });
  const release = await issueInstruction(context, {
    shipmentId: row.shipment_id,
    objects,
    kind: 'release',
    reason: `${reason} (${row.laboratory} ${row.report_number})`,
    ...(condition.term ? { legalBasis: spellClause(terms[condition.term].clause) } : {}),
  });
  const still = new Set(otherWords((await readCase(context, row.shipment_id)).outcomes, row));
  const lifted = new Set(otherWords(before.outcomes, row).filter((id) => !still.has(id)));
  if (lifted.size > 0)
    throw refuse('TEST_RESULT_WOULD_LIFT', {
      numbers: before.instructions.flatMap((i) => (lifted.has(i.id) ? [i.number] : [])).join('、'),
    });
  return release.id;
}
/** By which the same authority holds something in the case, but for the condition itself. */
const otherWords = (dispositions: readonly Disposition[], row: TestResultRow): readonly string[] =>
  dispositions.flatMap(({ holders }) =>
    holders.flatMap(({ authority, instructionId }) =>
      authority === row.authority && instructionId !== undefined && instructionId !== row.instruction_id
        ? [instructionId]
        : [],
    ),
  );
