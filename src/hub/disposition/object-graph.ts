// Controlled objects and what reaches what (P5): conveyance ⊃ bill ⊃ container ⊃ package; declaration ⊃ goods line; goods lines
// lie in units, many to many. A hold on an object blocks all it contains; a held goods line blocks the box it is in.
// Within, objects are numbers in the order of their ids: a bill may have 20,000 of them.
import { type ControlledObject, type ObjectType, unitTypes } from './contract.ts';

/** What contains stands before what it contains: an edge the other way round is no containment and is not followed. */
const rank: Readonly<Record<ObjectType, number>> = {
  conveyance: 0,
  declaration: 0,
  bill: 1,
  container: 2,
  package: 3,
  'express-parcel': 3,
  mail: 3,
  'goods-line': 4,
};
export const isUnit = (type: string): boolean => (unitTypes as readonly string[]).includes(type);
/** What lies in a box leaves in it: only what lies in none has a release of its own (P7). */
export const leavesAlone = (object: Pick<ControlledObject, 'type' | 'within'>): boolean =>
  isUnit(object.type) && !object.within.some((id) => id.startsWith('container:'));

export type ObjectIndex = {
  /** Sorted by id; the place in it is the object's number. */
  readonly objects: readonly ControlledObject[];
  numberOf(id: string): number | undefined;
  get(id: string): ControlledObject | undefined;
  /** What carries it: its boxes, bills, conveyances, one step up. */
  carriers(id: string): readonly string[];
  /** The declarations that speak for it: of a unit, those of the goods in it. */
  papers(id: string): readonly string[];
  /** Everything inside a unit, at any depth; nothing for what is no unit. */
  contents(id: string): ReadonlySet<string>;
  /** Numbers of what decides over the object: what carries it and its papers at any height, and what lies in a unit. Ascending. */
  influences(number: number): readonly number[];
  /** Of what contains nothing: those with the same number have the same influences but for themselves. */
  kin(number: number): number | undefined;
  /** Numbers of the objects whose disposition a word on this one can change. */
  reach(id: string): readonly number[];
};
const NONE: readonly number[] = [];

export function indexObjects(given: readonly ControlledObject[]): ObjectIndex {
  const objects = [...new Map(given.map((o) => [o.id, o])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map(objects.map((o, n) => [o.id, n]));
  const isPaper = objects.map((o) => o.type === 'declaration');
  const children: number[][] = objects.map(() => []);
  const parents = objects.map((o, n) => {
    const above = new Set<number>();
    for (const id of o.within) {
      const parent = numbers.get(id);
      const type = parent === undefined ? undefined : objects[parent]?.type;
      if (parent !== undefined && type && rank[type] < rank[o.type]) above.add(parent);
    }
    for (const parent of above) children[parent]?.push(n);
    return [...above].sort((a, b) => a - b);
  });

  const contents = rememberByNumber((n): readonly number[] => {
    if (!isUnit(objects[n]?.type ?? '') || children[n]?.length === 0) return NONE;
    const found = new Set<number>();
    for (const child of children[n] ?? []) {
      found.add(child);
      for (const deeper of contents(child)) found.add(deeper);
    }
    return [...found];
  });
  const upward = (n: number, found: Set<number>): Set<number> => {
    found.add(n);
    for (const parent of parents[n] ?? NONE) upward(parent, found);
    return found;
  };
  const addPapers = (n: number, found: Set<number>): Set<number> => {
    for (const parent of parents[n] ?? NONE) if (isPaper[parent]) found.add(parent);
    for (const part of contents(n)) for (const parent of parents[part] ?? NONE) if (isPaper[parent]) found.add(parent);
    return found;
  };
  const influences = rememberByNumber((n): readonly number[] => {
    const found = addPapers(n, upward(n, new Set()));
    for (const part of contents(n)) found.add(part);
    return [...found].sort((a, b) => a - b);
  });

  const families = new Map<string, number>();
  const kin = rememberByNumber((n): number => {
    if (contents(n).length > 0) return 0;
    const key = parents[n]?.join() ?? '';
    const family = families.get(key) ?? families.size + 1;
    families.set(key, family);
    return family;
  });

  /** From what decides to what is decided, and from what covers to what is covered: made when first asked for. */
  let inverted: { readonly decided: number[][]; readonly covered: number[][] } | undefined;
  const invert = () => {
    const decided: number[][] = objects.map(() => []);
    const covered: number[][] = objects.map(() => []);
    for (let n = 0; n < objects.length; n++) {
      for (const by of influences(n)) decided[by]?.push(n);
      for (const by of addPapers(n, upward(n, new Set()))) covered[by]?.push(n);
    }
    return { decided, covered };
  };
  const idOf = (n: number) => objects[n]?.id ?? '';
  const reach = rememberByNumber((n): readonly number[] => {
    inverted ??= invert();
    const found = new Set<number>();
    for (const t of inverted.covered[n] ?? NONE) for (const x of inverted.decided[t] ?? NONE) found.add(x);
    return [...found];
  });
  const byId =
    <T>(ask: (n: number) => T, otherwise: T) =>
    (id: string): T => {
      const n = numbers.get(id);
      return n === undefined ? otherwise : ask(n);
    };

  return {
    objects,
    numberOf: (id) => numbers.get(id),
    get: byId((n) => objects[n], undefined),
    carriers: byId(
      rememberByNumber((n) => (parents[n] ?? NONE).filter((p) => !isPaper[p]).map(idOf)),
      [],
    ),
    papers: byId(
      rememberByNumber((n) => [...addPapers(n, new Set())].map(idOf)),
      [],
    ),
    contents: byId(
      rememberByNumber((n): ReadonlySet<string> => new Set(contents(n).map(idOf))),
      new Set<string>(),
    ),
    influences,
    kin: (n) => kin(n) || undefined,
    reach: byId(reach, []),
  };
}

function rememberByNumber<T>(compute: (n: number) => T): (n: number) => T {
  const known: T[] = [];
  return (n) => {
    let found = known[n];
    if (found === undefined) {
      found = compute(n);
      known[n] = found;
    }
    return found;
  };
}
