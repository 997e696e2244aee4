// All SQL of schema `exchange` but the circuit breakers' (`store-breakers.ts`).
import { type Generated, sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { askTogether, inRounds, rowByKey } from '../../runtime/database/ask-together.ts';
import { traceIdOf } from '../../runtime/telemetry/trace.ts';
import type { DeliveryState, InboundState } from './contract.ts';

export type DeliveryRow = {
  seq: number;
  id: string;
  channel: string;
  document_id: string;
  document_kind: string;
  shipment_id: string | null;
  state: DeliveryState;
  attempts: number;
  next_attempt_at: string;
  created_at: string;
  delivered_at: string | null;
  attempts_before_replay: number;
  /** Position of the event its document could not be written from; null when there is a document. */
  unwritten_event: number | null;
  /** Of the event it was written from; null in rows of version 0.1.0. */
  trace_id: string | null;
};
export type AttemptRow = {
  delivery_id: string;
  number: number;
  at: string;
  outcome: 'delivered' | 'refused' | 'unreachable' | 'unwritten' | 'taken-back' | 'superseded';
  detail: string;
  duration_ms: number;
};
export type InboundRow = {
  seq: number;
  id: string;
  channel: string;
  received_at: string;
  digest: string;
  size_bytes: number;
  headers: Record<string, string>;
  state: InboundState;
  format: string | null;
  partner_message_id: string | null;
  reason: Bilingual | null;
  simulated: boolean;
  /** Of the request it came with, until it is read: then of the document it answers. */
  trace_id: string | null;
};
type Tables = {
  'exchange.delivery': Omit<DeliveryRow, 'seq' | 'attempts_before_replay' | 'unwritten_event'> & {
    seq: Generated<number>;
    attempts_before_replay: Generated<number>;
    unwritten_event: Generated<number | null>;
  };
  'exchange.attempt': AttemptRow;
  'exchange.inbound': Omit<InboundRow, 'seq'> & { seq: Generated<number> };
  'exchange.interpreted': { channel: string; partner_message_id: string; digest: string; inbound_id: string };
  'exchange.pointer': { channel: string; value: string; shipment_id: string; document_id: string };
  'exchange.waiting': { channel: string; value: string; inbound_id: string };
  'exchange.pause': { channel: string; paused_at: string; paused_by: string; drain_to: number };
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = <T>(value: T) => JSON.stringify(value) as unknown as T;

export type NewDelivery = Pick<DeliveryRow, 'id' | 'channel' | 'document_id' | 'document_kind' | 'shipment_id'>;
export async function insertDeliveries(context: Context, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length > 0)
    await insertAll(
      context,
      rows.map((row) => ({ ...row, trace_id: context.traceId })),
    );
}
const insertAll = askTogether<readonly (NewDelivery & { readonly trace_id: string })[], void>(async (context, rows) => {
  await sql`
    insert into exchange.delivery (id, channel, document_id, document_kind, shipment_id, state, attempts, next_attempt_at, created_at, trace_id)
    select id, channel, document_id, document_kind, shipment_id, 'queued', 0, ${context.now}, ${context.now}, trace_id
    from jsonb_to_recordset(${JSON.stringify(rows.flat())}::jsonb)
      as r(id uuid, channel text, document_id uuid, document_kind text, shipment_id uuid, trace_id uuid)
    on conflict (id) do nothing`.execute(context.db);
  return [];
});
/** Which of these deliveries are there already. */
export const knownDeliveries = askTogether<readonly string[], ReadonlySet<string>>(async (context, wanted) => {
  const { rows } = await sql<{ id: string }>`
    select id from exchange.delivery where id = any(${wanted.flat()}::uuid[])`.execute(context.db);
  const known = new Set(rows.map((row) => row.id));
  return wanted.map((ids) => new Set(ids.filter((id) => known.has(id))));
});

export const findDelivery = (context: Context, id: string) =>
  tables(context).selectFrom('exchange.delivery').selectAll().where('id', '=', id).executeTakeFirst();
export const lockDelivery = (context: Context, id: string) =>
  tables(context).selectFrom('exchange.delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export const requeueDeliveries = (context: Context, ids: readonly string[]) =>
  tables(context)
    .updateTable('exchange.delivery')
    .set((e) => ({
      state: 'queued' as const,
      next_attempt_at: context.now,
      attempts_before_replay: e.ref('attempts'),
      unwritten_event: null,
    }))
    .where('id', '=', anyOf(ids))
    .execute();

export async function listDeliveries(
  context: Context,
  filter: { state?: string; channel?: string; shipmentId?: string; traceId?: string; before?: number; limit: number },
): Promise<DeliveryRow[]> {
  let rows = tables(context).selectFrom('exchange.delivery').selectAll().orderBy('seq', 'desc').limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state as DeliveryState);
  if (filter.channel) rows = rows.where('channel', '=', filter.channel);
  if (filter.shipmentId) rows = rows.where('shipment_id', '=', filter.shipmentId);
  if (filter.traceId) rows = rows.where('trace_id', '=', filter.traceId);
  if (filter.before) rows = rows.where('seq', '<', filter.before);
  return (await rows.execute()) as DeliveryRow[];
}
export async function listAttempts(context: Context, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  if (deliveryIds.length === 0) return [];
  return tables(context)
    .selectFrom('exchange.attempt')
    .selectAll()
    .where('delivery_id', '=', anyOf(deliveryIds))
    .orderBy('number')
    .execute();
}

/** Stored, or known to be a duplicate where the channel has said the same bytes before. */
type NewInbound = Pick<
  InboundRow,
  'id' | 'channel' | 'received_at' | 'digest' | 'size_bytes' | 'headers' | 'simulated' | 'trace_id'
>;
export const insertInbound = askTogether<NewInbound, InboundState>(async (context, given) => {
  const { rows } = await sql<{ id: string; state: InboundState }>`
    insert into exchange.inbound (id, channel, received_at, digest, size_bytes, headers, state, simulated, trace_id)
    select r.id, r.channel, r.received_at, r.digest, r.size_bytes, r.headers,
           case when exists (select 1 from exchange.interpreted i where i.channel = r.channel and i.digest = r.digest)
             then 'duplicate' else 'stored' end,
           r.simulated, r.trace_id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as r(id uuid, channel text, received_at timestamptz, digest text, size_bytes integer, headers jsonb, simulated boolean, trace_id uuid)
    returning id, state`.execute(context.db);
  const ids = given.map((row) => row.id);
  return rowByKey(ids, rows, (row) => row.id).map((row) => row?.state ?? 'stored');
});
export const findInbound = askTogether<string, InboundRow | undefined>(async (context, ids) => {
  const { rows } = await sql<InboundRow>`select * from exchange.inbound where id = any(${ids}::uuid[])`.execute(
    context.db,
  );
  return rowByKey(ids, rows, (row) => row.id);
});
export const markInbound = (
  context: Context,
  id: string,
  change: { state: InboundState; format?: string; partner_message_id?: string; reason?: Bilingual | null },
) =>
  tables(context)
    .updateTable('exchange.inbound')
    .set({ ...change, ...(change.reason === undefined ? {} : { reason: change.reason && json(change.reason) }) })
    .where('id', '=', id)
    .execute();
export async function listInbound(
  context: Context,
  filter: { state?: string; channel?: string; traceId?: string; before?: number; limit: number },
): Promise<InboundRow[]> {
  let rows = tables(context).selectFrom('exchange.inbound').selectAll().orderBy('seq', 'desc').limit(filter.limit);
  if (filter.state) rows = rows.where('state', '=', filter.state as InboundState);
  if (filter.channel) rows = rows.where('channel', '=', filter.channel);
  if (filter.traceId) rows = rows.where('trace_id', '=', filter.traceId);
  if (filter.before) rows = rows.where('seq', '<', filter.before);
  return (await rows.execute()) as InboundRow[];
}

/**
 * Marks the message read and gives it the trace of the document of ours that it answers, which is given back.
 * `first` for the first one with this identity; a repetition of it has no second effect.
 */
export const claimMessage = askTogether<Claim, { readonly first: boolean; readonly traceId?: string }>(
  async (context, claims) => {
    // Two of one identity in one statement: the key lets one of them in. Named as a list too, because nobody can tell how many `said` are.
    const ids = claims.map((claim) => claim.inbound_id);
    const { rows } = await sql<{ id: string; state: string; trace_id: string | null }>`
      with said as (
        select * from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
          as r(channel text, partner_message_id text, digest text, inbound_id uuid, format text, answered uuid)),
      claimed as (
        insert into exchange.interpreted (channel, partner_message_id, digest, inbound_id)
        select channel, partner_message_id, digest, inbound_id from said on conflict do nothing returning inbound_id)
      update exchange.inbound i
      set state = case when exists (select 1 from claimed c where c.inbound_id = said.inbound_id)
            then 'interpreted' else 'duplicate' end,
          format = said.format, partner_message_id = said.partner_message_id, reason = null,
          trace_id = coalesce(
            (select d.trace_id from exchange.delivery d where d.document_id = said.answered limit 1), i.trace_id)
      from said where i.id = said.inbound_id and i.id = any(${ids}::uuid[])
      returning i.id, i.state, i.trace_id`.execute(context.db);
    return rowByKey(ids, rows, (row) => row.id).map((row) => ({
      first: row?.state === 'interpreted',
      ...(row?.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
    }));
  },
);
type Claim = Tables['exchange.interpreted'] & { readonly format: string; readonly answered?: string };
/** Which of the numbers are new. A later version of the document takes an old number over within the same case only. */
export async function keepPointers(
  context: Context,
  values: readonly string[],
  to: Omit<Pointer, 'value'>,
): Promise<string[]> {
  const rows = [...new Set(values)].map((value) => ({ ...to, value }));
  const isNew = await Promise.all(rows.map((row) => keepPointer(context, row)));
  return rows.filter((_, i) => isNew[i]).map((row) => row.value);
}
type Pointer = Tables['exchange.pointer'];
const keepPointer = askTogether<Pointer, boolean>(async (context, asked) => {
  const fresh = new Set<Pointer>();
  for (const round of inRounds(asked, (row) => `${row.channel} ${row.value}`)) {
    const { rows } = await sql<PointerKey & { is_new: boolean }>`
      insert into exchange.pointer as p (channel, value, shipment_id, document_id)
      select channel, value, shipment_id, document_id from jsonb_to_recordset(${JSON.stringify(round)}::jsonb)
        as r(channel text, value text, shipment_id uuid, document_id uuid)
      on conflict (channel, value) do update set document_id = excluded.document_id
        where p.shipment_id = excluded.shipment_id and p.document_id <> excluded.document_id
      returning channel, value, xmax = 0 as is_new`.execute(context.db);
    for (const row of round)
      if (rows.some((done) => done.is_new && done.channel === row.channel && done.value === row.value)) fresh.add(row);
  }
  return asked.map((row) => fresh.has(row));
});
type PointerKey = Pick<Pointer, 'channel' | 'value'>;
export const findPointer = (context: Context, channel: string, value: string): Promise<Pointer | undefined> =>
  findPointers(context, { channel, value });
const findPointers = askTogether<PointerKey, Pointer | undefined>(async (context, asked) => {
  const { rows } = await sql<Pointer>`
    select * from exchange.pointer where (channel, value) in (
      select * from unnest(${asked.map((a) => a.channel)}::text[], ${asked.map((a) => a.value)}::text[]))`.execute(
    context.db,
  );
  return asked.map((a) => rows.find((row) => row.channel === a.channel && row.value === a.value));
});

export const keepWaiting = (context: Context, rows: readonly Tables['exchange.waiting'][]) =>
  tables(context)
    .insertInto('exchange.waiting')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
/** Messages that wait for this number, each once; they wait no longer. */
export const takeWaiting = (context: Context, channel: string, value: string): Promise<string[]> =>
  takeAllWaiting(context, { channel, value });
const takeAllWaiting = askTogether<PointerKey, string[]>(async (context, asked) => {
  const { rows } = await sql<PointerKey & { inbound_id: string }>`
    delete from exchange.waiting where inbound_id in (
      select w.inbound_id from exchange.waiting w where (w.channel, w.value) in (
        select * from unnest(${asked.map((a) => a.channel)}::text[], ${asked.map((a) => a.value)}::text[])))
    returning channel, value, inbound_id`.execute(context.db);
  // One that waited for several of these numbers is read again once.
  const given = new Set<string>();
  return asked.map((a) => {
    const own = rows.filter((row) => row.channel === a.channel && row.value === a.value && !given.has(row.inbound_id));
    const ids = [...new Set(own.map((row) => row.inbound_id))];
    for (const id of ids) given.add(id);
    return ids;
  });
});

/** Deliveries up to `drainTo` still go; 0 stops at once. */
export const pauseChannel = (context: Context, channel: string, drainTo = 0) =>
  tables(context)
    .insertInto('exchange.pause')
    .values({ channel, paused_at: context.now, paused_by: context.actor.name, drain_to: drainTo })
    .onConflict((c) => c.column('channel').doUpdateSet({ drain_to: drainTo }))
    .execute();
export const resumeChannel = (context: Context, channel: string) =>
  tables(context).deleteFrom('exchange.pause').where('channel', '=', channel).execute();

export const listPaused = async (context: Context): Promise<string[]> =>
  (await tables(context).selectFrom('exchange.pause').select('channel').execute()).map((row) => row.channel);

export type HealthRow = {
  channel: string;
  queued: number | null;
  dead: number | null;
  oldest: string | null;
  retry: string | null;
  delivered: string | null;
  failing: boolean;
  received: string | null;
  quarantined: number | null;
  waiting: number | null;
  paused: boolean;
  draining: boolean;
};
export async function readHealth(context: Context): Promise<HealthRow[]> {
  const { rows } = await sql<HealthRow>`
    -- Nothing here grows with what waits: it is counted as it comes and goes (0300-backlog-counted.sql), the oldest is the first of an
    -- index, and what failed and waits is held by its lane. From name to name by the index of messages, too.
    with recursive came as (
      select (select min(channel) from exchange.inbound) as channel
      union all select (select min(i.channel) from exchange.inbound i where i.channel > came.channel) from came where channel is not null),
    sent as (
      select channel, sum(queued) as queued, sum(dead) as dead, max(delivered_at) as delivered from exchange.backlog group by channel),
    unread as (
      select channel, count(*) filter (where state = 'quarantined') as quarantined, count(*) filter (where state = 'waiting') as waiting
      from exchange.inbound where state in ('quarantined', 'waiting') group by channel)
    -- a channel that was paused before anything went over it is shown as paused too
    select c.channel, s.queued, s.dead, s.delivered, h.failing, h.retry, u.quarantined, u.waiting,
           w.created_at as oldest, came_last.received_at as received, coalesce(w.seq <= p.drain_to, false) as draining, p.channel is not null as paused
    from (select channel from sent union select channel from came union select channel from exchange.pause) c
    left join sent s on s.channel = c.channel
    left join unread u on u.channel = c.channel
    left join exchange.pause p on p.channel = c.channel
    -- The first that waits and the last that came, by the one index that is in this order: asked for the channel alone, the planner walks
    -- the others' by the number and reads all that waits elsewhere.
    left join lateral (
      select d.channel, d.seq, d.created_at from exchange.delivery d
      where d.state = 'queued' and d.channel >= c.channel order by d.channel, d.seq limit 1) w on w.channel = c.channel
    left join lateral (
      select i.channel, i.received_at from exchange.inbound i where i.channel >= c.channel order by i.channel, i.seq desc limit 1) came_last
      on came_last.channel = c.channel
    cross join lateral (
      select count(*) > 0 as failing, min(d.next_attempt_at) as retry
      from exchange.held l join exchange.delivery d on d.id = l.delivery_id
      where l.channel = c.channel and d.state = 'queued' and d.attempts > d.attempts_before_replay) h
    where c.channel is not null`.execute(context.db);
  return rows;
}

/** A quarantined message may be read again: its claim on the identity is given up. */
export const forgetMessage = (context: Context, inboundId: string) =>
  tables(context).deleteFrom('exchange.interpreted').where('inbound_id', '=', inboundId).execute();

/** Whether deliveries are under way or could go now (not behind an earlier one, not paused), and when the next falls due. */
export async function readOpenDeliveries(context: Context): Promise<{ busy: boolean; nextAt: string | null }> {
  const { rows } = await sql<{ busy: boolean; nextAt: string | null }>`
    select coalesce(bool_or(d.next_attempt_at <= ${context.now} and not exists (
             select 1 from exchange.delivery e
             where e.shipment_id = d.shipment_id and e.channel = d.channel and e.seq < d.seq and e.state = 'queued')
             and not exists (select 1 from exchange.pause p where p.channel = d.channel and d.seq > p.drain_to)), false) as busy,
           min(d.next_attempt_at) filter (where d.next_attempt_at > ${context.now}) as "nextAt"
    from exchange.delivery d where d.state = 'queued'`.execute(context.db);
  return rows[0] ?? { busy: false, nextAt: null };
}

/** One dispatch or rewriting per shipment at a time: client numbers are counted. */
export const lockDispatch = askTogether<string, void>(async (context, shipmentIds) => {
  const names = [...new Set(shipmentIds)].sort().map((id) => `dispatch/${id}`);
  await sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as name`.execute(context.db);
  return [];
});

/** A delivery whose document could not be written: dead at once, with the reason as its attempt. */
export async function keepUnwritten(
  context: Context,
  id: string,
  { eventPosition, reason }: { eventPosition: number; reason: string },
): Promise<void> {
  const row = await tables(context)
    .updateTable('exchange.delivery')
    .set((e) => ({ state: 'dead' as const, attempts: e('attempts', '+', 1), unwritten_event: eventPosition }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow();
  await keepUnsent(context, id, { number: row.attempts, outcome: 'unwritten', detail: reason });
}
/** One that is not sent again, because what it tells was taken back or told anew: dead as before, with the reason as an attempt. */
export async function keepTakenBack(
  context: Context,
  id: string,
  { outcome, detail }: Pick<AttemptRow, 'detail'> & { readonly outcome: 'taken-back' | 'superseded' },
): Promise<void> {
  const row = await tables(context)
    .updateTable('exchange.delivery')
    .set((e) => ({ attempts: e('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow();
  await keepUnsent(context, id, { number: row.attempts, outcome, detail });
}
const keepUnsent = (context: Context, id: string, attempt: Pick<AttemptRow, 'number' | 'outcome' | 'detail'>) =>
  tables(context)
    .insertInto('exchange.attempt')
    .values({ delivery_id: id, at: context.now, duration_ms: 0, ...attempt })
    .execute();

/** The newest delivery of a channel: a drain goes up to it. */
export async function lastDeliverySeq(context: Context, channel: string): Promise<number> {
  const row = await tables(context)
    .selectFrom('exchange.delivery')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('channel', '=', channel)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}
/** The oldest dead letters, kept from everybody else until this commits. */
