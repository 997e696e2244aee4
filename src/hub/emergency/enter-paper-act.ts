// An authority's decision on paper is entered for a case (M10): by an officer of that authority, or by the port office from the signed
// paper. It counts only when a second person has confirmed it.
import { type Context, emitter } from '../../runtime/context.ts';
import { channelById } from '../mapping/index.ts';
import { mayReadShipment, shipmentHeading } from '../shipment/index.ts';
import type { EmergencyEvents, EnterPaperAct } from './contract.ts';
import { refuse } from './refusals.ts';
import { type EmergencyRow, findEmergency, insertAct } from './store.ts';

const emit = emitter<EmergencyEvents>();
/** Clocks of desks differ a little. */
const AHEAD_MS = 5 * 60_000;

const covers = (emergency: EmergencyRow, authority: string): boolean =>
  emergency.channels.some((channel) => channelById(channel)?.authority === authority);

export async function enterPaperAct(context: Context, emergencyId: string, act: EnterPaperAct): Promise<string> {
  const emergency = await findEmergency(context, emergencyId);
  if (!emergency) throw refuse('EMERGENCY_UNKNOWN');
  if (emergency.state !== 'active') throw refuse('EMERGENCY_OVER', { number: emergency.number });
  const own = context.actor.authority;
  if (own !== undefined && own !== act.authority) throw refuse('PAPER_OF_ANOTHER_AUTHORITY');
  if (!covers(emergency, act.authority))
    throw refuse('PAPER_NOT_COVERED', { number: emergency.number, authority: act.authority });
  if (Date.parse(act.paperAt) > Date.parse(context.now) + AHEAD_MS)
    throw refuse('PAPER_IN_FUTURE', { paperAt: act.paperAt });
  const heading = await shipmentHeading(context, act.shipmentId);
  if (!heading || heading.version === 0 || !(await mayReadShipment(context, act.shipmentId)))
    throw refuse('PAPER_CASE_UNKNOWN');
  const id = context.newId();
  const isNew = await insertAct(context, {
    id,
    emergency_id: emergencyId,
    shipment_id: act.shipmentId,
    authority: act.authority,
    kind: act.kind,
    paper_number: act.paperNumber,
    signatory: act.signatory,
    paper_at: new Date(act.paperAt).toISOString(),
    reason: act.reason,
    state: 'entered',
    entered_at: context.now,
    entered_by: context.actor.name,
    entered_by_id: context.actor.id,
    decided_at: null,
    decided_by: null,
    electronic: null,
    settlement: null,
    settled_at: null,
    settled_by: null,
  });
  if (!isNew) throw refuse('PAPER_KNOWN', { paperNumber: act.paperNumber });
  await emit(context, 'paper-act.entered', act.shipmentId, {
    shipmentId: act.shipmentId,
    actId: id,
    authority: act.authority,
    kind: act.kind,
    paperNumber: act.paperNumber,
    by: context.actor.name,
  });
  return id;
}
