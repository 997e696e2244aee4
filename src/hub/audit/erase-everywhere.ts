// Erases the content of an event wherever Portico keeps it to hand out (PIPL 47; R26): in the ledger or in the archive, and in exports made
// for auditors that may hold it; these can be asked for again. Filings and documents stay: customs law asks for them (decision 0040).
import type { Context } from '../../runtime/context.ts';
import type { Erasure } from '../../runtime/ledger/erasure-list.ts';
import { eraseContent, findReturned } from '../ledger/index.ts';
import { noteRemoved } from './keep-records.ts';
import { deleteParts, lockHolding, updateExport } from './store-exports.ts';

export async function eraseEverywhere(
  context: Context,
  receiptId: string,
  how: { readonly reason: string; readonly note?: (erasure: Erasure) => void },
): Promise<void> {
  const { position } = await eraseContent(context, receiptId, how);
  for (const row of await lockHolding(context, position)) {
    await deleteParts(context, row.id);
    // One that is being made begins again, and then has what is left; one that was ready is gone.
    if (row.state === 'ready') await updateExport(context, row.id, { state: 'expired' });
    else
      await updateExport(context, row.id, {
        position: row.first_position - 1,
        receipts: 0,
        volume: 1,
        volume_receipts: 0,
      });
    await noteRemoved(context, 'audit-export', { count: row.volume, keepDays: 0 });
  }
}

/** After a restore: everything on the list that came back is erased anew. Hands over how much that was. */
export async function eraseReturned(context: Context, list: readonly Erasure[]): Promise<number> {
  const returned = await findReturned(context, list);
  const reason = '恢复备份后再次删除 / erased anew after a restore';
  for (const receiptId of returned) await eraseEverywhere(context, receiptId, { reason });
  return returned.length;
}
