// The partner is back and says itself what it decided (M10): each act on paper of that authority for the case is compared with it. What
// differs is shown with both, until an officer settles it; nothing is overwritten.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { agrees, laterOf } from './compare-rules.ts';
import type { Electronic, EmergencyEvents } from './contract.ts';
import { aboutAct } from './paper-act.ts';
import { nextPaperState } from './states.ts';
import { lockActsOf, updateAct } from './store.ts';

const emit = emitter<EmergencyEvents>();

export async function reconcilePaperActs(
  context: Context,
  event: StoredEvent<ExchangeEvents['instruction.arrived']>,
): Promise<void> {
  const { shipmentId, fact } = event.payload;
  if (!shipmentId) return;
  const said: Electronic = { kind: fact.kind, number: fact.number, issuedAt: fact.issuedAt };
  for (const act of await lockActsOf(context, { shipmentId, authority: fact.authority })) {
    const electronic = laterOf(act.electronic ?? undefined, said);
    const state = nextPaperState(act.state, agrees(act.kind, electronic) ? 'agree' : 'differ');
    if (!state) continue;
    const known = act.electronic?.number === electronic.number && act.electronic.kind === electronic.kind;
    if (known && state === act.state) continue;
    await updateAct(context, act.id, { state, electronic });
    await emit(context, 'paper-act.reconciled', shipmentId, { ...aboutAct(act), state, electronic });
  }
}
