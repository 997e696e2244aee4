// HTTP of e-mail notices (M2).
import { Type } from 'typebox';
import { digestOfStyle, policyWithStyle } from '../../runtime/http/content-policy.ts';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, Nothing } from '../../runtime/http/shapes.ts';
import { setAddress, forgetAddress, readSettings } from './set-address.ts';
import { confirmAddress, unsubscribe } from './follow-link.ts';
import { ChosenFilters, RhythmShape, Settings } from './replies.ts';
import { askPage, donePage, pageStyle } from './unsubscribe-page.ts';

const action = 'notice.read';
const Token = Type.String({ minLength: 1, maxLength: 200 });
const limit = { max: 60, windowMs: 60_000 };
const html = {
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyWithStyle(digestOfStyle(pageStyle)),
  },
};

export const routes = [
  route({
    method: 'GET',
    path: '/mail-settings',
    summary: { zh: '我的邮件通知设置', en: 'My settings of e-mail notices' },
    action,
    response: Settings,
    handle: (context) => readSettings(context),
  }),
  route({
    method: 'PUT',
    path: '/mail-settings',
    summary: {
      zh: '设置邮箱、频率与筛选；新邮箱须由本人确认后才生效',
      en: 'Set address, rhythm and filters; a new address counts when its person has confirmed it',
    },
    action,
    limit,
    body: Type.Object({
      address: Type.String({ minLength: 3, maxLength: 254 }),
      rhythm: RhythmShape,
      filters: ChosenFilters,
    }),
    examples: { body: { address: 'name@example.com', rhythm: 'daily', filters: null } },
    response: Settings,
    refusals: [
      'MAIL_NOT_AVAILABLE',
      'MAIL_PEOPLE_ONLY',
      'MAIL_ADDRESS_INVALID',
      'MAIL_CONFIRMATION_TOO_OFTEN',
      'FILTER_INVALID',
    ],
    handle: (context, { body }) => setAddress(context, body),
  }),
  route({
    method: 'DELETE',
    path: '/mail-settings',
    summary: { zh: '删除我的邮箱，不再发送', en: 'Forget my address; nothing is sent any more' },
    action,
    response: Nothing,
    handle: async (context) => {
      await forgetAddress(context);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/mail-confirmations',
    summary: { zh: '以邮件中的链接确认邮箱', en: 'Confirm the address with the link of the letter' },
    action,
    limit,
    body: Type.Object({ token: Token }),
    examples: { body: { token: 'confirm.019a9f2e-7a10-7000-8000-000000000001.1795680000.…' } },
    response: Settings,
    refusals: ['MAIL_LINK_INVALID', 'MAIL_LINK_EXPIRED'],
    handle: (context, { body }) => confirmAddress(context, body.token),
  }),
  route({
    method: 'GET',
    path: '/mail-unsubscriptions',
    summary: { zh: '退订页面（查看不产生效果）', en: 'The page to stop notices (looking changes nothing)' },
    action: 'public',
    limit,
    query: Type.Object({ token: Token }),
    response: Bytes,
    handle: async () => new ReplyWith<string | Uint8Array>(askPage(), html),
  }),
  route({
    method: 'POST',
    path: '/mail-unsubscriptions',
    summary: { zh: '一键退订（RFC 8058）', en: 'Stop notices with one click (RFC 8058)' },
    action: 'public',
    limit,
    raw: { limitBytes: 1024, example: 'List-Unsubscribe=One-Click' },
    query: Type.Object({ token: Token }),
    response: Bytes,
    refusals: ['MAIL_LINK_INVALID'],
    handle: async (context, { query }) => {
      await unsubscribe(context, query.token);
      return new ReplyWith<string | Uint8Array>(donePage(), html);
    },
  }),
];
