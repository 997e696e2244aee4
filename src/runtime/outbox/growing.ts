// The log of events grows without end; consumers and failed reactions are what may still come back to it. Modules that read it later
// add their own needs (`src/growing.ts`).
import type { GrowingTable } from '../growth/growing-table.ts';
import { eventsAreNeeded } from './store.ts';

export const events: GrowingTable = {
  schema: 'runtime',
  table: 'event',
  key: 'position',
  // Some 120,000 cases, 5 GB: a week of a port, two hours of a nation.
  span: 10_000_000,
  writtenAt: 'occurred_at',
  needs: [(context, full) => eventsAreNeeded(context.db, full.upTo)],
};
