// Counts cases as they change (P8): a follower of the events beside the flow, so that no case waits for it. An event only says which case to
// look at; what is counted is how the case stands, so an event seen twice, late or in another order counts nothing twice.
import { partnerDay } from '../../kernel/instant.ts';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Loop } from '../../runtime/loop.ts';
import { followEvents } from '../../runtime/outbox/follow-events.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { readFirstWords } from '../disposition/index.ts';
import { readLastGrants } from '../release/index.ts';
import { type CaseFacts, readArrivals, readCaseFacts } from '../shipment/index.ts';
import { ALL, answerOf, atOffice, changesOf, type Fact, scopeOfOrganisation, scopeOfParty } from './count-changes.ts';
import { applyChanges, keepFacts, keepOffices, lockFacts } from './store.ts';

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
  const filed = cases.map((one) => one.id);
  const grants = await readLastGrants(context, filed);
  const words = await readFirstWords(context, filed);
  const arrivals = await readArrivals(context, filed);
  const after = cases.map((one) =>
    factOf(one, { grantedAt: grants.get(one.id), words: words.get(one.id) ?? [], arrivedAt: arrivals.get(one.id) }),
  );
  await keepOffices(context, [...new Set(cases.flatMap((one) => one.office ?? []))]);
  await keepFacts(context, after);
  await applyChanges(context, changesOf(before, after));
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
/** All of the goods are released, or have been. */
const released: readonly string[] = ['released', 'conditionally-released', 'gated-out'];

type Happened = {
  /** The last release that stands. */
  readonly grantedAt: string | undefined;
  readonly words: readonly { readonly authority: string; readonly at: string }[];
  readonly arrivedAt: string | undefined;
};
function factOf(one: CaseFacts, happened: Happened): Fact {
  const { filedAt, closedAt, progress, office } = one;
  const grantedAt = released.includes(progress) ? happened.grantedAt : undefined;
  const scopes = [
    ALL,
    ...one.parties.map(scopeOfParty),
    scopeOfOrganisation(one.ownerId),
    scopeOfOrganisation(one.filerId),
  ];
  return {
    shipmentId: one.id,
    ownerId: one.ownerId,
    scopes: [...new Set(office ? scopes.flatMap((scope) => [scope, atOffice(scope, office)]) : scopes)].sort(),
    day: partnerDay(filedAt),
    direction: one.direction,
    mode: one.transportMode,
    state: progress,
    clearanceS: grantedAt === undefined ? null : secondsBetween(filedAt, grantedAt),
    leavingS: grantedAt === undefined || !closedAt ? null : secondsBetween(grantedAt, closedAt),
    times: {
      ...Object.fromEntries(
        happened.words.map(({ authority, at }) => [answerOf(authority), secondsBetween(filedAt, at)]),
      ),
      ...(happened.arrivedAt !== undefined && closedAt ? { dwell: secondsBetween(happened.arrivedAt, closedAt) } : {}),
    },
  };
}
