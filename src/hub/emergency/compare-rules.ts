// How an act on paper and the partner's own later word are put together (M10): the latest word counts, whatever order the words
// come in and however often; it agrees when it decides the same.
import type { Electronic, PaperKind } from './contract.ts';

/** The later of two words; at the same instant the greater number, so that the order of arrival never matters. */
export function laterOf(a: Electronic | undefined, b: Electronic): Electronic {
  if (!a) return b;
  const [x, y] = [`${a.issuedAt} ${a.number} ${a.kind}`, `${b.issuedAt} ${b.number} ${b.kind}`];
  return x > y ? a : b;
}

const sameAs: Readonly<Record<PaperKind, readonly string[]>> = {
  inspect: ['inspect'],
  hold: ['hold'],
  // released on conditions is a release with something added: an officer has to look at it
  release: ['release'],
  refuse: ['refuse'],
};
export const agrees = (paper: PaperKind, electronic: Electronic): boolean => sameAs[paper].includes(electronic.kind);

const REPLY_DUE_MS = 24 * 3_600_000;
/** After the emergency the partner has a day to say itself what was done on paper. */
export const isOverdue = (state: string, endedAt: string | null, now: string): boolean =>
  state === 'effective' && endedAt !== null && Date.parse(now) - Date.parse(endedAt) > REPLY_DUE_MS;
