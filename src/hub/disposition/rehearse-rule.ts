// A rehearsal (P5): the real instructions of the last days once more, under the rules there are and under a changed one, and whose outcome
// differs. Nothing is decided by it.
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { builtInRules } from './channel-rules.ts';
import { asIfInForce, combineRules } from './combine-rules.ts';
import { createEvaluator } from './combine-instructions.ts';
import type { Rehearsal, RehearsedChange } from './contract.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { readCase } from './store.ts';
import { casesSince } from './store-rule-changes.ts';

const MOST_CASES = 1000;
const MOST_LISTED = 100;

export async function rehearseRule(context: Context, change: JurisdictionRule, days: number): Promise<Rehearsal> {
  const ids = await casesSince(context, plusMs(context.now, -days * 86_400_000), MOST_CASES);
  const listed: RehearsedChange[] = [];
  let [objects, changed] = [0, 0];
  for (const shipmentId of ids) {
    const state = await readCase(context, shipmentId);
    const rules = combineRules(builtInRules(), state.approved);
    const decide = (by: readonly JurisdictionRule[]) =>
      createEvaluator(state.objects, by).decide(state.instructions, context.now);
    const after = decide(asIfInForce(rules, change));
    const before = decide(rules);
    objects += state.objects.length;
    for (const object of state.objects) {
      const [was, is] = [before.get(object.id), after.get(object.id)];
      if (!was || !is) continue;
      if (was.outcome === is.outcome && was.explanation.waitsFor.join() === is.explanation.waitsFor.join()) continue;
      changed += 1;
      if (listed.length >= MOST_LISTED) continue;
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
  return { at: context.now, by: context.actor.name, days, cases: ids.length, objects, changed, listed };
}
