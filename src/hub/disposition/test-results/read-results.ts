// Test results filed against conditions (GF18 7, 8): those of a case, and the queue of the authority that has to accept or refuse them.
import type { Actor, Context } from '../../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../../runtime/database/read-page.ts';
import { partyOf, shipmentHeading } from '../../shipment/index.ts';
import type { Disposition, Instruction, TestResult } from '../contract.ts';
import { listInstructions } from '../store.ts';
import { pageTestResults, type TestResultRow } from './store.ts';

/** What stands under a condition now: objects that a later word took out of it do not. */
export const objectsUnder = (dispositions: readonly Disposition[], instructionId: string): readonly string[] =>
  dispositions
    .filter(({ holders }) =>
      holders.some((h) => h.kind === 'condition' && h.instructionId === instructionId && h.via === undefined),
    )
    .map(({ objectId }) => objectId);

/** At the far end of a channel only the authority whose condition it is; what it makes of it is an instruction, and that all may read. */
export const isForReader = (actor: Actor, { authority }: Pick<TestResultRow, 'authority'>): boolean =>
  partyOf(actor) === undefined || actor.authority === authority;

export async function readTestResults(context: Context, query: PageQuery): Promise<Page<TestResult>> {
  const { authority } = context.actor;
  if (!authority) return { items: [] };
  const { rows, next } = await readPageOf(query, (page) => pageTestResults(context, authority, page));
  const items = await Promise.all(
    rows.map(async (row) => toTestResult(context, row, await listInstructions(context, row.shipment_id))),
  );
  return { items, ...next };
}

export async function toTestResult(
  context: Context,
  row: TestResultRow,
  instructions: readonly Instruction[],
): Promise<TestResult> {
  const condition = instructions.find(({ id }) => id === row.instruction_id);
  const instant = (at: string) => new Date(at).toISOString();
  return {
    id: row.id,
    shipmentId: row.shipment_id,
    shipmentNumber: (await shipmentHeading(context, row.shipment_id))?.number ?? '',
    instructionId: row.instruction_id,
    instructionNumber: condition?.number ?? '',
    authority: row.authority,
    documentId: row.document_id,
    laboratory: row.laboratory,
    accreditation: row.accreditation,
    reportNumber: row.report_number,
    state: row.state,
    filedAt: instant(row.filed_at),
    filedBy: row.filed_by,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.decided_at ? { decidedAt: instant(row.decided_at) } : {}),
    ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  };
}
