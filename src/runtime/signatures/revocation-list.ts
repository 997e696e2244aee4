// A revocation list from outside (RFC 5280 §5), taken only if its issuer signed it and it is no partial one.
import { AsnConvert } from '@peculiar/asn1-schema';
import { CertificateList, id_ce_deltaCRLIndicator, id_ce_issuingDistributionPoint } from '@peculiar/asn1-x509';
import { algorithmOf } from './algorithms.ts';
import { type Certificate, derOf, signatureBytes } from './certificate.ts';
import { isSignedBy } from './public-key.ts';

export type RevocationList = {
  readonly thisUpdate: string;
  readonly nextUpdate?: string;
  /** Serial (hex, no leading zeros) → since when. */
  readonly revoked: ReadonlyMap<string, string>;
};
/** Lists of parts, or of changes, would make what is not on them look good. */
const PARTIAL = new Set<string>([id_ce_deltaCRLIndicator, id_ce_issuingDistributionPoint]);

export function readRevocationList(bytes: Uint8Array, issuer: Certificate): RevocationList | undefined {
  try {
    const list = AsnConvert.parse(new Uint8Array(bytes), CertificateList);
    const { tbsCertList: body, tbsCertListRaw: raw } = list;
    const algorithm = algorithmOf(list.signatureAlgorithm);
    const signature = algorithm && signatureBytes(algorithm, Buffer.from(list.signature));
    if (!raw || !signature || !issuer.usage.includes('revoke')) return undefined;
    if (derOf(body.issuer).toString('hex') !== issuer.subjectDer) return undefined;
    if ((body.crlExtensions ?? []).some((e) => PARTIAL.has(e.extnID))) return undefined;
    if (!isSignedBy(issuer.key, algorithm, Buffer.from(raw), signature)) return undefined;
    return {
      thisUpdate: body.thisUpdate.getTime().toISOString(),
      ...(body.nextUpdate ? { nextUpdate: body.nextUpdate.getTime().toISOString() } : {}),
      revoked: new Map(
        (body.revokedCertificates ?? []).map((r) => [
          Buffer.from(r.userCertificate)
            .toString('hex')
            .replace(/^0+(?=.)/, ''),
          r.revocationDate.getTime().toISOString(),
        ]),
      ),
    };
  } catch {
    return undefined;
  }
}
