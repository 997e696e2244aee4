// A time stamping authority's side of RFC 3161: reads a request and answers it. For the demonstration's authority, and as the other side
// in tests.
import { createHash } from 'node:crypto';
import * as cms from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as tsp from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier, Certificate as Asn1Certificate, Name } from '@peculiar/asn1-x509';
import { algorithmTable, halfOf } from './algorithms.ts';
import { type Certificate, derOf } from './certificate.ts';
import { toDerSignature } from './der.ts';
import type { Signer } from './keys.ts';
import { bytesOf, EssCertId, OIDS, SignedAttributes, SigningCertificate } from './time-stamp-answer.ts';

export type StampingAuthority = {
  readonly certificate: Certificate;
  readonly signer: Signer;
  /** Sent along: those between it and the root. */
  readonly chain: readonly Certificate[];
  readonly policy: string;
};
export type Stamped = { readonly now: string /** Hex. */; readonly serial: string };

const SM3 = '1.2.156.10197.1.401';
const derText = (tag: number, body: Buffer): Buffer => Buffer.concat([Buffer.of(tag, body.length), body]);

/** Always an answer: what cannot be read or is not done here is refused in it. */
export async function answerTimeStamp(request: Uint8Array, by: StampingAuthority, at: Stamped): Promise<Buffer> {
  let asked: tsp.TimeStampReq;
  try {
    asked = AsnConvert.parse(bytesOf(request), tsp.TimeStampReq);
  } catch {
    return refusal('the request cannot be read');
  }
  const { hashAlgorithm, hashedMessage } = asked.messageImprint;
  if (hashAlgorithm.algorithm !== OIDS.sha256 || hashedMessage.byteLength !== 32) return refusal('only SHA-256');
  if (asked.reqPolicy && asked.reqPolicy !== by.policy) return refusal('no such policy');
  const info = new tsp.TSTInfo({
    policy: by.policy,
    messageImprint: asked.messageImprint,
    serialNumber: bytesOf(Buffer.from(at.serial, 'hex')),
    genTime: new Date(at.now),
    accuracy: new tsp.Accuracy({ seconds: 1 }),
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  });
  return derOf(
    new tsp.TimeStampResp({
      status: new tsp.PKIStatusInfo({ status: tsp.PKIStatus.granted }),
      timeStampToken: await tokenOf(derOf(info), by, asked.certReq),
    }),
  );
}

const refusal = (why: string): Buffer =>
  derOf(
    new tsp.TimeStampResp({
      status: new tsp.PKIStatusInfo({
        status: tsp.PKIStatus.rejection,
        statusString: new tsp.PKIFreeText([why]),
      }),
    }),
  );

/** Also for tests that stamp what nobody should. */
export async function tokenOf(
  content: Buffer,
  { certificate, signer, chain }: StampingAuthority,
  withCertificates: boolean,
): Promise<cms.ContentInfo> {
  const { family, oid = '' } = algorithmTable[signer.algorithm];
  const [digest, digestOid] = family === 'sm2' ? (['sm3', SM3] as const) : (['sha256', OIDS.sha256] as const);
  const hash = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest();
  const named = new EssCertId();
  named.certHash = new OctetString(hash('sha256', certificate.der));
  const naming = new SigningCertificate();
  naming.certs = [named];
  const attribute = (attrType: string, value: Buffer) => new cms.Attribute({ attrType, attrValues: [bytesOf(value)] });
  const contentType = derText(6, Buffer.from('2a864886f70d0109100104', 'hex'));
  // DER sorts a SET OF by its bytes.
  const attributes = [
    attribute(OIDS.contentType, contentType),
    attribute(OIDS.messageDigest, derText(4, hash(digest, content))),
    attribute(OIDS.signingCertificateV2, derOf(naming)),
  ].sort((a, b) => Buffer.compare(derOf(a), derOf(b)));
  const raw = await signer.sign(derOf(new SignedAttributes(attributes)));
  const from = (der: Buffer) => AsnConvert.parse(bytesOf(der), Asn1Certificate);
  const own = from(certificate.der);
  const digestAlgorithm = new AlgorithmIdentifier({ algorithm: digestOid });
  const data = new cms.SignedData({
    version: cms.CMSVersion.v3,
    digestAlgorithms: new cms.DigestAlgorithmIdentifiers([digestAlgorithm]),
    encapContentInfo: new cms.EncapsulatedContentInfo({
      eContentType: tsp.id_ct_tstInfo,
      eContent: new cms.EncapsulatedContent({ single: new OctetString(content) }),
    }),
    ...(withCertificates
      ? {
          certificates: new cms.CertificateSet(
            [own, ...chain.map((c) => from(c.der))].map((c) => new cms.CertificateChoices({ certificate: c })),
          ),
        }
      : {}),
    signerInfos: new cms.SignerInfos([
      new cms.SignerInfo({
        version: cms.CMSVersion.v1,
        sid: new cms.SignerIdentifier({
          issuerAndSerialNumber: new cms.IssuerAndSerialNumber({
            issuer: AsnConvert.parse(bytesOf(Buffer.from(certificate.issuerDer, 'hex')), Name),
            serialNumber: own.tbsCertificate.serialNumber,
          }),
        }),
        digestAlgorithm,
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithm: oid }),
        signature: new OctetString(halfOf(signer.algorithm) === undefined ? raw : toDerSignature(raw)),
      }),
    ]),
  });
  return new cms.ContentInfo({ contentType: OIDS.signedData, content: bytesOf(derOf(data)) });
}
