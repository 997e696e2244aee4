// What a process has made of cases it has seen (P5): the index of a bill's objects costs more than all else that one word takes, and the
// next word on it is likely to come here. Good for as long as the token of the objects and the rules are the same; never more than a hint.
import { createEvaluator, type Evaluator } from './combine-instructions.ts';
import type { Context } from '../../runtime/context.ts';
import type { ControlledObject } from './contract.ts';
import { lawOf, type SomeRule } from './rules-in-force.ts';
import { takeCase, type TakenCase } from './store.ts';

export type KnownCase = {
  readonly edition: string;
  readonly rules: string;
  readonly objects: readonly ControlledObject[];
  readonly evaluator: Evaluator;
  /** False where the day of asking decides who must speak: objects of an old filing do not say since when they are filed. */
  readonly timeless: boolean;
};
/** Objects of all cases kept, some 2 kB each with what is known of them. */
const MOST_OBJECTS = 100_000;
/** What was decided for so few is read with the case; asking again for those concerned would cost more. */
const FEW_OBJECTS = 200;

/** The least recently used one goes first. */
const cases = new Map<string, KnownCase>();
let kept = 0;

export type Taken = TakenCase & { readonly objects: readonly ControlledObject[] };
/** The case locked, with what is known of it already left out of what the database sends. */
export async function takeKnownCase(context: Context, shipmentId: string): Promise<Taken | undefined> {
  const known = cases.get(shipmentId);
  const taken = await takeCase(context, {
    shipmentId,
    ...(known ? { edition: known.edition, withoutOutcomes: known.objects.length > FEW_OBJECTS } : {}),
  });
  return taken && { ...taken, objects: taken.objects ?? known?.objects ?? [] };
}

/** `again`: known before with the same objects under the same rules, so what was decided then stands where nothing reaches it. */
export function knowCase(
  shipmentId: string,
  given: {
    readonly edition: string | null;
    readonly objects: readonly ControlledObject[];
    readonly approved: readonly SomeRule[];
  },
): KnownCase & { readonly again: boolean } {
  const rules = JSON.stringify(given.approved);
  const before = cases.get(shipmentId);
  forget(shipmentId);
  const again = before !== undefined && before.edition === given.edition && before.rules === rules;
  const known = again ? before : know(given, rules);
  if (given.edition) keep(shipmentId, known);
  return { ...known, again };
}

function know({ edition, objects, approved }: Parameters<typeof knowCase>[1], rules: string): KnownCase {
  const law = lawOf(approved);
  return {
    edition: edition ?? '',
    rules,
    objects,
    evaluator: createEvaluator(objects, law.jurisdiction, law.precedence),
    timeless: objects.every((object) => object.facts.since !== undefined),
  };
}
function keep(shipmentId: string, known: KnownCase): void {
  cases.set(shipmentId, known);
  kept += known.objects.length;
  for (const [oldest] of cases) {
    if (kept <= MOST_OBJECTS || oldest === shipmentId) return;
    forget(oldest);
  }
}
function forget(shipmentId: string): void {
  kept -= cases.get(shipmentId)?.objects.length ?? 0;
  cases.delete(shipmentId);
}
