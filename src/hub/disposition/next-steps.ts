// What has to happen next in a case (P5): holds that the same act frees are one step, however many objects they lie on. Pure.
import type { Holder, NextStep } from './contract.ts';
import { compare } from './sift-words.ts';

type Held = { readonly id: string; readonly disposition: { readonly holders: readonly Holder[] } };

/** One instruction is one step; so is everything that one authority has not spoken for yet, and each rejection. */
const stepOf = (h: Holder): string =>
  JSON.stringify([
    h.authority,
    h.kind,
    h.instructionId ?? (h.kind === 'not-yet-spoken' ? '' : h.reason.zh),
    h.frees.zh,
    h.clock.party,
  ]);

/** What an object inherits (`via`) is the step of the object it comes from. */
export function nextSteps(objects: readonly Held[]): NextStep[] {
  const steps = new Map<string, NextStep>();
  for (const { id, disposition } of objects)
    for (const holder of disposition.holders) {
      if (holder.via !== undefined) continue;
      const key = stepOf(holder);
      const known = steps.get(key);
      steps.set(key, known ? joined(known, holder, id) : first(holder, id));
    }
  return [...steps]
    .sort(([keyA, a], [keyB, b]) => compare(a.clock.dueAt ?? '~', b.clock.dueAt ?? '~') || compare(keyA, keyB))
    .map(([, step]) => step);
}

const first = ({ authority, kind, reason, frees, legalBasis, clock }: Holder, id: string): NextStep => ({
  authority,
  kind,
  reason,
  frees,
  ...(legalBasis ? { legalBasis } : {}),
  clock,
  objectIds: [id],
});

function joined(step: NextStep, holder: Holder, id: string): NextStep {
  const due = [step.clock.dueAt, holder.clock.dueAt].filter((at) => at !== undefined).sort()[0];
  return {
    ...step,
    clock: due === undefined ? step.clock : { ...step.clock, dueAt: due },
    objectIds: step.objectIds.includes(id) ? step.objectIds : [...step.objectIds, id],
  };
}
