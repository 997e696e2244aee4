// All SQL of the outbox: events in commit order, consumers' cursors, failed reactions (P3).
import { type Kysely, sql } from 'kysely';
import { escapeLiteral } from 'pg';
import type { Actor, StoredEvent, Transaction } from '../context.ts';
import { commitTo } from '../ledger/leaf.ts';
import { traceIdOf } from '../telemetry/trace.ts';

export type PendingEvent = {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: object;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly traceId: string;
};

/** No event of these lines (their subjects) that somebody has to react to may stand after `seen` and before what is committed now. */
export type OrderGuard = {
  readonly lines: readonly string[];
  readonly types: readonly string[];
  readonly seen: number;
};

/**
 * Writes a transaction's events as its last act and commits. An advisory lock is held from here to the commit only, so
 * positions appear in commit order and a reader's cursor can never pass an event that is not committed yet. Lock, insert
 * and commit travel as one message: the lock is never held while this process is busy with something else
 * (docs/performance.md: 11 ms of waiting per transaction before, 0.3 ms after). Each event goes in with its leaf of the ledger.
 */
export async function commitWithEvents(
  db: Transaction,
  events: readonly PendingEvent[],
  { carried, order }: { readonly carried?: ReadonlySet<PendingEvent>; readonly order?: OrderGuard } = {},
): Promise<void> {
  if (events.length === 0) {
    const { rows } = await sql<{ command?: string }>`commit`.execute(db);
    // A statement failed and its error was swallowed: the server then rolls back and calls it success.
    if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction had failed and was rolled back');
    return;
  }
  const rows = events.map((e) => {
    const actor = { kind: e.actor.kind, id: e.actor.id, name: e.actor.name, organisationId: e.actor.organisationId };
    const { salt, leaf } = commitTo({ id: e.id, type: e.type, subject: e.subject, at: e.occurredAt }, actor, e.payload);
    return {
      id: e.id,
      type: e.type,
      subject: e.subject,
      payload: e.payload,
      actor,
      occurred_at: e.occurredAt,
      trace_id: e.traceId,
      salt: `\\x${salt.toString('hex')}`,
      leaf: `\\x${leaf.toString('hex')}`,
      ...(carried?.has(e) ? { carried: true } : {}),
    };
  });
  // Several statements in one message take no parameters; the one value is our own JSON, escaped by the driver.
  await sql
    .raw(`
    select pg_advisory_xact_lock(7302001);${order ? keepOrder(order) : ''}
    insert into runtime.event (id, type, subject, payload, actor, occurred_at, trace_id, salt, leaf, carried)
    select id, type, subject, payload, actor, occurred_at, trace_id, salt, leaf, carried
    from jsonb_to_recordset(${escapeLiteral(JSON.stringify(rows))}::jsonb)
      as r(id uuid, type text, subject text, payload jsonb, actor jsonb, occurred_at timestamptz, trace_id uuid,
           salt bytea, leaf bytea, carried boolean);
    commit`)
    .execute(db);
}
const keepOrder = ({ lines, types, seen }: OrderGuard): string => `
    select runtime.keep_order(${textArray(lines)}, ${textArray(types)}, ${Number(seen)});`;
const textArray = (texts: readonly string[]): string => `array[${texts.map(escapeLiteral).join()}]::text[]`;

type EventRow = {
  position: number;
  id: string;
  type: string;
  subject: string;
  payload: unknown;
  actor: StoredEvent['actor'];
  occurred_at: string;
  trace_id: string | null;
};
const toEvent = (row: EventRow): StoredEvent => ({
  position: Number(row.position),
  id: row.id,
  type: row.type,
  subject: row.subject,
  payload: row.payload,
  actor: row.actor,
  occurredAt: row.occurred_at,
  ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
});

export async function readEventsAfter(db: Kysely<unknown>, position: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await sql<EventRow>`
    select position, id, type, subject, payload, actor, occurred_at, trace_id from runtime.event
    where position > ${position} order by position limit ${limit}`.execute(db);
  return rows.map(toEvent);
}

/**
 * Events after a position that somebody reacts to and nobody has carried with their own writing, and how far the log has been looked at for
 * them; `full`: there may be more of them behind.
 */
export async function readWindow(
  db: Kysely<unknown>,
  { after, types, limit }: { readonly after: number; readonly types: readonly string[]; readonly limit: number },
): Promise<{ readonly events: readonly StoredEvent[]; readonly to: number; readonly full: boolean }> {
  // One snapshot: what is committed up to the last position is what the first part of it looked through.
  const { rows } = await sql<EventRow & { last: number | null }>`
    select e.position, e.id, e.type, e.subject, e.payload, e.actor, e.occurred_at, e.trace_id, l.last
    from (select max(position) as last from runtime.event) l
    left join lateral (
      select * from runtime.event
      where position > ${after} and type = any(${types}::text[]) and carried is null
      order by position limit ${limit}) e on true
    order by e.position`.execute(db);
  const events = rows.filter((row) => row.id !== null).map(toEvent);
  const full = events.length >= limit;
  const to = full ? (events.at(-1)?.position ?? after) : Number(rows[0]?.last ?? 0);
  return { events, to: Math.max(to, after), full };
}

export async function readEventsOf(
  db: Kysely<unknown>,
  subject: string,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const { rows } = await sql<EventRow>`
    select position, id, type, subject, payload, actor, occurred_at, trace_id from runtime.event
    where subject = ${subject} and position > ${after} order by position limit ${limit}`.execute(db);
  return rows.map(toEvent);
}

/** Events of one type of these subjects, in order. */
export async function readEventsOfType(
  db: Kysely<unknown>,
  subjects: readonly string[],
  type: string,
): Promise<StoredEvent[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select position, id, type, subject, payload, actor, occurred_at, trace_id from runtime.event
    where subject = any(${subjects}::text[]) and type = ${type} order by position`.execute(db);
  return rows.map(toEvent);
}

/** Those of these positions that exist, in order. */
export async function readEventsAt(db: Kysely<unknown>, positions: readonly number[]): Promise<StoredEvent[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select position, id, type, subject, payload, actor, occurred_at from runtime.event
    where position = any(${positions}::bigint[]) order by position`.execute(db);
  return rows.map(toEvent);
}

export async function readEvent(db: Kysely<unknown>, position: number): Promise<StoredEvent | undefined> {
  const { rows } = await sql<EventRow>`
    select position, id, type, subject, payload, actor, occurred_at, trace_id from runtime.event where position = ${position}`.execute(
    db,
  );
  return rows[0] ? toEvent(rows[0]) : undefined;
}

export async function lastPosition(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ position: number | null }>`select max(position) as position from runtime.event`.execute(
    db,
  );
  return Number(rows[0]?.position ?? 0);
}

/** Locks the consumer's cursor: two processes that run the same consumer take turns instead of doing things twice. */
export async function lockCursor(db: Transaction, consumer: string): Promise<number> {
  const read = () =>
    sql<{ position: number }>`select position from runtime.consumer where name = ${consumer} for update`.execute(db);
  const known = (await read()).rows[0];
  if (known) return Number(known.position);
  await sql`insert into runtime.consumer (name) values (${consumer}) on conflict do nothing`.execute(db);
  return Number((await read()).rows[0]?.position ?? 0);
}

export async function readCursor(db: Kysely<unknown>, consumer: string): Promise<number> {
  const { rows } = await sql<{
    position: number;
  }>`select position from runtime.consumer where name = ${consumer}`.execute(db);
  return Number(rows[0]?.position ?? 0);
}

export async function moveCursor(db: Transaction, consumer: string, position: number): Promise<void> {
  await sql`update runtime.consumer set position = ${position} where name = ${consumer}`.execute(db);
}

/** The flow's parts with their cursors. */
export async function readParts(db: Kysely<unknown>): Promise<{ readonly name: string; readonly position: number }[]> {
  const { rows } = await sql<{ name: string; position: number }>`
    select name, position from runtime.consumer where name like 'flow/%' order by name`.execute(db);
  return rows.map((row) => ({ name: row.name, position: Number(row.position) }));
}

/**
 * Takes a part for this transaction and moves its cursor; gives back where the cursor stood, or nothing while another node has the part.
 * Positions of a part below that were carried by somebody; the cursor never goes back.
 */
export async function takePart(db: Transaction, part: string, to: number): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`
    with mine as (select name, position from runtime.consumer where name = ${part} for update skip locked)
    update runtime.consumer c set position = greatest(mine.position, ${to}) from mine where c.name = mine.name
    returning mine.position`.execute(db);
  return rows[0] && Number(rows[0].position);
}
/** The same of several parts in one statement; those that another node has are left out. */
export async function takeParts(
  db: Transaction,
  parts: readonly string[],
  to: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; position: number }>`
    with mine as (select name, position from runtime.consumer where name = any(${parts}::text[]) for update skip locked)
    update runtime.consumer c set position = greatest(mine.position, ${to}) from mine where c.name = mine.name
    returning c.name, mine.position`.execute(db);
  return new Map(rows.map((row) => [row.name, Number(row.position)]));
}
/** Waits until nobody else has the part, keeps it to the end of the transaction, and says where its cursor stands. */
export async function waitForPart(db: Transaction, part: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from runtime.consumer where name = ${part} for update`.execute(db);
  return Number(rows[0]?.position ?? 0);
}

/** Cursors of parts that had nothing up to there; whoever has one of them just now moves it himself. */
export async function moveIdleParts(db: Kysely<unknown>, parts: readonly string[], to: number): Promise<void> {
  await sql`
    update runtime.consumer set position = ${to} where name in (
      select name from runtime.consumer where name = any(${parts}) and position < ${to} for update skip locked)`.execute(
    db,
  );
}

export async function saveFailure(
  db: Transaction,
  failure: {
    position: number;
    reaction: string;
    subject: string;
    error: string;
    attempts: number;
    nextAttemptAt: string;
    givenUp: boolean;
  },
): Promise<void> {
  await sql`
    insert into runtime.failed_reaction (position, reaction, subject, attempts, last_error, next_attempt_at, given_up)
    values (${failure.position}, ${failure.reaction}, ${failure.subject}, ${failure.attempts}, ${failure.error}, ${failure.nextAttemptAt}, ${failure.givenUp})
    on conflict (position, reaction) do update
      set attempts = excluded.attempts, last_error = excluded.last_error,
          next_attempt_at = excluded.next_attempt_at, given_up = excluded.given_up`.execute(db);
}

/** Lanes (reaction and subject) in which something failed: what comes later in them must wait its turn. */
export async function readHeldLanes(db: Kysely<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ reaction: string; subject: string }>`
    select distinct reaction, subject from runtime.failed_reaction`.execute(db);
  return new Set(rows.map((row) => laneOf(row.reaction, row.subject)));
}
export const laneOf = (reaction: string, subject: string): string => `${reaction} ${subject}`;

export type DueFailure = { readonly position: number; readonly reaction: string; readonly attempts: number };
export async function readDueFailures(db: Kysely<unknown>, now: string, limit: number): Promise<DueFailure[]> {
  const { rows } = await sql<DueFailure>`
    select position, reaction, attempts from runtime.failed_reaction f
    where not given_up
      -- a wait longer than any comes from a clock that was ahead: it is over
      and (next_attempt_at <= ${now} or next_attempt_at > ${now}::timestamptz + interval '11 minutes')
      and not exists (
      select 1 from runtime.failed_reaction e
      where e.reaction = f.reaction and e.subject = f.subject and e.position < f.position)
    order by next_attempt_at, position limit ${limit}`.execute(db);
  return rows.map((r) => ({ ...r, position: Number(r.position) }));
}

/** Locks one failure for a retry; false when another process has already dealt with it. */
export async function lockFailure(db: Transaction, failure: DueFailure): Promise<boolean> {
  const { rows } = await sql`
    select 1 from runtime.failed_reaction
    where position = ${failure.position} and reaction = ${failure.reaction} and attempts = ${failure.attempts} for update skip locked`.execute(
    db,
  );
  return rows.length > 0;
}

export async function clearFailure(db: Transaction, failure: DueFailure): Promise<void> {
  await sql`delete from runtime.failed_reaction where position = ${failure.position} and reaction = ${failure.reaction}`.execute(
    db,
  );
}

/** True when everything up to there is all there is, and no reaction waits for another try now. */
export async function isCaughtUp(db: Kysely<unknown>, position: number, now: string): Promise<boolean> {
  const { rows } = await sql<{ caught_up: boolean }>`
    select ${position}::bigint >= coalesce((select max(position) from runtime.event), 0)
       and not exists (select 1 from runtime.failed_reaction where not given_up and next_attempt_at <= ${now}) as caught_up`.execute(
    db,
  );
  return rows[0]?.caught_up ?? false;
}

/** How far the flow's last part is behind the log, and how many reactions failed. */
export async function readLag(
  db: Kysely<unknown>,
): Promise<{ readonly events: number; readonly oldest: string | null; readonly parked: number }> {
  const { rows } = await sql<{ events: number; oldest: string | null; parked: number }>`
    with seen as (select coalesce(min(position), 0) as position from runtime.consumer where name like 'flow/%')
    select greatest(0, coalesce((select max(position) from runtime.event), 0) - (select position from seen)) as events,
           (select occurred_at from runtime.event where position > (select position from seen) order by position limit 1) as oldest,
           (select count(*) from runtime.failed_reaction) as parked`.execute(db);
  return rows[0] ?? { events: 0, oldest: null, parked: 0 };
}

export type ParkedReaction = {
  readonly position: number;
  readonly type: string;
  readonly subject: string;
  readonly occurred_at: string;
  readonly trace_id: string | null;
  readonly reaction: string;
  readonly attempts: number;
  readonly last_error: string;
  readonly next_attempt_at: string;
  readonly given_up: boolean;
  /** Later events of the same subject that wait behind it. */
  readonly behind: number;
};
/** The first failure of each lane, oldest first. */
export async function listFailures(db: Kysely<unknown>, limit: number): Promise<ParkedReaction[]> {
  const { rows } = await sql<ParkedReaction>`
    select f.position, e.type, f.subject, e.occurred_at, e.trace_id, f.reaction, f.attempts, f.last_error, f.next_attempt_at, f.given_up,
           (select count(*) from runtime.failed_reaction b
            where b.reaction = f.reaction and b.subject = f.subject and b.position > f.position) as behind
    from runtime.failed_reaction f join runtime.event e on e.position = f.position
    where not exists (
      select 1 from runtime.failed_reaction b
      where b.reaction = f.reaction and b.subject = f.subject and b.position < f.position)
    order by f.position limit ${limit}`.execute(db);
  return rows;
}
/** An operator lets it try again at once, with the whole back-off before it; false when there is no such failure. */
export async function releaseFailure(
  db: Transaction,
  position: number,
  reaction: string,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update runtime.failed_reaction set given_up = false, attempts = 0, next_attempt_at = ${now}
    where position = ${position} and reaction = ${reaction} returning position`.execute(db);
  return rows.length > 0;
}

/** Whether a consumer has events below this position to see, or a reaction to one of them is to be tried again. */
export async function eventsAreNeeded(db: Kysely<unknown>, below: number): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select exists (select 1 from runtime.consumer where position < ${below} - 1)
        or exists (select 1 from runtime.export where position < ${below} - 1)
        or exists (select 1 from runtime.failed_reaction where position < ${below}) as needed`.execute(db);
  return rows[0]?.needed ?? true;
}
