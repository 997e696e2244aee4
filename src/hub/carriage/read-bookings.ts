// Reading the bookings of a case, with what another one would say and which number the form lacks (N11).
import type { Context } from '../../runtime/context.ts';
import type { BookingsOfCase, BookingView } from './contract.ts';
import { seenCase } from './may-book.ts';
import { cancelOf, changeOf, isEnded, type Standing } from './states.ts';
import { type BookingRow, listBookings } from './store.ts';
import { suggestBooking } from './suggest-booking.ts';

export const standingOf = (row: BookingRow): Standing => ({
  state: row.state,
  asked: row.asked ?? undefined,
  amendment: row.amendment ?? undefined,
  cancellation: row.cancellation ?? undefined,
  numbered: row.request_reference !== null || row.booking_reference !== null,
});

export function toView(row: BookingRow, mayBook: boolean): BookingView {
  const standing = standingOf(row);
  return {
    id: row.id,
    shipmentId: row.shipment_id,
    reference: row.reference,
    version: row.version,
    content: row.content,
    state: row.state,
    updating: row.asked === 'update',
    feedbacks: row.feedbacks,
    plan: row.plan,
    cutOffs: row.cut_offs,
    orderedAt: row.ordered_at,
    orderedBy: row.ordered_by,
    can: [
      ...(mayBook && changeOf(standing) ? (['amend'] as const) : []),
      ...(mayBook && cancelOf(standing) ? (['cancel'] as const) : []),
    ],
    simulated: row.simulated,
    ...(row.amendment ? { amendment: row.amendment } : {}),
    ...(row.cancellation ? { cancellation: row.cancellation } : {}),
    ...(row.request_reference ? { requestReference: row.request_reference } : {}),
    ...(row.booking_reference ? { bookingReference: row.booking_reference } : {}),
    ...(row.said_at ? { saidAt: row.said_at } : {}),
  };
}

export async function readBookings(context: Context, shipmentId: string): Promise<BookingsOfCase> {
  const { shipment, mayOrder } = await seenCase(context, shipmentId);
  const rows = await listBookings(context, shipmentId);
  const { form, transportMode } = shipment;
  const mayBook = mayOrder && transportMode === '2';
  const offered = rows.find((row) => row.booking_reference !== null && !isEnded(row.state))?.booking_reference;
  return {
    items: rows.map((row) => toView(row, mayOrder)),
    mayBook,
    ...(mayBook ? { suggested: suggestBooking(form) } : {}),
    ...(offered && offered !== form.bookingNumber ? { offered } : {}),
  };
}
