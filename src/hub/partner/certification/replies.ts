// Schemas of what certification replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../../runtime/http/shapes.ts';
import type { CertificationDetail, CertificationFile, CertificationView } from '../contract.ts';

const When = Type.Optional(Instant);
const view = {
  id: Uuid,
  channel: Type.String(),
  channelName: Both,
  endpoint: Type.String(),
  contact: Type.String(),
  state: Type.Enum(['running', 'cancelled', 'finished']),
  scenarios: Type.Integer(),
  passed: Type.Integer(),
  failed: Type.Integer(),
  startedBy: Type.String(),
  startedAt: Instant,
  endedAt: When,
  endedBy: Type.Optional(Type.String()),
};
export const Certification = shapeOf<CertificationView>()('Certification', Type.Object(view));
export const CertificationDetailShape = shapeOf<CertificationDetail>()(
  'CertificationDetail',
  Type.Object({
    ...view,
    answerTo: Type.String(),
    profileDigest: Type.String(),
    steps: Type.Array(
      named('CertificationStep', {
        number: Type.Integer(),
        scenario: Type.String(),
        title: Both,
        wants: Type.Enum(['answers', 'refuses', 'silent']),
        expected: Type.Array(Type.String()),
        state: Type.Enum(['pending', 'sending', 'waiting', 'passed', 'failed', 'skipped']),
        findings: Type.Array(Both),
        endedAt: When,
        messages: Type.Array(
          named('CertificationMessage', {
            id: Uuid,
            direction: Type.Enum(['out', 'in']),
            at: Instant,
            sizeBytes: Type.Integer(),
            digest: Type.String(),
            outcome: Type.String(),
            says: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
  }),
);
export const CertificationFileShape = shapeOf<CertificationFile>()(
  'CertificationFile',
  Type.Object({
    report: Type.String({ description: 'JWS (RFC 7515)' }),
    messages: Type.Array(Type.Object({ digest: Type.String(), contentType: Type.String(), base64: Type.String() })),
  }),
);
export const Kept = named('CertificationAnswer', { messageId: Uuid, digest: Type.String() });
export const ReportKeys = named('ReportKeys', {
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
