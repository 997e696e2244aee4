// The blocking view (P5): every object with who holds it, why, what frees it and whose clock runs; and the collision desk.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, USUAL_PAGE } from '../../runtime/database/read-page.ts';
import { mayReadShipment, rejectionsOf } from '../shipment/index.ts';
import { type BlockingView, type Collision, type Disposition, objectTypes, type Outcome } from './contract.ts';

import { nextSteps } from './next-steps.ts';
import { noteRejections } from './note-rejections.ts';
import { refuse } from './refusals.ts';
import { isForReader, toTestResult } from './test-results/read-results.ts';
import { listInstructions, listObjects, listOutcomes, readCase } from './store.ts';
import { type CollisionRow, pageCollisions } from './store-collisions.ts';
import { listTestResults } from './test-results/store.ts';

export async function readBlockingView(context: Context, shipmentId: string): Promise<BlockingView> {
  if (!(await mayReadShipment(context, shipmentId))) throw refuse('INSTRUCTION_CASE_UNKNOWN');
  const [objects, outcomes, instructions] = [
    await listObjects(context, shipmentId),
    await listOutcomes(context, shipmentId),
    await listInstructions(context, shipmentId),
  ];
  const byObject = new Map(outcomes.map((row) => [row.object_id, row]));
  const order: readonly string[] = objectTypes;
  const shown = objects.flatMap((object) => {
    const row = byObject.get(object.id);
    return row ? [{ ...object, disposition: withDuties(row.disposition) }] : [];
  });
  shown.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.key < b.key ? -1 : 1));
  const noted = noteRejections(shown, await rejectionsOf(context, shipmentId));
  const results = (await listTestResults(context, shipmentId)).filter((row) => isForReader(context.actor, row));
  return {
    shipmentId,
    nextSteps: nextSteps(noted),
    objects: noted,
    instructions,
    testResults: await Promise.all(results.map((row) => toTestResult(context, row, instructions))),
    computedAt:
      outcomes
        .map((o) => o.changed_at)
        .sort()
        .at(-1) ?? context.now,
  };
}

/** One decided by the version before says nothing of duties. */
const withDuties = (d: Disposition): Disposition => ({
  ...d,
  explanation: { ...d.explanation, duties: d.explanation.duties ?? [] },
});

/** For other modules: dispositions of a case with the objects they are about. */
export async function readDispositions(context: Context, shipmentId: string) {
  const { objects, outcomes, instructions } = await readCase(context, shipmentId);
  const byObject = new Map(outcomes.map((disposition) => [disposition.objectId, disposition]));
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
export const mayLeave = (outcome: Outcome): boolean => outcome === 'released' || outcome === 'conditionally-released';

export async function readCollisions(context: Context, query: PageQuery): Promise<Page<Collision>> {
  const { authority } = context.actor;
  const limit = query.limit ?? USUAL_PAGE;
  const [at, id] = query.after?.split(' ') ?? [];
  const foundAt = at && new Date(Number(at)).toISOString();
  const found = await pageCollisions(context, {
    limit: limit + 1,
    ...(authority ? { authority } : {}),
    ...(foundAt && id ? { after: { foundAt, id } } : {}),
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const items = await toCollisions(context, rows);
  return { items, ...(found.length > limit && last ? { next: `${Date.parse(last.found_at)} ${last.id}` } : {}) };
}

function toCollisions(context: Context, rows: readonly CollisionRow[]): Promise<Collision[]> {
  return Promise.all(
    rows.map(async (row) => {
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
