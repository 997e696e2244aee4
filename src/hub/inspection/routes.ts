// HTTP of the inspection module (P6).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readInspection, readInspections } from './read-inspections.ts';
import { recordResult } from './record-result.ts';
import { readSlots, rescheduleInspection } from './reschedule-inspection.ts';
import { Inspection, Slot } from './replies.ts';
import { listOf, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/inspections',
    summary: { zh: '与我有关的查验', en: 'Inspections that concern me' },
    action: 'inspection.read',
    query: Type.Object({
      state: Type.Optional(Type.String({ maxLength: 20 })),
      shipmentId: Type.Optional(Type.String({ format: 'uuid' })),
      ...paging,
    }),
    response: pageOf(Inspection),
    handle: (context, { query }) => readInspections(context, query),
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
    summary: { zh: '至多五个其他可选时段', en: 'Up to five other free slots' },
    action: 'inspection.read',
    params: ById,
    response: listOf(Slot),
    refusals: ['INSPECTION_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readSlots(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/reschedule',
    summary: { zh: '改到另一时段，须说明原因', en: 'Move to another slot, with a reason' },
    action: 'inspection.schedule',
    params: ById,
    body: Type.Object({
      slotId: Type.String({ maxLength: 100 }),
      reason: Type.String({ minLength: 1, maxLength: 300 }),
    }),
    response: Inspection,
    refusals: [
      'INSPECTION_UNKNOWN',
      'INSPECTION_STATE_UNFIT',
      'INSPECTION_SLOT_TAKEN',
      'AUTHORISATION_MISSING',
      'AUTHORISATION_WITHOUT_ACT',
      'AUTHORISATION_WITHOUT_DISTRICT',
    ],
    examples: { body: { slotId: 'CKG-TUANJIECUN 1 2026-11-21T01:00:00.000Z', reason: '车辆未到' } },
    handle: (context, { params, body }) => rescheduleInspection(context, { inspectionId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/results',
    urgent: true,
    summary: { zh: '登记本部门的查验结果', en: 'Record my authority’s part' },
    action: 'inspection.record',
    params: ById,
    creates: true,
    body: Type.Object({
      outcome: Type.Union([Type.Literal('normal'), Type.Literal('abnormal')]),
      handlingCode: Type.String({ pattern: '^([1-9]|1[0-2])$' }),
      findings: Type.String({ maxLength: 2000 }),
      sealNumber: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    examples: { body: { outcome: 'normal', handlingCode: '11', findings: '箱货相符' } },
    response: Inspection,
    refusals: ['INSPECTION_UNKNOWN', 'INSPECTION_STATE_UNFIT', 'INSPECTION_RESULT_RECORDED'],
    handle: (context, { params, body }) => recordResult(context, params.id, body),
  }),
];
