// Acts about space booked with carriers.
import { bargeContent, bookingContent, bookSpace, draftByWater, untilConfirmed } from '../support/bookings.ts';
import type { World } from '../support/world.ts';
import type { Acts } from './act.ts';

async function confirmed({ clients: { trader } }: World) {
  const id = await draftByWater(trader, 'CLEAN-ACTS');
  await bookSpace(trader, id);
  return untilConfirmed(trader, id);
}
export const carriageActs: Acts = {
  'POST /shipments/:id/carrier-bookings': async (world) => ({
    path: `/shipments/${await draftByWater(world.clients.trader, 'CLEAN-ACT-1')}/carrier-bookings`,
    body: bookingContent,
  }),
  'PUT /carrier-bookings/:id': async (world) => ({
    path: `/carrier-bookings/${(await confirmed(world)).id}`,
    body: { version: 1, content: { ...bookingContent, departsOn: '2026-12-22' } },
  }),
  'POST /carrier-bookings/:id/cancellation': async (world) => ({
    path: `/carrier-bookings/${(await confirmed(world)).id}/cancellation`,
    body: { reason: '买方推迟提货' },
  }),
  'POST /shipments/:id/barge-orders': async (world) => ({
    path: `/shipments/${await draftByWater(world.clients.trader, 'SILENT-ACT-2')}/barge-orders`,
    body: bargeContent,
  }),
  'POST /barge-orders/:id/cancellation': (world) => ({
    path: `/barge-orders/${world.ids.bargeOrder}/cancellation`,
    body: { reason: '改走铁路' },
  }),
};
