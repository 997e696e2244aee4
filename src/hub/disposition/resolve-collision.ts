// A contradiction settled at the desk (指令对碰, P5) by an officer of an authority concerned; his word is an instruction like any other.
import { type Context, emitter } from '../../runtime/context.ts';
import type { DispositionEvents, Instruction, ResolveCollision } from './contract.ts';
import { issueInstruction } from './issue-instruction.ts';
import { refuse } from './refusals.ts';
import { lockCase } from './store.ts';
import { findCollision, lockCollision, resolveCollisionRow } from './store-collisions.ts';

const emit = emitter<DispositionEvents>();

export async function resolveCollision(
  context: Context,
  { id, ...word }: ResolveCollision & { readonly id: string },
): Promise<Instruction> {
  const { authority } = context.actor;
  const seen = await findCollision(context, id);
  if (!seen || !authority || !seen.body.authorities.includes(authority)) throw refuse('COLLISION_UNKNOWN');
  // The case before its collision, as whoever decides it does.
  await lockCase(context, seen.shipment_id);
  const row = await lockCollision(context, seen.shipment_id, id);
  if (row?.state !== 'open') throw refuse('COLLISION_SETTLED');
  await resolveCollisionRow(context, { id, shipmentId: row.shipment_id, resolution: word.reason });
  const instruction = await issueInstruction(
    context,
    { ...word, shipmentId: row.shipment_id, objects: row.body.objectIds },
    row.body.instructionIds,
  );
  await emit(context, 'collision.resolved', row.shipment_id, {
    shipmentId: row.shipment_id,
    collisionId: id,
    instructionId: instruction.id,
  });
  return instruction;
}
