-- How many cases stand where (P8): each case is counted in the cells it belongs to, and what was counted of it is kept beside, so that a
-- change takes it out of the old cells and puts it into the new ones. Cells equal a recount of the facts at every commit.
create schema statistics;

create table statistics.fact (
  shipment_id uuid primary key,
  owner_id uuid not null,
  -- `all`, `party:ID` of each far end that takes part, `organisation:ID` of whose it is and who filed it
  scopes text[] not null,
  -- partner's day of the first filing
  day date not null,
  direction text not null,
  mode text not null,
  state text not null,
  -- seconds from filing to the last release that stands, and from there to the last gate-out; null while it is not so far
  clearance_s integer,
  leaving_s integer
);
create table statistics.cell (
  scope text not null,
  day date not null,
  direction text not null,
  mode text not null,
  state text not null,
  cases integer not null,
  primary key (scope, day, direction, mode, state)
) with (fillfactor = 70);
-- `stage`: `clearance` or `leaving`; `bucket`: index into the bounds of `spans.ts`
create table statistics.span (
  scope text not null,
  day date not null,
  direction text not null,
  mode text not null,
  stage text not null,
  bucket smallint not null,
  cases integer not null,
  seconds bigint not null,
  primary key (scope, day, direction, mode, stage, bucket)
) with (fillfactor = 70);
-- How many owners stand behind a figure of the whole platform: what is one owner's own is not told to others.
create table statistics.owner_month (
  month date not null,
  direction text not null,
  mode text not null,
  owner_id uuid not null,
  cases integer not null,
  primary key (month, direction, mode, owner_id)
) with (fillfactor = 70);

-- The second lock (P11): the port office sees all, everybody else his own figures; facts and owners are nobody's to read.
alter table statistics.fact enable row level security;
alter table statistics.owner_month enable row level security;
alter table statistics.cell enable row level security;
create policy own on statistics.cell using (
  runtime.reader_kind() = 'port-office'
  or scope = 'organisation:' || runtime.reader_organisation()::text
  or scope = 'party:' || runtime.reader_party());
alter table statistics.span enable row level security;
create policy own on statistics.span using (
  runtime.reader_kind() = 'port-office'
  or scope = 'organisation:' || runtime.reader_organisation()::text
  or scope = 'party:' || runtime.reader_party());

-- What everybody may know of the whole platform: one month, by direction and mode, and only where enough cases of enough owners stand
-- behind it. One grain and no other, so that no two answers can be subtracted from each other. Runs with the owner's eyes.
create function statistics.platform_month(of_month date, least_cases integer, least_owners integer)
returns table (direction text, mode text, cases bigint, clearance_cases bigint, clearance_seconds numeric, buckets jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  with counted as (
    select c.direction, c.mode, sum(c.cases) as n from statistics.cell c
    where c.scope = 'all' and c.day >= of_month and c.day < (of_month + interval '1 month')::date
    group by c.direction, c.mode having sum(c.cases) > 0),
  owned as (
    select o.direction, o.mode, count(*) as n from statistics.owner_month o
    where o.month = of_month and o.cases > 0 group by o.direction, o.mode),
  timed as (
    select b.direction, b.mode, sum(b.cases) as n, sum(b.seconds) as s, jsonb_object_agg(b.bucket, b.cases) as by_bucket from (
      select p.direction, p.mode, p.bucket, sum(p.cases) as cases, sum(p.seconds) as seconds from statistics.span p
      where p.scope = 'all' and p.stage = 'clearance' and p.day >= of_month and p.day < (of_month + interval '1 month')::date
      group by p.direction, p.mode, p.bucket having sum(p.cases) > 0) b
    group by b.direction, b.mode)
  select counted.direction, counted.mode,
    case when enough then counted.n::bigint end,
    case when enough and timed.n >= least_cases then timed.n::bigint end,
    case when enough and timed.n >= least_cases then timed.s::numeric end,
    case when enough and timed.n >= least_cases then timed.by_bucket end
  from counted
  left join owned on owned.direction = counted.direction and owned.mode = counted.mode
  left join timed on timed.direction = counted.direction and timed.mode = counted.mode
  cross join lateral (select counted.n >= least_cases and coalesce(owned.n, 0) >= least_owners as enough) e
  order by counted.direction, counted.mode;
end $$;
