// Schemas of what the release module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { ReleaseView, VerifyResult } from './contract.ts';

export const Release = shapeOf<ReleaseView>()(
  'Release',
  Type.Object({
    id: Uuid,
    number: Type.String(),
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    objectId: Type.String(),
    objectLabel: Both,
    objectVersion: Type.Integer(),
    state: Type.Enum(['granted', 'revoked', 'used', 'expired']),
    conditional: Type.Boolean(),
    automatic: Type.Boolean(),
    pickupParty: Type.String(),
    place: Type.Object({ stationId: Type.String(), name: Both }),
    grantedAt: Instant,
    validUntil: Instant,
    revokedAt: Type.Optional(Instant),
    revokedBecause: Type.Optional(Both),
    gatedOutAt: Type.Optional(Instant),
    token: Type.Optional(Type.String({ description: 'compact JWS, EdDSA' })),
    simulated: Type.Boolean(),
  }),
);
export const Verified = shapeOf<VerifyResult>()(
  'VerifyResult',
  Type.Object({ valid: Type.Boolean(), reason: Both, release: Type.Optional(Release) }),
);
export const Slip = named('Slip', { release: Release, qrSvg: Type.String() });
export const Keys = named('Jwks', {
  keys: Type.Array(
    Type.Object({
      kty: Type.String(),
      crv: Type.String(),
      x: Type.String(),
      kid: Type.String(),
      use: Type.String(),
      alg: Type.String(),
    }),
  ),
});
