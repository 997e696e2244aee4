// Schemas of what accounts reply (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { AccountView, IdentityView, InvitationView, OwnSession, StaffMember } from './contract.ts';

export const SignedIn = named('SignedIn', { signedIn: Type.Literal(true) });
export const Provider = named('IdentityProvider', { id: Type.String(), name: Both });
export const ProviderAddress = named('ProviderAddress', {
  url: Type.String({
    description: '请转到此地址 / go there',
    examples: ['https://id.example.com/authorize?client_id=portico'],
  }),
});
export const FinishedShape = named('ProviderOutcome', {
  outcome: Type.Enum(['signed-in', 'linked', 'joined', 'code-needed']),
});
export const Identity = shapeOf<IdentityView>()(
  'LinkedIdentity',
  Type.Object({
    id: Uuid,
    provider: Type.String(),
    name: Both,
    linkedAt: Instant,
    lastUsedAt: Type.Optional(Instant),
  }),
);
export const Accepted = named('Accepted', { accepted: Type.Literal(true) });
export const Ended = named('Ended', { ended: Type.Integer() });
export const SessionShape = shapeOf<OwnSession>()(
  'OwnSession',
  Type.Object({
    id: Type.String({ examples: ['5f0c1d2e3a4b5c6d7e8f90123456789a'] }),
    device: Type.String({ examples: ['Chrome · Windows'] }),
    address: Type.String({ examples: ['203.0.113.7'] }),
    openedAt: Instant,
    lastSeenAt: Instant,
    expiresAt: Instant,
    current: Type.Boolean(),
  }),
);
export const Account = shapeOf<AccountView>()(
  'Account',
  Type.Object({
    account: Type.String({ examples: ['trader'] }),
    name: Type.String(),
    email: Type.Optional(Type.String({ examples: ['name@example.com'] })),
    passwordChangedAt: Type.Optional(Instant),
    secondFactor: Type.Object({ enrolled: Type.Boolean(), recoveryCodesLeft: Type.Integer() }),
    hasPassword: Type.Boolean(),
    mailAvailable: Type.Boolean(),
  }),
);
const Staff = shapeOf<StaffMember>()(
  'StaffMember',
  Type.Object({
    id: Type.String({ format: 'uuid' }),
    account: Type.String(),
    name: Type.String(),
    roles: Type.Array(Type.String()),
    email: Type.Optional(Type.String()),
    lastSeenAt: Type.Optional(Instant),
    delayedUntil: Type.Optional(Instant),
    hasPassword: Type.Boolean(),
    secondFactor: Type.Boolean(),
  }),
);
export const HandedLink = named('HandedLink', {
  sentTo: Type.Optional(Type.String({ description: '已发往此邮箱 / sent to this address' })),
  link: Type.Optional(
    Type.String({
      description: '没有邮件服务器时由您转交，只显示这一次 / without a mail server you hand it over; shown once',
    }),
  ),
  expiresAt: Instant,
});
export const Enrolment = named('Enrolment', {
  secret: Type.String({ description: 'base32，可手工输入 / to be typed in by hand' }),
  uri: Type.String({ examples: ['otpauth://totp/Portico:trader?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'] }),
  qr: Type.String({ description: '二维码（data: 图片）/ QR code as data: image' }),
});
export const RecoveryCodes = named('RecoveryCodes', {
  recoveryCodes: Type.Array(Type.String({ examples: ['k7m2p-x9q4w'] }), {
    description: '每个只能用一次，只显示这一次 / each works once; shown this once',
  }),
});
export const Invitation = shapeOf<InvitationView>()(
  'Invitation',
  Type.Object({
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    email: Type.String({ examples: ['name@example.com'] }),
    roles: Type.Array(Type.String()),
    expiresAt: Instant,
  }),
);
export const InvitationLook = named('InvitationLook', {
  organisation: Type.String(),
  organisationEn: Type.String(),
  name: Type.String(),
  email: Type.String(),
  roles: Type.Array(Type.String()),
  expiresAt: Instant,
});
export const Invited = named('Invited', {
  id: Type.String({ format: 'uuid' }),
  sentTo: Type.Optional(Type.String()),
  link: Type.Optional(
    Type.String({ description: '没有邮件服务器时由您转交 / without a mail server you hand it over' }),
  ),
  expiresAt: Instant,
});
export const StaffPage = Type.Object({
  items: Type.Array(Staff),
  /** What people of such an organisation may hold. */
  roles: Type.Array(Type.String()),
});
