// The signature of a filing (P4): by the person who files, made in the browser over what it shows; or by the organisation's seal where a
// program files. What is signed is made again here from what is kept, so a signature of anything else does not hold.
import { sha256Hex } from '../../kernel/digest.ts';
import { filingText } from '../../kernel/signed-text.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { isTextSignedBy, readTextSignature } from '../../runtime/signatures/batch.ts';
import { signDetachedJws } from '../../runtime/signatures/jws.ts';
import type { SignatureEvents, SignatureReport } from './contract.ts';
import { sentence } from './fault-words.ts';
import { blankReport, judgeSignature } from './judge-signature.ts';
import { mustSign, openSeal } from './keep-seal.ts';
import { ownAuthority } from './own-authority.ts';
import { refuse } from './refusals.ts';
import { askForStamp } from './ask-for-stamp.ts';
import { findCertificateByKey, insertSignature } from './store.ts';

const emit = emitter<SignatureEvents>();
export type Filing = Parameters<typeof filingText>[0];

/** A signature that holds, as it is kept. */
export type MadeSignature = {
  readonly jws: string;
  readonly report: SignatureReport;
  readonly by: 'person' | 'seal';
  readonly serial: string;
  readonly chain: readonly Buffer[];
};
/** What is signed, and the case that a refusal is recorded with. */
type Statement = { readonly shipmentId: string; readonly text: string };

/** Keeps the signature of a filing; refuses where there is none and one is needed, or where it does not hold. */
export async function signFiling(context: Context, filing: Filing, jws: string | undefined): Promise<void> {
  const text = filingText(filing);
  const made = await signStatement(context, { shipmentId: filing.shipmentId, text }, jws);
  if (made) await keep(context, filing, { ...made, text: Buffer.from(text) });
}

/**
 * The signature under a text of a case: the person's, or for programs the organisation's seal. Nothing where neither is there and none is
 * needed; refused where one is needed, or where it does not hold. Whoever asks keeps it.
 */
export async function signStatement(
  context: Context,
  statement: Statement,
  jws: string | undefined,
): Promise<MadeSignature | undefined> {
  const { actor } = context;
  const text = Buffer.from(statement.text);
  if (jws !== undefined) return personal(context, statement.shipmentId, text, jws);
  const organisationId = actor.organisationId ?? '';
  const seal = actor.kind === 'program' ? await openSeal(context, organisationId) : undefined;
  if (!seal) {
    if (await mustSign(context, organisationId)) throw refuse('SIGNATURE_NEEDED');
    return undefined;
  }
  const made = await signDetachedJws(seal.signer, text, { x5c: seal.chain.map((der) => der.toString('base64')) });
  const report = await judge(context, text, made, seal.chain);
  return { jws: made, report, by: 'seal', serial: seal.serial, chain: seal.chain };
}

async function personal(context: Context, shipmentId: string, text: Buffer, jws: string): Promise<MadeSignature> {
  const read = readTextSignature(jws);
  const row = read?.jws.header.kid ? await findCertificateByKey(context, read.jws.header.kid) : undefined;
  const at = { format: 'jws', at: context.now } as const;
  const mine = row !== undefined && context.actor.kind === 'person' && row.person_id === context.actor.id;
  if (!read) throw await refused(context, shipmentId, blankReport(context, at, ['SIGNATURE_UNREADABLE']));
  if (!row || !mine) throw await refused(context, shipmentId, blankReport(context, at, ['NOT_YOUR_KEY']));
  const authority = await ownAuthority(context);
  const chain = [row.certificate, ...(authority ? [authority.issuing.der] : [])];
  const report = await judge(context, text, jws, chain);
  if (!report.holds) throw await refused(context, shipmentId, report);
  return { jws, report, by: 'person', serial: row.serial, chain };
}

/** The refusal is known afterwards, though nothing is filed. */
async function refused(context: Context, shipmentId: string, report: SignatureReport) {
  const codes = report.faults.map((f) => f.code);
  context.keepIfRefused();
  await emit(context, 'signature.refused', shipmentId, { shipmentId, faults: codes });
  const { zh, en } = sentence(report.faults);
  return refuse('SIGNATURE_REFUSED', { faults: zh, faultsEn: en });
}

/** Also asked again later, with the time of then. */
export function judge(
  context: Context,
  text: Uint8Array,
  jws: string,
  chain: readonly Uint8Array[],
  at: string = context.now,
): Promise<SignatureReport> {
  const read = readTextSignature(jws);
  if (!read) return Promise.resolve(blankReport(context, { format: 'jws', at }, ['SIGNATURE_UNREADABLE']));
  return judgeSignature(context, {
    format: 'jws',
    certificates: chain,
    algorithm: read.jws.header.alg,
    isBy: ({ key }) => isTextSignedBy(read, text, key),
    at,
  });
}

async function keep(
  context: Context,
  { shipmentId, version }: Filing,
  of: MadeSignature & { readonly text: Buffer },
): Promise<void> {
  const signatureId = context.newId();
  const digest = sha256Hex(of.text);
  await insertSignature(context, {
    id: signatureId,
    shipment_id: shipmentId,
    version,
    message_id: null,
    channel: null,
    format: 'jws',
    signed_by: of.by,
    digest,
    jws: of.jws,
    chain: [...of.chain],
    signed_at: context.now,
    report: of.report,
  });
  await askForStamp(context, { signatureId, shipmentId, jws: of.jws });
  await emit(context, 'document.signed', shipmentId, {
    shipmentId,
    signatureId,
    version,
    serial: of.serial,
    by: of.by,
    digest,
  });
}
