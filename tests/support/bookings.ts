// Space booked with a carrier, for tests (N11).
import type {
  BookingContent,
  BookingsOfCase,
  BookingView,
  BargeContent,
  BargeOrdersOfCase,
  BargeOrderView,
} from '../../src/hub/carriage/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { type Client, until } from './application.ts';
import { waterExport } from './forms.ts';

export const bookingContent: BookingContent = {
  contractReference: 'SC2026CKG001',
  receiptType: 'CY',
  deliveryType: 'CY',
  originMovement: 'FCL',
  destinationMovement: 'FCL',
  freight: 'COL',
  from: 'CNCKG',
  loadPort: 'CNSHA',
  dischargePort: 'SGSIN',
  to: 'SGSIN',
  departsOn: '2026-12-20',
  shipper: '重庆山城光电有限公司（演示）',
  consignee: 'Lion City Optics',
  equipment: [{ isoCode: '22G1', units: 1, shipperOwned: false }],
  cargo: [{ equipment: 1, description: 'Parts of notebooks', hsCode: '847330', grossMassKg: '2100', packages: 80 }],
};

/** A draft of an export by water, not filed. */
export async function draftByWater(client: Client, reference: string, more: object = {}): Promise<string> {
  const { id, revision } = await client.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'export',
    transportMode: '2',
  });
  await client.send('PUT', `/shipments/${id}/form`, { form: { ...waterExport(reference), ...more }, revision });
  return id;
}
export const bookSpace = (client: Client, id: string, content = bookingContent): Promise<BookingView> =>
  client.send<BookingView>('POST', `/shipments/${id}/carrier-bookings`, content);
export const bookingsOf = (client: Client, id: string): Promise<BookingsOfCase> =>
  client.get<BookingsOfCase>(`/shipments/${id}/carrier-bookings`);
/** The newest booking of the case, once it is so. */
export async function untilBooking(
  client: Client,
  id: string,
  holds: (booking: BookingView) => boolean,
  what: string,
): Promise<BookingView> {
  const { items } = await until(
    () => bookingsOf(client, id),
    ({ items: all }) => all[0] !== undefined && holds(all[0]),
    what,
  );
  const [booking] = items;
  if (!booking) throw new Error('no booking');
  return booking;
}
export const untilConfirmed = (client: Client, id: string): Promise<BookingView> =>
  untilBooking(client, id, (one) => one.state === 'confirmed', 'the booking is confirmed');

/** The box of `waterExport`, down the river. */
export const bargeContent: BargeContent = {
  boxes: ['YXEU4000010'],
  fromPort: 'CNCKG',
  fromTerminal: '果园港',
  toPort: 'CNSHA',
  toTerminal: '外高桥四期',
  readyOn: '2026-11-28',
  by: '2026-12-10',
};
export const sendByBarge = (client: Client, id: string, content = bargeContent): Promise<BargeOrderView> =>
  client.send<BargeOrderView>('POST', `/shipments/${id}/barge-orders`, content);
export const bargesOf = (client: Client, id: string): Promise<BargeOrdersOfCase> =>
  client.get<BargeOrdersOfCase>(`/shipments/${id}/barge-orders`);
