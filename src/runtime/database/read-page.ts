// Key-set paging: one row more than asked for tells whether there is a next page; its key is the last row's id (P12).
// Pages of ids that only grow, newest first, neither skip nor repeat a row while others are written.
export type Page<T> = { readonly items: readonly T[]; readonly next?: string };
export type PageQuery = { readonly after?: string; readonly limit?: number };
export type RowPage = { readonly after?: string; readonly limit: number };

export const USUAL_PAGE = 50;

export async function readPageOf<R extends { readonly id: string }>(
  query: PageQuery,
  read: (page: RowPage) => Promise<readonly R[]>,
): Promise<{ rows: readonly R[]; next: { next?: string } }> {
  const limit = query.limit ?? USUAL_PAGE;
  const found = await read({ limit: limit + 1, ...(query.after ? { after: query.after } : {}) });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { next: last.id } : {} };
}
