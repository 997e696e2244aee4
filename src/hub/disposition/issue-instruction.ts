// An officer speaks at the desk, for his own authority only (P5): kept, and the case recomputed in the same transaction.
import { type Context, emitter } from '../../runtime/context.ts';
import { mayDoToShipment, shipmentHeading } from '../shipment/index.ts';
import type { DispositionEvents, Instruction, IssueInstruction } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { refuse } from './refusals.ts';
import { takeKnownCase } from './known-cases.ts';
import { insertInstruction, listInstructions, listObjects } from './store.ts';

const emit = emitter<DispositionEvents>();

/** His word gets the next sequence of his authority in the case. */
export async function issueInstruction(
  context: Context,
  command: IssueInstruction,
  settles?: readonly string[],
): Promise<Instruction> {
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
    ...(settles ? { settles } : {}),
    ...(command.term ? { term: command.term } : {}),
    ...(command.followUp ? { followUp: command.followUp } : {}),
    ...(command.validUntil ? { validUntil: command.validUntil } : {}),
    ...(command.conditions ? { conditions: command.conditions.map((text) => ({ zh: text, en: text })) } : {}),
    source: { officer: context.actor.name, simulated: false },
  };
  await insertInstruction(context, {
    id,
    shipment_id: command.shipmentId,
    body: instruction,
    pointers: [],
    received_at: context.now,
    named: null,
  });
  await emit(context, 'instruction.received', command.shipmentId, { shipmentId: command.shipmentId, instruction });
  await decideDisposition(context, command.shipmentId, await takeKnownCase(context, command.shipmentId), [instruction]);
  return instruction;
}
