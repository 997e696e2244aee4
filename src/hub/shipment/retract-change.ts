// An application to amend or withdraw (修撤单) is taken back by who put it, while it is undecided. The authority is asked: what it decided before it
// heard of it counts (海关法 26), and until it says so the application lies with it.
import { type Context, emitter } from '../../runtime/context.ts';
import { waiting } from './apply-for-change.ts';
import type { ShipmentEvents } from './contract.ts';
import type { ShipmentRow } from './store.ts';
import { findOpenChange, updateChange } from './store-changes.ts';

const emit = emitter<ShipmentEvents>();

/** False where none is open. Asked twice it is asked once. */
export async function retractChange(context: Context, row: ShipmentRow): Promise<boolean> {
  const open = row.version > 0 ? await findOpenChange(context, row.id) : undefined;
  if (!open) return false;
  if (open.retracted_at !== null) return true;
  await updateChange(context, open.id, { retracted_at: context.now });
  await emit(context, 'shipment.change-retracted', row.id, {
    shipmentId: row.id,
    changeId: open.id,
    number: open.number,
    kind: open.kind,
    version: open.version,
    channels: waiting(open),
  });
  return true;
}
