// Looks at events once for everybody who may be told of them: each event is put into words once and its case read once; who
// may see it is judged for each reader at the moment he is told (M2, R17: what a reader may not GET is never pushed to him).
import type { Actor, Context, StoredEvent } from '../../runtime/context.ts';
import { mayDo } from '../../runtime/identity/policy.ts';
import { type Case, casesOf, readableAmong } from '../shipment/index.ts';
import type { EventFilter, TimelineEntry } from './contract.ts';
import { factsOf } from './event-facts.ts';
import { type EventFacts, matchesAny } from './match-event.ts';
import { tellEvent } from './tell-event.ts';

/** One entry per event, in order; undefined where the reader may not see it or did not ask for it. */
export type Seen = readonly (TimelineEntry | undefined)[];
export type Look = {
  readonly events: readonly StoredEvent[];
  readonly cases: ReadonlyMap<string, Case>;
  /** The same array for readers to whom the same is visible. */
  for(actor: Actor, filters?: readonly EventFilter[]): Promise<Seen>;
};
type Told = { readonly entry: TimelineEntry; readonly facts: EventFacts; readonly event: StoredEvent };

export async function lookAtEvents(context: Context, events: readonly StoredEvent[]): Promise<Look> {
  const entries = events.map((event) => tellEvent(event, context.settings.mode === 'demo'));
  const cases = await casesOf(
    context,
    entries.flatMap((entry) => entry?.shipmentId ?? []),
  );
  const told = events.map((event, i): Told | undefined => {
    const entry = entries[i];
    return entry && { entry, event, facts: factsOf(event, entry, cases.get(entry.shipmentId ?? '')) };
  });
  const personal = entries.some((entry) => entry !== undefined && entry.shipmentId === undefined);
  const byReader = new Map<string, Promise<Seen>>();

  async function visible(actor: Actor): Promise<Seen> {
    const seen = readsCases(actor) ? await readableAmong({ ...context, actor }, cases.values()) : none;
    return told.map((one) => {
      if (!one) return undefined;
      const { shipmentId } = one.entry;
      return (shipmentId === undefined ? isOwnAffair(actor, one.event) : seen.has(shipmentId)) ? one.entry : undefined;
    });
  }
  return {
    events,
    cases,
    for: async (actor, filters = []) => {
      const key = readerKey(actor, personal);
      const known = byReader.get(key) ?? visible(actor);
      byReader.set(key, known);
      const seen = await known;
      if (filters.length === 0) return seen;
      return seen.map((entry, i) => {
        const facts = told[i]?.facts;
        return entry && facts && matchesAny(filters, facts) ? entry : undefined;
      });
    },
  };
}
const none: ReadonlySet<string> = new Set();

/** The timeline asks the same of whoever GETs it. An organisation itself (its webhook) has no roles and sees what it may see. */
const readsCases = (actor: Actor): boolean =>
  actor.kind === 'system' || isOrganisation(actor) || mayDo(actor.roles, 'shipment.read');
const isOrganisation = (actor: Actor): boolean => actor.kind === 'program' && actor.id === actor.organisationId;

/** What is about no case: a subscription concerns those who manage it, an address its person. */
function isOwnAffair(actor: Actor, event: StoredEvent): boolean {
  const { organisationId, personId } = event.payload as { organisationId?: string; personId?: string };
  if (event.type === 'mail.disabled') return actor.kind === 'person' && actor.id === personId;
  return (
    event.type === 'subscription.disabled' &&
    organisationId !== undefined &&
    actor.organisationId === organisationId &&
    mayDo(actor.roles, 'subscription.manage')
  );
}

/** People of one organisation with the same roles see the same, unless something is somebody's own affair. */
const readerKey = (actor: Actor, personal: boolean): string =>
  JSON.stringify([actor.kind, personal ? actor.id : isOrganisation(actor), actor.organisationId, actor.roles]);
