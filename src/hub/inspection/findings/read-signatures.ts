// Who signed which part, and what a check finds now: over the record as it is kept, so that an altered one does not hold (P4, P6).
import { findingsText } from '../../../kernel/signed-text.ts';
import type { Context } from '../../../runtime/context.ts';
import { mayDoToShipment } from '../../shipment/index.ts';
import { judgeStatement } from '../../signatures/index.ts';
import type { SignedPart } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { findTask, listParts } from '../store.ts';
import { listPartSignatures } from './store.ts';

export async function readPartSignatures(context: Context, inspectionId: string): Promise<SignedPart[]> {
  const task = await findTask(context, inspectionId);
  if (!task || !(await mayDoToShipment(context, task.shipment_id, 'inspection.read')))
    throw refuse('INSPECTION_UNKNOWN');
  const results = new Map((await listParts(context, [task.id])).map((part) => [part.authority, part.result]));
  const signed: SignedPart[] = [];
  for (const row of await listPartSignatures(context, task.id)) {
    const { recordedAt: _at, recordedBy: _by, signature: _own, ...findings } = results.get(row.authority) ?? {};
    const { authority } = row;
    const text = Buffer.from(findingsText({ inspectionId, authority, findings }));
    const signedAt = new Date(row.signed_at).toISOString();
    signed.push({
      authority,
      by: row.signed_by,
      serial: row.serial,
      signedAt,
      digest: row.digest,
      signature: row.jws,
      whenReceived: row.report,
      now: await judgeStatement(context, text, row.jws, row.chain, signedAt),
    });
  }
  return signed;
}
