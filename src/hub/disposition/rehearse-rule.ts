// A rehearsal (P5): the real instructions of the last days once more, under the rules there are and under a changed one, and whose outcome
// differs. Nothing is decided by it.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { createEvaluator } from './combine-instructions.ts';
import type { Instruction, Rehearsal, RehearsedChange } from './contract.ts';
import { wordsAsIf } from './keep-words.ts';
import { type Law, lawAsIf, lawOf, type SomeRule } from './rules-in-force.ts';
import { readCase } from './store.ts';
import { casesSince } from './store-rule-changes.ts';

/** Of the time asked for, the cases with the latest words are looked at; whoever approves is told when that was not all of them. */
const MOST = { cases: 1000, listed: 100 } as const;
type Most = { readonly [limit in keyof typeof MOST]: number };

export async function rehearseRule(
  context: Context,
  { change, days, most = MOST }: { readonly change: SomeRule; readonly days: number; readonly most?: Most },
): Promise<Rehearsal> {
  const found = await casesSince(context, plusMs(context.now, -days * 86_400_000), most.cases + 1);
  const ids = found.slice(0, most.cases);
  const listed: RehearsedChange[] = [];
  let [objects, changed] = [0, 0];
  for (const shipmentId of ids) {
    const state = await readCase(context, shipmentId);
    const law = lawOf(state.approved);
    const changedLaw = lawAsIf(law, change);
    const words =
      change.kind === 'expiry'
        ? await wordsAsIf(context, { ...state, shipmentId }, changedLaw.expiry)
        : state.instructions;
    const decide = (by: Law, instructions: readonly Instruction[]) =>
      createEvaluator(state.objects, by.jurisdiction, by.precedence).decide(instructions, context.now);
    const after = decide(changedLaw, words);
    const before = decide(law, state.instructions);
    objects += state.objects.length;
    for (const object of state.objects) {
      const [was, is] = [before.get(object.id), after.get(object.id)];
      if (!was || !is) continue;
      if (was.outcome === is.outcome && was.explanation.waitsFor.join() === is.explanation.waitsFor.join()) continue;
      changed += 1;
      if (listed.length >= most.listed) continue;
      listed.push({
        shipmentId,
        shipmentNumber: (await shipmentHeading(context, shipmentId))?.number ?? '',
        objectId: object.id,
        objectLabel: object.label,
        before: was.outcome,
        after: is.outcome,
        waitsFor: is.explanation.waitsFor,
      });
    }
  }
  const cut = { cases: found.length > ids.length, listed: changed > listed.length };
  return { at: context.now, by: context.actor.name, days, cases: ids.length, objects, changed, listed, cut };
}

/** One that the version before has kept says nothing of what it left out. */
export const sayWhatIsCut = (kept: Omit<Rehearsal, 'cut'> & Partial<Pick<Rehearsal, 'cut'>>): Rehearsal => ({
  ...kept,
  cut: kept.cut ?? { cases: kept.cases >= MOST.cases, listed: kept.changed > kept.listed.length },
});
