// Makes certificates, revocation lists and OCSP answers (RFC 5280, RFC 6960): for the demonstration's own authority, and as the other
// side in tests. The key that signs is a `Signer`, so SM2 and a signing server work as well as any.
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as ocsp from '@peculiar/asn1-ocsp';
import {
  AccessDescription,
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  Certificate as Asn1Certificate,
  CertificateList,
  CRLDistributionPoints,
  CRLNumber,
  DistributionPoint,
  DistributionPointName,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_cRLNumber,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_pe_authorityInfoAccess,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  RevokedCertificate,
  SubjectPublicKeyInfo,
  TBSCertificate,
  TBSCertList,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { createHash } from 'node:crypto';
import { algorithmTable, halfOf } from './algorithms.ts';
import { type Certificate, derOf } from './certificate.ts';
import { toDerSignature } from './der.ts';
import type { Signer } from './keys.ts';

/** Who: common name, organisation, and a number that tells namesakes apart. */
export type Subject = { readonly name: string; readonly organisation?: string; readonly number?: string };
export type CertificateKind = 'root' | 'issuing' | 'signing' | 'ocsp' | 'time-stamping';
type Issuer = { readonly certificate?: Certificate; readonly subject?: Subject; readonly signer: Signer };

const NULL = new Uint8Array([5, 0]).buffer;
function algorithmOf({ algorithm }: Signer): AlgorithmIdentifier {
  const { oid, family } = algorithmTable[algorithm];
  if (!oid) throw new RangeError(`${algorithm} has no name in certificates`);
  return new AlgorithmIdentifier({ algorithm: oid, ...(family === 'rsa' ? { parameters: NULL } : {}) });
}
async function signDer(signer: Signer, bytes: Uint8Array): Promise<ArrayBuffer> {
  const raw = await signer.sign(bytes);
  return new Uint8Array(halfOf(signer.algorithm) === undefined ? raw : toDerSignature(raw)).buffer;
}
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const extension = (extnID: string, value: unknown, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

function nameOf({ name, organisation, number }: Subject): Name {
  const part = (type: string, text: string) =>
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String: text }) }),
    ]);
  return new Name([
    part('2.5.4.3', name),
    ...(number ? [part('2.5.4.5', number)] : []),
    ...(organisation ? [part('2.5.4.10', organisation)] : []),
  ]);
}

const usageOf: Readonly<Record<CertificateKind, number>> = {
  root: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  issuing: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  signing: KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
  ocsp: KeyUsageFlags.digitalSignature,
  'time-stamping': KeyUsageFlags.digitalSignature,
};
const purposeOf: Partial<Record<CertificateKind, string>> = {
  ocsp: '1.3.6.1.5.5.7.3.9',
  'time-stamping': '1.3.6.1.5.5.7.3.8',
};

export async function issueCertificate(wanted: {
  readonly kind: CertificateKind;
  readonly subject: Subject;
  readonly spki: Uint8Array;
  readonly issuer: Issuer;
  /** Up to 20 bytes, hex, first bit clear. */
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly crlUrl?: string;
  readonly ocspUrl?: string;
}): Promise<Buffer> {
  const { kind, issuer } = wanted;
  const isCa = kind === 'root' || kind === 'issuing';
  const purpose = purposeOf[kind];
  const constraints = new BasicConstraints({ cA: isCa, ...(kind === 'issuing' ? { pathLenConstraint: 0 } : {}) });
  const body = new TBSCertificate({
    version: Version.v3,
    serialNumber: buffer(Buffer.from(wanted.serial, 'hex')),
    signature: algorithmOf(issuer.signer),
    issuer: issuer.certificate ? nameFrom(issuer.certificate) : nameOf(issuer.subject ?? wanted.subject),
    validity: new Validity({ notBefore: new Date(wanted.notBefore), notAfter: new Date(wanted.notAfter) }),
    subject: nameOf(wanted.subject),
    subjectPublicKeyInfo: AsnConvert.parse(buffer(wanted.spki), SubjectPublicKeyInfo),
    extensions: new Extensions([
      extension(id_ce_basicConstraints, constraints, true),
      extension(id_ce_keyUsage, new KeyUsage(usageOf[kind]), true),
      ...(purpose ? [extension(id_ce_extKeyUsage, new ExtendedKeyUsage([purpose]), true)] : []),
      ...(wanted.ocspUrl ? [extension(id_pe_authorityInfoAccess, responderAt(wanted.ocspUrl))] : []),
      ...(wanted.crlUrl ? [extension(id_ce_cRLDistributionPoints, pointAt(wanted.crlUrl))] : []),
    ]),
  });
  return derOf(
    new Asn1Certificate({
      tbsCertificate: body,
      signatureAlgorithm: algorithmOf(issuer.signer),
      signatureValue: await signDer(issuer.signer, derOf(body)),
    }),
  );
}
const nameFrom = ({ subjectDer }: Certificate): Name => AsnConvert.parse(buffer(Buffer.from(subjectDer, 'hex')), Name);
const responderAt = (url: string) =>
  new AuthorityInfoAccessSyntax([
    new AccessDescription({
      accessMethod: ocsp.id_pkix_ocsp,
      accessLocation: new GeneralName({ uniformResourceIdentifier: url }),
    }),
  ]);
const pointAt = (url: string) =>
  new CRLDistributionPoints([
    new DistributionPoint({
      distributionPoint: new DistributionPointName({ fullName: [new GeneralName({ uniformResourceIdentifier: url })] }),
    }),
  ]);

export type Revoked = { readonly serial: string; readonly at: string };
/** INTEGER needs a leading zero where the first bit is set. */
const integerOf = (serial: string): ArrayBuffer => {
  const even = serial.length % 2 === 0 ? serial : `0${serial}`;
  const bytes = Buffer.from(even, 'hex');
  return buffer((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
};

export async function issueRevocationList(
  issuer: { readonly certificate: Certificate; readonly signer: Signer },
  list: {
    readonly revoked: readonly Revoked[];
    readonly number: number;
    readonly thisUpdate: string;
    readonly nextUpdate: string;
  },
): Promise<Buffer> {
  const revoked = list.revoked.map(
    ({ serial, at }) =>
      new RevokedCertificate({ userCertificate: integerOf(serial), revocationDate: new Time(new Date(at)) }),
  );
  const body = new TBSCertList({
    version: Version.v2,
    signature: algorithmOf(issuer.signer),
    issuer: nameFrom(issuer.certificate),
    thisUpdate: new Time(new Date(list.thisUpdate)),
    nextUpdate: new Time(new Date(list.nextUpdate)),
    ...(revoked.length > 0 ? { revokedCertificates: revoked } : {}),
    crlExtensions: [extension(id_ce_cRLNumber, new CRLNumber(list.number))],
  });
  return derOf(
    new CertificateList({
      tbsCertList: body,
      signatureAlgorithm: algorithmOf(issuer.signer),
      signature: await signDer(issuer.signer, derOf(body)),
    }),
  );
}

const SHA1 = '1.3.14.3.2.26';
const hashNames: Readonly<Record<string, string>> = { [SHA1]: 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' };
const MOST_QUESTIONS = 20;
export type OcspStatus = 'good' | 'unknown' | { readonly revokedAt: string };

/** Answers a request about certificates of one issuer; undefined where the request cannot be read. */
export async function answerOcsp(
  request: Uint8Array,
  of: {
    readonly issuer: Certificate;
    readonly responder: { readonly certificate: Certificate; readonly signer: Signer };
    readonly now: string;
    readonly nextUpdate: string;
    statusOf(serial: string): Promise<OcspStatus>;
  },
): Promise<Buffer | undefined> {
  let asked: ocsp.OCSPRequest;
  try {
    asked = AsnConvert.parse(buffer(request), ocsp.OCSPRequest);
  } catch {
    return undefined;
  }
  const { requestList, requestExtensions } = asked.tbsRequest;
  if (requestList.length === 0 || requestList.length > MOST_QUESTIONS) return undefined;
  const responses: ocsp.SingleResponse[] = [];
  for (const { reqCert } of requestList) {
    const serial = Buffer.from(reqCert.serialNumber)
      .toString('hex')
      .replace(/^0+(?=.)/, '');
    const status = isAbout(reqCert, of.issuer) ? await of.statusOf(serial) : 'unknown';
    responses.push(
      new ocsp.SingleResponse({
        certID: reqCert,
        certStatus: statusValue(status),
        thisUpdate: new Date(of.now),
        nextUpdate: new Date(of.nextUpdate),
      }),
    );
  }
  const nonce = requestExtensions?.find((e) => e.extnID === ocsp.id_pkix_ocsp_nonce);
  const keyHash = createHash('sha1').update(keyBits(of.responder.certificate)).digest();
  const body = new ocsp.ResponseData({
    responderID: new ocsp.ResponderID({ byKey: new ocsp.KeyHash(keyHash) }),
    producedAt: new Date(of.now),
    responses,
    ...(nonce ? { responseExtensions: [nonce] } : {}),
  });
  const basic = new ocsp.BasicOCSPResponse({
    tbsResponseData: body,
    signatureAlgorithm: algorithmOf(of.responder.signer),
    signature: await signDer(of.responder.signer, derOf(body)),
    certs: [AsnConvert.parse(buffer(of.responder.certificate.der), Asn1Certificate)],
  });
  return derOf(
    new ocsp.OCSPResponse({
      responseStatus: ocsp.OCSPResponseStatus.successful,
      responseBytes: new ocsp.ResponseBytes({
        responseType: ocsp.id_pkix_ocsp_basic,
        response: new OctetString(derOf(basic)),
      }),
    }),
  );
}
function statusValue(status: OcspStatus): ocsp.CertStatus {
  if (status === 'good') return new ocsp.CertStatus({ good: null });
  if (status === 'unknown') return new ocsp.CertStatus({ unknown: null });
  return new ocsp.CertStatus({ revoked: new ocsp.RevokedInfo({ revocationTime: new Date(status.revokedAt) }) });
}
const keyBits = ({ key }: Certificate): Buffer =>
  Buffer.from(AsnConvert.parse(buffer(key.spki), SubjectPublicKeyInfo).subjectPublicKey);
function isAbout(id: ocsp.CertID, issuer: Certificate): boolean {
  const hash = hashNames[id.hashAlgorithm.algorithm];
  if (!hash) return false;
  const digest = (bytes: Uint8Array) => createHash(hash).update(bytes).digest();
  return (
    digest(Buffer.from(issuer.subjectDer, 'hex')).equals(Buffer.from(id.issuerNameHash.buffer)) &&
    digest(keyBits(issuer)).equals(Buffer.from(id.issuerKeyHash.buffer))
  );
}
