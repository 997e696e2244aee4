// The partner is back (M10): everything that waited goes out; what had died while it was away is proposed to be sent again, which
// a second person confirms (exchange R25); papers are now reconciled with what the partner says itself.
import { type Context, emitter } from '../../runtime/context.ts';
import { proposeWhereDead, resumeChannel } from '../exchange/index.ts';
import type { EmergencyEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { endEmergencyRow, lockEmergency } from './store.ts';

const emit = emitter<EmergencyEvents>();

export async function endEmergency(context: Context, id: string): Promise<void> {
  const row = await lockEmergency(context, id);
  if (!row) throw refuse('EMERGENCY_UNKNOWN');
  if (row.state === 'ended') throw refuse('EMERGENCY_OVER', { number: row.number });
  await endEmergencyRow(context, id);
  for (const channel of row.channels) {
    await resumeChannel(context, channel);
    await proposeWhereDead(context, { channel, reason: `应急 ${row.number} 结束 / emergency ${row.number} has ended` });
  }
  await emit(context, 'emergency.ended', id, { emergencyId: id, number: row.number, channels: row.channels });
}
