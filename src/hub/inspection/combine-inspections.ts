// Which objects are inspected together, pure: live inspect instructions on the same or overlapping units form one task
// (connected components), with the union of their requirements (P6, NB18 二(六) 指令对碰).
import type { AuthorityId } from '../../kernel/party.ts';
import type { Instruction } from '../disposition/contract.ts';

export type InspectionGroup = {
  readonly objectIds: readonly string[];
  readonly parts: readonly { readonly authority: AuthorityId; readonly instructions: readonly Instruction[] }[];
};

/** `units` maps each unit to the inspect instructions that hold it. */
export function combineInspections(units: ReadonlyMap<string, readonly Instruction[]>): InspectionGroup[] {
  const groups: { objects: Set<string>; instructions: Map<string, Instruction> }[] = [];
  for (const [unit, instructions] of [...units].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (instructions.length === 0) continue;
    const touching = groups.filter((g) => instructions.some((i) => g.instructions.has(i.id)));
    const merged = {
      objects: new Set([unit, ...touching.flatMap((g) => [...g.objects])]),
      instructions: new Map([
        ...touching.flatMap((g) => [...g.instructions]),
        ...instructions.map((i) => [i.id, i] as const),
      ]),
    };
    for (const g of touching) groups.splice(groups.indexOf(g), 1);
    groups.push(merged);
  }
  return groups.map(({ objects, instructions }) => {
    const sorted = [...instructions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const authorities = [...new Set(sorted.map((i) => i.authority))].sort();
    return {
      objectIds: [...objects].sort(),
      parts: authorities.map((authority) => ({
        authority,
        instructions: sorted.filter((i) => i.authority === authority),
      })),
    };
  });
}
