// Schemas of what the enterprise module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { organisationKinds } from '../../kernel/party.ts';
import { factorDemands } from '../../runtime/identity/demand-factor.ts';
import { Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type ApiKeyView,
  authorisationActs,
  type AuthorisationUse,
  type AuthorisationView,
  type OrganisationView,
  qualificationKinds,
  type QualificationView,
  type SessionView,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const Texts = Type.Array(Type.String());
export const Demand = Type.Enum([...factorDemands]);
export const FactorStartBody = Type.Object({
  startsOn: Day,
  reason: Type.String({ minLength: 1, maxLength: 500 }),
});
const Act = Type.Enum([...authorisationActs]);
const Kind = Type.Enum([...organisationKinds]);

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
      secondFactor: Demand,
      secondFactorLeast: Demand,
    }),
    organisations: Type.Array(
      Type.Object({ id: Uuid, name: Type.String(), nameEn: Type.String(), kind: Kind }, { title: 'OrganisationName' }),
    ),
    roles: Texts,
    actions: Texts,
    factorPending: Type.Boolean(),
    secondFactorStart: Type.Optional(FactorStartBody),
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
    scope: Type.Array(Act),
    validFrom: Day,
    validTo: Day,
    districts: Texts,
    declarations: Type.Optional(Type.Object({ most: Type.Integer(), used: Type.Integer() })),
    value: Type.Optional(Type.Object({ currency: Type.String(), most: Type.String(), used: Type.String() })),
    state: Type.Enum(['offered', 'accepted', 'revoked', 'expired', 'used-up']),
    offeredAt: Instant,
    acceptedAt: Type.Optional(Instant),
    revokedAt: Type.Optional(Instant),
    revokedBy: Type.Optional(Type.Enum(['owner', 'broker'])),
    warning: Type.Optional(Type.Enum(['period', 'declarations', 'value'])),
    actions: Type.Array(Type.Enum(['accept', 'revoke'])),
  }),
);
export const AuthorisationUseShape = shapeOf<AuthorisationUse>()(
  'AuthorisationUse',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    version: Type.Integer(),
    act: Act,
    step: Type.Enum(['submit', 'amend', 'withdraw', 'reschedule']),
    declarations: Type.Integer(),
    value: Text,
    leftDeclarations: Type.Optional(Type.Integer()),
    leftValue: Text,
    usedAt: Instant,
    usedBy: Type.String(),
  }),
);
const Named = Type.Object({ id: Uuid, name: Type.String(), nameEn: Type.String() });
const ParticularsShape = Type.Object({
  legalForm: Type.Optional(Type.String({ maxLength: 100 })),
  legalRepresentative: Type.Optional(Type.String({ maxLength: 100 })),
  address: Type.Optional(Type.String({ maxLength: 300 })),
  businessScope: Type.Optional(Type.String({ maxLength: 2000 })),
  mergedRecords: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 60 })),
});
/** A day of a register: the database knows no year 0000, and nobody means one. */
export const RegisterDay = Type.String({
  format: 'date',
  pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$',
  examples: ['2026-01-01'],
});
/** What is asked of whoever declares a qualification; other modules ask the same. */
export const QualificationBody = Type.Object({
  kind: Type.Enum([...qualificationKinds]),
  number: Type.String({ minLength: 1, maxLength: 40 }),
  issuer: Type.String({ minLength: 1, maxLength: 100 }),
  validFrom: RegisterDay,
  validTo: Type.Optional(RegisterDay),
  particulars: Type.Optional(ParticularsShape),
});
export const Qualification = shapeOf<QualificationView>()(
  'Qualification',
  Type.Object({
    id: Uuid,
    organisation: Named,
    kind: Type.Enum([...qualificationKinds]),
    number: Text,
    issuer: Type.String(),
    validFrom: Day,
    validTo: Type.Optional(Day),
    particulars: Type.Optional(ParticularsShape),
    source: Type.Enum(['declared', 'carried-over']),
    state: Type.Enum(['pending', 'refused', 'not-yet', 'valid', 'expired', 'ended']),
    endsSoon: Type.Boolean(),
    recordedAt: Instant,
    decidedAt: Type.Optional(Instant),
    decidedBy: Text,
    reason: Text,
    endedOn: Type.Optional(Day),
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
  actions: Type.Optional(Texts),
  channels: Type.Optional(Texts),
  previousUntil: Type.Optional(Instant),
  signs: Type.Boolean(),
  waitsSince: Type.Optional(Instant),
  expiresSoon: Type.Boolean(),
};
export const ApiKey = shapeOf<ApiKeyView>()('ApiKey', Type.Object(key));
export const NewApiKey = shapeOf<ApiKeyView & { secret?: string }>()(
  'NewApiKey',
  Type.Object({
    ...key,
    secret: Type.Optional(
      Type.String({ description: '只显示这一次；签名密钥没有 / shown this once; a key that signs has none' }),
    ),
  }),
);
export const DemoAccount = named('DemoAccount', {
  account: Type.String(),
  password: Type.String(),
  name: Type.String(),
  organisation: Type.String(),
  organisationEn: Type.String(),
  kind: Kind,
});
