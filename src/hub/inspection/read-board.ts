// The yard board (P6): slots × bays of one site on one of the partner's days, with the inspections the reader may see.
import { fromPartnerTime, partnerDay, plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import type { YardBoard } from './contract.ts';
import { momentOf, openness } from './open-hours.ts';
import { refuse } from './refusals.ts';
import { listBoardTasks } from './store.ts';
import { listHolidays, listSites } from './store-yard.ts';

const DAY_MS = 86_400_000;

export async function readBoard(
  context: Context,
  query: { readonly site?: string; readonly day?: string },
): Promise<YardBoard> {
  const sites = await listSites(context);
  const site = query.site === undefined ? sites[0] : sites.find((s) => s.id === query.site);
  const day = query.day ?? partnerDay(context.now);
  const midnight = fromPartnerTime(day, 'yyyy-MM-dd');
  if (!site || !midnight) throw refuse('YARD_UNKNOWN', { site: query.site ?? '', day });
  const end = plusMs(midnight, DAY_MS);
  const holidays = await listHolidays(context, day, day);
  const step = site.slotMinutes * 60_000;
  const rows: YardBoard['rows'][number][] = [];
  for (let at = Math.ceil(Date.parse(midnight) / step) * step; at < Date.parse(end); at += step) {
    const startsAt = new Date(at).toISOString();
    rows.push({ startsAt, open: openness(site, momentOf(startsAt, site.slotMinutes, holidays)) });
  }
  const tasks = await listBoardTasks(context, site.id, midnight, end);
  return {
    day,
    siteId: site.id,
    sites: sites.map(({ id, name }) => ({ id, name })),
    bays: site.bays,
    rows,
    tasks: tasks.map((task) => ({
      id: task.id,
      number: task.number,
      state: task.state,
      bay: task.bay,
      startsAt: new Date(task.starts_at).toISOString(),
      endsAt: new Date(task.ends_at).toISOString(),
      late: task.late,
      byAppointment: task.by_appointment,
      authorities: task.authorities,
    })),
  };
}
