// SQL of the lanes: the lease with its fencing token, reading by cursor, and recording a flush in one statement (P3).
import { sql } from 'kysely';
import type { Context } from '../../../runtime/context.ts';
import { traceIdOf } from '../../../runtime/telemetry/trace.ts';
import type { Entry, Flush } from './lane.ts';

export type Stored = Entry & {
  readonly documentId: string;
  readonly documentKind: string;
  readonly shipmentId: string | null;
  /** Absent in deliveries of version 0.1.0. */
  readonly traceId?: string;
};
type Row = {
  id: string;
  position: number;
  seq: number;
  document_id: string;
  document_kind: string;
  shipment_id: string | null;
  attempts: number;
  attempts_before_replay: number;
  next_attempt_at: string;
  trace_id: string | null;
};
const toStored = (row: Row): Stored => ({
  deliveryId: row.id,
  position: row.position,
  seq: row.seq,
  key: row.shipment_id ?? row.document_id,
  attempts: row.attempts,
  attemptsBeforeReplay: row.attempts_before_replay,
  ...(row.attempts > 0 ? { dueAt: Date.parse(row.next_attempt_at) } : {}),
  documentId: row.document_id,
  documentKind: row.document_kind,
  shipmentId: row.shipment_id,
  ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
});

/** The lane's new token and cursor, or nothing while another owner's lease runs. Time is the database's: nodes' clocks differ. */
export async function takeLane(
  context: Context,
  claim: { readonly channel: string; readonly owner: string; readonly leaseMs: number },
): Promise<{ epoch: number; cursor: number } | undefined> {
  const { rows } = await sql<{ epoch: number; cursor: number }>`
    insert into exchange.lane as l (channel, epoch, owner, leased_until)
    values (${claim.channel}, 1, ${claim.owner}, clock_timestamp() + ${claim.leaseMs} * interval '1 millisecond')
    on conflict (channel) do update
      set epoch = l.epoch + 1, owner = excluded.owner, leased_until = excluded.leased_until
      where l.leased_until is null or l.leased_until < clock_timestamp() or l.owner = excluded.owner
    returning l.epoch, l.cursor`.execute(context.db);
  return rows[0];
}
export const leaveLane = (context: Context, claim: { channel: string; owner: string; epoch: number }) =>
  sql`update exchange.lane set leased_until = null, owner = null
      where channel = ${claim.channel} and owner = ${claim.owner} and epoch = ${claim.epoch}`.execute(context.db);

export async function readHeld(context: Context, channel: string): Promise<Stored[]> {
  const { rows } = await sql<Row>`
    select d.id, h.position, d.seq, d.document_id, d.document_kind, d.shipment_id, d.attempts, d.attempts_before_replay, d.next_attempt_at, d.trace_id
    from exchange.held h join exchange.delivery d on d.id = h.delivery_id
    where h.channel = ${channel} and d.state = 'queued' order by h.position`.execute(context.db);
  return rows.map(toStored);
}

export type Reading = {
  readonly entries: readonly Stored[];
  readonly last?: number;
  readonly more: boolean;
  readonly sendUpTo?: number;
};
/** What the log has for this channel after a position, and whether the channel is paused; one statement. */
export async function readLane(
  context: Context,
  { channel, after, limit }: { readonly channel: string; readonly after: number; readonly limit: number },
): Promise<Reading> {
  const { rows } = await sql<{ drain_to: number | null; at: number | null; state: string | null } & Row>`
    select p.drain_to, e.at, d.id, e.at as position, d.seq, d.document_id, d.document_kind, d.shipment_id, d.attempts,
           d.attempts_before_replay, d.next_attempt_at, d.trace_id, d.state
    from (select 1) one
    left join exchange.pause p on p.channel = ${channel}
    left join (
      select position as at, (payload ->> 'documentId')::uuid as document_id from runtime.event
      where payload ->> 'channel' = ${channel} and type in ('document.dispatched', 'delivery.replayed') and position > ${after}
      order by position limit ${limit}) e on true
    left join exchange.delivery d on d.document_id = e.document_id and d.channel = ${channel}
    order by e.at`.execute(context.db);
  const last = rows.at(-1)?.at ?? undefined;
  const drainTo = rows[0]?.drain_to ?? undefined;
  return {
    entries: rows.filter((row) => row.state === 'queued').map(toStored),
    more: limit > 0 && rows.length >= limit && last !== undefined,
    ...(last === undefined ? {} : { last }),
    ...(drainTo === undefined ? {} : { sendUpTo: drainTo }),
  };
}

/** How an attempt went, as the operator sees it. */
export type Detail = { readonly at: string; readonly detail: string; readonly durationMs: number };

/**
 * The deliveries whose attempt is new on record, or nothing when the lane has another owner by now: then nothing of it is written.
 * A flush may come twice (its commit was done, the word of it lost); the second time nothing in it is new.
 */
export async function recordFlush(
  context: Context,
  claim: { readonly channel: string; readonly owner: string; readonly leaseMs: number },
  flush: Flush,
  detailOf: (deliveryId: string) => Detail,
): Promise<Set<string> | undefined> {
  const ends = flush.ends.map(({ entry, outcome, state, attempt, dueAt }) => {
    const { at, detail, durationMs } = detailOf(entry.deliveryId);
    const due = dueAt === undefined ? null : new Date(dueAt).toISOString();
    return { id: entry.deliveryId, number: attempt, at, outcome, detail, ms: durationMs, state, due };
  });
  const hold = flush.hold.map((entry) => ({ id: entry.deliveryId, position: entry.position }));
  const { rows } = await sql<{ id: string | null }>`
    with lane as (
      update exchange.lane
      set cursor = ${flush.cursor}, leased_until = clock_timestamp() + ${claim.leaseMs} * interval '1 millisecond'
      where channel = ${claim.channel} and owner = ${claim.owner} and epoch = ${flush.epoch} returning 1),
    ended as (
      select * from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb)
        as r(id uuid, number int, at timestamptz, outcome text, detail text, ms int, state text, due timestamptz)
      -- what is delivered stays so, even where somebody had it sent once more meanwhile
      where exists (select 1 from lane) and exists (select 1 from exchange.delivery d where d.id = r.id and d.state = 'queued')),
    attempted as (
      insert into exchange.attempt (delivery_id, number, at, outcome, detail, duration_ms)
      select id, number, at, outcome, detail, ms from ended on conflict do nothing returning delivery_id),
    moved as (
      update exchange.delivery d
      set state = e.state, attempts = e.number, next_attempt_at = coalesce(e.due, d.next_attempt_at),
          delivered_at = case when e.state = 'delivered' then e.at end
      from ended e join attempted a on a.delivery_id = e.id where d.id = e.id),
    kept as (
      insert into exchange.held (delivery_id, channel, position)
      select id, ${claim.channel}, position from jsonb_to_recordset(${JSON.stringify(hold)}::jsonb) as r(id uuid, position bigint)
      where exists (select 1 from lane) on conflict do nothing),
    gone as (
      delete from exchange.held where delivery_id = any(${flush.unhold}::uuid[]) and exists (select 1 from lane))
    select delivery_id as id from lane left join attempted on true`.execute(context.db);
  return rows.length === 0 ? undefined : new Set(rows.flatMap((row) => row.id ?? []));
}
