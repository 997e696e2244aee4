// Schemas of what the enterprise module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { organisationKinds } from '../../kernel/party.ts';
import { Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { ApiKeyView, AuthorisationView, OrganisationView, SessionView } from './contract.ts';

const Text = Type.Optional(Type.String());
const Texts = Type.Array(Type.String());
const Kind = Type.Enum([...organisationKinds]);

export const SignedIn = named('SignedIn', { signedIn: Type.Literal(true) });
export const Session = shapeOf<SessionView>()(
  'Session',
  Type.Object({
    user: Type.Object({ id: Type.String(), name: Type.String(), account: Type.String() }),
    organisation: Type.Object({
      id: Uuid,
      name: Type.String(),
      nameEn: Type.String(),
      kind: Kind,
      authority: Text,
      channelId: Text,
    }),
    roles: Texts,
    actions: Texts,
    mode: Type.Enum(['demo', 'production']),
  }),
);
export const Organisation = shapeOf<OrganisationView>()(
  'Organisation',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    nameEn: Type.String(),
    kind: Kind,
    uscc: Text,
    customsRegistration: Text,
  }),
);
export const Authorisation = shapeOf<AuthorisationView>()(
  'Authorisation',
  Type.Object({
    id: Uuid,
    owner: Organisation,
    broker: Organisation,
    scope: Type.Enum(['declare', 'declare-and-inspect']),
    validFrom: Day,
    validTo: Day,
    state: Type.Enum(['offered', 'accepted', 'revoked', 'expired']),
  }),
);
const key = {
  id: Uuid,
  name: Type.String(),
  prefix: Type.String(),
  createdAt: Instant,
  lastUsedAt: Type.Optional(Instant),
  expiresAt: Type.Optional(Instant),
  roles: Texts,
};
export const ApiKey = shapeOf<ApiKeyView>()('ApiKey', Type.Object(key));
export const NewApiKey = shapeOf<ApiKeyView & { secret: string }>()(
  'NewApiKey',
  Type.Object({ ...key, secret: Type.String({ description: '只显示这一次 / shown this once' }) }),
);
export const DemoAccount = named('DemoAccount', {
  account: Type.String(),
  password: Type.String(),
  name: Type.String(),
  organisation: Type.String(),
  organisationEn: Type.String(),
  kind: Kind,
});
