// Which partitions a growing table is to have, purely: some way ahead of what is written, and none that is full, old and done with.
// Keys are numbers throughout; an instant is its milliseconds since 1970.
export type Partition = {
  readonly name: string;
  /** Everything in it is below; absent for the one that takes what no other is there for. */
  readonly upTo?: number;
};
export type Range = { readonly suffix: string; readonly from: number; readonly to: number };

const DAY_MS = 86_400_000;
const AHEAD_MS = 31 * DAY_MS;

/**
 * Ranges to be made now, lowest first. `at` is where writing is; `strayed` the highest key that no partition was there for:
 * what is around it stays where it is, and the next range begins above.
 */
export function rangesAhead(
  partitions: readonly Partition[],
  { span, at, strayed }: { readonly span: number | 'month'; readonly at: number; readonly strayed?: number },
): Range[] {
  const bound = Math.max(0, ...partitions.map((p) => p.upTo ?? 0));
  const enough = at + (span === 'month' ? AHEAD_MS : span / 2);
  const ranges: Range[] = [];
  let from = strayed === undefined ? bound : Math.max(bound, nextCut(strayed, span));
  while (from <= enough && ranges.length < 100) {
    const to = nextCut(from, span);
    ranges.push({ suffix: suffixOf(from, span), from, to });
    from = to;
  }
  return ranges;
}

/** The oldest partition when it may go: full, and nothing in it younger than is kept. Absent `keepDays`: nothing ever goes. */
export function oldestToGo(
  partitions: readonly Partition[],
  { at, keepDays }: { readonly at: number; readonly keepDays?: number },
): (Partition & { readonly upTo: number }) | undefined {
  if (keepDays === undefined) return undefined;
  const [oldest, ...younger] = partitions
    .flatMap((p) => (p.upTo === undefined ? [] : [{ ...p, upTo: p.upTo }]))
    .sort((a, b) => a.upTo - b.upTo);
  return oldest && younger.length > 0 && oldest.upTo <= at ? oldest : undefined;
}
export const isOld = (lastWrittenAt: string, now: string, keepDays: number): boolean =>
  Date.parse(lastWrittenAt) < Date.parse(now) - keepDays * DAY_MS;

function nextCut(after: number, span: number | 'month'): number {
  if (span !== 'month') return (Math.floor(after / span) + 1) * span;
  const day = new Date(after);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
}
const suffixOf = (from: number, span: number | 'month'): string =>
  span === 'month' ? new Date(from).toISOString().slice(0, 7).replace('-', '_') : String(from);
