// The port office declares that channels are out of order (M10): what is for them waits safely instead of dying, and acts on paper
// may be entered until it ends.
import { type Context, emitter } from '../../runtime/context.ts';
import { pauseChannel } from '../exchange/index.ts';
import { channelById } from '../mapping/index.ts';
import type { DeclareEmergency, EmergencyEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { findActive, insertEmergency, lockDeclarations, nextNumber } from './store.ts';

const emit = emitter<EmergencyEvents>();

export async function declareEmergency(context: Context, command: DeclareEmergency): Promise<string> {
  const channels = [...new Set(command.channels)];
  for (const channel of channels) if (!channelById(channel)) throw refuse('EMERGENCY_CHANNEL_UNKNOWN', { channel });
  await lockDeclarations(context);
  for (const { number, channels: taken } of await findActive(context)) {
    const channel = channels.find((id) => taken.includes(id));
    if (channel) throw refuse('EMERGENCY_DECLARED_ALREADY', { channel, number });
  }
  const id = context.newId();
  const number = await nextNumber(context);
  await insertEmergency(context, {
    id,
    number,
    state: 'active',
    channels,
    reason: command.reason,
    legal_basis: command.legalBasis,
    planned_end: command.plannedEnd ?? null,
    declared_at: context.now,
    declared_by: context.actor.name,
    ended_at: null,
    ended_by: null,
  });
  for (const channel of channels) await pauseChannel(context, channel);
  await emit(context, 'emergency.declared', id, { emergencyId: id, number, channels, reason: command.reason });
  return id;
}
