// Who may see and change a case: its owner, its filer, brokers the owner authorised; authorities, operators and the port
// office see what was submitted (P11; B16 按照职能需要). Whoever may not see it gets "unknown", so that nothing leaks.
import type { Context } from '../../runtime/context.ts';
import { authorisedOwners, mayFileFor } from '../enterprise/index.ts';
import { refuse } from './refusals.ts';
import { findShipment, findShipments, lockShipment, type ShipmentRow, type Visibility } from './store.ts';

const sees = new Set(['authority', 'operator', 'port-office']);

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

/** Which of these the reader may see, asked together. */
export async function readableAmong(context: Context, shipmentIds: Iterable<string>): Promise<Set<string>> {
  const rows = await findShipments(context, [...new Set(shipmentIds)]);
  const seen = await Promise.all(rows.map((row) => mayRead(context, row)));
  return new Set(rows.filter((_, i) => seen[i]).map((row) => row.id));
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
