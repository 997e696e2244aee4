// SQL of the lanes: the lease with its fencing token, reading by cursor, and recording a flush in one statement (P3).
import { sql } from 'kysely';
import type { Context } from '../../../runtime/context.ts';
import { askTogether, rowsByKey } from '../../../runtime/database/ask-together.ts';
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
type Asked = { readonly channel: string; readonly after: number; readonly limit: number };
/** What the log has for this channel after a position, and whether the channel is paused; one statement for all channels that look now. */
export const readLane = askTogether<Asked, Reading>(async (context, asked) => {
  const numbered = asked.map((one, i) => ({ n: String(i), channel: one.channel, from: one.after, most: one.limit }));
  const { rows } = await sql<ReadRow>`
    select q.n, p.drain_to, e.at, d.id, e.at as position, d.seq, d.document_id, d.document_kind, d.shipment_id, d.attempts,
           d.attempts_before_replay, d.next_attempt_at, d.trace_id, d.state
    from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) as q(n text, channel text, "from" bigint, most integer)
    left join exchange.pause p on p.channel = q.channel
    left join lateral (
      select position as at, (payload ->> 'documentId')::uuid as document_id from runtime.event
      where payload ->> 'channel' = q.channel and type in ('document.dispatched', 'delivery.replayed') and position > q."from"
      order by position limit q.most) e on true
    left join exchange.delivery d on d.document_id = e.document_id and d.channel = q.channel
    order by e.at`.execute(context.db);
  const byAsker = rowsByKey(
    numbered.map((one) => one.n),
    rows,
    (row) => row.n,
  );
  return asked.map(({ limit }, i) => toReading(byAsker[i] ?? [], limit));
});
type ReadRow = { n: string; drain_to: number | null; at: number | null; state: string | null } & Row;
function toReading(rows: readonly ReadRow[], limit: number): Reading {
  const last = rows.at(-1)?.at ?? undefined;
  const drainTo = rows[0]?.drain_to ?? undefined;
  return {
    entries: rows.filter((row) => row.state === 'queued').map(toStored),
    more: limit === 0 || (rows.length >= limit && last !== undefined),
    ...(last === undefined ? {} : { last }),
    ...(drainTo === undefined ? {} : { sendUpTo: drainTo }),
  };
}

/** How an attempt went, as the operator sees it. */
export type Detail = { readonly at: string; readonly detail: string; readonly durationMs: number };

type Recorded = {
  readonly claim: { readonly channel: string; readonly owner: string; readonly leaseMs: number };
  readonly flush: Flush;
  readonly detailOf: (deliveryId: string) => Detail;
};
/**
 * The deliveries whose attempt is new on record, or nothing when the lane has another owner by now: then nothing of it is written.
 * A flush may come twice (its commit was done, the word of it lost); the second time nothing in it is new.
 */
export const recordFlush = (
  context: Context,
  claim: Recorded['claim'],
  flush: Flush,
  detailOf: Recorded['detailOf'],
): Promise<ReadonlySet<string> | undefined> => recordFlushes(context, { claim, flush, detailOf });

/**
 * Each lane once: its owner records one flush after the other. What is new is looked up in a table of its own (`in (…) is true`): joined, which
 * the planner does one by one where it expects one row, 200 ends were compared 40,000 times, twice.
 */
const recordFlushes = askTogether<Recorded, ReadonlySet<string> | undefined>(async (context, asked) => {
  const lanes = asked.map(({ claim: { channel, owner, leaseMs }, flush: { epoch, cursor } }) => ({
    ...{ channel, owner, epoch, cursor },
    lease_ms: leaseMs,
  }));
  const ends = asked.flatMap(({ claim: { channel }, flush, detailOf }) =>
    flush.ends.map(({ entry, outcome, state, attempt, dueAt }) => {
      const { at, detail, durationMs } = detailOf(entry.deliveryId);
      const due = dueAt === undefined ? null : new Date(dueAt).toISOString();
      return { channel, id: entry.deliveryId, number: attempt, at, outcome, detail, ms: durationMs, state, due };
    }),
  );
  const hold = asked.flatMap(({ claim: { channel }, flush }) =>
    flush.hold.map((entry) => ({ channel, id: entry.deliveryId, position: entry.position })),
  );
  const unhold = asked.flatMap(({ claim: { channel }, flush }) => flush.unhold.map((id) => ({ channel, id })));
  const { rows } = await sql<{ channel: string; id: string | null }>`
    with lane as (
      update exchange.lane l
      set cursor = r.cursor, leased_until = clock_timestamp() + r.lease_ms * interval '1 millisecond'
      from jsonb_to_recordset(${JSON.stringify(lanes)}::jsonb)
        as r(channel text, owner text, epoch bigint, cursor bigint, lease_ms integer)
      where l.channel = r.channel and l.owner = r.owner and l.epoch = r.epoch returning l.channel),
    ended as (
      select r.* from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb)
        as r(channel text, id uuid, number int, at timestamptz, outcome text, detail text, ms int, state text, due timestamptz)
      join lane on lane.channel = r.channel
      -- what is delivered stays so, even where somebody had it sent once more meanwhile
      where exists (select 1 from exchange.delivery d where d.id = r.id and d.state = 'queued')),
    attempted as (
      insert into exchange.attempt (delivery_id, number, at, outcome, detail, duration_ms)
      select id, number, at, outcome, detail, ms from ended on conflict do nothing returning delivery_id),
    moved as (
      update exchange.delivery d
      set state = e.state, attempts = e.number, next_attempt_at = coalesce(e.due, d.next_attempt_at),
          delivered_at = case when e.state = 'delivered' then e.at end
      from ended e where d.id = e.id and (e.id in (select delivery_id from attempted)) is true),
    kept as (
      insert into exchange.held (delivery_id, channel, position)
      select r.id, r.channel, r.position from jsonb_to_recordset(${JSON.stringify(hold)}::jsonb)
        as r(channel text, id uuid, position bigint)
      join lane on lane.channel = r.channel on conflict do nothing),
    gone as (
      delete from exchange.held h using jsonb_to_recordset(${JSON.stringify(unhold)}::jsonb) as r(channel text, id uuid), lane
      where h.delivery_id = r.id and lane.channel = r.channel)
    select lane.channel, e.id from lane
    left join ended e on e.channel = lane.channel and (e.id in (select delivery_id from attempted)) is true`.execute(
    context.db,
  );
  return asked.map(({ claim }) => {
    const own = rows.filter((row) => row.channel === claim.channel);
    return own.length === 0 ? undefined : new Set(own.flatMap((row) => row.id ?? []));
  });
});
