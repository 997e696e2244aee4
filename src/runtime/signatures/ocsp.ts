// Asking an OCSP responder about one certificate (RFC 6960), and what of its answer is believed: about this certificate of this issuer, signed
// by the issuer or by whom the issuer made responder, not from the future, not run out, to our nonce where it names one.
import { createHash, timingSafeEqual } from 'node:crypto';
import * as ocsp from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension, Extensions, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { plusMs } from '../../kernel/instant.ts';
import { algorithmOf, algorithmTable } from './algorithms.ts';
import { type Certificate, derOf, isIssuedBy, readCertificate, signatureBytes } from './certificate.ts';
import { exactly } from './der.ts';
import { isSignedBy } from './public-key.ts';

export type OcspFault =
  | 'ANSWER_UNREADABLE'
  | 'RESPONDER_REFUSED'
  | 'ANSWER_ABOUT_ANOTHER'
  | 'RESPONDER_NOT_TRUSTED'
  | 'ANSWER_NOT_SIGNED'
  | 'NONCE_DIFFERS'
  | 'ANSWER_FROM_THE_FUTURE'
  | 'ANSWER_RUN_OUT';
export type OcspAnswer = {
  readonly state: 'good' | 'unknown' | { readonly revokedAt: string };
  readonly thisUpdate: string;
  readonly nextUpdate: string;
};

const SHA1 = '1.3.14.3.2.26';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const SKEW_MS = 5 * 60_000;
/** Of an answer that does not say when the next one is due. */
const UNTOLD_MS = 12 * 3_600_000;
const MOST_RESPONSES = 20;
const MOST_CERTIFICATES = 4;

const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest();
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const keyBits = ({ key }: Certificate): Buffer =>
  Buffer.from(AsnConvert.parse(bufferOf(key.spki), SubjectPublicKeyInfo).subjectPublicKey);
/** INTEGER needs a leading zero where the first bit is set. */
function integerOf(serial: string): ArrayBuffer {
  const bytes = Buffer.from(serial.length % 2 === 0 ? serial : `0${serial}`, 'hex');
  return bufferOf((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}
// SHA-1 names the certificate and protects nothing: it is what every responder understands (RFC 6960 §4.3 asks no more of it).
const certificateId = (certificate: Certificate, issuer: Certificate): ocsp.CertID =>
  new ocsp.CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA1, parameters: new Uint8Array([5, 0]).buffer }),
    issuerNameHash: new OctetString(bufferOf(sha1(Buffer.from(issuer.subjectDer, 'hex')))),
    issuerKeyHash: new OctetString(bufferOf(sha1(keyBits(issuer)))),
    serialNumber: integerOf(certificate.serial),
  });
const nonceValue = (nonce: Uint8Array) => bufferOf(derOf(new OctetString(bufferOf(nonce))));

export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce: Uint8Array): Buffer {
  const body = new ocsp.TBSRequest({
    requestList: [new ocsp.Request({ reqCert: certificateId(certificate, issuer) })],
    requestExtensions: new Extensions([
      new Extension({ extnID: ocsp.id_pkix_ocsp_nonce, extnValue: new OctetString(nonceValue(nonce)) }),
    ]),
  });
  return derOf(new ocsp.OCSPRequest({ tbsRequest: body }));
}

export function readOcspAnswer(
  bytes: Uint8Array,
  asked: {
    readonly certificate: Certificate;
    readonly issuer: Certificate;
    readonly nonce: Uint8Array;
    readonly now: string;
  },
): OcspAnswer | { readonly fault: OcspFault } {
  try {
    return judge(bytes, asked);
  } catch {
    return { fault: 'ANSWER_UNREADABLE' };
  }
}

function judge(bytes: Uint8Array, asked: Parameters<typeof readOcspAnswer>[1]): OcspAnswer | { fault: OcspFault } {
  const whole = exactly(bytes, ocsp.OCSPResponse);
  if (whole.responseStatus !== ocsp.OCSPResponseStatus.successful) return { fault: 'RESPONDER_REFUSED' };
  if (whole.responseBytes?.responseType !== ocsp.id_pkix_ocsp_basic) return { fault: 'ANSWER_UNREADABLE' };
  const basic = exactly(new Uint8Array(whole.responseBytes.response.buffer), ocsp.BasicOCSPResponse);
  const { tbsResponseData: body, tbsResponseDataRaw: raw } = basic;
  const algorithm = algorithmOf(basic.signatureAlgorithm);
  const signature = algorithm && signatureBytes(algorithm, Buffer.from(basic.signature));
  if (!raw || !signature || algorithmTable[algorithm].legacy) return { fault: 'ANSWER_NOT_SIGNED' };
  const responder = respondersOf(basic, asked);
  if (responder.length === 0) return { fault: 'RESPONDER_NOT_TRUSTED' };
  if (!responder.some(({ key }) => isSignedBy(key, algorithm, Buffer.from(raw), signature)))
    return { fault: 'ANSWER_NOT_SIGNED' };
  const nonce = body.responseExtensions?.find((e) => e.extnID === ocsp.id_pkix_ocsp_nonce);
  // Answers that were made beforehand have none: their dates bound them.
  if (nonce && !same(Buffer.from(nonce.extnValue.buffer), Buffer.from(nonceValue(asked.nonce))))
    return { fault: 'NONCE_DIFFERS' };
  const wanted = derOf(certificateId(asked.certificate, asked.issuer));
  const { responses } = body;
  const about = responses.length > MOST_RESPONSES ? undefined : responses.find((r) => derOf(r.certID).equals(wanted));
  if (!about) return { fault: 'ANSWER_ABOUT_ANOTHER' };
  const thisUpdate = about.thisUpdate.toISOString();
  const nextUpdate = about.nextUpdate?.toISOString() ?? plusMs(thisUpdate, UNTOLD_MS);
  if (thisUpdate > plusMs(asked.now, SKEW_MS)) return { fault: 'ANSWER_FROM_THE_FUTURE' };
  if (nextUpdate < plusMs(asked.now, -SKEW_MS)) return { fault: 'ANSWER_RUN_OUT' };
  const { revoked, good } = about.certStatus;
  const state = revoked ? { revokedAt: revoked.revocationTime.toISOString() } : good === null ? 'good' : 'unknown';
  return { state, thisUpdate, nextUpdate };
}

/** The issuer itself, and of the certificates that came along those it issued for answering. */
function respondersOf(
  basic: ocsp.BasicOCSPResponse,
  { issuer, now }: { readonly issuer: Certificate; readonly now: string },
): Certificate[] {
  const given = (basic.certs ?? []).slice(0, MOST_CERTIFICATES).flatMap((c) => readCertificate(derOf(c)) ?? []);
  const made = given.filter(
    (c) =>
      c.purposes?.includes(OCSP_SIGNING) &&
      c.usage.includes('sign') &&
      c.unknownCritical.length === 0 &&
      !algorithmTable[c.algorithm].legacy &&
      c.notBefore <= now &&
      now <= c.notAfter &&
      isIssuedBy(c, issuer),
  );
  const { responderID } = basic.tbsResponseData;
  const isNamed = (c: Certificate) =>
    responderID.byKey
      ? same(Buffer.from(responderID.byKey.buffer), sha1(keyBits(c)))
      : responderID.byName !== undefined && derOf(responderID.byName).toString('hex') === c.subjectDer;
  return [issuer, ...made].filter(isNamed);
}
const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
