// Controlled objects and what reaches what (P5): conveyance ⊃ bill ⊃ container or lot; declaration ⊃ goods line; goods lines
// lie in containers, many to many. A hold on an object blocks all it contains; a held goods line blocks the box it is in.
import type { ControlledObject } from './contract.ts';

export type ObjectIndex = {
  has(id: string): boolean;
  get(id: string): ControlledObject | undefined;
  /** The object and everything that contains it, directly or not; for a unit also the declarations of the goods in it. */
  covers(id: string): readonly string[];
  /** What decides over the object: what covers it, and the goods lines inside a unit. */
  influences(id: string): readonly string[];
};

export function indexObjects(objects: readonly ControlledObject[]): ObjectIndex {
  const byId = new Map(objects.map((o) => [o.id, o]));
  const linesIn = new Map<string, ControlledObject[]>();
  for (const line of objects.filter((o) => o.type === 'goods-line')) {
    for (const unit of line.within) linesIn.set(unit, [...(linesIn.get(unit) ?? []), line]);
  }
  const isUnit = (o: ControlledObject) => o.type === 'container' || o.type === 'package';

  const upward = remember((id: string): readonly string[] => {
    const found = new Set<string>([id]);
    const walk = (at: string) => {
      for (const parent of byId.get(at)?.within ?? []) {
        if (byId.has(parent) && !found.has(parent)) {
          found.add(parent);
          walk(parent);
        }
      }
    };
    walk(id);
    return [...found];
  });
  const linesOf = (id: string): readonly ControlledObject[] => {
    const object = byId.get(id);
    return object && isUnit(object) ? (linesIn.get(id) ?? []) : [];
  };
  const declarationsOf = (id: string): readonly string[] => [
    ...new Set(linesOf(id).flatMap((line) => line.within.filter((w) => byId.get(w)?.type === 'declaration'))),
  ];

  return {
    has: (id) => byId.has(id),
    get: (id) => byId.get(id),
    covers: remember((id) => [...new Set([...upward(id), ...declarationsOf(id)])].sort()),
    influences: remember((id) =>
      [...new Set([...upward(id), ...declarationsOf(id), ...linesOf(id).map((l) => l.id)])].sort(),
    ),
  };
}

function remember(compute: (id: string) => readonly string[]): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const found = known.get(id) ?? compute(id);
    known.set(id, found);
    return found;
  };
}
