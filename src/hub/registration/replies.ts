// Schemas of registration (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { QualificationBody } from '../enterprise/index.ts';
import { type ApplicationLook, type ApplicationView, registrableKinds } from './contract.ts';

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const ApplicationBody = Type.Object({
  uscc: Type.String({ minLength: 18, maxLength: 18 }),
  kind: Type.Enum([...registrableKinds]),
  name: Text(100),
  nameEn: Text(150),
  district: Type.String({
    pattern: '^\\d{4}$',
    description: '主管海关代码 / customs office in charge',
    examples: ['8000'],
  }),
  contact: Type.Object({
    name: Text(60),
    phone: Type.String({ pattern: '^[0-9+() -]{5,30}$', maxLength: 30, examples: ['023-60000000'] }),
    email: Text(254),
  }),
  administrator: Type.Object({ name: Text(60), email: Text(254) }),
  qualifications: Type.Array(QualificationBody, { maxItems: 20 }),
});
const decided = {
  id: Uuid,
  state: Type.Enum(['open', 'approved', 'refused']),
  createdAt: Instant,
  decidedAt: Type.Optional(Instant),
  reason: Type.Optional(Type.String()),
};
export const ApplicationShape = shapeOf<ApplicationView>()(
  'OrganisationApplication',
  Type.Object({
    ...ApplicationBody.properties,
    ...decided,
    decidedBy: Type.Optional(Type.String()),
    organisationId: Type.Optional(Uuid),
  }),
);
export const ApplicationLookShape = shapeOf<ApplicationLook>()(
  'OrganisationApplicationLook',
  Type.Object({ ...ApplicationBody.properties, ...decided, claimable: Type.Boolean() }),
);
export const Applied = named('OrganisationApplied', {
  id: Uuid,
  token: Type.String({ description: '查看进度的凭据，只显示这一次 / follows the application; shown this once' }),
  link: Type.String({ description: '进度页面 / the page that follows it' }),
});
export const DecidedShape = named('OrganisationDecided', {
  application: ApplicationShape,
  sentTo: Type.Optional(Type.String()),
  link: Type.Optional(
    Type.String({ description: '没有邮件服务器时由您转交 / without a mail server you hand it over' }),
  ),
});
export const Claimed = named('OrganisationClaimed', { link: Type.String(), expiresAt: Instant });
export const exampleApplication = {
  uscc: '91500103MA5UNEW01Y',
  kind: 'trader',
  name: '重庆嘉陵进出口有限公司（演示）',
  nameEn: 'Chongqing Jialing Import and Export (demo)',
  district: '8000',
  contact: { name: '吴演示', phone: '023-60000000', email: 'office@example.com' },
  administrator: { name: '吴演示', email: 'wu@example.com' },
  qualifications: [{ kind: 'customs-trader', number: '5003160A09', issuer: '重庆海关', validFrom: '2026-01-01' }],
};
