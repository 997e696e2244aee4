// Looks a code table up by code, Chinese or English name or pinyin initials, page by page, as of a day.
import type { Context } from '../../runtime/context.ts';
import { searchRows, type FoundRow } from './store.ts';

export type Lookup = {
  readonly list: string;
  readonly query: string;
  readonly day: string;
  readonly limit: number;
  readonly after?: string;
};
export type FoundPage = { readonly rows: readonly FoundRow[]; readonly next?: string };

export async function searchCodes(context: Context, { after, limit, ...search }: Lookup): Promise<FoundPage> {
  const [, rank = '', code = ''] = /^(\d) (.+)$/.exec(after ?? '') ?? [];
  // One more than asked for tells whether there is a next page.
  const hits = await searchRows(context, {
    ...search,
    limit: limit + 1,
    ...(rank ? { after: { rank: Number(rank), code } } : {}),
  });
  const rows = hits.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((h) => h.row),
    ...(hits.length > limit && last ? { next: `${last.rank} ${last.row.code}` } : {}),
  };
}
