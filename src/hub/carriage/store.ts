// All SQL of bookings and of what carriers say of them, in schema `carriage`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type {
  BookingContent,
  BookingState,
  BookingWord,
  CutOff,
  Feedback,
  PlannedLeg,
  RequestState,
} from './contract.ts';
import type { Asked } from './states.ts';

export type BookingRow = {
  id: string;
  shipment_id: string;
  serial: number;
  reference: string;
  version: number;
  content: BookingContent;
  state: BookingState;
  asked: Asked | null;
  amendment: RequestState | null;
  cancellation: RequestState | null;
  request_reference: string | null;
  booking_reference: string | null;
  feedbacks: readonly Feedback[];
  plan: readonly PlannedLeg[];
  cut_offs: readonly CutOff[];
  said_at: string | null;
  ordered_at: string;
  ordered_by: string;
  simulated: boolean;
};
type WordRow = {
  digest: string;
  channel: string;
  reference: string | null;
  request_reference: string | null;
  booking_reference: string | null;
  booking_id: string | null;
  shipment_id: string | null;
  said: BookingWord;
  message_id: string;
  heard_at: string;
  simulated: boolean;
};
type Tables = { 'carriage.booking': BookingRow; 'carriage.booking_word': WordRow };
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;
const bookings = (context: Context) => tables(context).selectFrom('carriage.booking').selectAll();

export const listBookings = (context: Context, shipmentId: string) =>
  bookings(context).where('shipment_id', '=', shipmentId).orderBy('serial', 'desc').execute();
/** Locked, so that two do not take the same serial. */
export async function nextSerial(context: Context, shipmentId: string): Promise<number> {
  await lock(context, `carriage/${shipmentId}`);
  const [last] = await listBookings(context, shipmentId);
  return (last?.serial ?? 0) + 1;
}
export const insertBooking = (context: Context, row: BookingRow) =>
  tables(context)
    .insertInto('carriage.booking')
    .values({
      ...row,
      content: json(row.content),
      feedbacks: json(row.feedbacks),
      plan: json(row.plan),
      cut_offs: json(row.cut_offs),
    })
    .execute();
export const lockBooking = (context: Context, id: string) =>
  bookings(context).where('id', '=', id).forUpdate().executeTakeFirst();
export const updateBooking = (
  context: Context,
  id: string,
  {
    content,
    feedbacks,
    plan,
    cut_offs,
    ...plain
  }: Partial<Omit<BookingRow, 'id' | 'shipment_id' | 'serial' | 'reference'>>,
) =>
  tables(context)
    .updateTable('carriage.booking')
    .set({
      ...plain,
      ...(content ? { content: json(content) } : {}),
      ...(feedbacks ? { feedbacks: json(feedbacks) } : {}),
      ...(plan ? { plan: json(plan) } : {}),
      ...(cut_offs ? { cut_offs: json(cut_offs) } : {}),
    })
    .where('id', '=', id)
    .execute();

export type Names = { readonly ours?: string; readonly request?: string; readonly booking?: string };
/** The booking that a word names, by whichever of the three is known. */
export const lockBookingNamed = (context: Context, { ours, request, booking }: Names) =>
  bookings(context)
    .where((e) =>
      e.or([
        ...(ours ? [e('reference', '=', ours)] : []),
        ...(request ? [e('request_reference', '=', request)] : []),
        ...(booking ? [e('booking_reference', '=', booking)] : []),
      ]),
    )
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

const lock = (context: Context, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(context.db);
/** One word after the other: each may tell the number that another goes by. */
export const lockWords = (context: Context) => lock(context, 'carriage/words');
/** False when it was said before. */
export async function insertWord(context: Context, row: WordRow): Promise<boolean> {
  const done = await tables(context)
    .insertInto('carriage.booking_word')
    .values({ ...row, said: json(row.said) })
    .onConflict((c) => c.column('digest').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
/** Words that came before the one that told what they are about. */
export async function adoptWords(
  context: Context,
  { id, shipment_id }: Pick<BookingRow, 'id' | 'shipment_id'>,
  { ours, request, booking }: Names,
): Promise<void> {
  for (const [column, value] of [
    ['reference', ours],
    ['request_reference', request],
    ['booking_reference', booking],
  ] as const)
    if (value)
      await tables(context)
        .updateTable('carriage.booking_word')
        .set({ booking_id: id, shipment_id })
        .where(column, '=', value)
        .where('booking_id', 'is', null)
        .execute();
}
export async function wordsOf(context: Context, bookingId: string): Promise<BookingWord[]> {
  const rows = await tables(context)
    .selectFrom('carriage.booking_word')
    .select('said')
    .where('booking_id', '=', bookingId)
    .orderBy('digest')
    .execute();
  return rows.map((row) => row.said);
}
