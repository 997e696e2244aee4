// SQL of the pulse of channels, their outages, and when somebody was last told.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';

export type Beat = {
  readonly slot: string;
  readonly channel: string;
  readonly document_kind: string;
  readonly outcome: 'delivered' | 'refused' | 'unreachable';
  readonly bucket: number;
  readonly attempts: number;
};
export type OutageRow = {
  readonly id: string;
  readonly channel: string;
  readonly since: string;
  readonly until: string | null;
};
type Tables = { 'partner.outage': OutageRow; 'partner.told': { channel: string; at: string } };
const tables = (context: Context) => context.db.withTables<Tables>();

/** Added to what other nodes counted; in one order, so that two nodes never wait for each other. */
export const addBeats = (context: Context, beats: readonly Beat[]) =>
  sql`
    insert into partner.pulse as p (slot, channel, document_kind, outcome, bucket, attempts)
    select slot, channel, document_kind, outcome, bucket, attempts
    from jsonb_to_recordset(${JSON.stringify(beats)}::jsonb)
      as r(slot timestamptz, channel text, document_kind text, outcome text, bucket smallint, attempts integer)
    order by channel, slot, document_kind, outcome, bucket
    on conflict (channel, slot, document_kind, outcome, bucket) do update set attempts = p.attempts + excluded.attempts`.execute(
    context.db,
  );
export async function removeBeatsBefore(context: Context, slot: string, most: number): Promise<void> {
  await sql`
    delete from partner.pulse where ctid = any(array(select ctid from partner.pulse where slot < ${slot} limit ${most}))`.execute(
    context.db,
  );
}

export type BeatSum = Omit<Beat, 'slot'>;
/** Counted since an instant, by kind, outcome and bucket. */
export async function sumBeats(context: Context, channels: readonly string[], since: string): Promise<BeatSum[]> {
  const { rows } = await sql<BeatSum>`
    select p.channel, p.document_kind, p.outcome, p.bucket, sum(p.attempts)::int as attempts
    from unnest(${channels}::text[]) as c(channel) join partner.pulse p on p.channel = c.channel and p.slot >= ${since}
    group by 1, 2, 3, 4`.execute(context.db);
  return rows;
}
export type HourSum = {
  readonly channel: string;
  readonly hour: string;
  readonly reached: number;
  readonly missed: number;
};
/** By the hour: how many attempts the partner answered, and how many it did not. */
export async function sumHours(context: Context, channels: readonly string[], since: string): Promise<HourSum[]> {
  const { rows } = await sql<HourSum>`
    select p.channel, date_trunc('hour', p.slot at time zone 'UTC') at time zone 'UTC' as hour,
           coalesce(sum(p.attempts) filter (where p.outcome <> 'unreachable'), 0)::int as reached,
           coalesce(sum(p.attempts) filter (where p.outcome = 'unreachable'), 0)::int as missed
    from unnest(${channels}::text[]) as c(channel) join partner.pulse p on p.channel = c.channel and p.slot >= ${since}
    group by 1, 2`.execute(context.db);
  return rows;
}

/** Whether it was new. */
export const openOutage = async (context: Context, row: Omit<OutageRow, 'until'>): Promise<boolean> =>
  (await tables(context)
    .insertInto('partner.outage')
    .values({ ...row, until: null })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;
/** Whether one was open. */
export const closeOutage = async (context: Context, channel: string, until: string): Promise<boolean> =>
  (await tables(context)
    .updateTable('partner.outage')
    .set({ until })
    .where('channel', '=', channel)
    .where('until', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
/** Of these channels, each with its newest, open ones first. */
export async function recentOutages(context: Context, channels: readonly string[], most: number): Promise<OutageRow[]> {
  const { rows } = await sql<OutageRow>`
    select o.* from unnest(${channels}::text[]) as c(channel) cross join lateral (
      select * from partner.outage o where o.channel = c.channel order by o.since desc limit ${most}) o
    order by o.since desc, o.id`.execute(context.db);
  return rows;
}

/** Whether this is the first in so long. */
export async function claimTelling(context: Context, channel: string, since: string): Promise<boolean> {
  const { rows } = await sql<{ channel: string }>`
    insert into partner.told as t (channel, at) values (${channel}, ${context.now})
    on conflict (channel) do update set at = excluded.at where t.at < ${since} returning channel`.execute(context.db);
  return rows.length > 0;
}
