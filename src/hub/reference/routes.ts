// HTTP of reference data: search in a code table, one tariff line.
import { Type } from 'typebox';
import { partnerDay } from '../../kernel/instant.ts';
import { route } from '../../runtime/http/route.ts';
import { listCodeLists, searchEntries, searchTariff } from './store.ts';
import { CodeList, Entry, Tariff } from './replies.ts';
import { listOf } from '../../runtime/http/shapes.ts';

const Search = Type.Object({
  query: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

export const routes = [
  route({
    method: 'GET',
    path: '/reference/code-lists',
    summary: { zh: '代码表及其版本与来源', en: 'Code tables with edition and source' },
    action: 'signed-in',
    response: listOf(CodeList),
    handle: async (context) => ({ items: await listCodeLists(context) }),
  }),
  route({
    method: 'GET',
    path: '/reference/code-lists/:id/entries',
    summary: { zh: '按代码或名称检索代码表', en: 'Search a code table by code or name' },
    action: 'signed-in',
    params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
    query: Search,
    response: listOf(Entry),
    handle: async (context, { params, query }) => ({
      items: await searchEntries(context, {
        list: params.id,
        query: query.query ?? '',
        day: partnerDay(context.now),
        limit: query.limit ?? 50,
      }),
    }),
  }),
  route({
    method: 'GET',
    path: '/reference/tariff',
    summary: { zh: '按编码或品名检索税则', en: 'Search the tariff by code or name' },
    action: 'signed-in',
    query: Search,
    response: listOf(Tariff),
    handle: async (context, { query }) => ({
      items: await searchTariff(context, query.query ?? '', partnerDay(context.now), query.limit ?? 50),
    }),
  }),
];
