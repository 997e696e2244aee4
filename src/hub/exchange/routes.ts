// HTTP of the exchange: partners' messages in; the operator's desk (P3, P12).
import { Type } from 'typebox';
import { readFileName } from '../../runtime/http/file-name.ts';
import { route } from '../../runtime/http/route.ts';
import {
  drainChannel,
  pauseChannel,
  readChannels,
  readDeliveries,
  readDelivery,
  readMessages,
  replayMessage,
  resumeChannel,
} from './operate-exchange.ts';
import { checkRestore, readRestores } from './note-restore.ts';
import { readFaults, retryFault } from './operate-faults.ts';
import {
  confirmBulkReplay,
  proposeBulkReplay,
  readBulkReplay,
  readBulkReplays,
  withdrawBulkReplay,
} from './bulk-replay.ts';
import { replayDelivery } from './replay-delivery.ts';
import { receiveBatch } from './receive-batch.ts';
import { receiveMessage } from './receive-message.ts';
import { BulkReplay, Delivery, Fault, Health, Inbound, Receipt, Restore } from './replies.ts';
import { Done, listOf, pageOf, paging, Receipted, TraceId } from '../../runtime/http/shapes.ts';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const ById = Type.Object({ id: Type.String({ pattern: UUID }) });
const ByChannel = Type.Object({ id: Type.String({ pattern: '^[a-z-]{1,40}$' }) });
const Filter = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 20 })),
  channel: Type.Optional(Type.String({ maxLength: 40 })),
  shipmentId: Type.Optional(Type.String({ pattern: UUID })),
  traceId: Type.Optional(TraceId),
  after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
const ByFault = Type.Object({
  position: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  reaction: Type.String({ pattern: '^[A-Za-z]{1,60}$' }),
});
const ByRestore = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const BATCH = [
  '--batch',
  'Content-Disposition: form-data; name="index"',
  '',
  '[{"id":"DEC-1"}]',
  '--batch',
  'Content-Disposition: form-data; name="DEC-1"; filename="DEC-1.xml"',
  'Content-Type: application/xml',
  '',
  '<DEC_RESULT><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><CHANNEL>P</CHANNEL></DEC_RESULT>',
  '--batch--',
  '',
].join('\r\n');
const done = { done: true } as const;

export const routes = [
  route({
    method: 'POST',
    path: '/messages',
    urgent: true,
    summary: {
      zh: '投递伙伴报文原文；格式按内容识别',
      en: 'Post a raw partner file; its format is recognised by content',
    },
    action: 'message.post',
    creates: true,
    // Partners' messages only: each is stored as it is, whatever else comes.
    together: (actor) => actor.kind === 'channel',
    raw: {
      limitBytes: 4 * 1024 * 1024,
      example:
        '<DEC_RESULT><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><CHANNEL>P</CHANNEL><NOTICE_DATE>2026-11-20T10:00:00</NOTICE_DATE></DEC_RESULT>',
    },
    description: {
      zh: '伙伴系统用本通道的密钥投递；企业投递报关单报文时生成一票草稿。',
      en: 'A partner system posts on its own channel with its key; an enterprise posts a declaration, which becomes a draft shipment.',
    },
    response: Receipt,
    refusals: [
      'MESSAGE_EMPTY',
      'CHANNEL_UNKNOWN',
      'MESSAGE_FORMAT_UNKNOWN',
      'MESSAGE_TOO_LARGE',
      'MESSAGE_UNREADABLE',
      'CONTENT_UNREADABLE',
      'FORM_FORMAT_UNKNOWN',
    ],
    handle: (context, { bytes, headers }) => {
      const fileName = readFileName(headers['x-file-name']);
      const { channelId } = context.actor;
      // What a message is about it says itself: repeats are known across organisations, and who sent it does not read it back.
      return context.beyondLock((open) =>
        receiveMessage(open, {
          bytes,
          contentType: headers['x-original-content-type'] ?? '',
          ...(fileName ? { fileName } : {}),
          ...(channelId ? { channelId } : {}),
          ...(headers.traceparent ? { traceparent: headers.traceparent } : {}),
        }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/messages/batch',
    urgent: true,
    summary: {
      zh: '一次投递多份报文（至多 50 份），全收或全不收',
      en: 'Post several messages at once, 50 at most: all are kept or none',
    },
    action: 'message.post',
    creates: true,
    together: (actor) => actor.kind === 'channel',
    raw: { limitBytes: 4 * 1024 * 1024, example: BATCH },
    description: {
      zh: 'multipart/form-data：部分 index 是 [{id}] 列表（JSON），名为各 id 的文件是报文原文。',
      en: 'multipart/form-data: the part index is a list of [{id}] in JSON, and the file named by each id is a message as it is.',
    },
    response: listOf(Receipt),
    refusals: ['MESSAGE_UNREADABLE', 'BATCH_MESSAGE_REFUSED'],
    handle: (context, { bytes, headers }) =>
      context.beyondLock(async (open) => ({
        items: await receiveBatch(open, { bytes, contentType: headers['x-original-content-type'] ?? '' }),
      })),
  }),
  route({
    method: 'GET',
    path: '/exchange/channels',
    summary: { zh: '各通道健康状况', en: 'Health of every channel' },
    action: 'exchange.operate',
    response: listOf(Health),
    handle: async (context) => ({ items: await readChannels(context) }),
  }),
  route({
    method: 'POST',
    path: '/exchange/channels/:id/pause',
    summary: { zh: '暂停通道', en: 'Pause a channel' },
    action: 'exchange.operate',
    params: ByChannel,
    response: Done,
    refusals: ['CHANNEL_UNKNOWN'],
    handle: async (context, { params }) => pauseChannel(context, params.id).then(() => done),
  }),
  route({
    method: 'POST',
    path: '/exchange/channels/:id/drain',
    summary: {
      zh: '排空通道：已排队的照发，其后的等待',
      en: 'Drain a channel: what is queued still goes, what comes later waits',
    },
    action: 'exchange.operate',
    params: ByChannel,
    response: Done,
    refusals: ['CHANNEL_UNKNOWN'],
    handle: async (context, { params }) => drainChannel(context, params.id).then(() => done),
  }),
  route({
    method: 'GET',
    path: '/exchange/bulk-replays',
    summary: { zh: '批量重发，新的在前', en: 'Bulk replays, newest first' },
    action: 'exchange.operate',
    query: Type.Object({ state: Type.Optional(Type.Enum(['proposed', 'confirmed', 'withdrawn'])), ...paging }),
    response: pageOf(BulkReplay),
    handle: (context, { query }) => readBulkReplays(context, query),
  }),
  route({
    method: 'POST',
    path: '/exchange/bulk-replays',
    summary: {
      zh: '提出批量重发死信，待第二人确认（一次至多 2000 份）',
      en: 'Propose to send dead letters again, for a second person to confirm; at most 2000 at once',
    },
    action: 'exchange.operate',
    creates: true,
    body: Type.Object({
      channel: Type.String({ pattern: '^[a-z-]{1,40}$' }),
      documentKind: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
      since: Type.Optional(Type.String({ format: 'date-time' })),
      until: Type.Optional(Type.String({ format: 'date-time' })),
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    examples: { body: { channel: 'customs', reason: '海关系统已修复，重发故障期间的单证' } },
    response: BulkReplay,
    refusals: ['CHANNEL_UNKNOWN', 'NOTHING_TO_REPLAY', 'BULK_REPLAY_NEEDS_PERSON'],
    handle: (context, { body }) => proposeBulkReplay(context, body),
  }),
  route({
    method: 'GET',
    path: '/exchange/bulk-replays/:id',
    summary: { zh: '一项批量重发', en: 'One bulk replay' },
    action: 'exchange.operate',
    params: ById,
    response: BulkReplay,
    refusals: ['BULK_REPLAY_UNKNOWN'],
    handle: (context, { params }) => readBulkReplay(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/exchange/bulk-replays/:id/confirmation',
    summary: { zh: '第二人确认批量重发', en: 'A second person confirms a bulk replay' },
    action: 'exchange.operate',
    params: ById,
    response: BulkReplay,
    refusals: [
      'BULK_REPLAY_UNKNOWN',
      'BULK_REPLAY_NEEDS_PERSON',
      'BULK_REPLAY_NEEDS_SECOND_PERSON',
      'BULK_REPLAY_WITHDRAWN',
    ],
    handle: (context, { params }) => confirmBulkReplay(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/exchange/bulk-replays/:id/withdrawal',
    summary: { zh: '撤回未确认的批量重发', en: 'Withdraw a bulk replay that is not confirmed' },
    action: 'exchange.operate',
    params: ById,
    response: BulkReplay,
    refusals: ['BULK_REPLAY_UNKNOWN', 'BULK_REPLAY_DONE'],
    handle: (context, { params }) => withdrawBulkReplay(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/exchange/channels/:id/resume',
    summary: { zh: '恢复通道', en: 'Resume a channel' },
    action: 'exchange.operate',
    params: ByChannel,
    response: Done,
    refusals: ['CHANNEL_UNKNOWN'],
    handle: async (context, { params }) => resumeChannel(context, params.id).then(() => done),
  }),
  route({
    method: 'GET',
    path: '/exchange/deliveries',
    summary: { zh: '投递，新的在前', en: 'Deliveries, newest first' },
    action: 'exchange.operate',
    query: Filter,
    response: pageOf(Delivery),
    handle: (context, { query }) => readDeliveries(context, query),
  }),
  route({
    method: 'GET',
    path: '/exchange/deliveries/:id',
    summary: { zh: '一次投递及其各次尝试', en: 'One delivery with its attempts' },
    action: 'exchange.operate',
    params: ById,
    response: Delivery,
    refusals: ['DELIVERY_UNKNOWN'],
    handle: (context, { params }) => readDelivery(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/exchange/deliveries/:id/replay',
    summary: { zh: '重发死信或等待中的投递', en: 'Send a dead or waiting delivery again' },
    action: 'exchange.operate',
    params: ById,
    response: Receipted,
    refusals: [
      'DELIVERY_UNKNOWN',
      'DELIVERY_NOT_REPLAYABLE',
      'DELIVERY_TAKEN_BACK',
      'DELIVERY_SUPERSEDED',
      'DOCUMENT_UNWRITABLE',
    ],
    handle: async (context, { params }) => ({
      done: true as const,
      receiptId: await replayDelivery(context, params.id),
    }),
  }),
  route({
    method: 'GET',
    path: '/exchange/messages',
    summary: { zh: '收到的报文，新的在前', en: 'Received messages, newest first' },
    action: 'exchange.operate',
    query: Filter,
    response: pageOf(Inbound),
    handle: (context, { query }) => readMessages(context, query),
  }),
  route({
    method: 'POST',
    path: '/exchange/messages/:id/replay',
    summary: { zh: '重读被隔离的报文', en: 'Read a quarantined message again' },
    action: 'exchange.operate',
    params: ById,
    response: Receipted,
    refusals: ['MESSAGE_UNKNOWN', 'MESSAGE_NOT_REPLAYABLE'],
    handle: async (context, { params }) => ({
      done: true as const,
      receiptId: await replayMessage(context, params.id),
    }),
  }),
  route({
    method: 'GET',
    path: '/exchange/faults',
    summary: { zh: '处理失败的事件，旧的在前', en: 'Reactions that failed, oldest first' },
    action: 'exchange.operate',
    response: listOf(Fault),
    handle: async (context) => ({ items: await readFaults(context) }),
  }),
  route({
    method: 'POST',
    path: '/exchange/faults/:position/:reaction/retry',
    summary: { zh: '立即重试失败的处理', en: 'Try a failed reaction again at once' },
    action: 'exchange.operate',
    params: ByFault,
    response: Done,
    refusals: ['FAULT_UNKNOWN'],
    handle: async (context, { params }) => retryFault(context, params.position, params.reaction).then(() => done),
  }),
  route({
    method: 'GET',
    path: '/exchange/restores',
    summary: { zh: '数据库从备份恢复的记录，新的在前', en: 'Restores of the database from a backup, newest first' },
    action: 'exchange.operate',
    response: listOf(Restore),
    handle: async (context) => ({ items: await readRestores(context) }),
  }),
  route({
    method: 'POST',
    path: '/exchange/restores/:id/check',
    summary: {
      zh: '确认恢复后的缺口已与各方核对',
      en: 'Say that the gap after a restore has been settled with the partners',
    },
    action: 'exchange.operate',
    params: ByRestore,
    response: Done,
    refusals: ['RESTORE_UNKNOWN'],
    handle: async (context, { params }) => checkRestore(context, params.id).then(() => done),
  }),
];
