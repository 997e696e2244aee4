// A list that grows by pages (P12): each page is asked for by the key of the last row before it.
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { get } from './api.ts';

/** `path` may have a query of its own; `More` is what a page carries beside its rows. */
export function usePages<T, More = unknown>(
  queryKey: QueryKey,
  path: string,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
) {
  return useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      get<{ items: T[]; next?: string } & More>(
        pageParam ? `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}` : path,
      ),
    getNextPageParam: (last) => last.next,
    ...options,
  });
}
