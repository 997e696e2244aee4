// All SQL of schema `statistics`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { Changes, Fact } from './count-changes.ts';

/** What was counted of these cases; kept from others until the transaction ends. */
export async function lockFacts(context: Context, ids: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select shipment_id as "shipmentId", owner_id as "ownerId", scopes, day::text as day, direction, mode, state,
      clearance_s as "clearanceS", leaving_s as "leavingS", times
    from statistics.fact where shipment_id = any(${ids}::uuid[]) order by shipment_id for update`.execute(context.db);
  return rows;
}

export async function keepFacts(context: Context, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    insert into statistics.fact (shipment_id, owner_id, scopes, day, direction, mode, state, clearance_s, leaving_s, times)
    select "shipmentId", "ownerId", scopes, day, direction, mode, state, "clearanceS", "leavingS", times
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as r("shipmentId" uuid, "ownerId" uuid, scopes text[], day date,
      direction text, mode text, state text, "clearanceS" integer, "leavingS" integer, times jsonb)
    on conflict (shipment_id) do update set owner_id = excluded.owner_id, scopes = excluded.scopes, day = excluded.day,
      direction = excluded.direction, mode = excluded.mode, state = excluded.state, clearance_s = excluded.clearance_s,
      leaving_s = excluded.leaving_s, times = excluded.times`.execute(context.db);
}

export async function keepOffices(context: Context, codes: readonly string[]): Promise<void> {
  if (codes.length > 0)
    await sql`insert into statistics.office (code) select unnest(${codes}::text[]) on conflict do nothing`.execute(
      context.db,
    );
}

export async function applyChanges(context: Context, { cells, spans, owners }: Changes): Promise<void> {
  if (cells.length > 0)
    await sql`
      insert into statistics.cell as c (scope, day, direction, mode, state, cases)
      select scope, day, direction, mode, state, cases from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        as r(scope text, day date, direction text, mode text, state text, cases integer)
      on conflict (scope, day, direction, mode, state) do update set cases = c.cases + excluded.cases`.execute(
      context.db,
    );
  if (spans.length > 0)
    await sql`
      insert into statistics.span as s (scope, day, direction, mode, stage, bucket, cases, seconds)
      select scope, day, direction, mode, stage, bucket, cases, seconds from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
        as r(scope text, day date, direction text, mode text, stage text, bucket smallint, cases integer, seconds bigint)
      on conflict (scope, day, direction, mode, stage, bucket)
        do update set cases = s.cases + excluded.cases, seconds = s.seconds + excluded.seconds`.execute(context.db);
  if (owners.length > 0)
    await sql`
      insert into statistics.owner_month as o (month, direction, mode, owner_id, cases)
      select month, direction, mode, "ownerId", cases from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb)
        as r(month date, direction text, mode text, "ownerId" uuid, cases integer)
      on conflict (month, direction, mode, owner_id) do update set cases = o.cases + excluded.cases`.execute(
      context.db,
    );
}

export type Question = {
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  readonly direction?: string;
  readonly mode?: string;
};
const narrowed = ({ scope, from, to, direction, mode }: Question) => sql`
  scope = ${scope} and day between ${from}::date and ${to}::date
  and (${direction ?? null}::text is null or direction = ${direction ?? null})
  and (${mode ?? null}::text is null or mode = ${mode ?? null})`;

export type CellRow = { readonly period: string; readonly state: string; readonly cases: number };
export async function readCells(
  context: Context,
  question: Question & { readonly by: 'day' | 'month' },
): Promise<CellRow[]> {
  const length = question.by === 'day' ? 10 : 7;
  const { rows } = await sql<CellRow>`
    select left(day::text, ${length}::integer) as period, state, sum(cases)::integer as cases from statistics.cell
    where ${narrowed(question)} group by 1, 2 having sum(cases) > 0 order by 1, 2`.execute(context.db);
  return rows;
}

export type SpanRow = {
  readonly stage: string;
  readonly bucket: number;
  readonly cases: number;
  readonly seconds: number;
};
export async function readSpans(context: Context, question: Question): Promise<SpanRow[]> {
  const { rows } = await sql<SpanRow>`
    select stage, bucket, sum(cases)::integer as cases, sum(seconds)::text as seconds from statistics.span
    where ${narrowed(question)} group by 1, 2 having sum(cases) > 0 order by 1, 2`.execute(context.db);
  return rows.map((row) => ({ ...row, seconds: Number(row.seconds) }));
}

export type OfficeRow = Omit<SpanRow, 'stage'> & { readonly office: string; readonly filed: number };
/** Of each office that some case of the scope was filed at: how many, and how long they took to be cleared. */
export async function readOffices(context: Context, question: Question): Promise<OfficeRow[]> {
  const { from, to, direction, mode, scope } = question;
  const these = sql`day between ${from}::date and ${to}::date
    and (${direction ?? null}::text is null or direction = ${direction ?? null}) and (${mode ?? null}::text is null or mode = ${mode ?? null})`;
  const { rows } = await sql<OfficeRow>`
    select o.code as office, f.cases as filed, coalesce(s.bucket, 0) as bucket, coalesce(s.cases, 0) as cases, coalesce(s.seconds, 0)::float8 as seconds
    from statistics.office o
    cross join lateral (
      select sum(cases)::integer as cases from statistics.cell where scope = ${scope} || '@' || o.code and ${these}) f
    left join lateral (
      select bucket, sum(cases)::integer as cases, sum(seconds) as seconds from statistics.span
      where scope = ${scope} || '@' || o.code and stage = 'clearance' and ${these} group by bucket having sum(cases) > 0) s on true
    where f.cases > 0 order by o.code, s.bucket`.execute(context.db);
  return rows;
}

export type PlatformRow = {
  readonly direction: 'import' | 'export';
  readonly mode: string;
  readonly cases: number | null;
  readonly clearance_cases: number | null;
  readonly clearance_seconds: string | null;
  readonly buckets: Readonly<Record<string, number>> | null;
};
export async function readPlatformMonth(
  context: Context,
  month: string,
  least: { readonly cases: number; readonly owners: number },
): Promise<PlatformRow[]> {
  const { rows } = await sql<PlatformRow>`
    select direction, mode, cases::integer as cases, clearance_cases::integer as clearance_cases,
      clearance_seconds::text as clearance_seconds, buckets
    from statistics.platform_month(${month}::date, ${least.cases}, ${least.owners})`.execute(context.db);
  return rows;
}

export async function countedUpTo(context: Context): Promise<number> {
  const { rows } = await sql<{
    position: number;
  }>`select position from runtime.consumer where name = 'statistics'`.execute(context.db);
  return Number(rows[0]?.position ?? 0);
}
