// Recomputes a case from its whole set of instructions, under the case's lock, and tells only what changed (P5).
import { type Context, emitter } from '../../runtime/context.ts';
import { combineInstructions } from './combine-instructions.ts';
import type { DispositionEvents } from './contract.ts';
import { findCollisions } from './find-collisions.ts';
import { jurisdiction } from './jurisdiction.ts';
import { insertCollision, replaceOutcomes, takeCase, type TakenCase } from './store.ts';

const emit = emitter<DispositionEvents>();

/** `known`: the case as its taker knows it, where he has it already. */
export async function decideDisposition(context: Context, shipmentId: string, known?: TakenCase): Promise<void> {
  const found = known ?? (await takeCase(context, shipmentId));
  if (!found || found.withdrawn) return;
  const { objects, instructions, outcomes: before } = found;
  const combined = [...combineInstructions({ objects, instructions, rules: jurisdiction, asOf: context.now }).values()];
  const old = new Map(before.map((row) => [row.objectId, row.disposition]));
  const changed = combined.filter((d) => {
    const was = old.get(d.objectId);
    return (
      !was ||
      was.outcome !== d.outcome ||
      was.inspectedBy.join() !== d.inspectedBy.join() ||
      was.explanation.counts.join() !== d.explanation.counts.join()
    );
  });
  for (const collision of findCollisions(instructions)) {
    if (await insertCollision(context, shipmentId, collision))
      await emit(context, 'collision.found', shipmentId, {
        shipmentId,
        collisionId: collision.id,
        kind: collision.kind,
      });
  }
  if (changed.length === 0 && combined.length === before.length) return;
  await replaceOutcomes(context, { shipmentId, dispositions: combined });
  await emit(context, 'disposition.changed', shipmentId, {
    shipmentId,
    changed: changed.map((d) => ({
      objectId: d.objectId,
      outcome: d.outcome,
      joint: d.joint,
      inspectedBy: d.inspectedBy,
      ...(old.get(d.objectId) ? { before: old.get(d.objectId)?.outcome ?? d.outcome } : {}),
    })),
    outcomes: combined.map((d) => d.outcome),
  });
}
