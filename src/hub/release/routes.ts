// HTTP of the release module (P7).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { printSlip, readReleasePage, readShipmentReleases, readSlip } from './read-releases.ts';
import { confirmKeyChange, proposeKeyChange, readKeyChanges, withdrawKeyChange } from './change-keys.ts';
import { readKeys, readKeySet } from './keep-keys.ts';
import { readRevocations } from './publish-revocations.ts';
import { readKeptReports } from './read-kept.ts';
import { reportMovement } from './report-movement.ts';
import { verifyRelease } from './verify-release.ts';
import { Kept, Key, KeyChange, Keys, Release, Report, Revocations, Slip, Verified } from './replies.ts';
import { Bytes, Instant, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/releases',
    summary: { zh: '一票货物的放行', en: 'Releases of a shipment' },
    action: 'release.read',
    params: ById,
    response: listOf(Release),
    refusals: ['RELEASE_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readShipmentReleases(context, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/releases',
    urgent: true,
    summary: { zh: '本场站的放行，新的在前', en: 'Releases at my station, newest first' },
    action: 'release.verify',
    query: Type.Object({
      state: Type.Optional(Type.String({ maxLength: 20 })),
      after: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: pageOf(Release),
    refusals: ['RELEASE_UNKNOWN'],
    handle: (context, { query }) => readReleasePage(context, query),
  }),
  route({
    method: 'POST',
    path: '/releases/verification',
    urgent: true,
    summary: { zh: '核验放行凭证：签名与实时状态', en: 'Check a release token: signature and live state' },
    action: 'release.verify',
    body: Type.Object({ token: Type.String({ minLength: 10, maxLength: 4000 }) }),
    response: Verified,
    examples: { body: { token: 'eyJhbGciOiJFZERTQSIsInR5cCI6InJlbGVhc2Urand0In0.e30.c2ln' } },
    handle: (context, { body }) => verifyRelease(context, body.token),
  }),
  route({
    method: 'GET',
    path: '/releases/:id/slip',
    summary: { zh: '带二维码的放行凭条', en: 'The slip with its QR code' },
    action: 'release.read',
    params: ById,
    response: Slip,
    refusals: ['RELEASE_UNKNOWN'],
    handle: (context, { params }) => readSlip(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/releases/:id/slip-pdf',
    summary: {
      zh: '打印用放行凭条（PDF）：二维码，并附凭证',
      en: 'The slip to print (PDF): QR code, and the token attached',
    },
    action: 'release.read',
    params: ById,
    response: Bytes,
    refusals: ['RELEASE_UNKNOWN', 'RELEASE_NOT_USABLE'],
    handle: async (context, { params }) => {
      const { name, pdf } = await printSlip(context, params.id);
      return new ReplyWith(pdf, {
        headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/release-reports',
    urgent: true,
    summary: {
      zh: '场站凭放行凭证报告：进闸、装车、出闸，及其撤销；重发无第二次效果',
      en: 'A station reports by the token: gate-in, loaded, gate-out, and each taken back; a repetition has no second effect',
    },
    action: 'release.gate-out',
    body: Type.Object({
      token: Type.String({ minLength: 10, maxLength: 4000 }),
      movement: Type.Enum(['gate-in', 'loaded', 'gate-out']),
      reverse: Type.Optional(Type.Boolean()),
      reportNumber: Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' }),
      at: Type.Optional(Instant),
      vehicle: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
    }),
    creates: true,
    response: Report,
    refusals: [
      'RELEASE_UNKNOWN',
      'RELEASE_NOT_USABLE',
      'RELEASE_TOKEN_NOT_GENUINE',
      'RELEASE_REPORT_AHEAD',
      'RELEASE_REPORT_OUT_OF_ORDER',
      'RELEASE_REPORT_NUMBER_TAKEN',
    ],
    examples: {
      body: {
        token: 'eyJhbGciOiJFZERTQSIsInR5cCI6InJlbGVhc2Urand0In0.e30.c2ln',
        movement: 'gate-out',
        reportNumber: 'GATE3-000412',
        vehicle: '渝A12345',
      },
    },
    handle: (context, { body }) => reportMovement(context, body),
  }),
  route({
    method: 'GET',
    path: '/kept-reports',
    summary: {
      zh: '本场站先到的报告：等待放行或所撤销的报告，逾期（until）失效',
      en: 'My station’s reports that came too early: they wait for a release or for what they take back, each until its period ends',
    },
    action: 'release.verify',
    query: Type.Object(paging),
    response: pageOf(Kept),
    handle: (context, { query }) => readKeptReports(context, query),
  }),
  route({
    method: 'GET',
    path: '/release-keys',
    summary: { zh: '离线核验放行凭证的公钥（JWKS）', en: 'Public keys to check release tokens offline (JWKS)' },
    action: 'public',
    response: Keys,
    handle: (context) => readKeySet(context),
  }),
  route({
    method: 'GET',
    path: '/release-key-states',
    summary: { zh: '放行签名密钥：在用的和仍公布的', en: 'Keys that sign releases: in use, and published still' },
    action: 'release-key.rotate',
    response: listOf(Key),
    handle: async (context) => ({ items: await readKeys(context) }),
  }),
  route({
    method: 'POST',
    path: '/release-key-changes',
    summary: {
      zh: '提出更换放行签名密钥，须由另一名安全管理员确认',
      en: 'Propose a new key to sign releases; another security administrator has to confirm it',
    },
    action: 'release-key.rotate',
    body: Type.Object({
      reason: Type.String({ minLength: 2, maxLength: 200 }),
      stolen: Type.Optional(
        Type.Boolean({
          description:
            '在用密钥泄露：确认后立即停止公布，其签发的放行全部撤销并另行签发 / the key in use was stolen: once confirmed it is published no longer, and what it signed is revoked and granted again',
        }),
      ),
    }),
    creates: true,
    response: KeyChange,
    refusals: ['RELEASE_KEY_NEEDS_PERSON', 'RELEASE_KEY_CHANGE_WAITS'],
    examples: { body: { reason: '年度更换' } },
    handle: (context, { body }) => proposeKeyChange(context, body),
  }),
  route({
    method: 'GET',
    path: '/release-key-changes',
    summary: { zh: '放行签名密钥的更换，新的在前', en: 'Changes of the key that signs releases, newest first' },
    action: 'release-key.rotate',
    response: listOf(KeyChange),
    handle: async (context) => ({ items: await readKeyChanges(context) }),
  }),
  route({
    method: 'POST',
    path: '/release-key-changes/:id/confirmation',
    summary: {
      zh: '确认更换：此后以新密钥签发，旧公钥公布到其凭证全部失效',
      en: 'Confirm the change: the new key signs from now on, the old one stays published until no token of it can be valid',
    },
    action: 'release-key.rotate',
    params: ById,
    response: KeyChange,
    refusals: [
      'RELEASE_KEY_NEEDS_PERSON',
      'RELEASE_KEY_NEEDS_SECOND_PERSON',
      'RELEASE_KEY_CHANGE_UNKNOWN',
      'RELEASE_KEY_CHANGE_DECIDED',
    ],
    handle: (context, { params }) => confirmKeyChange(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/release-key-changes/:id/withdrawal',
    summary: { zh: '撤回更换密钥的提议', en: 'Take back a proposed change of the key' },
    action: 'release-key.rotate',
    params: ById,
    response: KeyChange,
    refusals: ['RELEASE_KEY_NEEDS_PERSON', 'RELEASE_KEY_CHANGE_UNKNOWN', 'RELEASE_KEY_CHANGE_DECIDED'],
    handle: (context, { params }) => withdrawKeyChange(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/release-revocations',
    summary: {
      zh: '已撤销放行的签名清单，有编号和下次更新时间',
      en: 'The signed list of revoked releases, with its number and the time of the next',
    },
    action: 'public',
    // A list that is out of date is made anew by whoever asks first.
    writes: true,
    urgent: true,
    limit: { max: 600, windowMs: 60_000 },
    response: Revocations,
    handle: (context) => readRevocations(context),
  }),
];
