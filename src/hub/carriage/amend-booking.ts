// A booking is changed as a whole, or taken back (N11; DCSA Booking 2.0, PUT and PATCH /v2/bookings/{reference}, use cases 3, 7, 11 and 13). What the
// carrier makes of it, it says itself.
import { type Context, emitter } from '../../runtime/context.ts';
import type { BookingContent, BookingView, CarriageEvents } from './contract.ts';
import { bookingStateNames } from './contract.ts';
import { bookableCase } from './may-book.ts';
import { mustBeWhole, sentOf } from './order-booking.ts';
import { standingOf, toView } from './read-bookings.ts';
import { refuse } from './refusals.ts';
import { cancelOf, changeOf } from './states.ts';
import { type BookingRow, lockBooking, updateBooking } from './store.ts';

const emit = emitter<CarriageEvents>();

export async function amendBooking(
  context: Context,
  command: { readonly bookingId: string; readonly version: number; readonly content: BookingContent },
): Promise<BookingView> {
  const { row, traderReference } = await ownBooking(context, command.bookingId);
  if (row.version !== command.version)
    throw refuse('CARRIAGE_BOOKING_CHANGED', {
      path: 'version',
      reference: row.reference,
      version: row.version,
      given: command.version,
    });
  const change = changeOf(standingOf(row));
  if (!change) throw notOpen(row, '变更', 'changed');
  mustBeWhole(command.content);
  const after: BookingRow = { ...row, version: row.version + 1, content: command.content, asked: change };
  if (change === 'amendment') after.amendment = 'asked';
  await updateBooking(context, row.id, {
    version: after.version,
    content: after.content,
    asked: change,
    amendment: after.amendment,
  });
  await emit(context, 'carriage.booking-amended', row.shipment_id, await sentOf(context, after, traderReference));
  return toView(after, true);
}

export async function cancelBooking(
  context: Context,
  command: { readonly bookingId: string; readonly reason: string },
): Promise<BookingView> {
  const { row, traderReference } = await ownBooking(context, command.bookingId);
  const cancel = cancelOf(standingOf(row));
  if (!cancel) throw notOpen(row, '取消', 'cancelled');
  const after: BookingRow = { ...row, asked: 'cancellation', cancellation: 'asked' };
  await updateBooking(context, row.id, { asked: 'cancellation', cancellation: 'asked' });
  await emit(context, 'carriage.booking-cancellation-asked', row.shipment_id, {
    ...(await sentOf(context, after, traderReference)),
    confirmed: cancel === 'cancellation',
    reason: command.reason,
  });
  return toView(after, true);
}

async function ownBooking(context: Context, bookingId: string) {
  const row = await lockBooking(context, bookingId);
  if (!row) throw refuse('CARRIAGE_BOOKING_UNKNOWN');
  const { traderReference } = await bookableCase(context, row.shipment_id);
  return { row, traderReference };
}
const notOpen = (row: BookingRow, act: string, actEn: string) =>
  refuse('CARRIAGE_BOOKING_NOT_OPEN', {
    path: 'state',
    reference: row.reference,
    state: `${bookingStateNames[row.state].zh} ${row.state}`,
    act,
    actEn,
  });
