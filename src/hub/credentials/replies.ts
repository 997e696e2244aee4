// Schemas of what the credentials module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { CredentialView, IssuerDocument } from './contract.ts';

export const Credential = shapeOf<CredentialView>()(
  'Credential',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    number: Type.String(),
    flow: Type.Enum(['issued', 'received']),
    kind: Type.String(),
    name: Both,
    issuer: Type.String(),
    objectId: Type.Optional(Type.String()),
    state: Type.Enum(['valid', 'revoked', 'doubtful']),
    doubt: Type.Optional(Both),
    check: Both,
    partners: Type.Array(named('CredentialPartner', { channel: Type.String(), name: Both })),
    issuedAt: Instant,
    revokedAt: Type.Optional(Instant),
    revokedBecause: Type.Optional(Both),
    token: Type.String({ description: 'compact JWS, media type application/vc+jwt' }),
    simulated: Type.Boolean(),
  }),
);
const Jwk = Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), alg: Type.String() });
export const Issuer = shapeOf<IssuerDocument>()(
  'CredentialIssuer',
  Type.Object({
    '@context': Type.Array(Type.String()),
    id: Type.String(),
    verificationMethod: Type.Array(
      Type.Object({ id: Type.String(), type: Type.String(), controller: Type.String(), publicKeyJwk: Jwk }),
    ),
    assertionMethod: Type.Array(Type.String()),
  }),
);
