// Notes that a signature is to be stamped, where an authority for it is configured. Nothing is asked here: the filing waits for nobody.
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import { insertTimeStamp } from './store-time-stamps.ts';

export async function askForStamp(
  context: Context,
  signature: { readonly signatureId: string; readonly shipmentId: string; readonly jws: string },
): Promise<void> {
  if (!context.settings.timeStamps) return;
  await insertTimeStamp(context, {
    signature_id: signature.signatureId,
    shipment_id: signature.shipmentId,
    // As RFC 3161 is used with signatures: their value is stamped, and with it all that they cover.
    imprint: sha256Hex(Buffer.from(signature.jws)),
    state: 'due',
    signed_at: context.now,
    attempts: 0,
    next_attempt_at: context.now,
    detail: null,
    token: null,
    stamped_at: null,
  });
}
