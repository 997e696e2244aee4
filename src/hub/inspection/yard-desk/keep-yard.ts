// The yard as its keepers enter it (P6, M4): the port office sites, bays, hours and holidays; each authority its own officers, skills and rosters.
// Whoever saves says which version he saw.
import { partnerDay, plusMs } from '../../../kernel/instant.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import type {
  Edit,
  HolidayBody,
  HolidayRow,
  InspectionEvents,
  OfficerBody,
  SiteBody,
  YardOfficer,
  YardSite,
} from '../contract.ts';
import { refuse } from '../refusals.ts';
import { listSites } from '../store-yard.ts';
import { editYard } from './edit-yard.ts';
import { changesSince, revisionOfEntry } from './rules-revision.ts';
import { faultsOfOfficer, faultsOfSite } from './rules-yard.ts';
import {
  deleteHoliday,
  findHoliday,
  listHolidayRows,
  listOfficers,
  listStations,
  writeHoliday,
  writeOfficer,
  writeSite,
} from './store.ts';

const emit = emitter<InspectionEvents>();
const DAY_MS = 86_400_000;
const SHOWN_BEFORE_DAYS = 30;
const NONE = '–';

type Entry = Readonly<Record<string, unknown>>;
/** Asked under the yard's lock, so that of two who save at once the second is told. */
function mustBeSeen(what: string, stands: object | undefined, mine: object, seen: string | undefined): void {
  const findings = changesSince(stands as Entry | undefined, mine as Entry, seen);
  if (findings.length > 0)
    throw refuse('YARD_CHANGED_MEANWHILE', { what, revision: findings[0]?.proposal ?? NONE, findings });
}
const withRevision = <T extends object>(entry: T): T & { revision: string } => ({
  ...entry,
  revision: revisionOfEntry(entry),
});

async function siteBodies(context: Context): Promise<Map<string, SiteBody>> {
  const stations = await listStations(context);
  return new Map(
    (await listSites(context)).map(({ id, ...site }) => [id, { ...site, stations: stations.get(id) ?? [] }]),
  );
}
export const readSites = async (context: Context): Promise<YardSite[]> =>
  [...(await siteBodies(context))].map(([id, site]) => ({ ...withRevision(site), id }));
export async function keepSite(
  context: Context,
  id: string,
  { stranded, revision, ...site }: SiteBody & Edit,
): Promise<YardSite> {
  const findings = faultsOfSite(site);
  if (findings.length > 0) throw refuse('YARD_UNFIT', { count: findings.length, findings });
  const moved = await editYard(context, stranded ? { stranded } : {}, async (open) => {
    mustBeSeen(id, (await siteBodies(open)).get(id), site, revision);
    await writeSite(open, id, site);
  });
  await emit(context, 'yard-site.changed', id, { siteId: id, bays: site.bays.map((bay) => bay.id), moved });
  return { ...withRevision((await siteBodies(context)).get(id) ?? site), id };
}

/** From a month ago on. */
export async function readHolidays(context: Context): Promise<HolidayRow[]> {
  const rows = await listHolidayRows(context, partnerDay(plusMs(context.now, -SHOWN_BEFORE_DAYS * DAY_MS)));
  return rows.map(({ day, ...body }) => ({ day, ...withRevision(body) }));
}
export async function keepHoliday(
  context: Context,
  day: string,
  { stranded, revision, ...holiday }: HolidayBody & Edit,
): Promise<HolidayRow> {
  const moved = await editYard(context, stranded ? { stranded } : {}, async (open) => {
    mustBeSeen(day, await findHoliday(open, day), holiday, revision);
    await writeHoliday(open, { day, ...holiday });
  });
  await emit(context, 'yard-holiday.changed', day, { day, worked: holiday.worked, moved });
  return { day, ...withRevision(holiday) };
}
/** A worked weekend day that is taken back may strand a task as well. */
export async function removeHoliday(
  context: Context,
  day: string,
  { revision, ...edit }: Edit,
): Promise<{ done: true }> {
  const moved = await editYard(context, edit, async (open) => {
    const stands = await findHoliday(open, day);
    if (!stands) throw refuse('HOLIDAY_UNKNOWN', { day });
    mustBeSeen(day, stands, {}, revision);
    await deleteHoliday(open, day);
  });
  await emit(context, 'yard-holiday.removed', day, { day, moved });
  return { done: true };
}

async function officerBodies(context: Context): Promise<Map<string, OfficerBody>> {
  const rows = await listOfficers(context, authorityOf(context));
  return new Map(rows.map(({ id, authority: _own, ...officer }) => [id, officer]));
}
export const readOfficers = async (context: Context): Promise<YardOfficer[]> =>
  [...(await officerBodies(context))].map(([id, officer]) => ({ ...withRevision(officer), id }));
export async function keepOfficer(
  context: Context,
  id: string | undefined,
  { stranded, revision, ...officer }: OfficerBody & Edit,
): Promise<YardOfficer> {
  const authority = authorityOf(context);
  if (id !== undefined && !(await officerBodies(context)).has(id)) throw refuse('OFFICER_UNKNOWN');
  const sites = (await listSites(context)).map((site) => site.id);
  const findings = faultsOfOfficer(officer, sites);
  if (findings.length > 0) throw refuse('YARD_UNFIT', { count: findings.length, findings });
  const officerId = id ?? context.newId();
  const moved = await editYard(context, stranded ? { stranded } : {}, async (open) => {
    mustBeSeen(officer.name, (await officerBodies(open)).get(officerId), officer, revision);
    await writeOfficer(open, { ...officer, id: officerId, authority });
  });
  await emit(context, 'yard-officer.changed', officerId, { officerId, authority, skills: officer.skills, moved });
  return { ...withRevision((await officerBodies(context)).get(officerId) ?? officer), id: officerId };
}
/** Rosters are the authority's own: nobody else has any. */
function authorityOf({ actor }: Context) {
  if (!actor.authority) throw refuse('OFFICER_UNKNOWN');
  return actor.authority;
}
