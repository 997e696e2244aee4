// A search read page by page; a new question keeps the old answer on screen until the new one is there.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../../web/api.ts';

type Page<T> = { readonly items: readonly T[]; readonly next?: string };

export function useFound<T>(path: string, { query, day }: { query: string; day: string }) {
  return useInfiniteQuery({
    queryKey: ['reference', path, query, day],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ limit: '50', ...(query ? { query } : {}), ...(day ? { day } : {}) });
      if (pageParam) asked.set('after', pageParam);
      return get<Page<T>>(`${path}?${asked}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    select: (found) => found.pages.flatMap((page) => page.items),
  });
}
