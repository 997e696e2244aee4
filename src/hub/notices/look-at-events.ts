// Looks at events once for everybody who may be told of them: each event is put into words once and its case read once; who
// may see it is judged for each reader at the moment he is told (M2, R17: what a reader may not GET is never pushed to him).
import type { Actor, Context, StoredEvent } from '../../runtime/context.ts';
import { type Action, mayAct, mayDo } from '../../runtime/identity/policy.ts';
import { type Case, casesOf, partyOf, readableAmong } from '../shipment/index.ts';
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
      if (!isForParty(actor, one.event)) return undefined;
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
  actor.kind === 'system' || isOrganisation(actor) || mayAct(actor, 'shipment.read');
const isOrganisation = (actor: Actor): boolean => actor.kind === 'program' && actor.id === actor.organisationId;

/** What is an organisation’s affair, and whose in it. */
const managedBy: Readonly<Record<string, Action>> = {
  'subscription.disabled': 'subscription.manage',
  'api-key.expiring': 'api-key.manage',
  'demo-accounts.shut': 'organisation.admit',
  'qualification.confirmed': 'enterprise.read',
  'qualification.refused': 'enterprise.read',
  'qualification.ended': 'enterprise.read',
  'qualification.expiring': 'enterprise.read',
  'payment.standing-changed': 'payment.read',
  'licence.changed': 'licence.read',
  'licence.corrected': 'licence.read',
  'directory.applied': 'directory.read',
  'directory.changed': 'directory.read',
};

/** What is said of another party's document or condition, of money and of freight, is not for the far end of a channel (B16 按照职能需要); what is decided is for all. */
export function isForParty(actor: Actor, { type, payload }: StoredEvent): boolean {
  const party = partyOf(actor);
  if (/^(payment|carriage)\./.test(type)) return party === undefined && actor.organisationKind !== 'port-office';
  if (party !== undefined && type.startsWith('test-result.'))
    return actor.authority !== undefined && (payload as { authority?: unknown }).authority === actor.authority;
  if (party === undefined || !/^(document|delivery)\./.test(type)) return true;
  return (payload as { channel?: unknown }).channel === party;
}

/** What is about no case: a subscription concerns those who manage it, an address its person. */
function isOwnAffair(actor: Actor, event: StoredEvent): boolean {
  const { organisationId, personId } = event.payload as { organisationId?: string; personId?: string };
  if (event.type === 'authorisation.running-out') {
    const { ownerId, brokerId } = event.payload as { ownerId?: string; brokerId?: string };
    const own = actor.organisationId;
    return own !== undefined && (own === ownerId || own === brokerId) && mayDo(actor.roles, 'enterprise.read');
  }
  if (event.type === 'draw.nonce-wanted') {
    const { contributors } = event.payload as { contributors?: readonly string[] };
    return actor.authority !== undefined && !!contributors?.includes(actor.authority) && mayAct(actor, 'draw.conduct');
  }
  // To those whom the settings of the channel name.
  if (event.type === 'partner.troubled') {
    const { personIds = [] } = event.payload as { personIds?: readonly string[] };
    return actor.kind === 'person' && personIds.includes(actor.id) && mayDo(actor.roles, 'exchange.operate');
  }
  if (event.type === 'mail.disabled') return actor.kind === 'person' && actor.id === personId;
  const needed = managedBy[event.type];
  return (
    needed !== undefined &&
    organisationId !== undefined &&
    actor.organisationId === organisationId &&
    mayDo(actor.roles, needed)
  );
}

/** People of one organisation with the same roles see the same, unless something is somebody's own affair. */
const readerKey = (actor: Actor, personal: boolean): string =>
  JSON.stringify([
    actor.kind,
    personal ? actor.id : isOrganisation(actor),
    actor.organisationId,
    actor.roles,
    actor.onlyActions,
  ]);
