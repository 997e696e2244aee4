// A place in the form by the name a person knows it by, not by its path (P10).
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../web/api.ts';
import { useSay } from '../../../web/language.tsx';
import type { Dictionary } from '../contract.ts';
import { nameOfPath } from './form-values.ts';

/** The dictionary never changes while the page is open. */
export const useDictionary = () =>
  useQuery({
    queryKey: ['elements'],
    queryFn: () => get<Dictionary>('/elements'),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function PathName({ path }: { path: string }) {
  const say = useSay();
  const dictionary = useDictionary().data;
  return <span title={path}>{dictionary ? say(nameOfPath(dictionary, path)) : path}</span>;
}
