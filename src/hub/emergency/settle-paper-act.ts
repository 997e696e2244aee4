// An officer settles what differs between the paper and the partner's own word, with his reason (M10). What he decided is given as a new
// instruction where that is needed; here it is only said that both were looked at.
import { type Context, emitter } from '../../runtime/context.ts';
import type { EmergencyEvents } from './contract.ts';
import { aboutAct, actOf } from './paper-act.ts';
import { refuse } from './refusals.ts';
import { nextPaperState } from './states.ts';
import { updateAct } from './store.ts';

const emit = emitter<EmergencyEvents>();

export async function settlePaperAct(context: Context, id: string, reason: string): Promise<void> {
  const act = await actOf(context, id);
  const state = nextPaperState(act.state, 'settle');
  if (!state) throw refuse('PAPER_STATE_UNFIT', { state: act.state });
  await updateAct(context, id, {
    state,
    settlement: reason,
    settled_at: context.now,
    settled_by: context.actor.name,
  });
  await emit(context, 'paper-act.settled', act.shipment_id, { ...aboutAct(act), by: context.actor.name, reason });
}
