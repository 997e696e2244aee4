// HTTP of notices; the live stream itself is `/api/v1/events` (runtime/http/event-stream.ts).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readTimeline } from './read-timeline.ts';
import { Entry } from './replies.ts';
import { pageOf } from '../../runtime/http/shapes.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/timeline',
    summary: { zh: '一票货物的经过', en: 'What has happened to a shipment' },
    action: 'shipment.read',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    query: Type.Object({
      after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    }),
    response: pageOf(Entry),
    refusals: ['TIMELINE_UNKNOWN'],
    handle: (context, { params, query }) => readTimeline(context, params.id, query),
  }),
];
