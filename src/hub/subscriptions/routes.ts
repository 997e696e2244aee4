// HTTP of subscriptions (M2).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { listOf, Nothing, pageOf } from '../../runtime/http/shapes.ts';
import { eventTypes, filterFields } from '../notices/index.ts';
import { changeSubscription, deleteSubscription, renewSecret } from './change-subscription.ts';
import { pullEvents } from './pull-events.ts';
import { readMessages, readSubscriptions } from './read-subscriptions.ts';
import {
  EventPage,
  Message,
  Replayed,
  Subscription,
  SubscriptionFilterShape,
  SubscriptionWithSecret,
  TestSent,
} from './replies.ts';
import { replayMessages, sendTest } from './replay-messages.ts';
import { subscribe } from './subscribe.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Url = Type.String({ minLength: 1, maxLength: 2048 });
const EventTypes = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 });
/** Of an SFTP folder (N12). */
const folder = {
  key: Type.Optional(Type.String({ minLength: 1, maxLength: 8000 })),
  hostKey: Type.Optional(Type.String({ pattern: '^SHA256:[A-Za-z0-9+/]{43}$', maxLength: 60 })),
  takesFiles: Type.Optional(Type.Boolean()),
};
const action = 'subscription.manage';

export const routes = [
  route({
    method: 'GET',
    path: '/subscription-event-types',
    summary: { zh: '可订阅的事件类型', en: 'Types of events that can be subscribed to' },
    action,
    response: listOf(Type.String()),
    handle: async () => ({ items: eventTypes }),
  }),
  route({
    method: 'GET',
    path: '/subscriptions',
    summary: { zh: '本单位的 webhook 订阅', en: 'Webhook subscriptions of the organisation' },
    action,
    response: listOf(Subscription),
    handle: async (context) => ({ items: await readSubscriptions(context) }),
  }),
  route({
    method: 'POST',
    path: '/subscriptions',
    summary: {
      zh: '订阅事件并指定接收地址（Standard Webhooks）；密钥只显示一次',
      en: 'Subscribe an address to events (Standard Webhooks); the secret is shown once',
    },
    action,
    creates: true,
    body: Type.Object({
      name: Name,
      url: Url,
      eventTypes: EventTypes,
      filter: Type.Optional(SubscriptionFilterShape),
      ...folder,
    }),
    examples: {
      body: {
        name: 'ERP',
        url: 'https://erp.example.com/portico',
        eventTypes: ['release.granted', 'release.revoked'],
        filter: { modes: ['3'], places: ['CKG-TUANJIECUN'] },
      },
    },
    response: SubscriptionWithSecret,
    showsSecret: true,
    refusals: [
      'SUBSCRIPTION_URL_NOT_ALLOWED',
      'SUBSCRIPTION_FOLDER_UNFIT',
      'SUBSCRIPTION_FILER_NEEDED',
      'SUBSCRIPTION_EVENT_UNKNOWN',
      'SUBSCRIPTION_TOO_MANY',
      'FILTER_INVALID',
    ],
    handle: async (context, { body }) => new ReplyWith(await subscribe(context, body), { status: 201 }),
  }),
  route({
    method: 'PATCH',
    path: '/subscriptions/:id',
    summary: { zh: '修改、暂停或恢复订阅', en: 'Change, pause or resume a subscription' },
    action,
    params: ById,
    body: Type.Object({
      name: Type.Optional(Name),
      url: Type.Optional(Url),
      eventTypes: Type.Optional(EventTypes),
      filter: Type.Optional(SubscriptionFilterShape),
      state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('paused')])),
      ...folder,
    }),
    response: Subscription,
    refusals: [
      'SUBSCRIPTION_UNKNOWN',
      'SUBSCRIPTION_URL_NOT_ALLOWED',
      'SUBSCRIPTION_FOLDER_UNFIT',
      'SUBSCRIPTION_FILER_NEEDED',
      'SUBSCRIPTION_EVENT_UNKNOWN',
      'FILTER_INVALID',
    ],
    examples: { body: { state: 'paused' } },
    handle: (context, { params, body }) => changeSubscription(context, { ...body, id: params.id }),
  }),
  route({
    method: 'DELETE',
    path: '/subscriptions/:id',
    summary: { zh: '删除订阅及其消息', en: 'Delete a subscription and its messages' },
    action,
    params: ById,
    response: Nothing,
    refusals: ['SUBSCRIPTION_UNKNOWN'],
    handle: async (context, { params }) => {
      await deleteSubscription(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/secret',
    summary: {
      zh: '更换密钥；旧密钥 24 小时内仍一并签名',
      en: 'Renew the secret; the one before signs too for 24 hours',
    },
    action,
    params: ById,
    creates: true,
    response: SubscriptionWithSecret,
    showsSecret: true,
    refusals: ['SUBSCRIPTION_UNKNOWN'],
    handle: (context, { params }) => renewSecret(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/test',
    summary: { zh: '发送测试消息', en: 'Send a test message' },
    action,
    params: ById,
    creates: true,
    response: TestSent,
    refusals: ['SUBSCRIPTION_UNKNOWN', 'SUBSCRIPTION_NOT_ACTIVE'],
    handle: (context, { params }) => sendTest(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/subscriptions/:id/messages',
    summary: { zh: '订阅的消息，新的在前', en: 'Messages of a subscription, newest first' },
    action,
    params: ById,
    query: Type.Object({
      state: Type.Optional(
        Type.Union((['queued', 'sending', 'delivered', 'failed', 'withheld'] as const).map((s) => Type.Literal(s))),
      ),
      after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    response: pageOf(Message),
    refusals: ['SUBSCRIPTION_UNKNOWN'],
    handle: (context, { params, query }) => readMessages(context, { ...query, id: params.id }),
  }),
  route({
    method: 'POST',
    path: '/subscriptions/:id/replay',
    summary: {
      zh: '重发已结束的消息：一条，或某时刻以来全部',
      en: 'Send ended messages again: one, or all since an instant',
    },
    action,
    params: ById,
    creates: true,
    body: Type.Object({
      messageId: Type.Optional(Type.String({ format: 'uuid' })),
      since: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    response: Replayed,
    refusals: ['SUBSCRIPTION_UNKNOWN', 'SUBSCRIPTION_MESSAGE_UNKNOWN'],
    examples: { body: { since: '2026-11-20T00:00:00Z' } },
    handle: (context, { params, body }) => replayMessages(context, { ...body, id: params.id }),
  }),
  route({
    method: 'GET',
    path: '/event-pages',
    summary: { zh: '按游标取事件，供主动拉取的程序使用', en: 'Events after a cursor, for programs that pull' },
    action: 'notice.read',
    query: Type.Object({
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      type: Type.Optional(Type.String({ maxLength: 60 })),
      ...filterFields,
    }),
    response: EventPage,
    refusals: ['FILTER_INVALID'],
    handle: (context, { query: { after, limit, type, ...filter } }) =>
      pullEvents(context, { after, limit, filter: type ? { ...filter, types: [type] } : filter }),
  }),
];
