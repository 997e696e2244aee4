// Checks enveloped XML signatures (P4): of a file that somebody brings, and of a partner's message by what the profile of its channel
// asks for.
import { sha256Hex } from '../../kernel/digest.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { type Algorithm, algorithms, algorithmTable } from '../../runtime/signatures/algorithms.ts';
import { readXmlSignature } from '../../runtime/signatures/verify-xml.ts';
import type { SignatureEvents, SignatureReport } from './contract.ts';
import { blankReport, judgeSignature } from './judge-signature.ts';
import { refuse } from './refusals.ts';
import { insertSignature } from './store.ts';

const emit = emitter<SignatureEvents>();

/** Undefined where the document has no signature. Throws `UnreadableMessage` where it is no XML. */
async function report(
  context: Context,
  bytes: Uint8Array,
  allowed: readonly Algorithm[],
  {
    channel,
    revocationNeeded = false,
    learn = false,
    at = context.now,
  }: {
    readonly channel?: string;
    readonly revocationNeeded?: boolean;
    readonly learn?: boolean;
    readonly at?: string;
  } = {},
): Promise<{ readonly report: SignatureReport; readonly certificates: readonly Buffer[] } | undefined> {
  const reading = readXmlSignature(bytes, allowed);
  if (!reading.found) return undefined;
  const format = 'xml-dsig' as const;
  if ('fault' in reading) return { report: blankReport(context, { format, at }, [reading.fault]), certificates: [] };
  const { algorithm, certificates, isBy } = reading.signature;
  const judged = {
    format,
    algorithm,
    certificates,
    isBy: ({ key }: { key: Parameters<typeof isBy>[0] }) => isBy(key),
    at,
    legacy: algorithmTable[algorithm].legacy === true,
    ...(channel ? { channel, learn, revocationNeeded } : {}),
  };
  return { report: await judgeSignature(context, judged), certificates };
}

/** Everything is read that we can read; whether SHA-1 is good enough is said by who asked for it, not here. */
export async function checkDocument(context: Context, bytes: Uint8Array): Promise<SignatureReport> {
  const found = await report(context, bytes, algorithms);
  if (!found) throw refuse('NOTHING_SIGNED');
  return found.report;
}

/** A document as it was kept, judged as of then; undefined where it has no signature or is no XML. */
export async function checkKept(
  context: Context,
  kept: { readonly bytes: Uint8Array; readonly at: string; readonly channel?: string },
): Promise<SignatureReport | undefined> {
  try {
    const { at, channel } = kept;
    return (await report(context, kept.bytes, algorithms, { at, ...(channel ? { channel } : {}) }))?.report;
  } catch (error) {
    if (error instanceof UnreadableMessage) return undefined;
    throw error;
  }
}

export type MessageRule = {
  readonly signed: 'none' | 'optional' | 'required';
  readonly algorithms: readonly Algorithm[];
  /** A message whose certificate may have been revoked without our knowing is not read. */
  readonly revocationNeeded?: boolean;
};

/** Whether a partner's message may be read. What is found is kept with the message. */
export async function checkMessage(
  context: Context,
  message: { readonly id: string; readonly channel: string; readonly bytes: Uint8Array },
  rule: MessageRule,
): Promise<SignatureReport | undefined> {
  if (rule.signed === 'none') return undefined;
  let found: Awaited<ReturnType<typeof report>>;
  try {
    found = await report(context, message.bytes, rule.algorithms, {
      channel: message.channel,
      learn: true,
      revocationNeeded: rule.revocationNeeded === true,
    });
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
  }
  const { id: messageId, channel } = message;
  if (!found) {
    if (rule.signed === 'optional') return undefined;
    found = {
      report: blankReport(context, { format: 'xml-dsig', at: context.now }, ['SIGNATURE_ABSENT']),
      certificates: [],
    };
  }
  const signatureId = context.newId();
  await insertSignature(context, {
    id: signatureId,
    shipment_id: null,
    version: null,
    message_id: messageId,
    channel,
    format: 'xml-dsig',
    signed_by: 'partner',
    digest: sha256Hex(message.bytes),
    jws: null,
    chain: [...found.certificates],
    signed_at: context.now,
    report: found.report,
  });
  const [signer] = found.report.chain;
  if (found.report.holds && signer)
    await emit(context, 'message.verified', messageId, { messageId, channel, signatureId, subject: signer.subject });
  else
    await emit(context, 'signature.refused', messageId, {
      messageId,
      channel,
      faults: found.report.faults.map((f) => f.code),
    });
  return found.report;
}
