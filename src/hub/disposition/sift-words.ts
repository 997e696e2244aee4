// Which words stand (P5): each instruction once, none that its authority has withdrawn or whose validity has ended; and where each is
// placed. Pure, and the same for any order of arrival.
import type { AuthorityId } from '../../kernel/party.ts';
import type { Instruction } from './contract.ts';
import type { ObjectIndex } from './object-graph.ts';

export type Superseded = {
  readonly id: string;
  /** The instruction that took its place; the object, where a later version of it did; itself, where its time ended. */
  readonly by: string;
  readonly why: 'newer' | 'withdrawn' | 'expired' | 'covered' | 'older-version';
};
export type SiftedWords = {
  /** The objects somebody has said something about. */
  readonly spokenOf: Iterable<string>;
  /** Every instruction placed on the object, except withdrawals. */
  placed(object: string): readonly Instruction[];
  /** Those of one authority that stand, in its own order. */
  standing(object: string, authority: AuthorityId): readonly Instruction[];
  /** Those that stand nowhere any more. */
  readonly dropped: ReadonlyMap<string, Superseded>;
};
const NOTHING: readonly Instruction[] = [];

export function siftWords(instructions: readonly Instruction[], index: ObjectIndex, asOf: string): SiftedWords {
  const all = inOrder(instructions);
  const withdrawals = Map.groupBy(
    all.filter((i) => i.kind === 'withdraw'),
    (w) => `${w.authority} ${w.number}`,
  );
  const dropped = new Map<string, Superseded>();
  const placed = new Map<string, Instruction[]>();
  const standing = new Map<string, Instruction[]>();
  for (const i of all) {
    if (i.kind === 'withdraw') continue;
    const by = withdrawals.get(`${i.authority} ${i.number}`)?.find((w) => w.sequence >= i.sequence);
    if (i.validUntil !== undefined && isOver(i.validUntil, asOf))
      dropped.set(i.id, { id: i.id, by: i.id, why: 'expired' });
    else if (by) dropped.set(i.id, { id: i.id, by: by.id, why: 'withdrawn' });
    for (const object of new Set(i.objects)) {
      if (index.numberOf(object) === undefined) continue;
      push(placed, object, i);
      if (!dropped.has(i.id)) push(standing, `${i.authority} ${object}`, i);
    }
  }
  return {
    spokenOf: placed.keys(),
    placed: (object) => placed.get(object) ?? NOTHING,
    standing: (object, authority) => standing.get(`${authority} ${object}`) ?? NOTHING,
    dropped,
  };
}

/** Whoever writes an instant may leave the milliseconds out. */
export const isOver = (validUntil: string, asOf: string): boolean => Date.parse(validUntil) <= Date.parse(asOf);

function inOrder(instructions: readonly Instruction[]): Instruction[] {
  const byId = new Map(instructions.map((i) => [i.id, i]));
  return [...byId.values()].sort(
    (a, b) => compare(a.authority, b.authority) || a.sequence - b.sequence || compare(a.id, b.id),
  );
}
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
