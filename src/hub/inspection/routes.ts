// HTTP of the inspection module (P6).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readInspection, readInspections } from './read-inspections.ts';
import { recordResult } from './record-result.ts';
import { readSlots, rescheduleInspection } from './reschedule-inspection.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/inspections',
    summary: 'Inspections that concern me',
    action: 'inspection.read',
    query: Type.Object({
      state: Type.Optional(Type.String({ maxLength: 20 })),
      shipmentId: Type.Optional(Type.String({ maxLength: 36 })),
    }),
    handle: async (context, { query }) => ({ items: await readInspections(context, query) }),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id',
    summary: 'One inspection',
    action: 'inspection.read',
    params: ById,
    handle: (context, { params }) => readInspection(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id/slots',
    summary: 'Up to five other free slots',
    action: 'inspection.read',
    params: ById,
    handle: async (context, { params }) => ({ items: await readSlots(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/reschedule',
    summary: 'Move to another slot, with a reason',
    action: 'inspection.schedule',
    params: ById,
    body: Type.Object({
      slotId: Type.String({ maxLength: 100 }),
      reason: Type.String({ minLength: 1, maxLength: 300 }),
    }),
    handle: (context, { params, body }) => rescheduleInspection(context, { inspectionId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/results',
    summary: 'Record my authority’s part',
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
    handle: (context, { params, body }) => recordResult(context, params.id, body),
  }),
];
