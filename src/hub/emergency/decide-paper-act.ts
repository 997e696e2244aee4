// The second person looks at the paper (M10): confirmed, it counts like an instruction that came over the wire; otherwise it is put
// aside with the reason.
import { type Context, emitter } from '../../runtime/context.ts';
import { shipmentHeading } from '../shipment/index.ts';
import type { EmergencyEvents, PaperKind } from './contract.ts';
import { aboutAct, actOf } from './paper-act.ts';
import { refuse } from './refusals.ts';
import { nextPaperState } from './states.ts';
import { updateAct } from './store.ts';

const emit = emitter<EmergencyEvents>();
const words: Readonly<Record<PaperKind, string>> = {
  inspect: '查验',
  hold: '布控',
  release: '放行',
  refuse: '不予放行',
};

export async function decidePaperAct(
  context: Context,
  id: string,
  decision: { readonly accepted: boolean; readonly reason?: string },
): Promise<void> {
  const act = await actOf(context, id);
  const state = nextPaperState(act.state, decision.accepted ? 'confirm' : 'reject');
  if (!state) throw refuse('PAPER_STATE_UNFIT', { state: act.state });
  if (act.entered_by_id === context.actor.id) throw refuse('PAPER_NEEDS_SECOND_PERSON');
  await updateAct(context, id, { state, decided_at: context.now, decided_by: context.actor.name });
  if (!decision.accepted) {
    const reason = decision.reason ?? '';
    await emit(context, 'paper-act.rejected', act.shipment_id, { ...aboutAct(act), by: context.actor.name, reason });
    return;
  }
  const heading = await shipmentHeading(context, act.shipment_id);
  await emit(context, 'paper-act.confirmed', act.shipment_id, {
    ...aboutAct(act),
    channel: 'paper',
    messageId: act.id,
    simulated: false,
    shipmentVersion: heading?.version ?? 1,
    fact: {
      fact: 'instruction',
      authority: act.authority,
      kind: act.kind,
      number: act.paper_number,
      // Papers are not numbered among the authority's messages: the instant they were signed orders them.
      sequence: Math.floor(Date.parse(act.paper_at) / 1000),
      reason: {
        zh: `纸面${words[act.kind]} ${act.paper_number}（${act.signatory}）：${act.reason}`,
        en: `On paper (${act.kind}) ${act.paper_number}, ${act.signatory}: ${act.reason}`,
      },
      issuedAt: act.paper_at,
      // An inspection is of the boxes; every other word is about what the authority has to speak for. Which that is, is seen when the word is
      // taken: a case filed a moment ago may not have its objects yet.
      about: act.kind === 'inspect' ? { objects: [], whole: 'container' } : { objects: [], own: true },
    },
  });
}
