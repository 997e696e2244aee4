// HTTP of the release module (P7).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readReleasePage, readShipmentReleases, readSlip } from './read-releases.ts';
import { publicKeys } from './sign-token.ts';
import { gateOut, verifyRelease } from './use-release.ts';
import { Keys, Release, Slip, Verified } from './replies.ts';
import { listOf, pageOf } from '../../runtime/http/shapes.ts';

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
    method: 'POST',
    path: '/releases/:id/gate-out',
    urgent: true,
    summary: { zh: '货物出场', en: 'The goods leave' },
    action: 'release.gate-out',
    params: ById,
    creates: true,
    response: Release,
    refusals: ['RELEASE_UNKNOWN', 'RELEASE_NOT_USABLE'],
    handle: (context, { params }) => gateOut(context, params.id),
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
    path: '/release-keys',
    summary: { zh: '离线核验放行凭证的公钥（JWKS）', en: 'Public keys to check release tokens offline (JWKS)' },
    action: 'public',
    response: Keys,
    handle: (context) => publicKeys(context.settings.releaseKeyPem),
  }),
];
