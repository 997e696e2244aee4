// Amending and withdrawing what was filed (修撤单): steps of their own, each version kept (domain P10; GF18 5).
import { type Context, emitter } from '../../runtime/context.ts';
import { exerciseAuthorisation } from '../enterprise/index.ts';
import { applyForChange, decidersOfChange, mustHaveNoOpenChange } from './apply-for-change.ts';
import { editable, isOwnCase, mustBeAuthorised } from './access.ts';
import type { ShipmentEvents } from './contract.ts';
import { mayChangeClosed } from './change-closed.ts';
import { refuse } from './refusals.ts';
import { retractChange } from './retract-change.ts';
import { nextState } from './states.ts';
import { findVersion, updateShipment } from './store.ts';

const emit = emitter<ShipmentEvents>();

/** Opens an amendment (not while an application is undecided): a draft of the next version that starts as a copy of the filed one. */
export async function openAmendment(context: Context, shipmentId: string): Promise<void> {
  const row = await editable(context, shipmentId);
  if (!nextState(row.state, 'amend') && !(await mayChangeClosed(context, row)))
    throw refuse('SHIPMENT_STATE_UNFIT', { state: row.state, step: 'amend' });
  await mustBeAuthorised(context, row, 'declare');
  if (row.draft !== null) return;
  await mustHaveNoOpenChange(context, row);
  const filed = await findVersion(context, row.id, row.version);
  await updateShipment(context, row.id, { draft: filed?.form ?? {}, revision: row.revision + 1 });
  await emit(context, 'shipment.amendment-opened', row.id, { shipmentId: row.id, version: row.version });
}

/** What is typed is thrown away; what was put to an authority already is asked back. */
export async function discardAmendment(context: Context, shipmentId: string): Promise<void> {
  const row = await editable(context, shipmentId);
  await mustBeAuthorised(context, row, 'declare');
  if (row.draft === null && (await retractChange(context, row))) return;
  if (row.version === 0 || row.state === 'withdrawn' || row.draft === null)
    throw refuse('SHIPMENT_STATE_UNFIT', { state: row.state, step: 'discard' });
  await updateShipment(context, row.id, { draft: null, revision: row.revision + 1 });
  await emit(context, 'shipment.amendment-discarded', row.id, { shipmentId: row.id, version: row.version });
}

export async function withdrawShipment(
  context: Context,
  command: { shipmentId: string; reason: string },
): Promise<void> {
  const row = await editable(context, command.shipmentId);
  const state = nextState(row.state, 'withdraw');
  if (!state) throw refuse('SHIPMENT_STATE_UNFIT', { state: row.state, step: 'withdraw' });
  await mustBeAuthorised(context, row, 'declare');
  await mustHaveNoOpenChange(context, row);
  if (!isOwnCase(context, row))
    await exerciseAuthorisation(context, {
      owner: { id: row.owner_id, name: row.owner_name },
      act: 'declare',
      step: 'withdraw',
      shipmentId: row.id,
      shipmentNumber: row.number,
      version: row.version,
      counts: false,
      ...(row.declaration_office ? { office: row.declaration_office } : {}),
    });
  const channels = await decidersOfChange(context, row);
  if (channels.length > 0) {
    const { reason } = command;
    await applyForChange(context, row, { kind: 'withdraw', form: null, digest: null, reason, channels });
    return;
  }
  await updateShipment(context, row.id, { state, progress: 'withdrawn', draft: null, revision: row.revision + 1 });
  await emit(context, 'shipment.withdrawn', row.id, {
    shipmentId: row.id,
    version: row.version,
    reason: command.reason,
  });
}
