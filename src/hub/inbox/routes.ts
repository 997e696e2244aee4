// HTTP of the inbox (M2).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { pageOf } from '../../runtime/http/shapes.ts';
import { Filters } from '../notices/index.ts';
import { setFilters, readFilters } from './set-filters.ts';
import { markItems } from './mark-items.ts';
import { readInbox, readSummary } from './read-inbox.ts';
import { ChosenFilters, Item, Summary } from './replies.ts';

const action = 'notice.read';
const Position = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export const routes = [
  route({
    method: 'GET',
    path: '/inbox',
    summary: { zh: '我的收件箱，新的在前；只含此刻有权查看的', en: 'My inbox, newest first; only what I may see now' },
    action,
    query: Type.Object({
      state: Type.Optional(Type.Union([Type.Literal('all'), Type.Literal('unread')])),
      after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    response: pageOf(Item),
    handle: (context, { query }) => readInbox(context, query),
  }),
  route({
    method: 'GET',
    path: '/inbox/summary',
    summary: { zh: '未读数，以及已归入到哪个事件', en: 'How many are unread, and up to which event' },
    action,
    response: Summary,
    handle: (context) => readSummary(context),
  }),
  route({
    method: 'POST',
    path: '/inbox/marks',
    summary: {
      zh: '标为已读或未读：所列各条，或截至某事件的全部',
      en: 'Mark as read or unread: those named, or all up to an event',
    },
    action,
    body: Type.Object({
      read: Type.Boolean(),
      positions: Type.Optional(Type.Array(Position, { maxItems: 500 })),
      upTo: Type.Optional(Position),
    }),
    examples: { body: { read: true, positions: [42] } },
    response: Summary,
    handle: (context, { body }) => markItems(context, body),
  }),
  route({
    method: 'GET',
    path: '/inbox/filters',
    summary: { zh: '哪些事件进入我的收件箱', en: 'Which events land in my inbox' },
    action,
    response: ChosenFilters,
    handle: (context) => readFilters(context),
  }),
  route({
    method: 'PUT',
    path: '/inbox/filters',
    summary: {
      zh: '选择哪些事件进入我的收件箱；null 表示按岗位默认',
      en: 'Choose which events land in my inbox; null: what the role decides',
    },
    action,
    body: Type.Object({ filters: Type.Union([Filters, Type.Null()]) }),
    examples: { body: { filters: [{ types: ['release.granted'], modes: ['3'] }, { tones: ['bad'] }] } },
    response: ChosenFilters,
    refusals: ['FILTER_INVALID'],
    handle: (context, { body }) => setFilters(context, body),
  }),
];
