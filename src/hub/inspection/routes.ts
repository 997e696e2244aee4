// HTTP of the inspection module (P6).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readInspection, readInspections, readQueue } from './read-inspections.ts';
import { recordResult } from './record-result.ts';
import { bookSlot, cancelBooking, readSlots, rescheduleInspection } from './book-slot.ts';
import { readVesselShare } from './count-vessels.ts';
import { liftDishonest, markDishonest, readMarks } from './mark-dishonest.ts';
import { readBoard } from './read-board.ts';
import { yardDeskRoutes } from './yard-desk/routes.ts';
import { findingsRoutes } from './findings/routes.ts';
import { Board, Inspection, Mark, Offer, RecordBody, Share } from './replies.ts';
import { Day, Instant, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';

const SlotId = Type.String({ maxLength: 100 });
const Reason = Type.String({ minLength: 1, maxLength: 300 });
const booking = [
  'INSPECTION_UNKNOWN',
  'INSPECTION_STATE_UNFIT',
  'INSPECTION_BOOKING_BINDS',
  'AUTHORISATION_MISSING',
  'AUTHORISATION_WITHOUT_ACT',
  'AUTHORISATION_WITHOUT_DISTRICT',
];
const choosing = [...booking, 'INSPECTION_SLOT_TAKEN', 'INSPECTION_SLOT_UNFIT', 'INSPECTION_APPOINTMENT_BARRED'];
const slotExample = 'TUANJIECUN-INSP R1 2026-11-21T01:00:00.000Z';
const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/inspections',
    summary: { zh: '与我有关的查验', en: 'Inspections that concern me' },
    action: 'inspection.read',
    query: Type.Object({
      state: Type.Optional(
        Type.String({ maxLength: 20, description: 'ended：已完成或已取消 / ended: finished or cancelled' }),
      ),
      shipmentId: Type.Optional(Type.String({ format: 'uuid' })),
      ...paging,
    }),
    response: pageOf(Inspection),
    handle: (context, { query }) => readInspections(context, query),
  }),
  route({
    method: 'GET',
    path: '/inspection-queue',
    summary: {
      zh: '待办查验，时限最先到的在前',
      en: 'Inspections still to be done, the clock that runs out first in front',
    },
    action: 'inspection.read',
    query: Type.Object({
      state: Type.Optional(Type.Enum(['planned', 'started'])),
      after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15} [0-9a-f-]{36}$', maxLength: 60 })),
      limit: paging.limit,
    }),
    response: pageOf(Inspection),
    handle: (context, { query }) => readQueue(context, query),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id',
    summary: { zh: '一次查验', en: 'One inspection' },
    action: 'inspection.read',
    params: ById,
    response: Inspection,
    refusals: ['INSPECTION_UNKNOWN'],
    handle: (context, { params }) => readInspection(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id/slots',
    summary: {
      zh: '最早的可选时段和至多五个其他时段，各有理由',
      en: 'The earliest slot and up to five others, each with its reason',
    },
    action: 'inspection.read',
    params: ById,
    query: Type.Object({
      from: Type.Optional(Instant),
      outOfHours: Type.Optional(Type.Enum(['true'], { description: '只要非工作时间 / outside opening hours only' })),
    }),
    response: listOf(Offer),
    refusals: ['INSPECTION_UNKNOWN'],
    handle: async (context, { params, query }) => ({
      items: await readSlots(context, params.id, {
        ...(query.from ? { from: query.from } : {}),
        outOfHours: query.outOfHours === 'true',
      }),
    }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/booking',
    summary: { zh: '预约一个可选时段', en: 'Book one of the slots offered' },
    action: 'inspection.schedule',
    params: ById,
    body: Type.Object({ slotId: SlotId }),
    response: Inspection,
    refusals: choosing,
    examples: { body: { slotId: slotExample } },
    handle: (context, { params, body }) => bookSlot(context, { inspectionId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/reschedule',
    summary: { zh: '改到另一时段，须说明原因', en: 'Move to another slot, with a reason' },
    action: 'inspection.schedule',
    params: ById,
    body: Type.Object({ slotId: SlotId, reason: Reason }),
    response: Inspection,
    refusals: choosing,
    examples: { body: { slotId: slotExample, reason: '车辆未到' } },
    handle: (context, { params, body }) => rescheduleInspection(context, { inspectionId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/booking-cancellation',
    summary: {
      zh: '退回所选时段；查验改到工作时间内最早的时段',
      en: 'Give the chosen slot back; the inspection goes to the earliest in opening hours',
    },
    action: 'inspection.schedule',
    params: ById,
    body: Type.Object({ reason: Reason }),
    response: Inspection,
    refusals: [...booking, 'INSPECTION_NOTHING_BOOKED'],
    examples: { body: { reason: '货物未备齐' } },
    handle: (context, { params, body }) => cancelBooking(context, { inspectionId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/results',
    urgent: true,
    summary: { zh: '登记本部门的查验结果', en: 'Record my authority’s part' },
    action: 'inspection.record',
    params: ById,
    creates: true,
    body: RecordBody,
    examples: { body: { outcome: 'normal', handlingCode: '11', findings: '箱货相符' } },
    response: Inspection,
    refusals: [
      'INSPECTION_UNKNOWN',
      'INSPECTION_STATE_UNFIT',
      'INSPECTION_RESULT_RECORDED',
      'INSPECTION_NOT_ORDERED',
      'INSPECTION_CHANGED',
      'FINDINGS_UNFIT',
      'SIGNATURE_NEEDED',
      'SIGNATURE_REFUSED',
    ],
    handle: (context, { params, body }) => recordResult(context, params.id, body),
  }),
  ...findingsRoutes,
  ...yardDeskRoutes,
  route({
    method: 'GET',
    path: '/yard-board',
    summary: { zh: '查验场一天的排期：时段 × 台位', en: 'A yard on one day: slots × bays' },
    action: 'yard.read',
    query: Type.Object({ site: Type.Optional(Type.String({ maxLength: 40 })), day: Type.Optional(Day) }),
    response: Board,
    refusals: ['YARD_UNKNOWN'],
    handle: (context, { query }) => readBoard(context, query),
  }),
  route({
    method: 'GET',
    path: '/vessel-share',
    summary: { zh: '查验集装箱当班船出运率', en: 'Share of inspected export containers that make their conveyance' },
    action: 'yard.read',
    query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }),
    response: Share,
    refusals: ['SHARE_DAYS_UNFIT'],
    handle: (context, { query }) => readVesselShare(context, query),
  }),
  route({
    method: 'GET',
    path: '/dishonest-marks',
    summary: { zh: '失信企业标记', en: 'Enterprises marked dishonest' },
    action: 'enterprise.mark',
    query: Type.Object({ ...paging }),
    response: pageOf(Mark),
    refusals: ['MARK_NOT_YOURS'],
    handle: (context, { query }) => readMarks(context, query),
  }),
  route({
    method: 'POST',
    path: '/dishonest-marks',
    summary: { zh: '标记失信企业', en: 'Mark an enterprise dishonest' },
    action: 'enterprise.mark',
    creates: true,
    body: Type.Object({
      uscc: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
      reason: Reason,
      legalBasis: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    response: Mark,
    refusals: ['MARK_NOT_YOURS', 'ENTERPRISE_UNKNOWN', 'ENTERPRISE_MARKED'],
    examples: {
      body: {
        uscc: '91500112MA5UTRB021',
        reason: '列入失信企业名单',
        legalBasis: '海关注册登记和备案企业信用管理办法',
      },
    },
    handle: (context, { body }) => markDishonest(context, body),
  }),
  route({
    method: 'POST',
    path: '/dishonest-marks/:id/lifting',
    summary: { zh: '解除失信标记', en: 'Lift a mark of dishonesty' },
    action: 'enterprise.mark',
    params: ById,
    body: Type.Object({ reason: Reason }),
    response: Mark,
    refusals: ['MARK_NOT_YOURS', 'MARK_UNKNOWN'],
    examples: { body: { reason: '信用修复完成' } },
    handle: (context, { params, body }) => liftDishonest(context, params.id, body.reason),
  }),
];
