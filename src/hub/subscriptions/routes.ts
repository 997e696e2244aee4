// HTTP of subscriptions (M2).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { eventTypes } from '../notices/index.ts';
import { changeSubscription, deleteSubscription, renewSecret } from './change-subscription.ts';
import { pullEvents } from './pull-events.ts';
import { readMessages, readSubscriptions } from './read-subscriptions.ts';
import { replayMessages, sendTest } from './replay-messages.ts';
import { subscribe } from './subscribe.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Url = Type.String({ minLength: 1, maxLength: 2048 });
const EventTypes = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 });
const action = 'subscription.manage';

export const routes = [
  route({
    method: 'GET',
    path: '/subscription-event-types',
    summary: 'Types of events that can be subscribed to',
    action,
    handle: async () => ({ items: eventTypes }),
  }),
  route({
    method: 'GET',
    path: '/subscriptions',
    summary: 'Webhook subscriptions of the organisation',
    action,
    handle: async (context) => ({ items: await readSubscriptions(context) }),
  }),
  route({
    method: 'POST',
    path: '/subscriptions',
    summary: 'Subscribe an address to events (Standard Webhooks); the secret is shown once',
    action,
    creates: true,
    body: Type.Object({ name: Name, url: Url, eventTypes: EventTypes }),
    examples: {
      body: { name: 'ERP', url: 'https://erp.example.com/portico', eventTypes: ['release.granted', 'release.revoked'] },
    },
    handle: async (context, { body }) => new ReplyWith(await subscribe(context, body), { status: 201 }),
  }),
  route({
    method: 'PATCH',
    path: '/subscriptions/:id',
    summary: 'Change, pause or resume a subscription',
    action,
    params: ById,
    body: Type.Object({
      name: Type.Optional(Name),
      url: Type.Optional(Url),
      eventTypes: Type.Optional(EventTypes),
      state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('paused')])),
    }),
    handle: (context, { params, body }) => changeSubscription(context, { ...body, id: params.id }),
  }),
  route({
    method: 'DELETE',
    path: '/subscriptions/:id',
    summary: 'Delete a subscription and its messages',
    action,
    params: ById,
    handle: async (context, { params }) => {
      await deleteSubscription(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/secret',
    summary: 'Renew the secret; the one before signs too for 24 hours',
    action,
    params: ById,
    creates: true,
    handle: (context, { params }) => renewSecret(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/test',
    summary: 'Send a test message',
    action,
    params: ById,
    creates: true,
    handle: (context, { params }) => sendTest(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/subscriptions/:id/messages',
    summary: 'Messages of a subscription, newest first',
    action,
    params: ById,
    query: Type.Object({
      state: Type.Optional(
        Type.Union((['queued', 'sending', 'delivered', 'failed', 'withheld'] as const).map((s) => Type.Literal(s))),
      ),
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    handle: (context, { params, query }) => readMessages(context, { ...query, id: params.id }),
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/replay',
    summary: 'Send ended messages again: one, or all since an instant',
    action,
    params: ById,
    creates: true,
    body: Type.Object({
      messageId: Type.Optional(Type.String({ format: 'uuid' })),
      since: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    handle: (context, { params, body }) => replayMessages(context, { ...body, id: params.id }),
  }),
  route({
    method: 'GET',
    path: '/event-pages',
    summary: 'Events after a cursor, for programs that pull',
    action: 'notice.read',
    query: Type.Object({
      after: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      type: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    handle: (context, { query }) => pullEvents(context, query),
  }),
];
