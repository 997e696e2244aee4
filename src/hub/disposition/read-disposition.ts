// The blocking view (P5): every object with who holds it, why, what frees it and whose clock runs; and the collision desk.
import { type Context, emitter } from '../../runtime/context.ts';
import { mayReadShipment } from '../shipment/index.ts';
import type { BlockingView, Collision, DispositionEvents, Outcome } from './contract.ts';
import { refuse } from './refusals.ts';
import {
  findCollision,
  listCollisions,
  listInstructions,
  listObjects,
  listOutcomes,
  resolveCollisionRow,
} from './store.ts';

const emit = emitter<DispositionEvents>();

export async function readBlockingView(context: Context, shipmentId: string): Promise<BlockingView> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('INSTRUCTION_CASE_UNKNOWN');
  const [objects, outcomes, instructions] = [
    await listObjects(context, shipmentId),
    await listOutcomes(context, shipmentId),
    await listInstructions(context, shipmentId),
  ];
  const byObject = new Map(outcomes.map((row) => [row.object_id, row]));
  const order = ['conveyance', 'bill', 'container', 'package', 'declaration', 'goods-line'];
  const shown = objects.flatMap((object) => {
    const row = byObject.get(object.id);
    return row ? [{ ...object, disposition: row.disposition }] : [];
  });
  shown.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.key < b.key ? -1 : 1));
  return {
    shipmentId,
    objects: shown,
    instructions,
    computedAt:
      outcomes
        .map((o) => o.changed_at)
        .sort()
        .at(-1) ?? context.now,
  };
}

/** For other modules: dispositions of a case with the objects they are about. */
export async function readDispositions(context: Context, shipmentId: string) {
  const [objects, outcomes, instructions] = [
    await listObjects(context, shipmentId),
    await listOutcomes(context, shipmentId),
    await listInstructions(context, shipmentId),
  ];
  const byObject = new Map(outcomes.map((row) => [row.object_id, row.disposition]));
  return {
    instructions,
    objects: objects.flatMap((object) =>
      byObject.has(object.id)
        ? [{ object, disposition: byObject.get(object.id) as NonNullable<ReturnType<typeof byObject.get>> }]
        : [],
    ),
  };
}
export type ReadDispositions = Awaited<ReturnType<typeof readDispositions>>;
export const isUnit = (type: string): boolean => type === 'container' || type === 'package';
export const mayLeave = (outcome: Outcome): boolean => outcome === 'released' || outcome === 'conditionally-released';

export async function readCollisions(context: Context): Promise<Collision[]> {
  const rows = await listCollisions(context);
  const mine = rows.filter((row) => !context.actor.authority || row.body.authorities.includes(context.actor.authority));
  return Promise.all(
    mine.map(async (row) => {
      const instructions = (await listInstructions(context, row.shipment_id)).filter((i) =>
        row.body.instructionIds.includes(i.id),
      );
      const { instructionIds: _, ...body } = row.body;
      return {
        ...body,
        shipmentId: row.shipment_id,
        instructions,
        state: row.state,
        ...(row.resolution ? { resolution: row.resolution } : {}),
      };
    }),
  );
}

/** Marks a collision as dealt with by an instruction that an officer of an authority concerned has given. */
export async function resolveCollision(
  context: Context,
  command: { id: string; instructionId: string; resolution: string },
): Promise<void> {
  const row = await findCollision(context, command.id);
  if (!row || !context.actor.authority || !row.body.authorities.includes(context.actor.authority))
    throw refuse('COLLISION_UNKNOWN');
  await resolveCollisionRow(context, row.id, row.shipment_id, command.resolution);
  await emit(context, 'collision.resolved', row.shipment_id, {
    shipmentId: row.shipment_id,
    collisionId: row.id,
    instructionId: command.instructionId,
  });
}
