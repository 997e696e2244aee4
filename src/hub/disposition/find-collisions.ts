// Contradictions for the collision desk (指令对碰, P5): the same authority with one place in its order and two contents, and a release of
// what another authority refuses; only words that count, on one object. Pure, with the same order-independence as the disposition itself.
import { contentDigest } from '../../kernel/digest.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Collision, Disposition, Instruction } from './contract.ts';
import { compare } from './sift-words.ts';

export type FoundCollision = Pick<Collision, 'id' | 'kind' | 'objectIds' | 'authorities' | 'precedence'> & {
  readonly instructionIds: readonly string[];
};

const strict: Bilingual = {
  zh: '矛盾未澄清前，以较严的指令为准：不予放行 > 扣留 > 查验 > 放行',
  en: 'Until cleared up the stricter one counts: refuse > hold > inspect > release',
};

/** `dispositions`: what these instructions come to; a word that was superseded contradicts nobody any more. */
export function findCollisions(
  instructions: readonly Instruction[],
  dispositions: ReadonlyMap<string, Disposition>,
): FoundCollision[] {
  const placed = new Map<string, Map<string, Instruction>>();
  for (const i of instructions)
    for (const object of i.objects) {
      if (i.kind === 'withdraw' || !dispositions.get(object)?.explanation.counts.includes(i.id)) continue;
      const words = placed.get(object) ?? new Map<string, Instruction>();
      placed.set(object, words.set(i.id, i));
    }
  const found = new Map<string, FoundCollision>();
  for (const [object, words] of [...placed].sort(([a], [b]) => compare(a, b))) {
    const sorted = [...words.values()].sort((a, b) => compare(a.id, b.id));
    for (const [n, a] of sorted.entries())
      for (const b of sorted.slice(n + 1)) {
        const kind = settles(a, b) || settles(b, a) ? undefined : kindOf(a, b);
        if (!kind) continue;
        const instructionIds = [a.id, b.id];
        const id = contentDigest({ kind, instructionIds }).slice(0, 32);
        found.set(id, {
          id,
          kind,
          objectIds: [...(found.get(id)?.objectIds ?? []), object],
          authorities: [...new Set([a.authority, b.authority])].sort(),
          precedence: strict,
          instructionIds,
        });
      }
  }
  return [...found.values()].sort((a, b) => compare(a.id, b.id));
}

/** Given at the desk in full sight of the other. */
const settles = (a: Instruction, b: Instruction): boolean => a.settles?.includes(b.id) ?? false;

function kindOf(a: Instruction, b: Instruction): FoundCollision['kind'] | undefined {
  if (a.authority === b.authority)
    return a.sequence === b.sequence && a.kind !== b.kind ? 'same-sequence-different-content' : undefined;
  const kinds = [a.kind, b.kind];
  return kinds.includes('refuse') && kinds.includes('release') ? 'release-of-refused' : undefined;
}
