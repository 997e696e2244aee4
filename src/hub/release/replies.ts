// Schemas of what the release module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type {
  KeptReport,
  KeyChangeView,
  MovementReport,
  ReleaseKeyView,
  ReleaseView,
  RevocationListView,
  VerifyResult,
} from './contract.ts';

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
    token: Type.Optional(Type.String({ description: 'compact JWS: EdDSA, ES256 or SM2SM3' })),
    simulated: Type.Boolean(),
  }),
);
export const Verified = shapeOf<VerifyResult>()(
  'VerifyResult',
  Type.Object({
    valid: Type.Boolean(),
    reason: Both,
    release: Type.Optional(Release),
    position: Type.Optional(Type.Enum(['waiting', 'at-gate', 'loaded', 'left'])),
    may: Type.Optional(
      Type.Array(Type.Object({ movement: Type.Enum(['gate-in', 'loaded', 'gate-out']), reverse: Type.Boolean() })),
    ),
  }),
);
export const Slip = named('Slip', { release: Release, qrSvg: Type.String() });
export const Keys = named('Jwks', {
  keys: Type.Array(
    Type.Object({
      kty: Type.String(),
      crv: Type.String(),
      x: Type.String(),
      y: Type.Optional(Type.String()),
      kid: Type.String(),
      use: Type.String(),
      alg: Type.Enum(['EdDSA', 'ES256', 'SM2SM3']),
    }),
  ),
});
export const Key = shapeOf<ReleaseKeyView>()(
  'ReleaseKey',
  Type.Object({
    kid: Type.String(),
    algorithm: Type.Enum(['EdDSA', 'ES256', 'SM2SM3']),
    madeAt: Instant,
    reason: Type.String(),
    inUse: Type.Boolean(),
    retiredAt: Type.Optional(Instant),
    publishedUntil: Type.Optional(Instant),
  }),
);
export const KeyChange = shapeOf<KeyChangeView>()(
  'ReleaseKeyChange',
  Type.Object({
    id: Uuid,
    reason: Type.String(),
    stolen: Type.Boolean({ description: '在用密钥泄露 / the key in use was stolen' }),
    state: Type.Enum(['proposed', 'made', 'withdrawn']),
    proposedAt: Instant,
    proposedBy: Type.String(),
    mine: Type.Boolean(),
    decidedAt: Type.Optional(Instant),
    decidedBy: Type.Optional(Type.String()),
    kid: Type.Optional(Type.String()),
  }),
);
export const Revocations = shapeOf<RevocationListView>()(
  'RevocationList',
  Type.Object({
    number: Type.Integer(),
    issuedAt: Instant,
    nextUpdate: Instant,
    list: Type.String({ description: 'compact JWS, typ release-revocations+jwt' }),
  }),
);
export const Report = shapeOf<MovementReport>()(
  'MovementReport',
  Type.Object({
    id: Uuid,
    releaseNumber: Type.String(),
    movement: Type.Enum(['gate-in', 'loaded', 'gate-out']),
    reverse: Type.Boolean(),
    at: Instant,
    reportNumber: Type.String(),
    position: Type.Enum(['waiting', 'at-gate', 'loaded', 'left']),
    release: Release,
  }),
);
export const Kept = shapeOf<KeptReport>()(
  'KeptReport',
  Type.Object({
    id: Uuid,
    objectId: Type.String(),
    movement: Type.Enum(['gate-in', 'loaded', 'gate-out']),
    reverse: Type.Boolean(),
    at: Instant,
    receivedAt: Instant,
    channel: Type.String(),
    reason: Type.Enum(['no-release', 'nothing-to-take-back', 'overtaken']),
    text: Both,
    until: Instant,
    dead: Type.Boolean({ description: '逾期不再并入 / too old to be joined' }),
  }),
);
