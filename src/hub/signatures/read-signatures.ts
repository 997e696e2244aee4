// Who signed what of a case, when, and what a check finds now; whoever calls has made sure that the case may be read.
import { filingText } from '../../kernel/signed-text.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import type { SignatureView } from './contract.ts';
import { type Filing, judge } from './sign-filing.ts';
import { listShipmentSignatures } from './store.ts';
import { listTimeStamps } from './store-time-stamps.ts';
import { viewTimeStamp } from './view-time-stamp.ts';

/** `formOf`: the form of a filed version, as it is kept. */
export async function readSignatures(
  context: Context,
  shipmentId: string,
  formOf: (version: number) => Promise<Filing['form'] | undefined>,
): Promise<SignatureView[]> {
  const rows = await listShipmentSignatures(context, shipmentId);
  const stamps = new Map((await listTimeStamps(context, shipmentId)).map((row) => [row.signature_id, row]));
  const views: SignatureView[] = [];
  for (const row of rows) {
    const version = row.version ?? 0;
    const form = await formOf(version);
    const stamp = stamps.get(row.id);
    const text = Buffer.from(filingText({ shipmentId, version, form: form ?? {} }));
    views.push({
      id: row.id,
      of: 'filing',
      version,
      by: row.signed_by,
      signedAt: row.signed_at,
      digest: row.digest,
      whenReceived: row.report,
      now: await judge(context, text, row.jws ?? '', row.chain, row.signed_at),
      ...(row.jws ? { signature: row.jws } : {}),
      ...(stamp ? { timeStamp: await viewTimeStamp(context, stamp, sha256Hex(Buffer.from(row.jws ?? ''))) } : {}),
    });
  }
  return views;
}
