// Contradictions for the collision desk (指令对碰, P5): the same authority with one sequence and two contents, and a
// release of what another authority refuses. Pure, with the same order-independence as the disposition itself.
import { contentDigest } from '../../kernel/digest.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Collision, Instruction } from './contract.ts';

export type FoundCollision = Pick<Collision, 'id' | 'kind' | 'objectIds' | 'authorities' | 'precedence'> & {
  readonly instructionIds: readonly string[];
};

const strict: Bilingual = {
  zh: '矛盾未澄清前，以较严的指令为准：不予放行 > 扣留 > 查验 > 放行',
  en: 'Until cleared up the stricter one counts: refuse > hold > inspect > release',
};

export function findCollisions(instructions: readonly Instruction[]): FoundCollision[] {
  const live = [...new Map(instructions.map((i) => [i.id, i])).values()]
    .filter((i) => i.kind !== 'withdraw')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const found = new Map<string, FoundCollision>();
  for (const [i, a] of live.entries()) {
    for (const b of live.slice(i + 1)) {
      const shared = a.objects.filter((o) => b.objects.includes(o)).sort();
      const kind = shared.length > 0 ? kindOf(a, b) : undefined;
      if (!kind) continue;
      const instructionIds = [a.id, b.id].sort();
      const id = contentDigest({ kind, instructionIds }).slice(0, 32);
      found.set(id, {
        id,
        kind,
        objectIds: shared,
        authorities: [...new Set([a.authority, b.authority])].sort(),
        precedence: strict,
        instructionIds,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function kindOf(a: Instruction, b: Instruction): FoundCollision['kind'] | undefined {
  if (a.authority === b.authority)
    return a.sequence === b.sequence && a.kind !== b.kind ? 'same-sequence-different-content' : undefined;
  const kinds = [a.kind, b.kind];
  return kinds.includes('refuse') && kinds.includes('release') ? 'release-of-refused' : undefined;
}
