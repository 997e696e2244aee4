// An instruction from an authority, by its channel or by an officer at the desk: joined to objects, kept as received,
// and the case recomputed in the same transaction (P5).
import { contentDigest } from '../../kernel/digest.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import type { DispositionEvents, Instruction, IssueInstruction, ObjectType } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { refuse } from './refusals.ts';
import { objectId } from './split-objects.ts';
import {
  insertInstruction,
  listInstructions,
  listObjects,
  lockParked,
  PARKED,
  shipmentsWithObjects,
  takeCase,
} from './store.ts';

const emit = emitter<DispositionEvents>();
type Arrived = ExchangeEvents['instruction.arrived'];

export async function receiveInstruction(context: Context, event: StoredEvent<Arrived>): Promise<void> {
  const { fact, channel, messageId, simulated, shipmentVersion } = event.payload;
  const named = fact.about.objects.map((o) => objectId(o.type, o.key));
  const shipments = event.payload.shipmentId ? [event.payload.shipmentId] : await shipmentsNaming(context, named);
  const { about, fact: _fact, ...words } = fact;
  const id = contentDigest({
    authority: fact.authority,
    kind: fact.kind,
    number: fact.number,
    sequence: fact.sequence,
    objects: [...named].sort(),
    whole: about.whole,
    about: { ...about, objects: undefined },
  }).slice(0, 40);
  const instruction = (objects: readonly string[]): Instruction => ({
    ...words,
    id,
    objects,
    receivedAt: event.occurredAt,
    source: { channel, messageId, simulated },
    ...(shipmentVersion ? { forVersion: shipmentVersion } : {}),
  });
  let joined = false;
  for (const shipmentId of shipments) {
    const known = await takeCase(context, shipmentId);
    const objects = (known?.objects ?? [])
      .filter((o) => named.includes(o.id) || isWhole(o.type, about.whole))
      .map((o) => o.id);
    if (!known || objects.length === 0) continue;
    joined = true;
    const whole = instruction(objects);
    if (
      !(await insertInstruction(context, {
        id,
        shipment_id: shipmentId,
        body: whole,
        pointers: [...about.objects],
        received_at: event.occurredAt,
      }))
    )
      continue;
    await emit(context, 'instruction.received', shipmentId, { shipmentId, instruction: whole });
    await decideDisposition(context, shipmentId, { ...known, instructions: [...known.instructions, whole] });
  }
  if (joined) return;
  const parked = instruction([]);
  if (
    await insertInstruction(context, {
      id,
      shipment_id: PARKED,
      body: parked,
      pointers: [...about.objects],
      received_at: event.occurredAt,
    })
  ) {
    await emit(context, 'instruction.parked', event.subject, {
      reason: 'unknown-object',
      instruction: parked,
      keys: named,
    });
  }
}

/** A case that is being registered at this moment either is found here or finds what is parked. */
async function shipmentsNaming(context: Context, named: readonly string[]): Promise<string[]> {
  const found = await shipmentsWithObjects(context, named);
  if (found.length > 0) return found;
  await lockParked(context);
  return shipmentsWithObjects(context, named);
}

/** "Every container" means every unit: a shipment without boxes is one lot. */
const isWhole = (type: ObjectType, whole: ObjectType | undefined): boolean =>
  whole !== undefined && (type === whole || (whole === 'container' && type === 'package'));

/** An officer speaks at the desk, for his own authority only; his word gets the next sequence of that authority. */
export async function issueInstruction(context: Context, command: IssueInstruction): Promise<Instruction> {
  const { authority } = context.actor;
  if (!authority || !(await mayDoToShipment(context, command.shipmentId, 'instruction.issue')))
    throw refuse('INSTRUCTION_CASE_UNKNOWN');
  const known = new Set((await listObjects(context, command.shipmentId)).map((o) => o.id));
  const strange = command.objects.filter((o) => !known.has(o));
  if (strange.length > 0 || command.objects.length === 0)
    throw refuse('INSTRUCTION_OBJECT_UNKNOWN', { objects: strange.join('、') });
  const earlier = (await listInstructions(context, command.shipmentId)).filter((i) => i.authority === authority);
  if (command.kind === 'withdraw' && !earlier.some((i) => i.number === command.number))
    throw refuse('INSTRUCTION_TO_WITHDRAW_UNKNOWN', { number: command.number ?? '' });
  const sequence = Math.max(0, ...earlier.map((i) => i.sequence)) + 1;
  const heading = await shipmentHeading(context, command.shipmentId);
  const id = context.newId();
  const instruction: Instruction = {
    id,
    authority,
    kind: command.kind,
    objects: command.objects,
    number: command.number ?? `${authority}-${id.slice(0, 8)}`,
    sequence,
    reason: { zh: command.reason, en: command.reason },
    issuedAt: context.now,
    receivedAt: context.now,
    forVersion: heading?.version ?? 1,
    ...(command.reasonCode ? { reasonCode: command.reasonCode } : {}),
    ...(command.legalBasis ? { legalBasis: command.legalBasis } : {}),
    ...(command.requirements ? { requirements: command.requirements } : {}),
    ...(command.conditions ? { conditions: command.conditions.map((text) => ({ zh: text, en: text })) } : {}),
    source: { officer: context.actor.name, simulated: false },
  };
  await insertInstruction(context, {
    id,
    shipment_id: command.shipmentId,
    body: instruction,
    pointers: [],
    received_at: context.now,
  });
  await emit(context, 'instruction.received', command.shipmentId, { shipmentId: command.shipmentId, instruction });
  await decideDisposition(context, command.shipmentId);
  return instruction;
}
