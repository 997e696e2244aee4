// What becomes of the claims of a case: withdrawn it gives back, cleared it is written off, and what is not cleared after all is reserved again (N8).
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { ShipmentEvents } from '../shipment/contract.ts';
import { tellNamed } from './claim-licences.ts';
import type { ClaimRow } from './rows.ts';
import { claimsOfCase, setClaim } from './store.ts';

export const giveBackLicences = (context: Context, event: StoredEvent<ShipmentEvents['shipment.withdrawn']>) =>
  settle(context, event.payload.shipmentId, { from: 'filed', state: 'given-back', clearedAt: null });
export const writeOffLicences = (context: Context, event: StoredEvent<ShipmentEvents['shipment.closed']>) =>
  settle(context, event.payload.shipmentId, { from: 'filed', state: 'cleared', clearedAt: event.occurredAt });
export const reserveLicencesAgain = (context: Context, event: StoredEvent<ShipmentEvents['shipment.reopened']>) =>
  settle(context, event.payload.shipmentId, { from: 'cleared', state: 'filed', clearedAt: null });

async function settle(
  context: Context,
  shipmentId: string,
  to: { from: ClaimRow['state']; state: ClaimRow['state']; clearedAt: string | null },
): Promise<void> {
  for (const claim of await claimsOfCase(context, shipmentId)) {
    if (claim.state !== to.from) continue;
    await setClaim(context, claim, { state: to.state, cleared_at: to.clearedAt });
    await tellNamed(context, shipmentId, claim.number);
  }
}
