// The organisation's electronic seal (单位电子印章): a key on the server, sealed, that signs what the organisation's programs file;
// and whether what the organisation files has to be signed at all.
import { type Context, emitter } from '../../runtime/context.ts';
import type { Algorithm } from '../../runtime/signatures/algorithms.ts';
import { readCertificate } from '../../runtime/signatures/certificate.ts';
import type { Signer } from '../../runtime/signatures/keys.ts';
import { organisationById } from '../enterprise/index.ts';
import type { CertificateView, SignatureEvents, SignaturePolicy } from './contract.ts';
import { issueTo, toCertificateView } from './issue-to.ts';
import { keysOf, newSerial, ownAuthority } from './own-authority.ts';
import { findLiveSeal, findPolicy, keepPolicy, listSeals } from './store.ts';

const emit = emitter<SignatureEvents>();
export const sealAlgorithms = ['SM2SM3', 'ES256', 'RS256'] as const satisfies readonly Algorithm[];

export async function makeSeal(context: Context, algorithm: Algorithm): Promise<CertificateView> {
  const organisationId = context.actor.organisationId ?? '';
  const organisation = await organisationById(context, organisationId);
  const serial = newSerial(context);
  const { reference, signer } = await keysOf(context).generate(sealLabel(serial), algorithm);
  const name = organisation?.name ?? context.actor.name;
  const row = await issueTo(context, {
    subject: { name, ...(organisation?.uscc ? { number: organisation.uscc } : {}), organisation: name },
    spki: signer.spki,
    algorithm,
    organisationId,
    keyReference: reference,
    serial,
  });
  await emit(context, 'seal.made', row.serial, { serial: row.serial, organisationId, keyId: row.key_id });
  return toCertificateView(context, row);
}
/** Serials lose their leading zeros in certificates. */
export const sealLabel = (serial: string): string => `seal ${serial.replace(/^0+/, '')}`;

export const readSeals = async (context: Context): Promise<CertificateView[]> =>
  (await listSeals(context, context.actor.organisationId ?? '')).map((row) => toCertificateView(context, row));

/** The newest valid seal, ready to sign, with its chain (the root left out). */
export async function openSeal(
  context: Context,
  organisationId: string,
): Promise<{ readonly signer: Signer; readonly serial: string; readonly chain: readonly Buffer[] } | undefined> {
  const row = await findLiveSeal(context, organisationId);
  const authority = row && (await ownAuthority(context));
  if (!row?.key_reference || !authority || !readCertificate(row.certificate)) return undefined;
  const signer = await keysOf(context).open(sealLabel(row.serial), row.key_reference);
  return { signer, serial: row.serial, chain: [row.certificate, authority.issuing.der] };
}

export async function readSignaturePolicy(context: Context): Promise<SignaturePolicy> {
  const row = await findPolicy(context, context.actor.organisationId ?? '');
  return row ? { required: row.required, changedAt: row.changed_at, changedBy: row.changed_by } : { required: false };
}
export async function changeSignaturePolicy(context: Context, required: boolean): Promise<SignaturePolicy> {
  const organisationId = context.actor.organisationId ?? '';
  await keepPolicy(context, organisationId, required);
  await emit(context, 'signature-policy.changed', organisationId, { organisationId, required });
  return readSignaturePolicy(context);
}
export const mustSign = async (context: Context, organisationId: string): Promise<boolean> =>
  (await findPolicy(context, organisationId))?.required ?? false;
