// HTTP of notices; the live stream itself is `/api/v1/events` (runtime/http/event-stream.ts).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { readTimeline } from './read-timeline.ts';
import { Entry } from './replies.ts';
import { listOf } from '../../runtime/http/shapes.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/timeline',
    summary: { zh: '一票货物的经过', en: 'What has happened to a shipment' },
    action: 'shipment.read',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    response: listOf(Entry),
    refusals: ['TIMELINE_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readTimeline(context, params.id) }),
  }),
];
