// Schemas of what signatures reply (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type AuthorityView,
  type CertificateView,
  type DocumentSignature,
  revocationReasons,
  type SignaturePolicy,
  type SignatureReport,
  type SignatureView,
  type TimeStampView,
  type TrustAnchorView,
} from './contract.ts';

const Hex = Type.String({ description: 'hex' });
const Pem = Type.String({ description: 'PEM' });
export const Reason = Type.Enum([...revocationReasons]);
export const Certificate = shapeOf<CertificateView>()(
  'SigningCertificate',
  Type.Object({
    serial: Hex,
    holder: Type.Enum(['person', 'organisation']),
    name: Type.String(),
    device: Type.Optional(Type.String()),
    algorithm: Type.String(),
    keyId: Hex,
    notBefore: Instant,
    notAfter: Instant,
    state: Type.Enum(['valid', 'expired', 'revoked']),
    revokedAt: Type.Optional(Instant),
    revocationReason: Type.Optional(Reason),
    certificate: Pem,
  }),
);
export const Policy = shapeOf<SignaturePolicy>()(
  'SignaturePolicy',
  Type.Object({
    required: Type.Boolean({ description: '本单位的申报是否必须签名 / whether filings have to be signed' }),
    changedAt: Type.Optional(Instant),
    changedBy: Type.Optional(Type.String()),
  }),
);
export const Authority = shapeOf<AuthorityView>()(
  'CertificateAuthority',
  Type.Object({
    id: Type.Enum(['root', 'issuing', 'ocsp', 'time-stamping']),
    subject: Type.String(),
    notAfter: Instant,
    certificate: Pem,
    demonstration: Type.Boolean(),
  }),
);
export const TrustAnchor = shapeOf<TrustAnchorView>()(
  'TrustAnchor',
  Type.Object({
    id: Uuid,
    channel: Type.String(),
    subject: Type.String(),
    fingerprint: Hex,
    validFrom: Day,
    validTo: Day,
    state: Type.Enum(['proposed', 'active', 'withdrawn']),
    proposedBy: Type.String(),
    proposedAt: Instant,
    mine: Type.Boolean(),
    decidedBy: Type.Optional(Type.String()),
    decidedAt: Type.Optional(Instant),
    sources: Type.Array(
      named('RevocationSource', {
        url: Type.String(),
        listAt: Type.Optional(Instant),
        nextUpdate: Type.Optional(Instant),
        failures: Type.Integer(),
        detail: Type.Optional(Type.String()),
      }),
    ),
    responders: Type.Array(
      named('StatusResponder', {
        url: Type.String(),
        certificates: Type.Integer(),
        revoked: Type.Integer(),
        answeredAt: Type.Optional(Instant),
        failing: Type.Integer(),
        detail: Type.Optional(Type.String()),
      }),
    ),
    revocationsAt: Type.Optional(Instant),
  }),
);
export const Report = shapeOf<SignatureReport>()(
  'SignatureReport',
  Type.Object({
    format: Type.Enum(['jws', 'xml-dsig', 'rfc3161']),
    holds: Type.Boolean(),
    faults: Type.Array(named('SignatureFault', { code: Type.String(), text: Both })),
    algorithm: Type.Optional(Type.String()),
    signer: Type.Optional(Type.String()),
    at: Instant,
    chain: Type.Array(
      named('ChainLink', {
        subject: Type.String(),
        issuer: Type.String(),
        serial: Hex,
        notBefore: Instant,
        notAfter: Instant,
      }),
    ),
    revocation: Type.Enum(['good', 'revoked', 'unknown']),
    revokedAt: Type.Optional(Instant),
    revocationAsOf: Type.Optional(Instant),
    checkedAt: Instant,
  }),
);
export const DocumentSigned = shapeOf<DocumentSignature>()(
  'DocumentSignature',
  Type.Union([
    Type.Object({ state: Type.Literal('signed'), report: Report }),
    Type.Object({ state: Type.Enum(['unsigned', 'no-seal', 'not-asked-for', 'no-form-for-it']) }),
  ]),
);
const TimeStamp = shapeOf<TimeStampView>()(
  'TimeStamp',
  Type.Object({
    state: Type.Enum(['due', 'stamped', 'given-up']),
    at: Type.Optional(Instant),
    serial: Type.Optional(Hex),
    policy: Type.Optional(Type.String({ description: 'OID' })),
    accuracyMs: Type.Optional(Type.Number()),
    attempts: Type.Integer(),
    detail: Type.Optional(Type.String()),
    report: Type.Optional(Report),
    token: Type.Optional(Type.String({ description: 'RFC 3161 TimeStampToken, DER, base64' })),
  }),
);
export const Signature = shapeOf<SignatureView>()(
  'Signature',
  Type.Object({
    id: Uuid,
    of: Type.Enum(['filing', 'message']),
    version: Type.Optional(Type.Integer()),
    messageId: Type.Optional(Uuid),
    by: Type.Enum(['person', 'seal', 'partner']),
    signedAt: Instant,
    digest: Hex,
    whenReceived: Report,
    now: Report,
    signature: Type.Optional(Type.String({ description: 'JWS, detached' })),
    timeStamp: Type.Optional(TimeStamp),
  }),
);
