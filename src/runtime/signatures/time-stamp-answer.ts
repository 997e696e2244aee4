// Asking an authority for a time stamp and reading its answer (RFC 3161, with the certificate named by RFC 5816): what was stamped, when,
// under which policy, by which certificate. Nothing is believed here: `stampFaults` compares it with what was asked for, and its
// certificate is judged like every other.
import { createHash } from 'node:crypto';
import * as cms from '@peculiar/asn1-cms';
import { AsnArray, AsnConvert, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import * as tsp from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { type Algorithm, algorithmOf, algorithmTable } from './algorithms.ts';
import { type Certificate, derOf, signatureBytes } from './certificate.ts';
import { childrenOf } from './der.ts';
import { isSignedBy } from './public-key.ts';

export const OIDS = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  rsa: '1.2.840.113549.1.1.1',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;
/** Digests that a token may be made with; SHA-1 is none of them. */
const digests: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512' | 'sm3'>> = {
  [OIDS.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.156.10197.1.401': 'sm3',
};
const MOST_BYTES = 64 * 1024;
const MOST_CERTIFICATES = 8;

export class SignedAttributes extends AsnArray<cms.Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: cms.Attribute })(SignedAttributes);
/** RFC 5035; what follows the hash (issuer and serial) says nothing that the hash does not. */
export class EssCertId {
  hashAlgorithm?: AlgorithmIdentifier;
  certHash = new OctetString();
  issuerSerial?: ArrayBuffer;
}
AsnProp({ type: AlgorithmIdentifier, optional: true })(EssCertId.prototype, 'hashAlgorithm');
AsnProp({ type: OctetString })(EssCertId.prototype, 'certHash');
AsnProp({ type: AsnPropTypes.Any, optional: true })(EssCertId.prototype, 'issuerSerial');
export class SigningCertificate {
  certs: EssCertId[] = [];
  policies?: ArrayBuffer;
}
AsnProp({ type: EssCertId, repeated: 'sequence' })(SigningCertificate.prototype, 'certs');
AsnProp({ type: AsnPropTypes.Any, optional: true })(SigningCertificate.prototype, 'policies');

export type TimeStampRequest = {
  /** SHA-256, hex, of what is to be stamped. */
  readonly imprint: string;
  /** 16 hex digits, the first not above 7. */
  readonly nonce: string;
  readonly policy?: string;
};
export type TimeStampToken = {
  /** The CMS message as it came. */
  readonly der: Buffer;
  /** ISO 8601. */
  readonly at: string;
  readonly serial: string;
  readonly policy: string;
  /** Of the digest and its value, hex; another digest than SHA-256 is given by its OID. */
  readonly imprint: { readonly algorithm: string; readonly value: string };
  readonly nonce?: string;
  readonly accuracyMs?: number;
  readonly algorithm: Algorithm;
  readonly certificates: readonly Buffer[];
  /** Whether this certificate is the one that the token names and its key made the signature. */
  isBy(certificate: Certificate): boolean;
};
/** `refused`: its own words, for a person. */
export type TimeStampAnswer = { readonly token: TimeStampToken } | { readonly refused: string };

export const bytesOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const hex = (value: ArrayBuffer): string =>
  Buffer.from(value)
    .toString('hex')
    .replace(/^(?:00)+(?=..)/, '');

export function writeTimeStampRequest({ imprint, nonce, policy }: TimeStampRequest): Buffer {
  return derOf(
    new tsp.TimeStampReq({
      messageImprint: new tsp.MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithm: OIDS.sha256 }),
        hashedMessage: new OctetString(Buffer.from(imprint, 'hex')),
      }),
      ...(policy ? { reqPolicy: policy } : {}),
      nonce: bytesOf(Buffer.from(nonce, 'hex')),
      certReq: true,
    }),
  );
}

/** Undefined where it is no answer that can be read. */
export function readTimeStampAnswer(bytes: Uint8Array): TimeStampAnswer | undefined {
  try {
    if (bytes.length > MOST_BYTES) return undefined;
    const { status, timeStampToken } = AsnConvert.parse(bytesOf(bytes), tsp.TimeStampResp);
    if (status.status > tsp.PKIStatus.grantedWithMods) {
      const said = [...(status.statusString ?? [])].join(' ').slice(0, 200);
      return { refused: `status ${status.status}${said ? `: ${said}` : ''}` };
    }
    const token = timeStampToken && readTimeStampToken(derOf(timeStampToken));
    return token && { token };
  } catch {
    return undefined;
  }
}

/** A token alone, as it is kept. Undefined where it is none: every part that matters has to be there once. */
export function readTimeStampToken(der: Uint8Array): TimeStampToken | undefined {
  try {
    const whole = AsnConvert.parse(bytesOf(der), cms.ContentInfo);
    if (der.length > MOST_BYTES || whole.contentType !== OIDS.signedData) return undefined;
    const data = AsnConvert.parse(whole.content, cms.SignedData);
    const { eContentType, eContent } = data.encapContentInfo;
    const [signer, second] = data.signerInfos;
    if (eContentType !== tsp.id_ct_tstInfo || !eContent?.single || !signer || second) return undefined;
    const content = Buffer.from(eContent.single.buffer);
    const signature = signatureOf(Buffer.from(whole.content), signer, content);
    const info = AsnConvert.parse(bytesOf(content), tsp.TSTInfo);
    const strange = [...(info.extensions ?? [])].some((e) => e.critical);
    if (!signature || info.version !== tsp.TSTInfoVersion.v1 || strange) return undefined;
    const certificates = [...(data.certificates ?? [])].flatMap((c) => (c.certificate ? [derOf(c.certificate)] : []));
    if (certificates.length > MOST_CERTIFICATES) return undefined;
    const { seconds = 0, millis = 0, micros = 0 } = info.accuracy ?? {};
    return {
      der: Buffer.from(der),
      at: info.genTime.toISOString(),
      serial: hex(info.serialNumber),
      policy: info.policy,
      imprint: {
        algorithm: info.messageImprint.hashAlgorithm.algorithm,
        value: Buffer.from(info.messageImprint.hashedMessage.buffer).toString('hex'),
      },
      ...(info.nonce ? { nonce: hex(info.nonce) } : {}),
      ...(info.accuracy ? { accuracyMs: seconds * 1000 + millis + micros / 1000 } : {}),
      algorithm: signature.algorithm,
      certificates,
      isBy: signature.isBy,
    };
  } catch {
    return undefined;
  }
}

/** Over the signed attributes, which hold the digest of the content and of the signer's certificate. */
function signatureOf(
  signedData: Buffer,
  signer: cms.SignerInfo,
  content: Buffer,
): { readonly algorithm: Algorithm; isBy(certificate: Certificate): boolean } | undefined {
  const digest = digests[signer.digestAlgorithm.algorithm];
  const algorithm = algorithmOfSigner(signer);
  const attributes = signer.signedAttrs ?? [];
  const only = (type: string): ArrayBuffer | undefined => {
    const [found, second] = attributes.filter((a) => a.attrType === type);
    return found && !second && found.attrValues.length === 1 ? found.attrValues[0] : undefined;
  };
  const type = only(OIDS.contentType);
  const expected = only(OIDS.messageDigest);
  if (!digest || !algorithm || !type || !expected) return undefined;
  if (!Buffer.from(type).equals(CONTENT_TYPE)) return undefined;
  const told = Buffer.from(AsnConvert.parse(expected, OctetString).buffer);
  if (!createHash(digest).update(content).digest().equals(told)) return undefined;
  const named = nameOfSigner(only(OIDS.signingCertificateV2), only(OIDS.signingCertificate));
  const raw = signatureBytes(algorithm, Buffer.from(signer.signature.buffer));
  if (!named || !raw) return undefined;
  const signed = signedBytes(signedData, signer);
  if (!signed) return undefined;
  return {
    algorithm,
    isBy: (certificate) => named(certificate.der) && isSignedBy(certificate.key, algorithm, signed, raw),
  };
}
/**
 * What was signed, as it came: the attributes under the tag of a SET in place of [0] (RFC 5652 §5.4). They are DER or they are nothing (§5.3):
 * written again they are the same bytes.
 */
function signedBytes(signedData: Buffer, { signedAttrs }: cms.SignerInfo): Buffer | undefined {
  const [signer] = childrenOf(childrenOf(signedData).at(-1) ?? Buffer.alloc(0));
  // Version, who signs and the digest come before it (RFC 5652 §5.3).
  const raw = childrenOf(signer ?? Buffer.alloc(0))[3];
  if (!raw || raw[0] !== 0xa0) return undefined;
  const signed = Buffer.concat([Buffer.of(0x31), raw.subarray(1)]);
  return derOf(new SignedAttributes([...(signedAttrs ?? [])])).equals(signed) ? signed : undefined;
}
/** OBJECT IDENTIFIER id-ct-TSTInfo. */
const CONTENT_TYPE = Buffer.from('060b2a864886f70d0109100104', 'hex');

const PLAIN_RSA: Readonly<Record<string, Algorithm>> = { sha256: 'RS256', sha384: 'RS384', sha512: 'RS512' };
/** `rsaEncryption` takes its digest from beside it, as OpenSSL writes it. */
function algorithmOfSigner({ signatureAlgorithm, digestAlgorithm }: cms.SignerInfo): Algorithm | undefined {
  const digest = digests[digestAlgorithm.algorithm];
  const plain = signatureAlgorithm.algorithm === OIDS.rsa;
  const algorithm = plain ? PLAIN_RSA[digest ?? ''] : algorithmOf(signatureAlgorithm);
  if (!algorithm || algorithmTable[algorithm].legacy) return undefined;
  // Ed25519 has no digest of its own here (RFC 8419 asks for SHA-512).
  return algorithm === 'EdDSA' || algorithmTable[algorithm].digest === digest ? algorithm : undefined;
}

/** The first certificate that the attribute names is the signer's (RFC 3161 §2.4.2, RFC 5816); without one, anybody's would do. */
function nameOfSigner(v2: ArrayBuffer | undefined, v1: ArrayBuffer | undefined) {
  const given = v2 ?? v1;
  const [first] = given ? AsnConvert.parse(given, SigningCertificate).certs : [];
  if (!first) return undefined;
  const digest = v2 ? digests[first.hashAlgorithm?.algorithm ?? OIDS.sha256] : 'sha1';
  const wanted = Buffer.from(first.certHash.buffer);
  return digest && ((der: Buffer) => createHash(digest).update(der).digest().equals(wanted));
}
