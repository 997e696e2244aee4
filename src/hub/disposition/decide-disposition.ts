// Decides a case from its whole set of instructions, under the case's lock, and tells only what changed (P5). Where the process has seen the
// case before and nothing but these words is new, only what they can reach is decided and read again.
import { isDeepStrictEqual } from 'node:util';
import { type Context, emitter } from '../../runtime/context.ts';
import type { Disposition, DispositionEvents, Instruction, Outcome } from './contract.ts';
import { findCollisions, type FoundCollision } from './find-collisions.ts';
import { type KnownCase, knowCase, type Taken, takeKnownCase } from './known-cases.ts';
import { isOver } from './sift-words.ts';
import { countOutcomes, instantOf, listOutcomes, noteWordsEnd, readOutcomesOf, saveOutcomes } from './store.ts';
import { insertCollision, resolveCollisionRow } from './store-collisions.ts';

const emit = emitter<DispositionEvents>();
const SETTLED_ITSELF = '后来的指令已消除矛盾 / a later instruction ended the contradiction';

/**
 * `known`: the case as its taker knows it, where he has it already. `words`: those of its instructions that were not there when it was last
 * decided; without them everything is decided.
 */
export async function decideDisposition(
  context: Context,
  shipmentId: string,
  known?: Taken,
  words?: readonly Instruction[],
): Promise<void> {
  const found = known ?? (await takeKnownCase(context, shipmentId));
  if (!found || found.withdrawn) return;
  const { instructions } = found;
  const seen = knowCase(shipmentId, found);
  const reached = words && reachOf(seen, found, words, context.now);
  const decided = seen.evaluator.decide(instructions, context.now, reached && words);
  const combined = [...decided.values()];
  const disputed = new Set(reached ? disputedIn(found).filter((id) => !decided.has(id)) : []);
  const before = await decidedBefore(context, shipmentId, found, reached && [...reached, ...disputed]);
  const { rewritten, changed, gone, was } = compare(
    before.filter((d) => !disputed.has(d.objectId)),
    combined,
  );
  // What these words do not reach is as it was: so are the contradictions on it.
  const onDesk = new Map([...before.filter((d) => disputed.has(d.objectId)), ...combined].map((d) => [d.objectId, d]));
  const precedenceOf = (objectId: string) => seen.evaluator.precedenceOf(objectId, context.now);
  await noteCollisions(context, shipmentId, found, findCollisions(instructions, onDesk, precedenceOf));
  if (rewritten.length + gone.length > 0) await saveOutcomes(context, { shipmentId, dispositions: rewritten, gone });
  await noteNextEnd(context, shipmentId, found);
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
    // In one order, whichever way they were come by.
    outcomes: [...(await outcomesNow(context, shipmentId, found, { combined, reached }))].sort(),
  });
}

/** What these words can have changed; undefined where everything has to be decided. */
function reachOf(
  seen: KnownCase & { readonly again: boolean },
  { instructions, wordsEnd }: Taken,
  words: readonly Instruction[],
  now: string,
): readonly string[] | undefined {
  if (!seen.again || !seen.timeless) return undefined;
  if (wordsEnd !== null && wordsEnd <= now) return undefined;
  return seen.evaluator.reach(words, instructions);
}

/** On which the two words of an open contradiction both lie. */
function disputedIn({ instructions, open }: Taken): readonly string[] {
  if (open.length === 0) return [];
  const words = new Map(instructions.map((i) => [i.id, i.objects]));
  const shared = open.flatMap(({ instructionIds: [a = '', b = ''] }) => {
    const other = new Set(words.get(b));
    return (words.get(a) ?? []).filter((id) => other.has(id));
  });
  return [...new Set(shared)];
}

/** Of all objects, or of these. */
async function decidedBefore(
  context: Context,
  shipmentId: string,
  { outcomes }: Taken,
  objectIds: readonly string[] | undefined,
): Promise<readonly Disposition[]> {
  if (!objectIds) return outcomes ?? (await listOutcomes(context, shipmentId)).map((row) => row.disposition);
  if (!outcomes) return readOutcomesOf(context, { shipmentId, objectIds });
  const ids = new Set(objectIds);
  return outcomes.filter((d) => ids.has(d.objectId));
}

/** Of every object of the case. */
async function outcomesNow(
  context: Context,
  shipmentId: string,
  { outcomes }: Taken,
  { combined, reached }: { readonly combined: readonly Disposition[]; readonly reached: readonly string[] | undefined },
): Promise<readonly Outcome[]> {
  if (!reached) return combined.map((d) => d.outcome);
  if (!outcomes) return countOutcomes(context, shipmentId);
  const all = new Map([...outcomes, ...combined].map((d) => [d.objectId, d.outcome]));
  return [...all.values()];
}

function compare(before: readonly Disposition[], combined: readonly Disposition[]) {
  const old = new Map(before.map((d) => [d.objectId, d]));
  const was = new Map<string, Outcome>(before.map((d) => [d.objectId, d.outcome]));
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
  return { rewritten, changed, gone: [...old.keys()], was };
}

/** The case is looked at again when the next of its words ends (`end-words.ts`). */
async function noteNextEnd(context: Context, shipmentId: string, { instructions, wordsEnd }: Taken): Promise<void> {
  const ends = instructions.flatMap((i) =>
    i.validUntil && !isOver(i.validUntil, context.now) ? [instantOf(i.validUntil)] : [],
  );
  const next = ends.sort()[0] ?? null;
  if (next !== wordsEnd) await noteWordsEnd(context, { shipmentId, at: next });
}

/** New ones are told; one whose words no longer contradict each other is settled by what was said last. */
async function noteCollisions(
  context: Context,
  shipmentId: string,
  { open, instructions }: Taken,
  collisions: readonly FoundCollision[],
): Promise<void> {
  for (const collision of collisions) {
    if (open.some((known) => known.id === collision.id) || !(await insertCollision(context, shipmentId, collision)))
      continue;
    const { id: collisionId, kind } = collision;
    await emit(context, 'collision.found', shipmentId, { shipmentId, collisionId, kind });
  }
  const last = instructions.reduce((a, b) => (b.receivedAt >= a.receivedAt ? b : a), instructions[0] as Instruction);
  for (const { id: collisionId } of open.filter(({ id }) => !collisions.some((c) => c.id === id))) {
    await resolveCollisionRow(context, { id: collisionId, shipmentId, resolution: SETTLED_ITSELF });
    await emit(context, 'collision.resolved', shipmentId, { shipmentId, collisionId, instructionId: last.id });
  }
}
