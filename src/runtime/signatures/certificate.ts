// X.509 certificates from outside as plain values (RFC 5280), read with @peculiar/asn1-x509. The bytes that were signed are those that
// came, never written again.
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  Certificate as Asn1Certificate,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extension,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_pe_authorityInfoAccess,
  KeyUsage,
  KeyUsageFlags,
  type Name,
} from '@peculiar/asn1-x509';
import { type Algorithm, algorithmOf, halfOf } from './algorithms.ts';
import { fromDerSignature } from './der.ts';
import { isSignedBy, type PublicKey, readPublicKey } from './public-key.ts';

export type Certificate = {
  readonly der: Buffer;
  /** Hex, without leading zeros. */
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
  /** Compared byte by byte. */
  readonly subjectDer: string;
  readonly issuerDer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly key: PublicKey;
  readonly algorithm: Algorithm;
  readonly ca: boolean;
  readonly pathLength?: number;
  readonly usage: readonly ('sign' | 'certify' | 'revoke')[];
  /** Absent: for anything. */
  readonly purposes?: readonly string[];
  /** Whoever does not understand the purposes may not use it. */
  readonly purposesCritical: boolean;
  readonly crlUrl?: string;
  /** Where its issuer answers about it (RFC 5280 §4.2.2.1). */
  readonly ocspUrl?: string;
  /** Critical extensions that we do not know: such a certificate is not to be used. */
  readonly unknownCritical: readonly string[];
  readonly signed: Buffer;
  readonly signature: Buffer;
};

const MOST_BYTES = 16 * 1024;
const names: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.8': 'ST',
  '2.5.4.7': 'L',
};
const KNOWN = new Set([
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_extKeyUsage,
  id_ce_subjectAltName,
  id_ce_cRLDistributionPoints,
]);
export const derOf = (value: unknown): Buffer => Buffer.from(AsnConvert.serialize(value));

/** Undefined where it is no certificate, or has a key or a signature of a kind that we do not take. */
export function readCertificate(bytes: Uint8Array): Certificate | undefined {
  try {
    if (bytes.length > MOST_BYTES || !isOneValue(bytes)) return undefined;
    const whole = AsnConvert.parse(new Uint8Array(bytes), Asn1Certificate);
    const { tbsCertificate: body, tbsCertificateRaw: raw } = whole;
    const algorithm = algorithmOf(whole.signatureAlgorithm);
    const same = derOf(body.signature).equals(derOf(whole.signatureAlgorithm));
    const key = readPublicKey(derOf(body.subjectPublicKeyInfo));
    const signature = algorithm && signatureBytes(algorithm, Buffer.from(whole.signatureValue));
    if (!raw || !algorithm || !same || !key || !signature) return undefined;
    return {
      der: Buffer.from(bytes),
      serial: Buffer.from(body.serialNumber)
        .toString('hex')
        .replace(/^0+(?=.)/, ''),
      subject: nameText(body.subject),
      issuer: nameText(body.issuer),
      subjectDer: derOf(body.subject).toString('hex'),
      issuerDer: derOf(body.issuer).toString('hex'),
      notBefore: body.validity.notBefore.getTime().toISOString(),
      notAfter: body.validity.notAfter.getTime().toISOString(),
      key,
      algorithm,
      signed: Buffer.from(raw),
      signature,
      ...extensionsOf([...(body.extensions ?? [])]),
    };
  } catch {
    return undefined;
  }
}

/** One SEQUENCE and nothing after it. */
function isOneValue(bytes: Uint8Array): boolean {
  const first = bytes[1] ?? 0;
  if (bytes[0] !== 0x30) return false;
  if (first < 0x80) return bytes.length === 2 + first;
  const width = first & 0x7f;
  const length = Buffer.from(bytes.subarray(2, 2 + width)).toString('hex');
  return width >= 1 && width <= 3 && bytes.length === 2 + width + Number.parseInt(length, 16);
}

/** Of certificates, lists and answers: curves there have DER. */
export function signatureBytes(algorithm: Algorithm, bytes: Buffer): Buffer | undefined {
  const half = halfOf(algorithm);
  return half === undefined ? bytes : fromDerSignature(bytes, half);
}

function extensionsOf(list: readonly Extension[]) {
  const find = (id: string) => list.find((e) => e.extnID === id)?.extnValue.buffer;
  const [constraints, usage, purposes, crl, access] = [
    id_ce_basicConstraints,
    id_ce_keyUsage,
    id_ce_extKeyUsage,
    id_ce_cRLDistributionPoints,
    id_pe_authorityInfoAccess,
  ].map(find);
  const basic = constraints && AsnConvert.parse(constraints, BasicConstraints);
  const flags = usage ? AsnConvert.parse(usage, KeyUsage).toNumber() : undefined;
  const has = (bits: number) => flags === undefined || (flags & bits) !== 0;
  const ocspUrl = access && responderUrl(AsnConvert.parse(access, AuthorityInfoAccessSyntax));
  const crlUrl = crl && firstUrl(AsnConvert.parse(crl, CRLDistributionPoints));
  return {
    ca: basic?.cA === true,
    ...(basic?.pathLenConstraint === undefined ? {} : { pathLength: basic.pathLenConstraint }),
    usage: [
      ...(has(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation) ? (['sign'] as const) : []),
      ...(has(KeyUsageFlags.keyCertSign) ? (['certify'] as const) : []),
      ...(has(KeyUsageFlags.cRLSign) ? (['revoke'] as const) : []),
    ],
    ...(purposes ? { purposes: [...AsnConvert.parse(purposes, ExtendedKeyUsage)] } : {}),
    purposesCritical: list.some((e) => e.extnID === id_ce_extKeyUsage && e.critical),
    ...(crlUrl ? { crlUrl } : {}),
    ...(ocspUrl ? { ocspUrl } : {}),
    unknownCritical: list.filter((e) => e.critical && !KNOWN.has(e.extnID)).map((e) => e.extnID),
  };
}
const firstUrl = (points: CRLDistributionPoints): string | undefined =>
  points
    .flatMap((p) => p.distributionPoint?.fullName ?? [])
    .map((n) => n.uniformResourceIdentifier)
    .find((url) => url !== undefined && /^https?:/.test(url));

const OCSP = '1.3.6.1.5.5.7.48.1';
const responderUrl = (access: AuthorityInfoAccessSyntax): string | undefined =>
  [...access]
    .filter((one) => one.accessMethod === OCSP)
    .map((one) => one.accessLocation.uniformResourceIdentifier)
    .find((url) => url !== undefined && /^https?:/.test(url));

const nameText = (name: Name): string =>
  [...name]
    .flatMap((rdn) => [...rdn])
    .map(({ type, value }) => `${names[type] ?? type}=${value.toString()}`)
    .join(', ');
/** The common name, for people. */
export const commonName = (subject: string): string =>
  subject
    .split(/, (?=[A-Z]{1,12}=)/)
    .find((part) => part.startsWith('CN='))
    ?.slice(3) ?? subject;

export const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  certificate.issuerDer === issuer.subjectDer &&
  isSignedBy(issuer.key, certificate.algorithm, certificate.signed, certificate.signature);
