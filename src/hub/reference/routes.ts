// HTTP of reference data: search in a code table, one tariff line.
import { Type } from 'typebox';
import { partnerDay } from '../../kernel/instant.ts';
import { route } from '../../runtime/http/route.ts';
import { listCodeLists, searchEntries, searchTariff } from './store.ts';

const Search = Type.Object({
  query: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

export const routes = [
  route({
    method: 'GET',
    path: '/reference/code-lists',
    summary: 'Code tables with edition and source',
    action: 'signed-in',
    handle: async (context) => ({ items: await listCodeLists(context) }),
  }),
  route({
    method: 'GET',
    path: '/reference/code-lists/:id/entries',
    summary: 'Search a code table by code or name',
    action: 'signed-in',
    params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
    query: Search,
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
    summary: 'Search the tariff by code or name',
    action: 'signed-in',
    query: Search,
    handle: async (context, { query }) => ({
      items: await searchTariff(context, query.query ?? '', partnerDay(context.now), query.limit ?? 50),
    }),
  }),
];
