// What a case counts for, and what a change of it does to the cells: out of the old, into the new (P8). Pure: whatever the order and however
// often, the cells are the sum of the facts.
import { bucketOf } from './spans.ts';

export type Fact = {
  readonly shipmentId: string;
  readonly ownerId: string;
  readonly scopes: readonly string[];
  /** Partner's day, `yyyy-MM-dd`. */
  readonly day: string;
  readonly direction: string;
  readonly mode: string;
  readonly state: string;
  readonly clearanceS: number | null;
  readonly leavingS: number | null;
  /** More stages: `dwell`, and `answer:AUTHORITY` of each that has spoken. Seconds. */
  readonly times: Readonly<Record<string, number>>;
};
type Place = { readonly scope: string; readonly day: string; readonly direction: string; readonly mode: string };
export type CellChange = Place & { readonly state: string; readonly cases: number };
export type SpanChange = Place & {
  /** `answer` with whose it is. */
  readonly stage: string;
  readonly bucket: number;
  readonly cases: number;
  readonly seconds: number;
};
export type OwnerChange = {
  readonly month: string;
  readonly direction: string;
  readonly mode: string;
  readonly ownerId: string;
  readonly cases: number;
};
export type Changes = {
  readonly cells: readonly CellChange[];
  readonly spans: readonly SpanChange[];
  readonly owners: readonly OwnerChange[];
};

export const ALL = 'all';
export const scopeOfParty = (party: string): string => `party:${party}`;
export const scopeOfOrganisation = (id: string): string => `organisation:${id}`;
/** The same cases, of one customs office. */
export const atOffice = (scope: string, office: string): string => `${scope}@${office}`;
export const answerOf = (authority: string): string => `answer:${authority}`;
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** `before`: what was counted of these cases; `after`: what is so now. A case may be in either alone. */
export function changesOf(before: readonly Fact[], after: readonly Fact[]): Changes {
  const cells = new Map<string, CellChange>();
  const spans = new Map<string, SpanChange>();
  const owners = new Map<string, OwnerChange>();
  const count = (fact: Fact, sign: 1 | -1) => {
    const { day, direction, mode, state, ownerId } = fact;
    const month = monthOf(day);
    add(owners, [month, direction, mode, ownerId], { month, direction, mode, ownerId, cases: sign });
    for (const scope of fact.scopes) {
      const place = { scope, day, direction, mode };
      add(cells, [scope, day, direction, mode, state], { ...place, state, cases: sign });
      for (const [stage, taken] of [
        ['clearance', fact.clearanceS],
        ['leaving', fact.leavingS],
        ...Object.entries(fact.times),
      ] as const) {
        if (taken === null) continue;
        const bucket = bucketOf(taken);
        const one = { ...place, stage, bucket, cases: sign, seconds: sign * taken };
        add(spans, [scope, day, direction, mode, stage, String(bucket)], one);
      }
    }
  };
  for (const fact of before) count(fact, -1);
  for (const fact of after) count(fact, 1);
  const moved = <T extends { readonly cases: number; readonly seconds?: number }>(map: Map<string, T>) =>
    [...map.values()].filter((one) => one.cases !== 0 || (one.seconds ?? 0) !== 0);
  return { cells: moved(cells), spans: moved(spans), owners: moved(owners) };
}

function add<T extends { readonly cases: number; readonly seconds?: number }>(
  map: Map<string, T>,
  key: readonly string[],
  one: T,
): void {
  const name = key.join('\n');
  const known = map.get(name);
  map.set(
    name,
    known
      ? {
          ...known,
          cases: known.cases + one.cases,
          ...(known.seconds === undefined ? {} : { seconds: known.seconds + (one.seconds ?? 0) }),
        }
      : one,
  );
}
