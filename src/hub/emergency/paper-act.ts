// One act on paper as the use cases need it: found and locked for those it concerns, and named in events.
import type { Context } from '../../runtime/context.ts';
import { refuse } from './refusals.ts';
import { lockAct, type PaperActRow } from './store.ts';

/** An officer sees and touches his own authority's papers, the port office all. */
export async function actOf(context: Context, id: string): Promise<PaperActRow> {
  const act = await lockAct(context, id);
  const { authority, organisationKind } = context.actor;
  const concerned = act && (organisationKind === 'port-office' || authority === act.authority);
  if (!act || !concerned) throw refuse('PAPER_ACT_UNKNOWN');
  return act;
}
export const aboutAct = (act: PaperActRow) => ({
  shipmentId: act.shipment_id,
  actId: act.id,
  authority: act.authority,
  kind: act.kind,
  paperNumber: act.paper_number,
});
