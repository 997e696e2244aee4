// SQL of editing the yard: sites with bays and hours, holidays, officers with rosters; and the tasks that hold something of it (P6, M4).
import { sql } from 'kysely';
import type { AuthorityId } from '../../../kernel/party.ts';
import type { Context } from '../../../runtime/context.ts';
import type { HolidayBody, HolidayRow, OfficerBody, SiteBody } from '../contract.ts';
import type { TaskRow } from '../store.ts';

export async function listStations(context: Context): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ id: string; stations: string[] }>`select id, stations from inspection.site`.execute(
    context.db,
  );
  return new Map(rows.map((row) => [row.id, row.stations]));
}
export async function writeSite(context: Context, id: string, site: SiteBody): Promise<void> {
  await sql`
    insert into inspection.site (id, name, stations, slot_minutes, return_minutes, virtual_return)
    values (${id}, ${JSON.stringify(site.name)}::jsonb, ${[...site.stations]}, ${site.slotMinutes}, ${site.returnMinutes}, ${site.virtualReturn})
    on conflict (id) do update set name = excluded.name, stations = excluded.stations, slot_minutes = excluded.slot_minutes,
      return_minutes = excluded.return_minutes, virtual_return = excluded.virtual_return`.execute(context.db);
  await sql`delete from inspection.bay where site_id = ${id}`.execute(context.db);
  for (const bay of site.bays)
    await sql`insert into inspection.bay (site_id, id, equipment) values (${id}, ${bay.id}, ${[...bay.equipment]})`.execute(
      context.db,
    );
  await sql`delete from inspection.opening where site_id = ${id}`.execute(context.db);
  for (const o of site.openings)
    await sql`
      insert into inspection.opening (site_id, weekdays, from_minute, to_minute, on_holidays, by_appointment)
      values (${id}, ${[...o.weekdays]}::smallint[], ${o.fromMinute}, ${o.toMinute}, ${o.onHolidays}, ${o.byAppointment})`.execute(
      context.db,
    );
}

export async function listHolidayRows(context: Context, from: string): Promise<Omit<HolidayRow, 'revision'>[]> {
  const { rows } = await sql<Omit<HolidayRow, 'revision'>>`
    select to_char(day, 'YYYY-MM-DD') as day, name, worked from inspection.holiday
    where day >= ${from} order by day limit 400`.execute(context.db);
  return rows;
}
export async function findHoliday(context: Context, day: string): Promise<HolidayBody | undefined> {
  const { rows } = await sql<HolidayBody>`
    select name, worked from inspection.holiday where day = ${day}`.execute(context.db);
  return rows[0];
}
export const writeHoliday = (context: Context, { day, name, worked }: Omit<HolidayRow, 'revision'>) =>
  sql`insert into inspection.holiday (day, name, worked) values (${day}, ${JSON.stringify(name)}::jsonb, ${worked})
    on conflict (day) do update set name = excluded.name, worked = excluded.worked`.execute(context.db);
/** False where there was none. */
export async function deleteHoliday(context: Context, day: string): Promise<boolean> {
  const { rows } = await sql`delete from inspection.holiday where day = ${day} returning day`.execute(context.db);
  return rows.length > 0;
}

type OfficerRow = OfficerBody & { readonly id: string; readonly authority: AuthorityId };
export async function listOfficers(context: Context, authority: AuthorityId): Promise<OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select o.id, o.authority, o.name, o.skills,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('siteId', d.site_id, 'weekdays', d.weekdays,
        'fromMinute', d.from_minute, 'toMinute', d.to_minute, 'validFrom', d.valid_from, 'validTo', d.valid_to))
        order by d.valid_from, d.site_id, d.from_minute)
        from inspection.duty d where d.officer_id = o.id), '[]') as duties
    from inspection.officer o where o.authority = ${authority} order by o.id limit 1000`.execute(context.db);
  return rows;
}
export async function writeOfficer(context: Context, officer: OfficerRow): Promise<void> {
  await sql`
    insert into inspection.officer (id, authority, name, skills) values (${officer.id}, ${officer.authority}, ${officer.name}, ${[...officer.skills]})
    on conflict (id) do update set name = excluded.name, skills = excluded.skills`.execute(context.db);
  await sql`delete from inspection.duty where officer_id = ${officer.id}`.execute(context.db);
  for (const d of officer.duties)
    await sql`
      insert into inspection.duty (officer_id, site_id, weekdays, from_minute, to_minute, valid_from, valid_to)
      values (${officer.id}, ${d.siteId}, ${[...d.weekdays]}::smallint[], ${d.fromMinute}, ${d.toMinute}, ${d.validFrom}, ${d.validTo ?? null})`.execute(
      context.db,
    );
}

/** Planned ones that are still to come, of whatever case: the edit is judged by all of them. */
export async function listHeld(context: Context): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select * from inspection.task where state = 'planned' and starts_at > ${context.now}
    order by starts_at, id limit 5000 for update`.execute(context.db);
  return rows;
}
