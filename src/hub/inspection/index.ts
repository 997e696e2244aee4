// Door of the inspection module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { seedDemoYard } from './demo-yard.ts';
export { createNightsReturn, giveNightsBack } from './give-nights-back.ts';
export { inspectionSites, nameOfficer, officersOnRoster } from './name-officer.ts';
export { noteSailing } from './note-sailing.ts';
export { planJointInspection } from './plan-joint-inspection.ts';
export { inspectionsOf } from './read-inspections.ts';
export { recordResult } from './record-result.ts';

export const inspectionModule: Module = {
  id: 'inspection',
  name: { zh: '一次查验', en: 'Joint inspection' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
