// SQL of the yard: sites, bays, hours, holidays, officers, rosters, and what is taken (P6, M4).
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import { isMarked } from './store-marked.ts';
import type { Booking, Duty, Officer, Site, Yard } from './yard.ts';

const HORIZON_MS = 15 * 86_400_000;

type SiteRow = {
  id: string;
  name: Bilingual;
  slot_minutes: number;
  return_minutes: number;
  virtual_return: boolean;
  bays: Site['bays'];
  openings: Site['openings'];
};
const toSite = (row: SiteRow): Site => ({
  id: row.id,
  name: row.name,
  slotMinutes: row.slot_minutes,
  returnMinutes: row.return_minutes,
  virtualReturn: row.virtual_return,
  bays: row.bays,
  openings: row.openings,
});
const sites = sql`
  select s.id, s.name, s.slot_minutes, s.return_minutes, s.virtual_return,
    coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'equipment', b.equipment) order by b.id)
      from inspection.bay b where b.site_id = s.id), '[]') as bays,
    coalesce((select jsonb_agg(jsonb_build_object('weekdays', o.weekdays, 'fromMinute', o.from_minute, 'toMinute', o.to_minute,
      'onHolidays', o.on_holidays, 'byAppointment', o.by_appointment) order by o.by_appointment, o.from_minute)
      from inspection.opening o where o.site_id = s.id), '[]') as openings
  from inspection.site s`;

/** The sites of a station; of a form that names none, the first site there is. */
export async function sitesOf(context: Context, station: string): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`${sites} where ${station} = any(s.stations) order by s.id`.execute(context.db);
  if (rows.length > 0) return rows.map(toSite);
  const first = await sql<SiteRow>`${sites} order by s.id limit 1`.execute(context.db);
  return first.rows.map(toSite);
}
export async function siteById(context: Context, id: string): Promise<Site | undefined> {
  const { rows } = await sql<SiteRow>`${sites} where s.id = ${id}`.execute(context.db);
  return rows.map(toSite)[0];
}
export async function listSites(context: Context): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`${sites} order by s.id`.execute(context.db);
  return rows.map(toSite);
}

export async function listHolidays(context: Context, from: string, to: string): Promise<Yard['holidays']> {
  const { rows } = await sql<{ day: string; worked: boolean }>`
    select to_char(day, 'YYYY-MM-DD') as day, worked from inspection.holiday
    where day between ${from} and ${to}`.execute(context.db);
  return new Map(rows.map((row) => [row.day, row.worked ? 'worked' : 'off']));
}

/** Everything the search needs to know of these sites from now on; `apart`: what this task has is as good as free. */
export async function readYard(
  context: Context,
  at: readonly Site[],
  authorities: readonly AuthorityId[],
  apart?: string,
): Promise<Yard> {
  const ids = at.map((site) => site.id);
  const { rows: ways } = await sql<{ way: string; minutes: number }>`
    select from_site || ' ' || to_site as way, minutes from inspection.travel`.execute(context.db);
  // Who has just ended elsewhere is on his way here: his booking counts for as long as the longest way takes, as `take_slot` counts it.
  const onTheWay = Math.max(0, ...ways.map((way) => way.minutes)) * 60_000;
  const until = plusMs(context.now, HORIZON_MS);
  const holidays = await listHolidays(context, partnerDay(context.now), partnerDay(until));
  const officers = await sql<{
    id: string;
    authority: AuthorityId;
    name: string;
    skills: Officer['skills'];
    duties: Duty[];
  }>`
    select o.id, o.authority, o.name, o.skills,
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('siteId', d.site_id, 'weekdays', d.weekdays, 'fromMinute', d.from_minute,
        'toMinute', d.to_minute, 'validFrom', d.valid_from, 'validTo', d.valid_to)))
        from inspection.duty d where d.officer_id = o.id and d.site_id = any(${ids})) as duties
    from inspection.officer o where o.authority = any(${[...authorities]})
      and exists (select 1 from inspection.duty d where d.officer_id = o.id and d.site_id = any(${ids}))
    order by o.id`.execute(context.db);
  return {
    sites: at,
    holidays,
    officers: officers.rows,
    bookings: await bookingsBetween(context, plusMs(context.now, -onTheWay), until, apart),
    travel: new Map(ways.map((row) => [row.way, row.minutes])),
  };
}

/** What is taken in a time; open tasks of the version before have no bookings of their own. */
async function bookingsBetween(context: Context, from: string, to: string, apart?: string): Promise<Booking[]> {
  const { rows } = await sql<{ resource: string; site_id: string; from: string; to: string }>`
    select resource, site_id, lower(during) as "from", upper(during) as "to" from inspection.booking
    where during && tstzrange(${from}, ${to}) and task_id is distinct from ${apart ?? null}
    union
    select 'bay ' || site_id || ' ' || bay, site_id, starts_at, ends_at from inspection.task
    where state in ('planned', 'started') and starts_at < ${to} and ends_at > ${from} and id is distinct from ${apart ?? null}`.execute(
    context.db,
  );
  return rows.map((row) => ({
    resource: row.resource,
    siteId: row.site_id,
    from: new Date(row.from).toISOString(),
    to: new Date(row.to).toISOString(),
  }));
}

/** Whoever takes a slot waits until this is committed: `inspection.take_slot` takes the same lock. */
export const lockYard = (context: Context) => sql`select pg_advisory_xact_lock(7302025)`.execute(context.db);

/**
 * Takes bay and officers in place of what the task had; false when somebody has just taken one of them. `barredBy`: for whom it is taken. A mark of
 * dishonesty that is being set at this moment is waited for: it bars the night (SC 4), or comes after it and takes it back.
 */
export async function takeSlot(
  context: Context,
  taskId: string,
  slot: {
    readonly siteId: string;
    readonly bay: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly officers: readonly { readonly id: string }[];
    readonly byAppointment?: boolean;
  },
  barredBy: readonly string[] = [],
): Promise<boolean> {
  if (slot.byAppointment && barredBy.length > 0) {
    await lockYard(context);
    if (await isMarked(context, barredBy)) return false;
  }
  const { rows } = await sql<{ taken: boolean }>`
    select inspection.take_slot(${taskId}, ${slot.siteId}, ${slot.bay}, ${slot.startsAt}, ${slot.endsAt},
      ${slot.officers.map((o) => o.id)}::uuid[]) as taken`.execute(context.db);
  return rows[0]?.taken === true;
}
export const freeSlot = (context: Context, taskId: string) =>
  sql`delete from inspection.booking where task_id = ${taskId}`.execute(context.db);

/** Officers of an authority with their skills and the sites where they are on a roster on that day. */
export async function listRoster(
  context: Context,
  authority: AuthorityId,
  day: string,
): Promise<(Pick<Officer, 'id' | 'name' | 'skills'> & { readonly sites: readonly string[] })[]> {
  const { rows } = await sql<Pick<Officer, 'id' | 'name' | 'skills'> & { sites: string[] }>`
    select o.id, o.name, o.skills, array_agg(distinct d.site_id order by d.site_id) as sites
    from inspection.officer o join inspection.duty d on d.officer_id = o.id
    where o.authority = ${authority} and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to > ${day})
    group by o.id order by o.id`.execute(context.db);
  return rows;
}

export async function insertOfficer(
  context: Context,
  officer: Omit<Officer, 'duties'>,
  duties: readonly Duty[],
): Promise<void> {
  await sql`
    insert into inspection.officer (id, authority, name, skills, demonstration)
    values (${officer.id}, ${officer.authority}, ${officer.name}, ${[...officer.skills]}, true)`.execute(context.db);
  for (const duty of duties)
    await sql`
      insert into inspection.duty (officer_id, site_id, weekdays, from_minute, to_minute, valid_from)
      values (${officer.id}, ${duty.siteId}, ${[...duty.weekdays]}, ${duty.fromMinute}, ${duty.toMinute}, ${duty.validFrom})`.execute(
      context.db,
    );
}
export async function countOfficers(context: Context): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from inspection.officer`.execute(context.db);
  return Number(rows[0]?.n);
}
