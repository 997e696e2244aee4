// Schemas of keeping the yard (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, named, shapeOf, Uuid } from '../../../runtime/http/shapes.ts';
import { equipment, type HolidayRow, skills, type YardOfficer, type YardSite } from '../contract.ts';

const Name = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 80 }), en: Type.String({ minLength: 1, maxLength: 80 }) },
  { title: 'GivenName' },
);
const weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
  uniqueItems: true,
  description: '1 星期一 … 7 星期日 / 1 Monday … 7 Sunday',
});
const hours = {
  weekdays,
  fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
  toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
};
export const SiteBodyShape = {
  name: Name,
  stations: Type.Array(Type.String({ minLength: 1, maxLength: 40, examples: ['CKG-GUOYUAN'] }), {
    minItems: 1,
    maxItems: 20,
  }),
  slotMinutes: Type.Integer({ minimum: 5, maximum: 480 }),
  returnMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  virtualReturn: Type.Boolean(),
  bays: Type.Array(
    named('GivenBay', {
      id: Type.String({ pattern: '^[A-Z0-9]{1,12}$', maxLength: 12, examples: ['A1'] }),
      equipment: Type.Array(Type.Enum([...equipment]), { maxItems: equipment.length, uniqueItems: true }),
    }),
    { maxItems: 100 },
  ),
  openings: Type.Array(named('GivenOpening', { ...hours, onHolidays: Type.Boolean(), byAppointment: Type.Boolean() }), {
    maxItems: 30,
  }),
};
export const HolidayBodyShape = {
  name: Name,
  worked: Type.Boolean({ description: '调休工作日 / a weekend day that is worked' }),
};
export const OfficerBodyShape = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  skills: Type.Array(Type.Enum([...skills]), { maxItems: skills.length, uniqueItems: true }),
  duties: Type.Array(
    named('GivenDuty', {
      ...hours,
      siteId: Type.String({ minLength: 1, maxLength: 40, examples: ['GUOYUAN-INSP'] }),
      validFrom: Day,
      validTo: Type.Optional(Day),
    }),
    { maxItems: 60 },
  ),
};
export const Revision = Type.String({
  pattern: '^[0-9a-f]{16}$',
  examples: ['4bf92f3577b34da6'],
  maxLength: 16,
  description:
    '版本号：保存时填看到的那个，新记录不填 / the version: whoever saves gives the one he saw, none for a new entry',
});
export const SiteShape = shapeOf<YardSite>()(
  'YardSite',
  Type.Object({ id: Type.String(), ...SiteBodyShape, name: Both, revision: Revision }),
);
export const HolidayShape = shapeOf<HolidayRow>()(
  'YardHoliday',
  Type.Object({ day: Day, ...HolidayBodyShape, name: Both, revision: Revision }),
);
export const OfficerShape = shapeOf<YardOfficer>()(
  'YardOfficer',
  Type.Object({ id: Uuid, ...OfficerBodyShape, revision: Revision }),
);
