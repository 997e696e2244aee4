// SQL of the trail as an auditor reads it: newest first, a window of positions at a time, so that no question costs more than its window.
import { sql } from 'kysely';
import type { Context, StoredEvent } from '../../runtime/context.ts';

export type TrailFilter = {
  /** Id or name of who acted; by his id also what was done to him: a sign-in is nobody's act before it has succeeded. */
  readonly actor?: string;
  readonly organisationId?: string;
  readonly type?: string;
  /** The shipment or other thing it is about. */
  readonly about?: string;
  readonly from?: string;
  readonly to?: string;
};
export type TrailRow = {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly actor: StoredEvent['actor'];
  readonly occurred_at: string;
  readonly trace_id: string | null;
};
const given = (filter: TrailFilter) =>
  sql.join(
    [
      sql`true`,
      ...(filter.actor
        ? [
            sql`(actor ->> 'id' = ${filter.actor} or actor ->> 'name' = ${filter.actor} or payload ->> 'personId' = ${filter.actor})`,
          ]
        : []),
      ...(filter.organisationId ? [sql`actor ->> 'organisationId' = ${filter.organisationId}`] : []),
      ...(filter.type ? [sql`type = ${filter.type}`] : []),
      ...(filter.about ? [sql`(subject = ${filter.about} or payload ->> 'shipmentId' = ${filter.about})`] : []),
      ...(filter.from ? [sql`occurred_at >= ${filter.from}`] : []),
      ...(filter.to ? [sql`occurred_at < ${filter.to}`] : []),
    ],
    sql` and `,
  );

/**
 * Of positions below `before` and from `least` on, the newest that fit. The window is cut out first, by the key alone: what is asked of it is
 * rarely true, and a planner that hopes for another index reads the whole partition.
 */
export async function readTrail(
  context: Context,
  filter: TrailFilter,
  { least, before, limit }: { readonly least: number; readonly before: number; readonly limit: number },
): Promise<TrailRow[]> {
  const { rows } = await sql<TrailRow>`
    select * from (
      select position, id, type, subject, payload, actor, occurred_at, trace_id from runtime.recorded
      where position >= ${least} and position < ${before} order by position desc limit ${before - least}
    ) seen where ${given(filter)} order by position desc limit ${limit}`.execute(context.db);
  return rows;
}

export async function trailEnds(context: Context): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select (select position from runtime.recorded order by position limit 1) as first,
           (select position from runtime.recorded order by position desc limit 1) as last`.execute(context.db);
  return { first: rows[0]?.first ?? 1, last: rows[0]?.last ?? 0 };
}
/** The first event at or after a position. */
export async function eventFrom(
  context: Context,
  position: number,
): Promise<{ position: number; occurred_at: string } | undefined> {
  const { rows } = await sql<{ position: number; occurred_at: string }>`
    select position, occurred_at from runtime.recorded where position >= ${position} order by position limit 1`.execute(
    context.db,
  );
  return rows[0];
}
/** The newest position below one; nothing where there is none. */
export async function positionBelow(context: Context, position: number): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from runtime.recorded where position < ${position} order by position desc limit 1`.execute(
    context.db,
  );
  return Number(rows[0]?.position ?? 0);
}
