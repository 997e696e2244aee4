// HTTP of the exchange: partners' messages in; the operator's desk (P3, P12).
import { Type } from 'typebox';
import { readFileName } from '../../runtime/http/file-name.ts';
import { route } from '../../runtime/http/route.ts';
import {
  pauseChannel,
  readChannels,
  readDeliveries,
  readDelivery,
  readMessages,
  replayDelivery,
  replayMessage,
  resumeChannel,
} from './operate-exchange.ts';
import { receiveMessage } from './receive-message.ts';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const ById = Type.Object({ id: Type.String({ pattern: UUID }) });
const ByChannel = Type.Object({ id: Type.String({ pattern: '^[a-z-]{1,40}$' }) });
const Filter = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 20 })),
  channel: Type.Optional(Type.String({ maxLength: 40 })),
  shipmentId: Type.Optional(Type.String({ pattern: UUID })),
  after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
const done = { done: true };

export const routes = [
  route({
    method: 'POST',
    path: '/messages',
    summary: 'Post a raw partner file; its format is recognised by content',
    action: 'message.post',
    creates: true,
    raw: { limitBytes: 4 * 1024 * 1024 },
    description:
      'A partner system posts on its own channel with its key; an enterprise posts a declaration, which becomes a draft shipment.',
    handle: (context, { bytes, headers }) => {
      const fileName = readFileName(headers['x-file-name']);
      const { channelId } = context.actor;
      return receiveMessage(context, {
        bytes,
        contentType: headers['x-original-content-type'] ?? '',
        ...(fileName ? { fileName } : {}),
        ...(channelId ? { channelId } : {}),
      });
    },
  }),
  route({
    method: 'GET',
    path: '/exchange/channels',
    summary: 'Health of every channel',
    action: 'exchange.operate',
    handle: async (context) => ({ items: await readChannels(context) }),
  }),
  route({
    method: 'POST',
    path: '/exchange/channels/:id/pause',
    summary: 'Pause a channel',
    action: 'exchange.operate',
    params: ByChannel,
    handle: async (context, { params }) => pauseChannel(context, params.id).then(() => done),
  }),
  route({
    method: 'POST',
    path: '/exchange/channels/:id/resume',
    summary: 'Resume a channel',
    action: 'exchange.operate',
    params: ByChannel,
    handle: async (context, { params }) => resumeChannel(context, params.id).then(() => done),
  }),
  route({
    method: 'GET',
    path: '/exchange/deliveries',
    summary: 'Deliveries, newest first',
    action: 'exchange.operate',
    query: Filter,
    handle: (context, { query }) => readDeliveries(context, query),
  }),
  route({
    method: 'GET',
    path: '/exchange/deliveries/:id',
    summary: 'One delivery with its attempts',
    action: 'exchange.operate',
    params: ById,
    handle: (context, { params }) => readDelivery(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/exchange/deliveries/:id/replay',
    summary: 'Send a dead or waiting delivery again',
    action: 'exchange.operate',
    params: ById,
    handle: async (context, { params }) => replayDelivery(context, params.id).then(() => done),
  }),
  route({
    method: 'GET',
    path: '/exchange/messages',
    summary: 'Received messages, newest first',
    action: 'exchange.operate',
    query: Filter,
    handle: (context, { query }) => readMessages(context, query),
  }),
  route({
    method: 'POST',
    path: '/exchange/messages/:id/replay',
    summary: 'Read a quarantined message again',
    action: 'exchange.operate',
    params: ById,
    handle: async (context, { params }) => replayMessage(context, params.id).then(() => done),
  }),
];
