// HTTP of reference data: code tables and tariff, searched, paged and browsed, as of any day.
import { Type } from 'typebox';
import { partnerDay } from '../../kernel/instant.ts';
import { route } from '../../runtime/http/route.ts';
import { Day, listOf, pageOf } from '../../runtime/http/shapes.ts';
import { browseTariff } from './browse-tariff.ts';
import { refuse } from './refusals.ts';
import { toEntry, toTariffLine } from './read-rows.ts';
import { CodeList, Entry, Node, Tariff } from './replies.ts';
import { searchCodes } from './search-codes.ts';
import { knownLists, listCodeLists, tariffList } from './store.ts';

const asOf = Type.Optional({ ...Day, description: '查询日期，缺省为今天 / as of this day, today when absent' });
const Search = Type.Object({
  query: Type.Optional(
    Type.String({ maxLength: 60, description: '代码、中英文名或拼音首字母 / code, name or pinyin initials' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(Type.String({ maxLength: 40, pattern: '^\\d .+$' })),
  day: asOf,
});
type Asked = { readonly query?: string; readonly limit?: number; readonly after?: string; readonly day?: string };
const lookup = (list: string, asked: Asked, today: string) => ({
  list,
  query: asked.query?.trim() ?? '',
  day: asked.day ?? today,
  limit: asked.limit ?? 50,
  ...(asked.after ? { after: asked.after } : {}),
});

export const routes = [
  route({
    method: 'GET',
    path: '/reference/code-lists',
    summary: { zh: '代码表及其版本与来源', en: 'Code tables with edition and source' },
    action: 'signed-in',
    query: Type.Object({ day: asOf }),
    response: listOf(CodeList),
    handle: async (context, { query }) => ({
      items: await listCodeLists(context, query.day ?? partnerDay(context.now)),
    }),
  }),
  route({
    method: 'GET',
    path: '/reference/code-lists/:id/entries',
    summary: { zh: '按代码、名称或拼音首字母检索代码表', en: 'Search a code table by code, name or pinyin initials' },
    action: 'signed-in',
    params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
    query: Search,
    response: pageOf(Entry),
    refusals: ['CODE_LIST_UNKNOWN'],
    handle: async (context, { params, query }) => {
      const today = partnerDay(context.now);
      // The tariff has its own route: its rows say more than a name.
      const known = params.id !== tariffList && (await knownLists(context, [params.id], today)).size > 0;
      if (!known) throw refuse('CODE_LIST_UNKNOWN', { list: params.id });
      const { rows, ...page } = await searchCodes(context, lookup(params.id, query, today));
      return { items: rows.map(toEntry), ...page };
    },
  }),
  route({
    method: 'GET',
    path: '/reference/tariff',
    summary: { zh: '按编码、品名或拼音首字母检索税则', en: 'Search the tariff by code, name or pinyin initials' },
    action: 'signed-in',
    query: Search,
    response: pageOf(Tariff),
    handle: async (context, { query }) => {
      const { rows, ...page } = await searchCodes(context, lookup(tariffList, query, partnerDay(context.now)));
      return { items: rows.map(toTariffLine), ...page };
    },
  }),
  route({
    method: 'GET',
    path: '/reference/tariff-tree',
    summary: { zh: '按章、品目、子目逐级浏览税则', en: 'Browse the tariff by chapter, heading and subheading' },
    action: 'signed-in',
    query: Type.Object({ under: Type.Optional(Type.String({ pattern: '^(\\d{2}){0,3}$' })), day: asOf }),
    response: listOf(Node),
    handle: async (context, { query }) => ({
      items: await browseTariff(context, query.under ?? '', query.day ?? partnerDay(context.now)),
    }),
  }),
];
