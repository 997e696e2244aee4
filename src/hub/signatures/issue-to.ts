// Gives a certificate to a person's key or to an organisation's seal, from the platform's own authority.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { readCertificate } from '../../runtime/signatures/certificate.ts';
import { type Subject, issueCertificate } from '../../runtime/signatures/issue.ts';
import type { Algorithm } from '../../runtime/signatures/algorithms.ts';
import { keyIdOf } from '../../runtime/signatures/public-key.ts';
import type { CertificateView, RevocationReason } from './contract.ts';
import { newSerial, ownAuthority, revocationListUrl, toPem } from './own-authority.ts';
import { refuse } from './refusals.ts';
import { type CertificateRow, findCertificateByKey, insertCertificate } from './store.ts';

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;

export async function issueTo(
  context: Context,
  holder: {
    readonly subject: Subject;
    readonly spki: Uint8Array;
    readonly algorithm: Algorithm;
    readonly personId?: string;
    readonly organisationId: string;
    readonly device?: string;
    /** Sealed private key, where the server keeps it. */
    readonly keyReference?: string;
    readonly serial?: string;
  },
): Promise<CertificateRow> {
  const authority = await ownAuthority(context);
  if (!authority) throw refuse('SIGNING_AUTHORITY_MISSING');
  const keyId = keyIdOf(holder.spki);
  if (await findCertificateByKey(context, keyId)) throw refuse('SIGNING_KEY_TAKEN');
  const der = await issueCertificate({
    kind: 'signing',
    subject: holder.subject,
    spki: holder.spki,
    issuer: { certificate: authority.issuing, signer: await authority.signerOf('issuing') },
    serial: holder.serial ?? newSerial(context),
    notBefore: context.now,
    notAfter: plusMs(context.now, VALID_DAYS * DAY_MS),
    crlUrl: revocationListUrl(context),
  });
  const issued = readCertificate(der);
  if (!issued) throw new Error('a certificate of our own cannot be read');
  const row: CertificateRow = {
    serial: issued.serial,
    person_id: holder.personId ?? null,
    organisation_id: holder.organisationId,
    name: holder.subject.name,
    device: holder.device ?? null,
    algorithm: holder.algorithm,
    key_id: keyId,
    certificate: der,
    key_reference: holder.keyReference ?? null,
    not_before: issued.notBefore,
    not_after: issued.notAfter,
    revoked_at: null,
    revocation_reason: null,
  };
  await insertCertificate(context, row);
  return row;
}

export function toCertificateView(context: Context, row: CertificateRow): CertificateView {
  const state = row.revoked_at ? 'revoked' : row.not_after <= context.now ? 'expired' : 'valid';
  return {
    serial: row.serial,
    holder: row.person_id ? 'person' : 'organisation',
    name: row.name,
    ...(row.device ? { device: row.device } : {}),
    algorithm: row.algorithm,
    keyId: row.key_id,
    notBefore: row.not_before,
    notAfter: row.not_after,
    state,
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
    ...(row.revocation_reason ? { revocationReason: row.revocation_reason satisfies RevocationReason } : {}),
    certificate: toPem(row.certificate),
  };
}
