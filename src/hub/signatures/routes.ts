// HTTP of signatures (P4): one's keys, the organisation's seal and its rule, whom to trust, and checks for everybody.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';
import { checkDocument } from './check-document.ts';
import { enrolKey, readSigningKeys, revokeCertificate } from './enrol-key.ts';
import { changeSignaturePolicy, makeSeal, readSeals, readSignaturePolicy, sealAlgorithms } from './keep-seal.ts';
import {
  confirmTrustAnchor,
  keepRevocations,
  proposeTrustAnchor,
  readTrustAnchors,
  withdrawTrustAnchor,
} from './keep-trust.ts';
import { readAuthorities } from './own-authority.ts';
import { Authority, Certificate, Policy, Reason, Report, TrustAnchor } from './replies.ts';
import { answerStatus, readRevocations } from './tell-revocation.ts';

const BySerial = Type.Object({ serial: Type.String({ pattern: '^[0-9a-f]{1,40}$' }) });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Day = Type.String({ format: 'date' });
const SPKI =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiISvGcCVKACVZXDWCvNhWJAUn5k2RJrYzMQ3Ag9mBNwgMAnQC8JTTVpcfzcGJOoR9O1gQhxbNqQJ3rOUtOsZ3A==';
const PEM =
  '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUc2hvcnRlbmVkIGZvciB0aGUgZXhhbXBsZTAKBggqhkjO\nPQQDAjAVMRMwEQYDVQQDDApFeGFtcGxlIENBMB4XDTI2MDEwMTAwMDAwMFoX…\n-----END CERTIFICATE-----\n';

export const routes = [
  route({
    method: 'GET',
    path: '/signing-keys',
    summary: { zh: '我的签名密钥与证书', en: 'My signing keys and their certificates' },
    action: 'signed-in',
    response: listOf(Certificate),
    handle: async (context) => ({ items: await readSigningKeys(context) }),
  }),
  route({
    method: 'POST',
    path: '/signing-keys',
    summary: {
      zh: '登记本设备的签名密钥，签发证书',
      en: 'Enrol the signing key of this device: it gets a certificate',
    },
    description: {
      zh: '须再次输入登录口令，并用该私钥签署登记声明（规范 JSON：sign、personId、keyId、device）；给出 replaces 则吊销此前的全部密钥。',
      en: 'Needs the password again, and the enrolment text (canonical JSON of sign, personId, keyId, device) signed with the key; with `replaces` all earlier keys are revoked.',
    },
    action: 'signed-in',
    creates: true,
    limit: { max: 20, windowMs: 60_000 },
    body: Type.Object({
      publicKey: Type.String({ minLength: 40, maxLength: 1200, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
      device: Type.String({ minLength: 1, maxLength: 80 }),
      proof: Type.String({ minLength: 10, maxLength: 2000 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
      replaces: Type.Optional(Type.Enum(['lost', 'stolen', 'replaced'])),
    }),
    examples: {
      body: { publicKey: SPKI, device: '办公室电脑', proof: 'eyJhbGciOiJFUzI1NiJ9..c2ln', password: 'portico-demo' },
    },
    response: Certificate,
    refusals: [
      'SIGNING_NEEDS_PERSON',
      'PASSWORD_WRONG',
      'SIGN_IN_DELAYED',
      'SIGNING_AUTHORITY_MISSING',
      'SIGNING_KEY_UNFIT',
      'SIGNING_KEY_TAKEN',
      'SIGNING_KEYS_TOO_MANY',
    ],
    handle: (context, { body, remoteAddress }) => enrolKey(context, { ...body, address: remoteAddress }),
  }),
  route({
    method: 'POST',
    path: '/signing-keys/:serial/revocation',
    summary: { zh: '吊销我的一个签名证书', en: 'Revoke one of my signing certificates' },
    action: 'signed-in',
    params: BySerial,
    body: Type.Object({ reason: Reason }),
    examples: { body: { reason: 'lost' } },
    response: Certificate,
    refusals: ['CERTIFICATE_UNKNOWN'],
    handle: (context, { params, body }) =>
      revokeCertificate(context, params.serial, { holder: 'person', reason: body.reason }),
  }),
  route({
    method: 'GET',
    path: '/seals',
    summary: { zh: '本单位的电子印章', en: 'The seals of the organisation' },
    action: 'enterprise.manage',
    response: listOf(Certificate),
    handle: async (context) => ({ items: await readSeals(context) }),
  }),
  route({
    method: 'POST',
    path: '/seals',
    summary: { zh: '制作电子印章，为程序报送签名', en: 'Make a seal, which signs what programs file' },
    action: 'enterprise.manage',
    creates: true,
    body: Type.Object({ algorithm: Type.Enum([...sealAlgorithms]) }),
    examples: { body: { algorithm: 'SM2SM3' } },
    response: Certificate,
    refusals: ['SIGNING_AUTHORITY_MISSING', 'SIGNING_KEY_TAKEN'],
    handle: (context, { body }) => makeSeal(context, body.algorithm),
  }),
  route({
    method: 'POST',
    path: '/seals/:serial/revocation',
    summary: { zh: '吊销一枚电子印章', en: 'Revoke a seal' },
    action: 'enterprise.manage',
    params: BySerial,
    body: Type.Object({ reason: Reason }),
    examples: { body: { reason: 'replaced' } },
    response: Certificate,
    refusals: ['CERTIFICATE_UNKNOWN'],
    handle: (context, { params, body }) =>
      revokeCertificate(context, params.serial, { holder: 'organisation', reason: body.reason }),
  }),
  route({
    method: 'GET',
    path: '/signature-policy',
    summary: { zh: '本单位的申报是否必须签名', en: 'Whether what the organisation files has to be signed' },
    action: 'enterprise.read',
    response: Policy,
    handle: (context) => readSignaturePolicy(context),
  }),
  route({
    method: 'PUT',
    path: '/signature-policy',
    summary: { zh: '规定本单位的申报是否必须签名', en: 'Say whether what the organisation files has to be signed' },
    action: 'enterprise.manage',
    body: Type.Object({ required: Type.Boolean() }),
    examples: { body: { required: true } },
    response: Policy,
    handle: (context, { body }) => changeSignaturePolicy(context, body.required),
  }),
  route({
    method: 'GET',
    path: '/certificate-authorities',
    summary: { zh: '平台认证机构的证书', en: 'Certificates of the platform’s own authority' },
    action: 'public',
    response: listOf(Authority),
    handle: async (context) => ({ items: await readAuthorities(context) }),
  }),
  route({
    method: 'GET',
    path: '/revocation-list',
    summary: { zh: '证书吊销列表（CRL，DER）', en: 'Revocation list (CRL, DER)' },
    action: 'public',
    limit: { max: 60, windowMs: 60_000 },
    response: Bytes,
    refusals: ['SIGNING_AUTHORITY_MISSING'],
    handle: async (context) =>
      new ReplyWith<Uint8Array | string>(await readRevocations(context), {
        headers: { 'content-type': 'application/pkix-crl' },
      }),
  }),
  route({
    method: 'POST',
    path: '/certificate-status',
    summary: { zh: '证书状态查询（OCSP，DER）', en: 'Status of a certificate (OCSP, DER)' },
    action: 'public',
    limit: { max: 600, windowMs: 60_000 },
    raw: { limitBytes: 16 * 1024, example: 'OCSPRequest (DER)' },
    response: Bytes,
    refusals: ['SIGNING_AUTHORITY_MISSING'],
    handle: async (context, { bytes }) =>
      new ReplyWith<Uint8Array | string>(await answerStatus(context, bytes), {
        headers: { 'content-type': 'application/ocsp-response' },
      }),
  }),
  route({
    method: 'GET',
    path: '/trust-anchors',
    summary: { zh: '各通道信任的认证机构，新的在前', en: 'Authorities trusted on each channel, newest first' },
    action: 'trust.manage',
    query: Type.Object(paging),
    response: pageOf(TrustAnchor),
    handle: (context, { query }) => readTrustAnchors(context, query),
  }),
  route({
    method: 'POST',
    path: '/trust-anchors',
    summary: {
      zh: '提出信任一个认证机构，待第二人确认',
      en: 'Propose to trust an authority, for a second person to confirm',
    },
    action: 'trust.manage',
    creates: true,
    body: Type.Object({
      channel: Type.String({ pattern: '^[a-z-]{1,40}$' }),
      certificate: Type.String({ minLength: 100, maxLength: 24_000 }),
      validFrom: Day,
      validTo: Day,
    }),
    examples: {
      body: { channel: 'customs', certificate: PEM, validFrom: '2026-01-01', validTo: '2027-12-31' },
    },
    response: TrustAnchor,
    refusals: ['TRUST_ANCHOR_UNFIT', 'SIGNING_NEEDS_PERSON'],
    handle: (context, { body }) => proposeTrustAnchor(context, body),
  }),
  route({
    method: 'POST',
    path: '/trust-anchors/:id/confirmation',
    summary: { zh: '第二人核对指纹后确认', en: 'A second person compares the fingerprint and confirms' },
    action: 'trust.manage',
    params: ById,
    response: TrustAnchor,
    refusals: [
      'TRUST_ANCHOR_UNKNOWN',
      'TRUST_ANCHOR_NEEDS_SECOND_PERSON',
      'TRUST_ANCHOR_DECIDED',
      'SIGNING_NEEDS_PERSON',
    ],
    handle: (context, { params }) => confirmTrustAnchor(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/trust-anchors/:id/withdrawal',
    summary: { zh: '不再信任，立即生效', en: 'Trust it no longer, at once' },
    action: 'trust.manage',
    params: ById,
    response: TrustAnchor,
    refusals: ['TRUST_ANCHOR_UNKNOWN', 'SIGNING_NEEDS_PERSON'],
    handle: (context, { params }) => withdrawTrustAnchor(context, params.id),
  }),
  route({
    method: 'PUT',
    path: '/trust-anchors/:id/revocation-list',
    summary: {
      zh: '存入该机构最新的吊销列表（CRL，DER）',
      en: 'Keep the newest revocation list of the authority (CRL, DER)',
    },
    action: 'trust.manage',
    params: ById,
    raw: { limitBytes: 4 * 1024 * 1024, example: 'CertificateList (DER)' },
    response: TrustAnchor,
    refusals: ['TRUST_ANCHOR_UNKNOWN', 'REVOCATION_LIST_UNFIT', 'SIGNING_NEEDS_PERSON'],
    handle: (context, { params, bytes }) => keepRevocations(context, params.id, bytes),
  }),
  route({
    method: 'POST',
    path: '/signature-checks',
    summary: { zh: '核验带签名的 XML 文件，不保存', en: 'Check a signed XML file; nothing is kept' },
    action: 'signed-in',
    raw: {
      limitBytes: 4 * 1024 * 1024,
      example: '<Declaration><No>1</No><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></Declaration>',
    },
    response: Report,
    refusals: ['NOTHING_SIGNED', 'CONTENT_UNREADABLE'],
    handle: (context, { bytes }) => checkDocument(context, bytes),
  }),
];
