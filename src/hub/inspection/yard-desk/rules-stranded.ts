// Whether a task keeps its slot in a yard that is edited, pure (P6): its bay with what it needs, its hours, its officers on duty. What did not
// hold before the edit is not the edit's doing.
import { partnerDay } from '../../../kernel/instant.ts';
import type { Equipment, Skill } from '../contract.ts';
import { isOnDuty, momentOf, openness } from '../open-hours.ts';
import type { Yard } from '../yard.ts';

export type HeldTask = {
  readonly id: string;
  readonly number: string;
  readonly siteId: string;
  readonly bay: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly equipment: readonly Equipment[];
  readonly officers: readonly { readonly id: string; readonly skills: readonly Skill[] }[];
};
export type Lack = 'site' | 'bay' | 'equipment' | 'hours' | 'officer' | 'skill';
export type Stranded = { readonly task: HeldTask; readonly lacks: readonly Lack[] };

export const strandedBy = (before: Yard, after: Yard, tasks: readonly HeldTask[]): Stranded[] =>
  tasks.flatMap((task) => {
    const lacked = lacksOf(before, task);
    const lacks = lacksOf(after, task).filter((lack) => !lacked.includes(lack));
    return lacks.length > 0 ? [{ task, lacks }] : [];
  });

function lacksOf(yard: Yard, task: HeldTask): Lack[] {
  const site = yard.sites.find((one) => one.id === task.siteId);
  if (!site) return ['site'];
  const bay = site.bays.find((one) => one.id === task.bay);
  const minutes = Math.round((Date.parse(task.endsAt) - Date.parse(task.startsAt)) / 60_000);
  const moment = momentOf(new Date(task.startsAt).toISOString(), minutes, yard.holidays);
  const open = openness(site, moment);
  const lacks: Lack[] = [];
  if (!bay) lacks.push('bay');
  else if (!task.equipment.every((e) => bay.equipment.includes(e))) lacks.push('equipment');
  if (open === 'closed' || open === 'holiday') lacks.push('hours');
  for (const wanted of task.officers) {
    const officer = yard.officers.find((one) => one.id === wanted.id);
    if (!officer?.duties.some((duty) => isOnDuty(duty, site.id, moment))) lacks.push('officer');
    else if (!wanted.skills.every((skill) => officer.skills.includes(skill))) lacks.push('skill');
  }
  return [...new Set(lacks)];
}

/** Days of tasks, for the holidays that matter. */
export const lastDay = (tasks: readonly Pick<HeldTask, 'endsAt'>[], today: string): string =>
  tasks.map((task) => partnerDay(new Date(task.endsAt).toISOString())).reduce((a, b) => (b > a ? b : a), today);
