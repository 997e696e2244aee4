// Booking is an act of the shipper or of whoever is authorised to declare for him; no filing books by itself (N11).
import type { Context } from '../../runtime/context.ts';
import { mayDoToShipment, mustBeAuthorisedFor, readShipment } from '../shipment/index.ts';
import type { ShipmentView } from '../shipment/contract.ts';
import { refuse } from './refusals.ts';

/** The case, for somebody who may book for it now; whoever may not see it learns nothing. */
export async function bookableCase(context: Context, shipmentId: string): Promise<ShipmentView> {
  if (!(await mayDoToShipment(context, shipmentId, 'carriage.read'))) throw refuse('CARRIAGE_CASE_UNKNOWN');
  if (!(await mayDoToShipment(context, shipmentId, 'carriage.order')))
    await mustBeAuthorisedFor(context, shipmentId, 'declare');
  const shipment = await readShipment(context, shipmentId);
  if (isOver(shipment)) throw refuse('CARRIAGE_CASE_ENDED', { path: 'number', number: shipment.number });
  return shipment;
}

/** The case as the reader sees it, and whether he may have it carried now. */
export async function seenCase(context: Context, shipmentId: string) {
  if (!(await mayDoToShipment(context, shipmentId, 'carriage.read'))) throw refuse('CARRIAGE_CASE_UNKNOWN');
  const [shipment, allowed] = await Promise.all([
    readShipment(context, shipmentId),
    mayDoToShipment(context, shipmentId, 'carriage.order'),
  ]);
  return { shipment, mayOrder: allowed && !isOver(shipment) };
}

/** Nothing is carried any more for a case that is withdrawn or closed. */
const isOver = ({ state }: Pick<ShipmentView, 'state'>): boolean => state === 'withdrawn' || state === 'closed';
