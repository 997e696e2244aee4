// HTTP of the care for partners: settings by two persons, health for the desk, status for everybody (issue 6; P3, P12).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';
import {
  confirmSettings,
  keepChannelCredential,
  proposeSettings,
  readSettingsChanges,
  withdrawSettings,
} from './change-settings.ts';
import { readCare } from './read-care.ts';
import { readHealthOf, readHealthOfAll } from './read-health.ts';
import { readStatus, writeFeed } from './read-status.ts';
import { Care, Credential, Moment, Pulse, PulseDetail, Settings, SettingsChangeShape, Status } from './replies.ts';

const ByChannel = Type.Object({ id: Type.String({ pattern: '^[a-z-]{1,40}$', maxLength: 40 }) });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const unknown = ['CARE_CHANNEL_UNKNOWN'];
const decided = ['SETTINGS_CHANGE_UNKNOWN', 'SETTINGS_NEED_PERSON', 'SETTINGS_CHANGE_DECIDED'];
/** Read by pages that refresh by themselves, and by people who look. */
const PUBLISHED = { max: 120, windowMs: 60_000 };
const CACHED = { 'cache-control': 'public, max-age=10' };

export const routes = [
  route({
    method: 'GET',
    path: '/channel-settings/:id',
    summary: { zh: '通道现行参数', en: 'What counts for a channel now' },
    action: 'exchange.operate',
    params: ByChannel,
    response: Care,
    refusals: unknown,
    handle: (context, { params }) => readCare(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/channel-settings/:id/changes',
    summary: { zh: '通道参数变更，新的在前', en: 'Changes of a channel’s settings, newest first' },
    action: 'exchange.operate',
    params: ByChannel,
    query: Type.Object(paging),
    response: pageOf(SettingsChangeShape),
    refusals: unknown,
    handle: (context, { params, query }) => readSettingsChanges(context, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/channel-settings/:id/changes',
    summary: {
      zh: '提出通道参数变更，待第二人确认',
      en: 'Propose settings of a channel, for a second person to confirm',
    },
    description: {
      zh: '给出全部参数；未列的按通道说明。到期日生效，各节点一秒内执行，无需重启。',
      en: 'All of the settings; what is not named is as the profile says. In force from the day given, on every node within a second, without a restart.',
    },
    action: 'exchange.operate',
    creates: true,
    params: ByChannel,
    body: Type.Object({
      settings: Settings,
      reason: Type.String({ minLength: 1, maxLength: 500 }),
      effectiveFrom: Type.Optional(Moment),
    }),
    examples: {
      body: {
        settings: {
          totalMs: 20000,
          retryAfterMs: [1000, 10000, 60000],
          maintenance: [
            { weekday: 7, at: '02:00', minutes: 120, reason: { zh: '例行维护', en: 'Routine maintenance' } },
          ],
          tell: [],
        },
        reason: '海关通知：每周日凌晨维护',
      },
    },
    response: SettingsChangeShape,
    refusals: [...unknown, 'SETTINGS_NEED_PERSON', 'SETTINGS_NOT_ALLOWED'],
    handle: (context, { params, body }) => proposeSettings(context, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/channel-settings-changes/:id/confirmation',
    summary: { zh: '第二人确认通道参数变更', en: 'A second person confirms settings of a channel' },
    action: 'exchange.operate',
    params: ById,
    response: SettingsChangeShape,
    refusals: [...decided, 'SETTINGS_NEED_SECOND_PERSON'],
    handle: (context, { params }) => confirmSettings(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/channel-settings-changes/:id/withdrawal',
    summary: { zh: '撤回未确认的参数变更', en: 'Withdraw settings that are not confirmed' },
    action: 'exchange.operate',
    params: ById,
    response: SettingsChangeShape,
    refusals: decided,
    handle: (context, { params }) => withdrawSettings(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/channel-settings/:id/credentials',
    summary: {
      zh: '保存与伙伴约定的凭据（只写不读）',
      en: 'Keep a credential agreed with a partner: written, never read',
    },
    description: {
      zh: '保存后不起作用，直到两人确认的参数引用其名称。',
      en: 'Without effect until settings confirmed by two persons refer to its name.',
    },
    action: 'exchange.operate',
    creates: true,
    params: ByChannel,
    body: Type.Object({
      name: Type.String({ pattern: '^[a-z0-9-]{1,60}$', maxLength: 60 }),
      secret: Type.String({ minLength: 16, maxLength: 8000 }),
    }),
    examples: { body: { name: 'customs-2027', secret: 'agreed-with-the-partner' } },
    response: Credential,
    refusals: [...unknown, 'CREDENTIAL_NAME_TAKEN'],
    handle: (context, { params, body }) => keepChannelCredential(context, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/channel-health',
    summary: { zh: '各通道近一小时与近一天的运行情况', en: 'How every channel was in the last hour and the last day' },
    action: 'exchange.operate',
    response: listOf(Pulse),
    handle: async (context) => ({ items: await readHealthOfAll(context) }),
  }),
  route({
    method: 'GET',
    path: '/channel-health/:id',
    summary: { zh: '一条通道的运行情况，按单证种类', en: 'How one channel is, by kind of document' },
    action: 'exchange.operate',
    params: ByChannel,
    response: PulseDetail,
    refusals: unknown,
    handle: (context, { params }) => readHealthOf(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/service-status',
    summary: {
      zh: '伙伴系统可用情况与计划维护（公开）',
      en: 'Availability of partners and planned maintenance (published)',
    },
    action: 'public',
    limit: PUBLISHED,
    response: Status,
    handle: async (context) => new ReplyWith(await readStatus(context), { headers: CACHED }),
  }),
  route({
    method: 'GET',
    path: '/service-status.rss',
    summary: { zh: '同上，RSS 订阅', en: 'The same as an RSS feed' },
    action: 'public',
    limit: PUBLISHED,
    query: Type.Object({ language: Type.Optional(Type.Enum(['zh', 'en'])) }),
    response: Bytes,
    handle: async (context, { query }) =>
      new ReplyWith(writeFeed(await readStatus(context), context.settings.baseUrl, query.language ?? 'zh'), {
        headers: { ...CACHED, 'content-type': 'application/rss+xml; charset=utf-8' },
      }),
  }),
];
