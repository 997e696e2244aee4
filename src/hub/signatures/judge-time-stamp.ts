// What is to be thought of a time stamp: of what it is, when, and up to whom its certificate leads at that time. Who may stamp is said like
// who may sign: a trust anchor on the channel `time-stamps`, by two persons; in the demonstration its own authority too.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { stampFaults, stampsTimeOnly, TIME_STAMPING } from '../../runtime/signatures/stamp-faults.ts';
import type { TimeStampToken } from '../../runtime/signatures/time-stamp-answer.ts';
import type { SignatureReport } from './contract.ts';
import { judgeSignature } from './judge-signature.ts';
import { TIME_STAMPS } from './store.ts';

/** Clocks of two houses differ; more than this is no difference of clocks. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

export function judgeTimeStamp(
  context: Context,
  token: TimeStampToken,
  asked: { readonly imprint: string; readonly nonce?: string; readonly signedAt: string; readonly learn?: true },
): Promise<SignatureReport> {
  const policy = context.settings.timeStamps?.policy;
  const faults = stampFaults(token, {
    imprint: asked.imprint,
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
    ...(policy ? { policy } : {}),
    from: plusMs(asked.signedAt, -CLOCKS_DIFFER_MS),
    to: plusMs(context.now, CLOCKS_DIFFER_MS),
  });
  return judgeSignature(context, {
    format: 'rfc3161',
    certificates: token.certificates,
    algorithm: token.algorithm,
    isBy: (certificate) => token.isBy(certificate),
    at: token.at,
    channel: TIME_STAMPS,
    purpose: TIME_STAMPING,
    learn: asked.learn === true,
    also: (signer) => (stampsTimeOnly(signer) ? faults : [...faults, 'USAGE_NOT_ALLOWED']),
  });
}
