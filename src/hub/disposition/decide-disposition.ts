// Recomputes a case from its whole set of instructions, under the case's lock, and tells only what changed (P5).
import { isDeepStrictEqual } from 'node:util';
import { type Context, emitter } from '../../runtime/context.ts';
import { combineInstructions } from './combine-instructions.ts';
import { combineRules } from './combine-rules.ts';
import type { DispositionEvents, Instruction } from './contract.ts';
import { findCollisions, type FoundCollision } from './find-collisions.ts';
import { jurisdiction } from './jurisdiction.ts';
import { insertCollision, resolveCollisionRow, saveOutcomes, takeCase, type TakenCase } from './store.ts';

const emit = emitter<DispositionEvents>();
const SETTLED_ITSELF = '后来的指令已消除矛盾 / a later instruction ended the contradiction';

/** `known`: the case as its taker knows it, where he has it already. */
export async function decideDisposition(context: Context, shipmentId: string, known?: TakenCase): Promise<void> {
  const found = known ?? (await takeCase(context, shipmentId));
  if (!found || found.withdrawn) return;
  const { objects, instructions, outcomes: before } = found;
  const rules = combineRules(jurisdiction, found.approved);
  const decided = combineInstructions({ objects, instructions, rules, asOf: context.now });
  const combined = [...decided.values()];
  const old = new Map(before.map((row) => [row.objectId, row.disposition]));
  const was = new Map(before.map((row) => [row.objectId, row.disposition.outcome]));
  const rewritten = combined.filter((d) => !isDeepStrictEqual(old.get(d.objectId), d));
  const changed = rewritten.filter((d) => {
    const known = old.get(d.objectId);
    return (
      !known ||
      known.outcome !== d.outcome ||
      known.inspectedBy.join() !== d.inspectedBy.join() ||
      known.explanation.counts.join() !== d.explanation.counts.join()
    );
  });
  for (const d of combined) old.delete(d.objectId);
  const gone = [...old.keys()];
  await noteCollisions(context, shipmentId, found, findCollisions(instructions, decided));
  if (rewritten.length + gone.length > 0) await saveOutcomes(context, { shipmentId, dispositions: rewritten, gone });
  if (changed.length + gone.length === 0) return;
  await emit(context, 'disposition.changed', shipmentId, {
    shipmentId,
    changed: changed.map((d) => ({
      objectId: d.objectId,
      outcome: d.outcome,
      joint: d.joint,
      inspectedBy: d.inspectedBy,
      ...(was.has(d.objectId) ? { before: was.get(d.objectId) ?? d.outcome } : {}),
    })),
    outcomes: combined.map((d) => d.outcome),
  });
}

/** New ones are told; one whose words no longer contradict each other is settled by what was said last. */
async function noteCollisions(
  context: Context,
  shipmentId: string,
  { open, instructions }: TakenCase,
  collisions: readonly FoundCollision[],
): Promise<void> {
  for (const collision of collisions) {
    if (open.includes(collision.id) || !(await insertCollision(context, shipmentId, collision))) continue;
    const { id: collisionId, kind } = collision;
    await emit(context, 'collision.found', shipmentId, { shipmentId, collisionId, kind });
  }
  const last = instructions.reduce((a, b) => (b.receivedAt >= a.receivedAt ? b : a), instructions[0] as Instruction);
  for (const collisionId of open.filter((id) => !collisions.some((c) => c.id === id))) {
    await resolveCollisionRow(context, { id: collisionId, shipmentId, resolution: SETTLED_ITSELF });
    await emit(context, 'collision.resolved', shipmentId, { shipmentId, collisionId, instructionId: last.id });
  }
}
