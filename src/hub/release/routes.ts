// HTTP of the release module (P7).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readReleasePage, readShipmentReleases, readSlip } from './read-releases.ts';
import { publicKeys } from './sign-token.ts';
import { gateOut, verifyRelease } from './use-release.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/releases',
    summary: 'Releases of a shipment',
    action: 'release.read',
    params: ById,
    handle: async (context, { params }) => ({ items: await readShipmentReleases(context, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/releases',
    summary: 'Releases at my station, newest first',
    action: 'release.verify',
    query: Type.Object({
      state: Type.Optional(Type.String({ maxLength: 20 })),
      after: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    handle: (context, { query }) => readReleasePage(context, query),
  }),
  route({
    method: 'POST',
    path: '/releases/verification',
    summary: 'Check a release token: signature and live state',
    action: 'release.verify',
    body: Type.Object({ token: Type.String({ minLength: 10, maxLength: 4000 }) }),
    handle: (context, { body }) => verifyRelease(context, body.token),
  }),
  route({
    method: 'POST',
    path: '/releases/:id/gate-out',
    summary: 'The goods leave',
    action: 'release.gate-out',
    params: ById,
    creates: true,
    handle: (context, { params }) => gateOut(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/releases/:id/slip',
    summary: 'The slip with its QR code',
    action: 'release.read',
    params: ById,
    handle: (context, { params }) => readSlip(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/release-keys',
    summary: 'Public keys to check release tokens offline (JWKS)',
    action: 'public',
    handle: (context) => publicKeys(context.settings.releaseKeyPem),
  }),
];
