// Space is asked for (N11; DCSA Booking 2.0, POST /v2/bookings, use case 1): the request goes to the carrier over its channel's own lane.
import { type Context, emitter } from '../../runtime/context.ts';
import { organisationById } from '../enterprise/index.ts';
import type { BookingContent, BookingView, CarriageEvents } from './contract.ts';
import { bookableCase } from './may-book.ts';
import { refuse } from './refusals.ts';
import { brokenRules } from './rules-booking.ts';
import { type BookingRow, insertBooking, nextSerial } from './store.ts';
import { toView } from './read-bookings.ts';
import { writeLines } from './write-lines.ts';

const emit = emitter<CarriageEvents>();
const BY_WATER = '2';

export async function orderBooking(
  context: Context,
  command: { readonly shipmentId: string; readonly content: BookingContent },
): Promise<BookingView> {
  const shipment = await bookableCase(context, command.shipmentId);
  if (shipment.transportMode !== BY_WATER)
    throw refuse('CARRIAGE_NOT_BY_WATER', { path: 'transportMode', mode: shipment.transportMode });
  mustBeWhole(command.content);
  const serial = await nextSerial(context, shipment.id);
  const row: BookingRow = {
    id: context.newId(),
    shipment_id: shipment.id,
    serial,
    // Within the 20 characters of bookingChannelReference: 15 of the case, up to 999 bookings of it.
    reference: `${shipment.number}-B${serial}`,
    version: 1,
    content: command.content,
    state: 'requested',
    asked: null,
    amendment: null,
    cancellation: null,
    request_reference: null,
    booking_reference: null,
    feedbacks: [],
    plan: [],
    cut_offs: [],
    said_at: null,
    ordered_at: context.now,
    ordered_by: context.actor.name,
    simulated: shipment.simulated,
  };
  await insertBooking(context, row);
  await emit(context, 'carriage.booking-requested', shipment.id, await sentOf(context, row, shipment.traderReference));
  return toView(row, true);
}

export function mustBeWhole(content: BookingContent): void {
  const [first] = brokenRules(content);
  if (first)
    throw refuse('CARRIAGE_BOOKING_INCOMPLETE', {
      path: first.path,
      value: first.value,
      ruleZh: first.rule.zh,
      ruleEn: first.rule.en,
    });
}

/** What a document about it is written from. The agent is whoever books: the shipper himself, or his forwarder. */
export async function sentOf(context: Context, row: BookingRow, traderReference: string | undefined) {
  const agent = await organisationById(context, context.actor.organisationId ?? '');
  return {
    shipmentId: row.shipment_id,
    bookingId: row.id,
    reference: row.reference,
    version: row.version,
    ...(row.request_reference ? { requestReference: row.request_reference } : {}),
    ...(row.booking_reference ? { bookingReference: row.booking_reference } : {}),
    form: writeLines(row.content, traderReference ?? '', agent?.name ?? context.actor.name),
  };
}
