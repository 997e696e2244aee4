// One judgement for every signature, whatever its form: up to whom the certificate leads, whether it was revoked at that time, and
// what is wrong, in words. Nothing is fetched here: revocation is known of our own certificates from their rows, of a partner's from the
// lists that were put in or fetched before; without one the report says that it is not known, and only where a channel asks for
// it, or under our own authority, is that a fault.
import type { Context } from '../../runtime/context.ts';
import { type Certificate, commonName, readCertificate } from '../../runtime/signatures/certificate.ts';
import { type RevocationState, validatePath } from '../../runtime/signatures/validate-path.ts';
import type { Algorithm } from '../../runtime/signatures/algorithms.ts';
import type { CheckedFormat, SignatureReport } from './contract.ts';
import { type Fault, inWords } from './fault-words.ts';
import { type OwnAuthority, ownAuthority } from './own-authority.ts';
import { revocationsOf } from './keep-trust.ts';
import { knownRevocation, noteSources } from './know-revocations.ts';
import { findCertificate, listActiveAnchors } from './store.ts';

export type Judged = {
  readonly format: CheckedFormat;
  /** DER; the first whose key made the signature is the signer's. */
  readonly certificates: readonly Uint8Array[];
  readonly algorithm?: Algorithm;
  readonly isBy: (certificate: Certificate) => boolean;
  /** When it was made, as far as we know: when it reached us. */
  readonly at: string;
  /** Whose trusted authorities count beside our own; absent: everybody's. */
  readonly channel?: string;
  /** Chains with SHA-1, for partners whose profile says so. */
  readonly legacy?: boolean;
  /** What the certificate has to be for, beyond signing. */
  readonly purpose?: string;
  /** Whether not knowing of a revocation is a fault. */
  readonly revocationNeeded?: boolean;
  /** Notes where the authorities of a trusted chain publish their lists; needs a transaction that may write. */
  readonly learn?: boolean;
  /** What is wrong beside the certificate. */
  readonly also?: (signer: Certificate) => readonly Fault[];
};

export async function judgeSignature(context: Context, judged: Judged): Promise<SignatureReport> {
  const read = judged.certificates.map(readCertificate);
  const known = read.filter((c): c is Certificate => c !== undefined);
  const signer = known.find(judged.isBy);
  if (!signer) return blankReport(context, judged, [known.length === 0 ? 'CERTIFICATE_MISSING' : 'NOT_BY_THIS_KEY']);
  const own = await ownAuthority(context);
  const rows = await listActiveAnchors(context, judged.channel);
  const anchors = rows.flatMap((row) => readCertificate(row.certificate) ?? []);
  const lists = new Map(rows.map((row) => [row.certificate.toString('hex'), revocationsOf(row)]));
  let asOf: string | undefined;
  const path = await validatePath(signer, {
    others: [...known, ...(own ? [own.issuing] : [])],
    trusted: [...(own ? [own.root] : []), ...anchors],
    at: judged.at,
    legacy: judged.legacy ?? false,
    ...(judged.purpose ? { purpose: judged.purpose } : {}),
    revocation: async (certificate, issuer) => {
      const isOwn = own && (issuer.der.equals(own.root.der) || issuer.der.equals(own.issuing.der));
      if (isOwn) return revocationOf(context, own, certificate, issuer);
      const given = lists.get(issuer.der.toString('hex'));
      const found = await knownRevocation(context, certificate, issuer, { at: judged.at, given });
      if (certificate === signer) asOf = found.asOf;
      return found.state;
    },
    revocationNeeded: (anchor) =>
      judged.revocationNeeded === true || (own !== undefined && anchor.der.equals(own.root.der)),
  });
  const anchor = rows.find((row) => path.chain.at(-1)?.der.equals(row.certificate));
  if (judged.learn && anchor) await noteSources(context, path.chain, anchor.id);
  const faults: readonly Fault[] = [...(judged.also?.(signer) ?? []), ...path.faults];
  const { revocation } = path;
  return {
    format: judged.format,
    holds: faults.length === 0,
    faults: faults.map(inWords),
    ...(judged.algorithm ? { algorithm: judged.algorithm } : {}),
    signer: commonName(signer.subject),
    at: judged.at,
    chain: path.chain.map(({ subject, issuer, serial, notBefore, notAfter }) => ({
      subject,
      issuer,
      serial,
      notBefore,
      notAfter,
    })),
    revocation: typeof revocation === 'string' ? revocation : 'revoked',
    ...(typeof revocation === 'string' ? {} : { revokedAt: revocation.revokedAt }),
    ...(asOf ? { revocationAsOf: asOf } : {}),
    checkedAt: context.now,
  };
}

export const blankReport = (
  context: Context,
  { format, algorithm, at }: Pick<Judged, 'format' | 'algorithm' | 'at'>,
  faults: readonly Fault[],
): SignatureReport => ({
  format,
  holds: false,
  faults: faults.map(inWords),
  ...(algorithm ? { algorithm } : {}),
  at,
  chain: [],
  revocation: 'unknown',
  checkedAt: context.now,
});

async function revocationOf(
  context: Context,
  own: OwnAuthority,
  certificate: Certificate,
  issuer: Certificate,
): Promise<RevocationState> {
  if (issuer.der.equals(own.root.der)) return certificate.der.equals(own.issuing.der) ? 'good' : 'unknown';
  if (own.clock && certificate.der.equals(own.clock.der)) return 'good';
  const row = await findCertificate(context, certificate.serial);
  if (!row) return 'unknown';
  return row.revoked_at ? { revokedAt: row.revoked_at } : 'good';
}
