// Who may see and change a case: its owner, its filer, brokers the owner authorised; authorities, operators and the port
// office see what was submitted (P11; B16 按照职能需要). Whoever may not see it gets "unknown", so that nothing leaks.
import type { Context } from '../../runtime/context.ts';
import { authorisedOwners, mayFileFor } from '../enterprise/index.ts';
import type { Direction } from './contract.ts';
import { refuse } from './refusals.ts';
import { type CaseRow, findCases, findShipment, lockShipment, type ShipmentRow, type Visibility } from './store.ts';

const sees = new Set(['authority', 'operator', 'port-office']);
const none: ReadonlySet<string> = new Set();

export async function visibilityOf(context: Context): Promise<Visibility> {
  const { actor } = context;
  if (actor.kind === 'system' || sees.has(actor.organisationKind ?? '')) return { all: true };
  const organisationId = actor.organisationId ?? '';
  return {
    organisationId,
    ownerIds: actor.organisationKind === 'broker' ? await authorisedOwners(context, organisationId) : [],
  };
}

/** What is typed and not filed is the filer's own; everybody else sees the last filed version. */
export const seesUnfiled = ({ actor }: Context): boolean =>
  actor.kind === 'system' || !sees.has(actor.organisationKind ?? '');

async function mayRead(context: Context, row: ShipmentRow): Promise<boolean> {
  const { actor } = context;
  if (actor.kind === 'system') return true;
  if (sees.has(actor.organisationKind ?? '')) return row.version > 0;
  if (row.owner_id === actor.organisationId || row.filer_id === actor.organisationId) return true;
  return (
    actor.organisationKind === 'broker' &&
    actor.organisationId !== undefined &&
    mayFileFor(context, actor.organisationId, row.owner_id)
  );
}

export async function mayReadShipment(context: Context, shipmentId: string): Promise<boolean> {
  const row = await findShipment(context, shipmentId);
  return row !== undefined && mayRead(context, row);
}

/** A case as whoever tells of it needs it: whose it is, and what filters may ask. */
export type Case = {
  readonly id: string;
  readonly ownerId: string;
  readonly filerId: string;
  readonly filed: boolean;
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
  number: row.number,
  direction: row.direction,
  transportMode: row.transport_mode,
  containers: row.summary.containers,
  places: row.summary.places ?? [],
  ...(row.summary.traderReference ? { traderReference: row.summary.traderReference } : {}),
  ...(row.summary.billNumber ? { billNumber: row.summary.billNumber } : {}),
  ...(row.summary.declarationNumber ? { declarationNumber: row.summary.declarationNumber } : {}),
});

/** Which of these the reader may see now: one question for a broker, none for others. */
export async function readableAmong(context: Context, cases: Iterable<Case>): Promise<Set<string>> {
  const { actor } = context;
  const all = [...cases];
  const idsOf = (some: readonly Case[]) => new Set(some.map((one) => one.id));
  if (actor.kind === 'system') return idsOf(all);
  if (sees.has(actor.organisationKind ?? '')) return idsOf(all.filter((one) => one.filed));
  const own = actor.organisationId;
  if (own === undefined) return new Set();
  const foreign = all.some((one) => one.ownerId !== own && one.filerId !== own);
  const owners = actor.organisationKind === 'broker' && foreign ? new Set(await authorisedOwners(context, own)) : none;
  return idsOf(all.filter((one) => one.ownerId === own || one.filerId === own || owners.has(one.ownerId)));
}

export async function readable(context: Context, shipmentId: string): Promise<ShipmentRow> {
  const row = await findShipment(context, shipmentId);
  if (!row || !(await mayRead(context, row))) throw refuse('SHIPMENT_UNKNOWN');
  return row;
}

/** Locked for this transaction, and only for those who file: owner, filer or an authorised broker. */
export async function editable(context: Context, shipmentId: string): Promise<ShipmentRow> {
  const row = await lockShipment(context, shipmentId);
  if (!row || !(await mayRead(context, row)) || sees.has(context.actor.organisationKind ?? ''))
    throw refuse('SHIPMENT_UNKNOWN');
  return row;
}

/** Filing for another needs his live authorisation at that moment, whoever typed the form (无纸化委托). */
export async function mustBeAuthorised(context: Context, row: { owner_id: string; owner_name: string }): Promise<void> {
  const { actor } = context;
  if (actor.organisationId === row.owner_id || actor.kind === 'system') return;
  if (!actor.organisationId || !(await mayFileFor(context, actor.organisationId, row.owner_id)))
    throw refuse('AUTHORISATION_MISSING', { owner: row.owner_name });
}
