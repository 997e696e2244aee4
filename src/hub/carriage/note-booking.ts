// What the carrier says of a booking joins what it said before; how it stands follows from all of it (states.ts), and what is new about it is told
// (N11). At least once, so it may run twice.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import type { BookingFact, CarriageEvents } from './contract.ts';
import { answers, standingWord } from './states.ts';
import {
  adoptWords,
  type BookingRow,
  insertWord,
  lockBookingNamed,
  lockWords,
  type Names,
  updateBooking,
  wordsOf,
} from './store.ts';

const emit = emitter<CarriageEvents>();

export async function noteBooking(context: Context, event: StoredEvent<ExchangeEvents['booking.told']>): Promise<void> {
  const { channel, messageId, simulated, fact } = event.payload;
  if ('numbered' in fact) return number(context, fact, simulated);
  const { ours, word } = fact;
  const names: Names = {
    ...(ours ? { ours } : {}),
    ...(word.requestReference ? { request: word.requestReference } : {}),
    ...(word.bookingReference ? { booking: word.bookingReference } : {}),
  };
  await lockWords(context);
  const booking = await lockBookingNamed(context, names);
  const isNew = await insertWord(context, {
    digest: sha256Hex(canonicalJson({ channel, fact })),
    channel,
    reference: ours ?? null,
    request_reference: word.requestReference ?? null,
    booking_reference: word.bookingReference ?? null,
    booking_id: booking?.id ?? null,
    shipment_id: booking?.shipment_id ?? null,
    said: word,
    message_id: messageId,
    heard_at: context.now,
    simulated,
  });
  // Of what was booked elsewhere the case is told by its tracking.
  if (!booking || !isNew) return;
  await adoptWords(context, booking, names);
  await stand(context, booking, simulated);
}

/** What it said by that number alone before, or says later, is of this booking. */
async function number(
  context: Context,
  { ours, numbered }: Extract<BookingFact, { numbered: string }>,
  simulated: boolean,
): Promise<void> {
  await lockWords(context);
  const booking = await lockBookingNamed(context, { ours });
  if (!booking || booking.request_reference !== null) return;
  await updateBooking(context, booking.id, { request_reference: numbered });
  await adoptWords(context, booking, { request: numbered });
  await stand(context, { ...booking, request_reference: numbered }, simulated);
}

async function stand(context: Context, before: BookingRow, simulated: boolean): Promise<void> {
  const word = standingWord(await wordsOf(context, before.id));
  if (!word) return;
  const { requestReference, bookingReference } = word.references;
  // A word that comes late changes nothing of what is under way: only one that now counts answers what was asked.
  const counts = before.said_at !== word.at || before.state === 'requested';
  const asked = before.asked && counts && answers(before.asked, word) ? null : before.asked;
  const after = {
    state: word.state,
    asked,
    amendment: asked === 'amendment' ? before.amendment : (word.amendment ?? null),
    cancellation: asked === 'cancellation' ? before.cancellation : (word.cancellation ?? null),
    request_reference: requestReference ?? before.request_reference,
    booking_reference: bookingReference ?? before.booking_reference,
    feedbacks: word.feedbacks,
    plan: word.plan ?? [],
    cut_offs: word.cutOffs ?? [],
    said_at: word.at,
    simulated: before.simulated || simulated,
  };
  await updateBooking(context, before.id, after);
  const same = (['state', 'amendment', 'cancellation', 'booking_reference'] as const).every(
    (name) => before[name] === after[name],
  );
  if (same && before.said_at === after.said_at) return;
  const note = word.feedbacks[0]?.text;
  await emit(context, 'carriage.booking-changed', before.shipment_id, {
    shipmentId: before.shipment_id,
    bookingId: before.id,
    reference: before.reference,
    state: after.state,
    ...(after.amendment ? { amendment: after.amendment } : {}),
    ...(after.cancellation ? { cancellation: after.cancellation } : {}),
    ...(after.booking_reference ? { bookingReference: after.booking_reference } : {}),
    ...(note ? { note } : {}),
  });
}
