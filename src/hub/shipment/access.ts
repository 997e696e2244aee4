// Who may see and change a case, by what his organisation is to it (the policy table's records; P11; B16 按照职能需要): its owner, who
// typed the draft, brokers the owner authorised, the far ends of channels that take part in it, the port office. Whoever may not see
// it gets "unknown", so that nothing leaks.
import { partnerDay } from '../../kernel/instant.ts';
import type { Actor, Context } from '../../runtime/context.ts';
import { type Action, mayDoTo, type RecordState, type Relation, type Standing } from '../../runtime/identity/policy.ts';
import {
  type AuthorisationAct,
  type Grant,
  grantsToday,
  mustBeAuthorised as mustHold,
  showsCase,
} from '../enterprise/index.ts';
import type { Direction } from './contract.ts';
import { refuse } from './refusals.ts';
import {
  type CaseRow,
  findCases,
  findShipment,
  lockShipment,
  partiesOfCase,
  type ShipmentRow,
  type Visibility,
} from './store.ts';

const partyRelations: Readonly<Record<string, Relation>> = {
  authority: 'authority',
  operator: 'station',
  carrier: 'carrier',
};
const isSystem = ({ actor }: Context): boolean => actor.kind === 'system';

/** The channel whose far end the actor's organisation is; undefined for those who have cases of their own. */
export const partyOf = ({ organisationKind, channelId, authority }: Actor): string | undefined =>
  organisationKind && organisationKind in partyRelations ? (channelId ?? authority) : undefined;

/** Whose own cases are not what he works with: he sees them as filed, and what he looks at is recorded. */
export const isOutsider = ({ kind, organisationKind }: Actor): boolean =>
  kind !== 'system' && organisationKind !== 'trader' && organisationKind !== 'broker';

/** What a broker holds today; nobody else holds anything. */
const grantsOf = async (context: Context): Promise<readonly Grant[]> =>
  context.actor.organisationKind === 'broker' ? grantsToday(context) : [];

export async function visibilityOf(context: Context): Promise<Visibility> {
  const { actor } = context;
  if (actor.kind === 'system' || actor.organisationKind === 'port-office') return { all: true };
  const party = partyOf(actor);
  if (party !== undefined) return { party };
  return { organisationId: actor.organisationId ?? '', grants: await grantsOf(context) };
}

/** What is typed and not filed is the filer's own; everybody else sees the last filed version. */
export const seesUnfiled = (context: Context): boolean => isSystem(context) || !isOutsider(context.actor);

type Facts = {
  readonly ownerId: string;
  readonly filerId: string;
  readonly office: string | undefined;
  readonly filed: boolean;
  readonly parties: readonly string[];
};
/** Pure but for what it is given: what the actor's organisation is to this case. */
function standingIn(context: Context, facts: Facts, grants: readonly Grant[]): Standing {
  const { organisationId, organisationKind } = context.actor;
  const held = grants.filter((g) => showsCase(g, facts.ownerId, facts.office, partnerDay(context.now)));
  const party = partyOf(context.actor);
  const relations: Relation[] = [];
  if (organisationId !== undefined && facts.ownerId === organisationId) relations.push('owner');
  if (organisationId !== undefined && facts.filerId === organisationId) relations.push('filer');
  if (held.length > 0) relations.push('authorised');
  if (party !== undefined && facts.parties.includes(party))
    relations.push(partyRelations[organisationKind ?? ''] ?? 'carrier');
  if (organisationKind === 'port-office') relations.push('port-office');
  return { relations, acts: [...new Set(held.flatMap((g) => g.acts))] };
}
const stateOf = (row: { readonly version: number; readonly state: string }): RecordState =>
  row.version === 0 ? 'draft' : row.state === 'submitted' ? 'filed' : 'ended';

async function standingOf(context: Context, row: ShipmentRow): Promise<Standing> {
  const parties = partyOf(context.actor) === undefined ? [] : await partiesOfCase(context, row.id);
  const facts: Facts = {
    ownerId: row.owner_id,
    filerId: row.filer_id,
    office: row.declaration_office ?? undefined,
    filed: row.version > 0,
    parties,
  };
  const own = row.owner_id === context.actor.organisationId;
  return standingIn(context, facts, own ? [] : await grantsOf(context));
}

/** What may be done to a case now, by its state and what the reader is to it; buttons are shown by it. */
export async function allowedActions(
  context: Context,
  row: ShipmentRow,
  wanted: readonly Action[],
): Promise<ReadonlySet<Action>> {
  if (isSystem(context)) return new Set(wanted);
  const standing = await standingOf(context, row);
  return new Set(wanted.filter((action) => mayDoTo('shipment', action, stateOf(row), standing)));
}

async function may(context: Context, row: ShipmentRow, action: Action): Promise<boolean> {
  return (await allowedActions(context, row, [action])).size > 0;
}

export async function mayReadShipment(context: Context, shipmentId: string): Promise<boolean> {
  return mayDoToShipment(context, shipmentId, 'shipment.read');
}
export async function mayDoToShipment(context: Context, shipmentId: string, action: Action): Promise<boolean> {
  const row = await findShipment(context, shipmentId);
  return row !== undefined && may(context, row, action);
}

/** A case as whoever tells of it needs it: whose it is, and what filters may ask. */
export type Case = {
  readonly id: string;
  readonly ownerId: string;
  readonly filerId: string;
  readonly filed: boolean;
  readonly office?: string;
  /** Channels whose far ends take part in it. */
  readonly parties: readonly string[];
  readonly number: string;
  readonly direction: Direction;
  readonly transportMode: string;
  readonly traderReference?: string;
  readonly billNumber?: string;
  readonly declarationNumber?: string;
  readonly containers: readonly string[];
  readonly places: readonly string[];
};
export async function casesOf(context: Context, shipmentIds: Iterable<string>): Promise<Map<string, Case>> {
  const rows = await findCases(context, [...new Set(shipmentIds)]);
  return new Map(rows.map((row) => [row.id, toCase(row)]));
}
const toCase = (row: CaseRow): Case => ({
  id: row.id,
  ownerId: row.owner_id,
  filerId: row.filer_id,
  filed: row.version > 0,
  parties: row.parties,
  number: row.number,
  direction: row.direction,
  transportMode: row.transport_mode,
  containers: row.summary.containers,
  places: row.summary.places ?? [],
  ...(row.declaration_office ? { office: row.declaration_office } : {}),
  ...(row.summary.traderReference ? { traderReference: row.summary.traderReference } : {}),
  ...(row.summary.billNumber ? { billNumber: row.summary.billNumber } : {}),
  ...(row.summary.declarationNumber ? { declarationNumber: row.summary.declarationNumber } : {}),
});

/** Which of these the reader may see now: one question for a broker, none for others. */
export async function readableAmong(context: Context, cases: Iterable<Case>): Promise<Set<string>> {
  const all = [...cases];
  const own = context.actor.organisationId;
  const foreign = all.some((one) => one.ownerId !== own);
  const grants = foreign ? await grantsOf(context) : [];
  const readable = all.filter(
    (one) =>
      isSystem(context) ||
      mayDoTo(
        'shipment',
        'shipment.read',
        one.filed ? 'filed' : 'draft',
        standingIn(context, { ...one, office: one.office }, grants),
      ),
  );
  return new Set(readable.map((one) => one.id));
}

export async function readable(context: Context, shipmentId: string): Promise<ShipmentRow> {
  const row = await findShipment(context, shipmentId);
  if (!row || !(await may(context, row, 'shipment.read'))) throw refuse('SHIPMENT_UNKNOWN');
  return row;
}

/** Locked for this transaction, and only for those who file: the owner, who typed the draft, a broker authorised to declare. */
export async function editable(context: Context, shipmentId: string): Promise<ShipmentRow> {
  const row = await lockShipment(context, shipmentId);
  if (!row || isOutsider(context.actor) || !(await may(context, row, 'shipment.read')))
    throw refuse('SHIPMENT_UNKNOWN');
  if (!(await may(context, row, 'shipment.write'))) await mustBeAuthorised(context, row, 'declare');
  return row;
}

type Owned = Pick<ShipmentRow, 'owner_id' | 'owner_name' | 'declaration_office'>;
/** Acting for another needs his live authorisation at that moment, whoever typed the form (无纸化委托). */
export async function mustBeAuthorised(context: Context, row: Owned, act: AuthorisationAct): Promise<void> {
  if (isOwnCase(context, row)) return;
  await mustHold(context, {
    owner: { id: row.owner_id, name: row.owner_name },
    act,
    ...(row.declaration_office ? { office: row.declaration_office } : {}),
  });
}
/** The same for another module that knows the case by its id. */
export async function mustBeAuthorisedFor(context: Context, shipmentId: string, act: AuthorisationAct): Promise<void> {
  const row = await findShipment(context, shipmentId);
  if (!row) throw refuse('SHIPMENT_UNKNOWN');
  await mustBeAuthorised(context, row, act);
}
export const isOwnCase = (context: Context, row: Pick<ShipmentRow, 'owner_id'>): boolean =>
  isSystem(context) || context.actor.organisationId === row.owner_id;
