// HTTP of keeping the yard (P6, M4): sites and holidays by the port office, officers and rosters by each authority.
import { Type } from 'typebox';
import { route } from '../../../runtime/http/route.ts';
import { Day, Done, listOf } from '../../../runtime/http/shapes.ts';
import {
  HolidayBodyShape,
  HolidayShape,
  OfficerBodyShape,
  OfficerShape,
  Revision,
  SiteBodyShape,
  SiteShape,
} from './replies.ts';
import {
  keepHoliday,
  keepOfficer,
  keepSite,
  readHolidays,
  readOfficers,
  readSites,
  removeHoliday,
} from './keep-yard.ts';

const Stranded = Type.Optional(
  Type.Enum(['move'], { description: '因此失去时段的查验一并改期 / inspections that lose their slot are moved' }),
);
const Seen = Type.Optional(Revision);
const BySite = Type.Object({ id: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' }) });
const ByDay = Type.Object({ day: Day });
const ByOfficer = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const strands = ['YARD_STRANDS', 'YARD_LEAVES_NO_SLOT'];
const edits = ['YARD_CHANGED_MEANWHILE', ...strands];
const site = {
  name: { zh: '果园港查验场', en: 'Guoyuan inspection yard' },
  stations: ['CKG-GUOYUAN'],
  slotMinutes: 60,
  returnMinutes: 120,
  virtualReturn: true,
  bays: [{ id: 'A1', equipment: ['scanner'] }],
  openings: [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1200, onHolidays: false, byAppointment: false }],
};
const duty = {
  siteId: 'GUOYUAN-INSP',
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 480,
  toMinute: 1200,
  validFrom: '2026-12-01',
};
const officer = { name: '关员甲', skills: ['manual', 'scan'], duties: [duty] };

export const yardDeskRoutes = [
  route({
    method: 'GET',
    path: '/yard-sites',
    summary: { zh: '查验场：台位、设备与开放时间', en: 'Yards: bays, equipment and hours' },
    action: 'yard.read',
    response: listOf(SiteShape),
    handle: async (context) => ({ items: await readSites(context) }),
  }),
  route({
    method: 'PUT',
    path: '/yard-sites/:id',
    summary: {
      zh: '登记或修改查验场；使已排查验失去时段的修改，须说明是否一并改期',
      en: 'Enter or change a yard; an edit that takes a slot from an inspection says whether it is to move',
    },
    action: 'yard.manage',
    params: BySite,
    body: Type.Object({ ...SiteBodyShape, stranded: Stranded, revision: Seen }),
    examples: { body: site },
    response: SiteShape,
    refusals: ['YARD_UNFIT', ...edits],
    handle: (context, { params, body }) => keepSite(context, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/yard-holidays',
    summary: { zh: '节假日与调休工作日', en: 'Holidays, and weekend days that are worked' },
    action: 'yard.read',
    response: listOf(HolidayShape),
    handle: async (context) => ({ items: await readHolidays(context) }),
  }),
  route({
    method: 'PUT',
    path: '/yard-holidays/:day',
    summary: { zh: '登记节假日或调休工作日', en: 'Enter a holiday, or a weekend day that is worked' },
    action: 'yard.manage',
    params: ByDay,
    body: Type.Object({ ...HolidayBodyShape, stranded: Stranded, revision: Seen }),
    examples: { body: { name: { zh: '春节', en: 'Spring Festival' }, worked: false } },
    response: HolidayShape,
    refusals: edits,
    handle: (context, { params, body }) => keepHoliday(context, params.day, body),
  }),
  route({
    method: 'DELETE',
    path: '/yard-holidays/:day',
    summary: { zh: '删除一个节假日', en: 'Take a holiday away' },
    action: 'yard.manage',
    params: ByDay,
    query: Type.Object({ stranded: Stranded, revision: Revision }),
    response: Done,
    refusals: ['HOLIDAY_UNKNOWN', ...edits],
    handle: (context, { params, query }) => removeHoliday(context, params.day, query),
  }),
  route({
    method: 'GET',
    path: '/yard-officers',
    summary: { zh: '本部门查验关员、技能与排班', en: 'Officers of one’s authority, with skills and rosters' },
    action: 'roster.read',
    response: listOf(OfficerShape),
    refusals: ['OFFICER_UNKNOWN'],
    handle: async (context) => ({ items: await readOfficers(context) }),
  }),
  route({
    method: 'POST',
    path: '/yard-officers',
    summary: { zh: '登记一名查验关员', en: 'Enter an officer' },
    action: 'roster.manage',
    creates: true,
    body: Type.Object(OfficerBodyShape),
    examples: { body: officer },
    response: OfficerShape,
    refusals: ['OFFICER_UNKNOWN', 'YARD_UNFIT', ...strands],
    handle: (context, { body }) => keepOfficer(context, undefined, body),
  }),
  route({
    method: 'PUT',
    path: '/yard-officers/:id',
    summary: {
      zh: '修改关员的技能或排班；没有排班即不再派工',
      en: 'Change skills or roster; without a duty nobody is sent',
    },
    action: 'roster.manage',
    params: ByOfficer,
    body: Type.Object({ ...OfficerBodyShape, stranded: Stranded, revision: Seen }),
    examples: { body: officer },
    response: OfficerShape,
    refusals: ['OFFICER_UNKNOWN', 'YARD_UNFIT', ...edits],
    handle: (context, { params, body }) => keepOfficer(context, params.id, body),
  }),
];
