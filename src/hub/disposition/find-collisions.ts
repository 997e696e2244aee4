// Contradictions for the collision desk (指令对碰, P5): the same authority with one place in its order and two contents, and a release of
// what another authority refuses; only words that count, on one object. Pure, with the same order-independence as the disposition itself.
import { contentDigest } from '../../kernel/digest.ts';
import type { Collision, Disposition, Instruction } from './contract.ts';
import { type PrecedenceRule, precedenceOn, spellOrder } from './precedence.ts';
import { compare } from './sift-words.ts';

export type FoundCollision = Pick<
  Collision,
  'id' | 'kind' | 'objectIds' | 'authorities' | 'precedence' | 'rule' | 'ruleVersion'
> & {
  readonly instructionIds: readonly string[];
};

/**
 * `dispositions`: what these instructions come to; a word that was superseded contradicts nobody any more. `precedenceOf`: by which rule the words
 * on an object are put in order.
 */
export function findCollisions(
  instructions: readonly Instruction[],
  dispositions: ReadonlyMap<string, Disposition>,
  precedenceOf: (objectId: string) => PrecedenceRule = () => precedenceOn([], ''),
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
        const before = found.get(id);
        found.set(id, {
          id,
          kind,
          objectIds: [...(before?.objectIds ?? []), object],
          authorities: [...new Set([a.authority, b.authority])].sort(),
          ...(before ? ruleOf(before) : spelled(precedenceOf(object))),
          instructionIds,
        });
      }
  }
  return [...found.values()].sort((a, b) => compare(a.id, b.id));
}

type Rule = Pick<FoundCollision, 'precedence' | 'rule' | 'ruleVersion'>;
/** Of several objects the rule of the first: those of one case are filed together. */
const ruleOf = ({ precedence, rule = '', ruleVersion = '' }: Rule): Rule => ({ precedence, rule, ruleVersion });
const spelled = (by: PrecedenceRule): Rule => ({ precedence: spellOrder(by), rule: by.id, ruleVersion: by.version });

/** Given at the desk in full sight of the other. */
const settles = (a: Instruction, b: Instruction): boolean => a.settles?.includes(b.id) ?? false;

function kindOf(a: Instruction, b: Instruction): FoundCollision['kind'] | undefined {
  if (a.authority === b.authority)
    return a.sequence === b.sequence && a.kind !== b.kind ? 'same-sequence-different-content' : undefined;
  const kinds = [a.kind, b.kind];
  return kinds.includes('refuse') && kinds.includes('release') ? 'release-of-refused' : undefined;
}
