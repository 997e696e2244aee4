// An instruction from an authority by its channel: joined to objects, kept as received, and each case recomputed in the same
// transaction (P5). What it names and nobody has filed yet it waits for; on a voyage or a bill it waits for later cases too.
import { contentDigest } from '../../kernel/digest.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { ControlledObject, DispositionEvents, Instruction, ObjectType } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { isShared } from './keep-words.ts';
import { leavesAlone } from './object-graph.ts';
import { objectId } from './split-objects.ts';
import { type Taken, takeKnownCase } from './known-cases.ts';
import { lawOf } from './rules-in-force.ts';
import { rulesFor } from './weigh-object.ts';
import { casesWithObjects, insertInstruction, lockParked, PARKED } from './store.ts';

const emit = emitter<DispositionEvents>();
type Arrived = ExchangeEvents['instruction.arrived'];

export async function receiveInstruction(context: Context, event: StoredEvent<Arrived>): Promise<void> {
  const { fact, channel, messageId, simulated, shipmentVersion } = event.payload;
  const named = fact.about.objects.map((o) => objectId(o.type, o.key));
  const { shipments, elsewhere } = await casesConcerned(context, event.payload.shipmentId, named);
  const { about, fact: _fact, ...words } = fact;
  const id = contentDigest({
    authority: fact.authority,
    kind: fact.kind,
    number: fact.number,
    sequence: fact.sequence,
    objects: [...named].sort(),
    whole: about.whole,
    // By which version it is counted is no part of what was said.
    about: { ...about, objects: undefined, saidAt: undefined },
  }).slice(0, 40);
  const instruction = (objects: readonly string[]): Instruction => ({
    ...words,
    id,
    objects,
    receivedAt: event.occurredAt,
    source: { channel, messageId, simulated },
    ...(shipmentVersion ? { forVersion: shipmentVersion } : {}),
  });
  const row = { id, pointers: [...about.objects], received_at: event.occurredAt };
  const found = new Set<string>();
  for (const shipmentId of shipments) {
    const known = await takeKnownCase(context, shipmentId);
    if (!known) continue;
    const takenBack = fact.kind === 'withdraw' ? known.instructions.filter((i) => isOf(i, fact)) : [];
    const own = about.own ? ownObjects(known, fact.authority, partnerDay(context.now)) : undefined;
    const objects = known.objects
      .map((o) => o.id)
      .filter(
        (o, i) => named.includes(o) || isWhole(known.objects[i], about.whole) || isNamedBy(takenBack, o) || own?.has(o),
      );
    if (objects.length === 0) continue;
    for (const object of objects) found.add(object);
    const whole = instruction(objects);
    if (!(await insertInstruction(context, { ...row, shipment_id: shipmentId, body: whole, named: null }))) continue;
    await emit(context, 'instruction.received', shipmentId, { shipmentId, instruction: whole });
    await decideDisposition(context, shipmentId, { ...known, instructions: [...known.instructions, whole] }, [whole]);
  }
  const unknown = named.filter((o) => !found.has(o) && !elsewhere.has(o));
  const waits = event.payload.shipmentId ? unknown : [...unknown, ...named.filter((o) => found.has(o) && isShared(o))];
  if (waits.length === 0 && found.size > 0) return;
  const parked = instruction([]);
  if (!(await insertInstruction(context, { ...row, shipment_id: PARKED, body: parked, named: waits }))) return;
  if (unknown.length > 0 || found.size === 0)
    await emit(context, 'instruction.parked', event.subject, {
      reason: 'unknown-object',
      instruction: parked,
      keys: unknown,
    });
}

/** A case that is being registered at this moment either is found here or finds what is kept. */
async function casesConcerned(
  context: Context,
  shipmentId: string | undefined,
  named: readonly string[],
): Promise<{ shipments: readonly string[]; elsewhere: ReadonlySet<string> }> {
  if (named.length === 0) return { shipments: shipmentId ? [shipmentId] : [], elsewhere: new Set() };
  await lockParked(context);
  const cases = await casesWithObjects(context, named);
  if (!shipmentId) return { shipments: [...new Set(cases.map((c) => c.shipment_id))], elsewhere: new Set() };
  return { shipments: [shipmentId], elsewhere: new Set(cases.map((c) => c.id)) };
}

/** What an authority has to speak for in a case: what its word on the case as a whole is about. */
function ownObjects({ objects, approved }: Taken, authority: AuthorityId, today: string): ReadonlySet<string> {
  const rules = lawOf(approved).jurisdiction.filter((rule) => rule.authority === authority);
  return new Set(objects.filter((object) => rulesFor(object, rules, today).length > 0).map(({ id }) => id));
}
/** "Every container" means every unit that leaves by itself: a shipment without boxes is one lot, or packages. */
const isWhole = (object: ControlledObject | undefined, whole: ObjectType | undefined): boolean =>
  object !== undefined && (object.type === whole || (whole === 'container' && leavesAlone(object)));
/** A withdrawal need not say again what the case number it takes back was about. */
const isOf = (i: Instruction, by: Pick<Instruction, 'authority' | 'number'>): boolean =>
  i.authority === by.authority && i.number === by.number;
const isNamedBy = (instructions: readonly Instruction[], object: string): boolean =>
  instructions.some((i) => i.objects.includes(object));
