// Counts cases as they change (P8): a follower of the events beside the flow, so that no case waits for it. An event only says which case to
// look at; what is counted is how the case stands, so an event seen twice, late or in another order counts nothing twice.
import { partnerDay } from '../../kernel/instant.ts';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Loop } from '../../runtime/loop.ts';
import { followEvents } from '../../runtime/outbox/follow-events.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { readLastGrants } from '../release/index.ts';
import { type CaseFacts, readCaseFacts } from '../shipment/index.ts';
import { ALL, changesOf, type Fact, scopeOfOrganisation, scopeOfParty } from './count-changes.ts';
import { applyChanges, keepFacts, lockFacts } from './store.ts';

/** Figures are looked at by people: a second is soon enough, and cases of a second are counted together. */
const POLL_MS = 1000;
const telling = /^(shipment\.|disposition\.changed$|release\.)/;

export const createCaseCount = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop => followEvents({ ...options, name: 'statistics', pollMs: POLL_MS, take: countCases });

async function countCases(context: Context, events: readonly StoredEvent[]): Promise<void> {
  const ids = events.flatMap(({ type, payload }) => {
    const { shipmentId } = payload as { readonly shipmentId?: string };
    return telling.test(type) && shipmentId ? [shipmentId] : [];
  });
  await recount(context, [...new Set(ids)]);
}

async function recount(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const before = await lockFacts(context, ids);
  const cases = await readCaseFacts(context, ids);
  const grants = await readLastGrants(
    context,
    cases.map((one) => one.id),
  );
  const after = cases.map((one) => factOf(one, grants.get(one.id)));
  await keepFacts(context, after);
  await applyChanges(context, changesOf(before, after));
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
/** All of the goods are released, or have been. */
const released: readonly string[] = ['released', 'conditionally-released', 'gated-out'];

function factOf(one: CaseFacts, lastGrantAt: string | undefined): Fact {
  const { filedAt, closedAt, progress } = one;
  const grantedAt = released.includes(progress) ? lastGrantAt : undefined;
  return {
    shipmentId: one.id,
    ownerId: one.ownerId,
    scopes: [
      ...new Set([
        ALL,
        ...one.parties.map(scopeOfParty),
        scopeOfOrganisation(one.ownerId),
        scopeOfOrganisation(one.filerId),
      ]),
    ].sort(),
    day: partnerDay(filedAt),
    direction: one.direction,
    mode: one.transportMode,
    state: progress,
    clearanceS: grantedAt === undefined ? null : secondsBetween(filedAt, grantedAt),
    leavingS: grantedAt === undefined || !closedAt ? null : secondsBetween(grantedAt, closedAt),
  };
}
